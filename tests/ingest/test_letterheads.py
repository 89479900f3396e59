"""Every letterhead of ``letterheads`` and ``letterheads_by_level`` says of itself what is under it, no more."""

from __future__ import annotations

import pytest
from letterheads import LETTERHEADS
from letterheads_by_level import LETTERHEADS_BY_LEVEL
from made_lines import made_reading

from corpus.types import Document
from ingest.document import name_document
from ingest.structure import structure

ALL = LETTERHEADS | LETTERHEADS_BY_LEVEL
FIELDS = ("number", "kind", "issuer", "issued_on", "place", "title", "signer", "position", "effective_on")


def read(written: str) -> Document:
    reading = made_reading(written)
    return name_document(reading, structure(reading), "mau.txt", "0" * 64)


def stated(document: Document) -> dict[str, str]:
    ref = document.ref
    values = (
        *(ref.number, ref.kind, ref.issuer, ref.issued_on, document.place, ref.title),
        *(document.signer, document.signer_position, document.effective_on),
    )
    return {field: str(value) for field, value in zip(FIELDS, values, strict=True) if value is not None}


@pytest.mark.parametrize("name", ALL)
def test_letterheads(name: str) -> None:
    written, _, expected = ALL[name].partition("\n---\n")
    document = read(written)
    assert stated(document) == dict(line.split(": ", 1) for line in expected.strip().splitlines())


@pytest.mark.parametrize("name", ALL)
def test_every_field_says_where_it_was_read(name: str) -> None:
    document = read(ALL[name].partition("\n---\n")[0])
    assert {where.field for where in document.stated} == set(stated(document))
    for where in document.stated:
        assert where.span is not None
        assert document.text[slice(*where.span)].strip()
