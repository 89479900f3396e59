from __future__ import annotations

import json
import math
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from doubles import indexed_passages, made_document

from corpus.codec import (
    document_from_json,
    document_to_json,
    indexed_from_json,
    indexed_to_json,
    pack_document,
    unpack_document,
)
from corpus.types import (
    Document,
    DocumentRef,
    Furniture,
    IndexedPassage,
    Layout,
    Note,
    PlacedLine,
    RecognisedWord,
    Rect,
    Reference,
    Source,
    Span,
    SparseVector,
    Stated,
    Step,
    Table,
    TableCell,
    TableRow,
)

FULL = replace(
    made_document("Một điều.", "Hai điều, 𝄞 và e\u0301."),
    relations=(
        Reference("thay thế", "04-NQ/ĐU", None, Span(0, 9)),
        Reference("căn cứ", None, "Điều lệ Đảng", Span(1, 2)),
    ),
    source=Source("mau.pdf", "ab", "application/pdf", 2, ("i", "1"), "thử", ("TCVN3",)),
    layout=Layout(
        (PlacedLine(0, 1, Rect(72.0, 700.5, 300.0, 714.0)), PlacedLine(10, 2, None)),
        (RecognisedWord(0, 3, 91),),
        (Furniture(2, "số trang", "2"),),
    ),
    tables=(
        Table(
            "khoan-1",
            (Step("khoản", "1"), Step("bảng", "1")),
            "khoan-1/bang-1",
            Span(0, 3),
            2,
            (
                TableRow("", "khoan-1/bang-1", Span(4, 8), (TableCell(Span(4, 8), 0, 2, 1),), head=True),
                TableRow("1", "khoan-1/bang-1/dong-1", Span(9, 10), (TableCell(Span(9, 10), 1),), within=(Span(4, 8),)),
            ),
        ),
        Table("khoan-2", (Step("khoản", "2"), Step("bảng", "1")), "khoan-2/bang-1", None, 0, ()),
    ),
    notes=(Note("1", 3, "Một chú thích.", 1), Note("*", None, "Không rõ chỗ.")),
    signer_position="Phó Bí thư Thường trực",
    effective_on=date(2025, 9, 1),
    stated=(Stated("number", Span(0, 3), 1), Stated("secrecy", None, 2), Stated("signer", Span(0, 0))),
)
SILENT = replace(
    FULL,
    ref=DocumentRef("van-ban-1", None, None, None, None, None, secrecy="DỰ THẢO"),
    signer=None,
    place=None,
    relations=(),
    sections=tuple(replace(s, pages=None, unit_pages=None, heading="TÊN") for s in FULL.sections),
    page_starts=(),
    signer_position=None,
    effective_on=None,
    stated=(),
)


@pytest.mark.parametrize("document", [FULL, SILENT], ids=["full", "silent"])
def test_documents_round_trip(document: Document) -> None:
    assert document_from_json(json.loads(json.dumps(document_to_json(document)))) == document
    assert unpack_document(pack_document(document)) == document


def test_packing_saves_space() -> None:
    long = made_document(*(f"{place}. Chi bộ họp thường lệ mỗi tháng một lần." for place in range(300)))
    assert len(pack_document(long)) < len(json.dumps(document_to_json(long))) / 5


@pytest.mark.parametrize("sparse", [SparseVector((), ()), SparseVector((0, 2**32 - 1), (0.5, 2.25))])
def test_indexed_passages_round_trip(sparse: SparseVector) -> None:
    made = replace(indexed_passages(FULL)[0], sparse=sparse)
    assert indexed_from_json(json.loads(json.dumps(indexed_to_json(made)))) == made


def test_vectors_are_kept_to_the_last_bit_of_single_precision() -> None:
    dense = tuple(np.array([1 / 3, -math.pi, 1e-30], np.float32).tolist())
    sent = IndexedPassage(indexed_passages(FULL)[0].passage, dense, SparseVector((), ()))
    assert indexed_from_json(indexed_to_json(sent)).dense == dense
