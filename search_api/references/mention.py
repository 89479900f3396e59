"""What a mention of a document is: the words, and what they say of the document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus.popular_names import Called
from corpus.types import Path, Span, Value


class Naming(StrEnum):
    """By what a text names a document."""

    NUMBER = "so-hieu"
    """``Nghị quyết số 57-NQ/TW``, ``Chỉ thị 05``, ``NQ 57``."""
    TITLE = "ten"
    """``Luật Đất đai năm 2024``, ``Điều lệ Đảng``, ``Nghị quyết Đại hội XIII``."""
    POPULAR = "ten-goi"
    """``19 điều đảng viên không được làm``, ``Nghị quyết Trung ương 4 khoá XII`` (``corpus.popular_names``)."""
    SELF = "tu-dan"
    """The text speaks of the document it stands in: ``Quy định này``, ``khoản 2 Điều này``."""


@dataclass(frozen=True, slots=True)
class Mention(Value):
    """A document as a text names it once; of several in one phrase each is a mention.

    Attributes:
        span: All of the mention in the text as it was given: unit, kind, number, date, issuer. While it is read: the
            words that name the document itself, kind and number or the title, in the evened text.
        naming: By what it is named.
        number: Its number in the canonical form (``57-NQ/TW``, ``30/2020/NĐ-CP``), as far as it is given: of
            "Nghị quyết 57" the ``57``; ``None`` if it is not named by number.
        serial: The digits of the number, with the letter or the part after the dot (``57``, ``12a``, ``66.18``).
        codes: Folded codes under which the number may stand (``nq``; of "Thông tri" ``tt``).
        body: Folded letters of the issuing body's code (``tw``, ``btctw``), empty if not given.
        kind: ``Nghị quyết``; ``None`` if neither a word nor the code tells.
        year: Of the number or of issue, if given.
        issued_on: Day of issue, if given.
        issuer: Whose it is, as the text has it on one line.
        term: Term of office of its issuer, if given: of "khoá XIII" the 13.
        title: What it is called beside its kind: ``Đất đai``, ``Đảng``, ``Đại hội XIII``; behind a number what
            it says after "về".
        called: The documents a popular name means, newest first.
        units: The units that are named with it, each from the outermost inwards; "Điều này" has the label ``này``.
    """

    span: Span
    naming: Naming
    number: str | None = None
    serial: str = ""
    codes: tuple[str, ...] = ()
    body: str = ""
    kind: str | None = None
    year: int | None = None
    issued_on: date | None = None
    issuer: str | None = None
    term: int | None = None
    title: str | None = None
    called: tuple[Called, ...] = ()
    units: tuple[Path, ...] = ()
