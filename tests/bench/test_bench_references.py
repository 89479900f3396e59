"""The labelled mentions: well formed, and found again in the real texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.references import LabelledFile, labelled_files, score

REAL = Path(__file__).resolve().parents[2].parent / "shared" / "real"
FILES = labelled_files()
# Reading these takes minutes, or a program that office PCs may lack.
_SLOW = (".doc", "NQ-66-18-2026-NQ-CP.docx")


def mentions(files: tuple[LabelledFile, ...]) -> int:
    return sum(len(passage.labels) for file in files for passage in file.passages)


def test_there_are_enough_in_either_half() -> None:
    held_out = tuple(file for file in FILES if file.is_held_out)
    assert mentions(FILES) >= 300
    assert 100 <= mentions(held_out) <= mentions(FILES) - 100


def test_labels_lie_in_their_passages_and_apart() -> None:
    for passage in (passage for file in FILES for passage in file.passages):
        end = passage.span.start
        for label in passage.labels:
            assert end <= label.span.start < label.span.end <= passage.span.end
            end = label.span.end


def test_labels_hold_names_and_no_sentences() -> None:
    for label in (label for file in FILES for passage in file.passages for label in passage.labels):
        assert len(label.name) < 80


@pytest.mark.skipif(not REAL.is_dir(), reason="the real documents are not on this machine")
@pytest.mark.parametrize("held_out", [False, True], ids=["worked on", "held out"])
def test_mentions_are_found_in_real_texts(held_out: bool) -> None:
    files = [file for file in FILES if file.is_held_out == held_out and not file.name.endswith(_SLOW)]
    told = score(files, REAL)
    assert told.labels > 100
    assert told.precision >= 0.97, told.wrong
    assert told.recall >= 0.97, told.wrong
