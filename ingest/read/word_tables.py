"""Tables of Word files: rows and cells, also those wrapped in content controls, and merged cells as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docx.oxml.ns import qn
from lxml.etree import _Element

from ingest.read.grid import MOST_SPANNED, Grid, Place
from ingest.read.numbering import attribute, whole_number
from ingest.read.styles import is_on

_WRAPPERS = frozenset(qn(tag) for tag in ("w:sdt", "w:sdtContent", "w:customXml", "w:ins"))
_Row = dict[int, _Element]


def word_grid(table: _Element) -> Grid[_Element]:
    """The cells of a table; one that is merged into the cell above is empty and counts among its rows."""
    elements = list(_inside(table, qn("w:tr")))
    rows = [_by_column(element) for element in elements]
    places: list[Place] = []
    for index, row in enumerate(rows):
        head = _is_head(elements[index])
        for column, cell in row.items():
            places.append(Place(index, column, 1 + _rows_below(rows, index, column), _columns(cell), head))
    return Grid(tuple(places), tuple(cell for row in rows for cell in row.values()))


def _inside(parent: _Element, tag: str) -> Iterator[_Element]:
    """Rows of a table or cells of a row, without those of tables inside them."""
    for child in parent.iterchildren():
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _inside(child, tag)


def _by_column(row: _Element) -> _Row:
    """The cells of a row by the column each begins in."""
    column = _spanned(row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}"), 0)
    cells: _Row = {}
    for cell in _inside(row, qn("w:tc")):
        cells[column] = cell
        column += _columns(cell)
    return cells


def _columns(cell: _Element) -> int:
    return max(1, _spanned(cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}"), 1))


def _spanned(element: _Element | None, fallback: int) -> int:
    return min(whole_number(attribute(element), fallback), MOST_SPANNED)


def _rows_below(rows: Sequence[_Row], index: int, column: int) -> int:
    """How many cells under a cell are merged into it."""
    last = index
    while last + 1 < len(rows) and _goes_on(rows[last + 1].get(column)):
        last += 1
    return last - index


def _goes_on(cell: _Element | None) -> bool:
    """Whether a cell is merged into the one above it, which is what it means without a value."""
    merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}") if cell is not None else None
    return merge is not None and attribute(merge) in (None, "continue")


def _is_head(row: _Element) -> bool:
    properties = row.find(qn("w:trPr"))
    return properties is not None and is_on(properties, "w:tblHeader")
