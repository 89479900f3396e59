from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from doubles import ENCODER, SPEC, made_document
from serving import served

from corpus.copies import alone
from corpus.errors import CorpusIndexError, IndexBusy, NotFound, SettingsError
from corpus.runtime.library import Library
from corpus.runtime.opening import open_library, open_writer
from corpus.runtime.owner import OwnerClient, Ownership, OwnerWriter, find_owner, owning
from corpus.runtime.settings import Settings
from corpus.secrecy import Clearance

DOCUMENT = made_document("Chi bộ họp hằng tháng.", "Đảng viên nộp đảng phí.")
NOTE = "owner.json"


@pytest.fixture
def owner(library: Library, settings: Settings) -> Iterator[Ownership]:
    """This process serves the corpus and says so."""
    with served(library, settings) as ownership:
        yield ownership


def test_a_command_finds_the_owner_and_writes_through_it(
    owner: Ownership, library: Library, settings: Settings
) -> None:
    assert owner.url.startswith("http://127.0.0.1:")
    with open_writer(settings, ENCODER) as writer:
        assert isinstance(writer, OwnerWriter)
        writer.replace(DOCUMENT, [], alone(DOCUMENT, "C:/vb/mau.pdf"))
    assert library.catalogue.body(DOCUMENT.ref.id) == DOCUMENT


def test_without_an_owner_a_command_writes_itself(settings: Settings) -> None:
    with open_writer(settings, ENCODER) as writer:
        assert isinstance(writer, Library)
    assert find_owner(settings) is None


def test_the_note_lasts_as_long_as_the_owner(settings: Settings) -> None:
    with owning(settings, "http://127.0.0.1:1") as first:
        note = json.loads((settings.data / NOTE).read_text(encoding="utf-8"))
        assert note == {"url": "http://127.0.0.1:1", "secret": first.secret, "clearance": "cong-khai"}
        assert len(first.secret) >= 32
    assert not (settings.data / NOTE).exists()
    with owning(settings, "http://127.0.0.1:1") as second:
        assert second.secret != first.secret


def test_the_note_of_an_owner_that_died_is_ignored(settings: Settings) -> None:
    settings.data.mkdir()
    (settings.data / NOTE).write_text(json.dumps({"url": "http://127.0.0.1:9", "secret": "x"}), encoding="utf-8")
    assert find_owner(settings) is None
    with open_writer(settings, ENCODER) as writer:
        assert isinstance(writer, Library)


def test_the_owner_turns_away_who_does_not_know_the_secret(
    owner: Ownership, settings: Settings, library: Library
) -> None:
    stranger = OwnerClient(Ownership(owner.url, "guess"))
    assert not stranger.answers()
    for method, path in (("GET", "/owner"), ("DELETE", "/owner/documents/a"), ("PUT", "/owner/documents")):
        with pytest.raises(CorpusIndexError, match="khóa") as caught:
            stranger.send(method, path, {})
        assert not isinstance(caught.value, NotFound)
    assert library.catalogue.totals() == (0, 0)
    (settings.data / NOTE).write_text(json.dumps({"url": owner.url, "secret": "guess"}), encoding="utf-8")
    assert find_owner(settings) is None


def test_an_owner_that_falls_silent_is_named(owner: Ownership) -> None:
    gone = OwnerClient(Ownership("http://127.0.0.1:9", owner.secret))
    with pytest.raises(CorpusIndexError, match="không trả lời") as caught:
        gone.send("GET", "/owner")
    assert caught.value.next_step


@pytest.mark.usefixtures("owner")
def test_the_owner_answers_questions(settings: Settings, library: Library) -> None:
    library.replace(DOCUMENT, [], alone(DOCUMENT, "C:/vb/mau.pdf"))
    found = find_owner(settings)
    assert found is not None
    assert found.search("đảng phí", 3, "relevance")["page_size"] == 3


@pytest.mark.usefixtures("owner")
def test_who_does_not_ask_the_owner_is_told_that_the_corpus_is_taken(settings: Settings) -> None:
    with pytest.raises(IndexBusy), open_library(settings, ENCODER):
        pass


@pytest.mark.usefixtures("owner")
def test_a_proxy_in_the_environment_is_not_asked(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    assert find_owner(settings) is not None


def test_an_owner_of_another_clearance_is_not_written_to(owner: Ownership, settings: Settings) -> None:
    assert owner.clearance is Clearance.PUBLIC
    above = replace(settings, clearance=Clearance.INTERNAL)
    with pytest.raises(SettingsError, match="TRACUU_CLEARANCE=cong-khai"), open_writer(above, ENCODER):
        pass


def test_the_spec_of_the_owner_is_its_own(library: Library) -> None:
    assert library.spec == SPEC
