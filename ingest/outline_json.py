"""A document as the JSON of ``tracuu parse --json``: metadata, units and tables with their paths and pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from corpus.pages import pages_of
from corpus.text import one_line
from corpus.types import Document, Section, Stated, Table, TableRow
from ingest.warnings import Remark

_FIRST_WORDS = 8


def outline_json(document: Document) -> dict[str, Any]:
    """Metadata, units and tables; ``starts_with`` holds the first words after the label."""
    ref = document.ref
    return {
        "metadata": {
            "number": ref.number,
            "kind": ref.kind,
            "issuer": ref.issuer,
            "issued_on": ref.issued_on.isoformat() if ref.issued_on else None,
            "title": ref.title,
            "signer": document.signer,
            "position": document.signer_position,
            "place": document.place,
            "effective_on": document.effective_on.isoformat() if document.effective_on else None,
            "secrecy": ref.secrecy,
            "relations": [
                {"relation": item.relation, "number": item.number, "name": item.name} for item in document.relations
            ],
            "stated": {item.field: _place(item) for item in document.stated},
        },
        "units": [_unit(document, section) for section in document.sections],
        "tables": [_table(document, table) for table in document.tables],
    }


def remarks_json(remarks: Sequence[Remark]) -> list[dict[str, Any]]:
    """What to check, each with its place and page."""
    return [{"place": remark.place, "what": remark.what, "page": remark.page} for remark in remarks]


def _place(item: Stated) -> dict[str, int | None]:
    """Where a field stands: its page, ``None`` where there are none, and its characters in the text if it is there."""
    start, end = item.span or (None, None)
    return {"page": item.page or None, "start": start, "end": end}


def _unit(document: Document, section: Section) -> dict[str, Any]:
    after_label = one_line(document.text[section.body_start : section.span.end])
    return {
        "path": [list(step) for step in section.path],
        "heading": section.heading,
        "starts_with": " ".join(after_label.split()[:_FIRST_WORDS]),
        "page_start": section.unit_pages.first if section.unit_pages else None,
        "page_end": section.unit_pages.last if section.unit_pages else None,
    }


def _table(document: Document, table: Table) -> dict[str, Any]:
    pages = pages_of(table.span, document.page_starts)
    return {
        "path": [list(step) for step in table.path],
        "caption": one_line(document.text[slice(*table.caption)]) if table.caption else None,
        "columns": table.columns,
        "head": [_cells(document, row) for row in table.rows if row.head],
        "rows": [{"label": row.label, "cells": _cells(document, row)} for row in table.data],
        "page_start": pages.first if pages else None,
        "page_end": pages.last if pages else None,
    }


def _cells(document: Document, row: TableRow) -> list[str]:
    return [one_line(document.text[slice(*cell.span)]) for cell in row.cells]
