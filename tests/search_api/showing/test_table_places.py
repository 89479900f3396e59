"""Tables by their addresses: asked for in words, read one row at a time, shown as rows and cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from doubles import ENCODER, SPEC, settings_in
from small_corpus import document, put

from corpus.errors import NotFound
from corpus.runtime.library import Library
from corpus.types import Filters, Span, Step, Table, TableCell, TableRow
from search_api.service import Service

ROWS = (("TT", "Việc", "Hạn"), ("1", "Trồng cây", "Tháng 2"), ("2", "Tưới cây", "Tháng 3"))
WRITTEN = "\n".join(cell for row in ROWS for cell in row)
PLAIN, CONTENT = document(
    "07-KH/ĐU",
    "Kế hoạch",
    "trồng cây",
    "Đảng ủy xã Mẫu",
    date(2026, 1, 5),
    {
        "khoản 1": "1. Giao việc.",
        "phụ lục II": f"PHỤ LỤC II. PHÂN CÔNG\n{WRITTEN}\nHết phụ lục.",
        "phụ lục III": "PHỤ LỤC III. Mẫu.",
    },
)
ADDRESS = "phu-luc-ii/bang-1"


def table() -> Table:
    made: list[TableRow] = []
    for number, row in enumerate(ROWS):
        spans = [Span(start, start + len(cell)) for cell in row for start in (PLAIN.text.index(f"\n{cell}\n") + 1,)]
        cells = tuple(TableCell(span, column) for column, span in enumerate(spans))
        place = f"{ADDRESS}/dong-{number}" if number else ADDRESS
        made.append(TableRow(str(number or ""), place, Span(spans[0].start, spans[-1].end), cells, head=not number))
    return Table("phu-luc-ii", (Step("phụ lục", "II"), Step("bảng", "1")), ADDRESS, None, 3, tuple(made))


MADE = replace(PLAIN, tables=(table(),))


@pytest.fixture(scope="module")
def tabled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    settings = settings_in(Path(tmp_path_factory.mktemp("bang")) / "data")
    opened = Library(settings, SPEC)
    put(opened, settings, MADE, CONTENT)
    yield Service(opened, ENCODER)
    opened.close()


@pytest.mark.parametrize("question", ["dòng 2 bảng 1 phụ lục II kế hoạch 07", "ke hoach 07 phu luc 2 bang 1 dong 2"])
def test_a_row_is_found_by_its_place(tabled: Service, question: str) -> None:
    best = tabled.find(question, Filters()).hits[0]
    assert best.listed.id == f"{MADE.ref.id}/{ADDRESS}/dong-2"
    assert "address" in best.matched_by


def test_a_row_has_the_rows_around_it_and_its_citation(tabled: Service) -> None:
    found = tabled.passage(f"{MADE.ref.id}/{ADDRESS}/dong-1")
    assert found.passage.text == "1\nTrồng cây\nTháng 2"
    assert found.passage.trail == ("PHỤ LỤC II. PHÂN CÔNG", "TT | Việc | Hạn")
    assert found.passage.citation.place == "Phụ lục II, bảng 1, dòng 1, tr. 1"
    assert found.previous is not None
    assert found.previous.text == "PHỤ LỤC II. PHÂN CÔNG\nTT\nViệc\nHạn"
    assert found.next is not None
    assert found.next.address == f"{ADDRESS}/dong-2"
    after = tabled.passage(f"{MADE.ref.id}/{ADDRESS}/dong-2").next
    assert after is not None
    assert (after.address, after.text) == ("phu-luc-ii/tiep-2", "Hết phụ lục.")


def test_a_table_whose_head_stands_with_the_text_above_is_no_passage(tabled: Service) -> None:
    with pytest.raises(NotFound, match="không phải là một đoạn"):
        tabled.passage(f"{MADE.ref.id}/{ADDRESS}")
    with pytest.raises(NotFound, match="không có mục"):
        tabled.passage(f"{MADE.ref.id}/{ADDRESS}/dong-9")


def test_a_unit_shows_its_tables_as_rows_and_cells(tabled: Service) -> None:
    unit = tabled.document(MADE.ref.id).outline[1]
    assert tabled.document(MADE.ref.id).outline[0].tables == ()
    (shown,) = unit.tables
    assert (shown.address, shown.place, shown.columns) == (ADDRESS, "Phụ lục II, bảng 1, tr. 1", 3)
    assert unit.text[shown.start : shown.end] == WRITTEN
    assert [[cell.text for cell in row.cells] for row in shown.rows] == [list(row) for row in ROWS]
    assert [row.head for row in shown.rows] == [True, False, False]
    assert shown.rows[2].address == f"{ADDRESS}/dong-2"
    assert shown.rows[2].place == "Phụ lục II, bảng 1, dòng 2, tr. 1"
