"""Ids of documents and addresses of units: stable slugs that do not change when a file is read again.

Numbers repeat: Party numbering starts again at 01 in each term, and every commune committee has its own
01-NQ/ĐU. Identity is therefore number, date and, for bodies that exist in many places, the issuer.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date

from corpus.numbers import find_numbers
from corpus.text import fold, one_line, slug
from corpus.types import Path, Step

# Codes of bodies that exist once in the country: their number and date identify a document.
_CENTRAL = ("TW", "CP", "TTG", "QH", "BCT", "BBT")

_UNIT_SLUGS = {
    "văn bản kèm theo": "kem-theo",
    "tiêu đề": "tieu-de",
    "phần đầu": "phan-dau",
    "nơi nhận": "noi-nhan",
}


def document_id(
    number: str | None,
    kind: str | None,
    issuer: str | None,
    issued_on: date | None,
    title: str | None,
    text: str,
) -> str:
    """The id of a document from what it says about itself.

    Args:
        number: Canonical number or ``None``.
        kind: Kind or ``None``.
        issuer: Issuer or ``None``.
        issued_on: Date or ``None``.
        title: Title or ``None``.
        text: The document's text; tells apart two documents without a number.
    """
    day = issued_on.isoformat() if issued_on else ""
    if number:
        parts = [slug(number), "" if _is_central(number) else slug(issuer or ""), day]
    else:
        digest = hashlib.sha256(fold(one_line(text)).encode()).hexdigest()[:8]
        parts = [slug(f"{kind or 'van ban'} {title or ''}")[:60].strip("-"), day, digest]
    return "-".join(part for part in parts if part)


def _is_central(number: str) -> bool:
    mentions = find_numbers(number)
    body = mentions[0].body.upper() if mentions else number.upper()
    return body.isdigit() or any(body.endswith(code) for code in _CENTRAL)


def addresses(paths: Iterable[Path]) -> list[str]:
    """One address a path, unique in the document: a repeated path gets ``-lan-2``, then ``-lan-3``.

    Documents do print the same label twice (two items "2."); both stay findable.
    """
    seen: dict[str, int] = {}
    made: list[str] = []
    for path in paths:
        plain = "/".join(_step_slug(unit, label) for unit, label in path)
        seen[plain] = seen.get(plain, 0) + 1
        made.append(plain if seen[plain] == 1 else f"{plain}-lan-{seen[plain]}")
    return made


def addresses_below(address: str, steps: Iterable[Step]) -> list[str]:
    """The addresses of steps inside a unit, unique in it: ``muc-i`` and ``("bảng", "1")`` give ``muc-i/bang-1``."""
    return [f"{address}/{inner}" for inner in addresses((step,) for step in steps)]


def _step_slug(unit: str, label: str) -> str:
    head = _UNIT_SLUGS.get(unit) or slug(unit)
    # đ and d are two labels (điểm d, điểm đ): a slug that folds both to d would give one address to two units.
    tail = slug(label.replace("đ", "dd").replace("Đ", "DD").replace(".", "-"))
    return f"{head}-{tail}" if tail else head
