"""Documents and runs as JSON: how the catalogue keeps them and how one process hands them to another."""

from __future__ import annotations

import base64
import json
import struct
import zlib
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from corpus.copies import Copy, Standing
from corpus.record import from_payload, to_payload
from corpus.runs import FileNote, Outcome, Run
from corpus.types import (
    Document,
    DocumentRef,
    Furniture,
    IndexedPassage,
    Layout,
    Note,
    PageRange,
    Path,
    PlacedLine,
    RecognisedWord,
    Rect,
    Reference,
    Section,
    Source,
    Span,
    SparseVector,
    Stated,
    Step,
    Table,
    TableCell,
    TableRow,
)


def document_to_json(document: Document) -> dict[str, Any]:
    """A document as plain JSON values."""
    record = asdict(document)
    record["ref"]["issued_on"] = _written(document.ref.issued_on)
    record["effective_on"] = _written(document.effective_on)
    return record


def document_from_json(record: dict[str, Any]) -> Document:
    """The document that ``document_to_json`` wrote."""
    ref = dict(record["ref"])
    ref["issued_on"] = _day(ref["issued_on"])
    source = dict(record["source"])
    for field in ("page_labels", "encodings"):
        source[field] = tuple(source[field])
    return Document(
        ref=DocumentRef(**ref),
        signer=record["signer"],
        place=record["place"],
        relations=tuple(_reference(item) for item in record["relations"]),
        sections=tuple(_section(item) for item in record["sections"]),
        text=record["text"],
        page_starts=tuple(record["page_starts"]),
        source=Source(**source),
        text_version=record["text_version"],
        layout=_layout(record["layout"]),
        notes=tuple(Note(**item) for item in record["notes"]),
        signer_position=record["signer_position"],
        effective_on=_day(record["effective_on"]),
        stated=tuple(_stated(item) for item in record["stated"]),
        tables=tuple(_table(item) for item in record["tables"]),
    )


def _written(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _layout(item: dict[str, Any]) -> Layout:
    return Layout(
        lines=tuple(PlacedLine(start, page, Rect(*rect) if rect else None) for start, page, rect in item["lines"]),
        words=tuple(RecognisedWord(*word) for word in item["words"]),
        furniture=tuple(Furniture(**piece) for piece in item["furniture"]),
    )


def _reference(item: dict[str, Any]) -> Reference:
    return Reference(item["relation"], item["number"], item["name"], Span(*item["span"]))


def _stated(item: dict[str, Any]) -> Stated:
    return Stated(item["field"], Span(*item["span"]) if item["span"] else None, item["page"])


def _section(item: dict[str, Any]) -> Section:
    return Section(
        path=_path(item["path"]),
        address=item["address"],
        heading=item["heading"],
        span=Span(*item["span"]),
        body_start=item["body_start"],
        pages=PageRange(*item["pages"]) if item["pages"] else None,
        unit_pages=PageRange(*item["unit_pages"]) if item["unit_pages"] else None,
    )


def _table(item: dict[str, Any]) -> Table:
    return Table(
        section=item["section"],
        path=_path(item["path"]),
        address=item["address"],
        caption=Span(*item["caption"]) if item["caption"] else None,
        columns=item["columns"],
        rows=tuple(_row(row) for row in item["rows"]),
    )


def _row(item: dict[str, Any]) -> TableRow:
    return TableRow(
        label=item["label"],
        address=item["address"],
        span=Span(*item["span"]),
        cells=tuple(TableCell(Span(*span), *place) for span, *place in item["cells"]),
        head=item["head"],
        within=tuple(Span(*span) for span in item["within"]),
    )


def _path(steps: list[list[str]]) -> Path:
    return tuple(Step(unit, label) for unit, label in steps)


def pack_document(document: Document) -> bytes:
    """A document as compressed bytes, some fifth of its text."""
    return zlib.compress(json.dumps(document_to_json(document), ensure_ascii=False).encode(), 6)


def unpack_document(packed: bytes) -> Document:
    """The document that ``pack_document`` wrote."""
    return document_from_json(json.loads(zlib.decompress(packed)))


def standing_to_json(standing: Standing) -> dict[str, Any]:
    """How copies stand as plain JSON values, the arriving one whole."""
    arrival = standing.arrival
    told = {"document": document_to_json(arrival.document), "origin": arrival.origin} if arrival else None
    return {"order": list(standing.order), "arrival": told, "of": standing.of}


def standing_from_json(record: dict[str, Any]) -> Standing:
    """The standing that ``standing_to_json`` wrote."""
    told = record["arrival"]
    arrival = Copy(document_from_json(told["document"]), told["origin"]) if told else None
    return Standing(tuple(record["order"]), arrival, record["of"])


def outcome_to_json(outcome: Outcome) -> dict[str, Any]:
    """What became of a run as plain JSON values."""
    record = asdict(outcome)
    record["run"]["ended"] = outcome.run.ended.isoformat()
    return record


def outcome_from_json(record: dict[str, Any]) -> Outcome:
    """The outcome that ``outcome_to_json`` wrote."""
    run = Run(**record["run"] | {"ended": datetime.fromisoformat(record["run"]["ended"])})
    return Outcome(run, tuple(FileNote(**note) for note in record["notes"]), tuple(record["settled"]))


def indexed_to_json(indexed: IndexedPassage) -> dict[str, Any]:
    """An indexed passage with its vectors as base64 of little-endian 32-bit numbers."""
    sparse = indexed.sparse
    return {
        "payload": to_payload(indexed.passage, ""),
        "dense": _pack(f"<{len(indexed.dense)}f", indexed.dense),
        "ids": _pack(f"<{len(sparse.ids)}I", sparse.ids),
        "weights": _pack(f"<{len(sparse.weights)}f", sparse.weights),
    }


def indexed_from_json(record: dict[str, Any]) -> IndexedPassage:
    """The indexed passage that ``indexed_to_json`` wrote."""
    ids = tuple(int(value) for value in _unpack("I", record["ids"]))
    return IndexedPassage(
        passage=from_payload(record["payload"]),
        dense=_unpack("f", record["dense"]),
        sparse=SparseVector(ids, _unpack("f", record["weights"])),
    )


def _pack(layout: str, values: tuple[float, ...]) -> str:
    return base64.b64encode(struct.pack(layout, *values)).decode("ascii")


def _unpack(letter: str, text: str) -> tuple[Any, ...]:
    packed = base64.b64decode(text, validate=True)
    return struct.unpack(f"<{len(packed) // 4}{letter}", packed)
