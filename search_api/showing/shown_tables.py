"""Tables of a unit as JSON: rows and cells with their words, addresses and citations."""

from __future__ import annotations

from corpus.citation import cited
from corpus.pages import pages_of
from corpus.types import Document, Path, Section, Span, Step, Table, TableRow
from search_api import schemas


def table_out(document: Document, section: Section, table: Table) -> schemas.TableOut:
    """A table that stands in a unit's own text."""
    first, last = table.rows[0].span.start, table.rows[-1].span.end
    return schemas.TableOut(
        address=table.address,
        place=_place(document, table.path, table.span),
        start=first - section.span.start,
        end=last - section.span.start,
        columns=table.columns,
        rows=tuple(_row(document, table, row) for row in table.rows),
    )


def _row(document: Document, table: Table, row: TableRow) -> schemas.TableRowOut:
    path = (*table.path, Step("dòng", row.label)) if row.label else table.path
    return schemas.TableRowOut(
        address=row.address,
        place=_place(document, path, row.span),
        head=row.head,
        cells=tuple(
            schemas.TableCellOut(
                text=document.text[slice(*cell.span)], column=cell.column, columns=cell.columns, rows=cell.rows
            )
            for cell in row.cells
        ),
    )


def _place(document: Document, path: Path, span: Span) -> str:
    return cited(document, path, pages_of(span, document.page_starts)).place
