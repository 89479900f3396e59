"""The outlines of the sample documents, as they were read by eye against their sources."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from read_documents import SAMPLES, read

from corpus.documents.render import SOURCES
from corpus.documents.source import read_source
from corpus.text import old_tone
from ingest.outline_json import outline_json

OUTLINES = Path(__file__).parent / "outlines"


def golden(path: Path) -> Path:
    return OUTLINES / f"{path.stem}.json"


def test_the_flag_is_off(regenerate: bool) -> None:
    assert not regenerate, "the outlines were written anew: read the difference, then run without the flag"


def test_every_outline_has_its_document() -> None:
    assert {path.name for path in OUTLINES.iterdir()} == {golden(path).name for path in SAMPLES}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_outlines_are_as_they_were(path: Path, regenerate: bool) -> None:
    outline = outline_json(read(path))
    if regenerate:
        golden(path).parent.mkdir(exist_ok=True)
        golden(path).write_text(json.dumps(outline, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert outline == json.loads(golden(path).read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_identity_is_what_the_source_states(path: Path) -> None:
    source = read_source(SOURCES / f"{path.stem}.source")
    document = read(path)
    ref = document.ref
    assert ref.number == source.number
    assert ref.kind == source.kind
    assert ref.issued_on == source.issued_on
    assert ref.title == source.title
    # One body is written in one way, whichever tone its letterhead has.
    assert ref.issuer == old_tone(source.issuer)
    assert document.signer == source.signer
    assert document.place == source.place


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_paragraph_of_the_source_is_in_the_text(path: Path) -> None:
    source = read_source(SOURCES / f"{path.stem}.source")
    text = " ".join(read(path).text.split())
    assert [block.text for block in source.blocks if " ".join(block.text.split()) not in text] == []
