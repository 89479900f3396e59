"""The passage record as it lies in Qdrant: the one converter between ``Passage`` and a payload."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from corpus.types import DocumentRef, PageRange, Passage, Span, Step

FILTER_FIELDS = {
    "document": "keyword",
    "number": "keyword",
    "kind": "keyword",
    "issuer": "keyword",
    "year": "integer",
}
"""Payload fields that carry an index, with the type of each."""


def point_id(passage_id: str, version: str) -> int:
    """Id of a passage in one version of its document; two versions lie side by side while one replaces the other.

    63 bits of a digest, which every database takes for an integer: of a million passages two share an id in one
    corpus out of 18 million.
    """
    return int.from_bytes(hashlib.sha256(f"{passage_id}@{version}".encode()).digest()[:8]) >> 1


def to_payload(passage: Passage, version: str) -> dict[str, Any]:
    """A passage as a flat JSON payload; ``version`` is the sha256 of the file it was read from."""
    ref = passage.ref
    return {
        "passage": passage.id,
        "version": version,
        "document": ref.id,
        "number": ref.number,
        "kind": ref.kind,
        "issuer": ref.issuer,
        "issued_on": ref.issued_on.isoformat() if ref.issued_on else None,
        "year": ref.issued_on.year if ref.issued_on else None,
        "title": ref.title,
        "secrecy": ref.secrecy,
        "validity": ref.validity,
        "path": [list(step) for step in passage.path],
        "trail": list(passage.trail),
        "text": passage.text,
        "pages": list(passage.pages) if passage.pages else None,
        "page_labels": list(passage.page_labels) if passage.page_labels else None,
        "span": list(passage.span),
        "position": passage.position,
        "notes": list(passage.notes),
        "recognised": passage.recognised,
        "doubts": [list(span) for span in passage.doubts],
    }


def from_payload(payload: dict[str, Any]) -> Passage:
    """The passage a payload holds."""
    issued_on = payload["issued_on"]
    ref = DocumentRef(
        id=payload["document"],
        number=payload["number"],
        kind=payload["kind"],
        issuer=payload["issuer"],
        issued_on=date.fromisoformat(issued_on) if issued_on else None,
        title=payload["title"],
        secrecy=payload["secrecy"],
        validity=payload["validity"],
    )
    labels = payload["page_labels"]
    return Passage(
        id=payload["passage"],
        ref=ref,
        path=tuple(Step(unit, label) for unit, label in payload["path"]),
        trail=tuple(payload["trail"]),
        text=payload["text"],
        pages=PageRange(*payload["pages"]) if payload["pages"] else None,
        page_labels=(labels[0], labels[1]) if labels else None,
        span=Span(*payload["span"]),
        position=payload["position"],
        notes=tuple(payload["notes"]),
        recognised=payload["recognised"],
        doubts=tuple(Span(*span) for span in payload["doubts"]),
    )
