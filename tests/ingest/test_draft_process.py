"""Drafts read in a process of their own: what it tells, and that it comes to an end."""

from __future__ import annotations

import os
import signal
import threading
import time

import psutil
import pytest
from made_files import letter

from corpus.errors import Refusal, RefusalReason
from corpus.secrecy import Clearance
from ingest.draft_process import read_apart
from ingest.drafts import read_draft

# Square brackets, each of which may begin a link, keep the reader of Markdown busy for minutes.
ENDLESS = b"[" * 1_000_000


def children() -> list[psutil.Process]:
    return [one for one in psutil.Process().children(recursive=True) if "draft_process" in " ".join(one.cmdline())]


def test_a_draft_is_what_it_is_when_read_here() -> None:
    data = letter("05-NQ/ĐU").encode()
    assert read_apart("bản thảo.txt", data, Clearance.PUBLIC) == read_draft("bản thảo.txt", data)
    assert children() == []


def test_a_refusal_comes_over_whole() -> None:
    with pytest.raises(Refusal) as told:
        read_apart("../mật.txt", ("MẬT\n" + letter("05-NQ/ĐU")).encode(), Clearance.PUBLIC)
    assert told.value.reason is RefusalReason.SECRET
    with pytest.raises(Refusal) as here:
        read_draft("mật.txt", ("MẬT\n" + letter("05-NQ/ĐU")).encode())
    assert str(told.value) == str(here.value)


def test_clearance_goes_along() -> None:
    data = ("LƯU HÀNH NỘI BỘ\n" + letter("05-NQ/ĐU")).encode()
    assert read_apart("a.txt", data, Clearance.INTERNAL).text
    with pytest.raises(Refusal) as told:
        read_apart("a.txt", data, Clearance.PUBLIC)
    assert told.value.reason is RefusalReason.RESTRICTED


def test_what_takes_too_long_is_ended() -> None:
    began = time.monotonic()
    with pytest.raises(Refusal) as told:
        read_apart("a.md", ENDLESS, Clearance.PUBLIC, patience=2.0)
    assert told.value.reason is RefusalReason.ENDLESS
    assert "«a.md»" in told.value.message
    assert time.monotonic() - began < 30
    assert children() == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_what_ends_its_reader_ends_nothing_else() -> None:
    def kill() -> None:
        until = time.monotonic() + 20
        while not (found := children()) and time.monotonic() < until:
            time.sleep(0.05)
        for one in found:
            one.send_signal(signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    with pytest.raises(Refusal) as told:
        read_apart("a.md", ENDLESS, Clearance.PUBLIC, patience=60.0)
    killer.join()
    assert told.value.reason is RefusalReason.DAMAGED


def test_a_text_far_longer_than_can_be_checked_is_not_read() -> None:
    with pytest.raises(Refusal) as told:
        read_draft("a.txt", "chi bộ ".encode() * 700_000)
    assert told.value.reason is RefusalReason.TOO_BIG
