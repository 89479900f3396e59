"""The documents of a pack as CSL-JSON, for Zotero, Word add-ins and everything that renders citation styles."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from search_api.exports.references import Reference, references_of
from search_api.packs.content import PackContent


def csl_of(content: PackContent, warnings: Mapping[int, str]) -> bytes:
    """An array of items in UTF-8, one for each document."""
    items = [_item(one) for one in references_of(content, warnings)]
    return json.dumps(items, ensure_ascii=False, indent=2).encode() + b"\n"


def _item(reference: Reference) -> dict[str, Any]:
    day = reference.issued_on
    fields: dict[str, Any] = {
        "id": reference.key,
        "type": "report",
        "title": reference.title,
        # "literal": a body is no person with a family name.
        "author": [{"literal": reference.issuer}] if reference.issuer else None,
        "genre": reference.kind,
        "number": reference.number,
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
        "language": "vi-VN",
        "note": reference.note,
    }
    return {name: value for name, value in fields.items() if value is not None}
