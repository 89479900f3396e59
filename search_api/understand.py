"""What a question asks for: the words to look for, and the document and unit it names, if it names any.

Numbers are recognised however they are typed (``57-NQ/TW``, ``57/NQ-TW``, ``NQ 57``, ``nghi quyet so 57``),
units in any order (``khoản 2 mục III``, ``muc 3 khoan 2``). Typed marks are kept: they count in matching.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.abbreviations import write_out
from corpus.errors import BadQuery
from corpus.numbers import KINDS, codes_of_kind, roman_value
from corpus.text import clean, fold, has_marks, match_form, one_line
from corpus.types import Filters, Value

LONGEST_QUERY = 1000
"""Characters; a pasted paragraph fits, a pasted document does not."""


@dataclass(frozen=True, slots=True)
class WantedUnit:
    """A unit a question names: ``("khoản", "2")``; labels folded, Roman ones also as their value."""

    unit: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WantedDocument:
    """A document a question names.

    Attributes:
        serial: The number's digits (``57``, ``1147``).
        codes: Folded codes of its kind (``nq``); empty if the question gives none.
        body: Folded letters of the issuing body's code (``tw``, ``btctw``), empty if not given.
        year: Year, ``None`` if not given.
    """

    serial: str
    codes: tuple[str, ...]
    body: str
    year: str | None


@dataclass(frozen=True, slots=True)
class Query(Value):
    """A question, understood.

    Attributes:
        raw: As it was asked.
        text: NFC, blanks evened out: what is encoded.
        topic: The text without the words that name a document or a unit; empty if nothing else is asked.
        words: What is looked for: the topic, or the text where there is none, abbreviations written out.
        document: The document it names.
        units: The units it names, in the order asked.
        filters: Conditions the user set beside the words.
    """

    raw: str
    text: str
    topic: str
    words: str
    document: WantedDocument | None
    units: tuple[WantedUnit, ...]
    filters: Filters


_CODES = "nq|ct|kl|qd|qyd|qc|hd|tb|kh|ctr|bc|ttr|tt|nd|da|cv"
_BODIES = "tw|btctw|btgdvtw|vptw|ubkttw|cp|ttg|tu|du|cb"
_KINDS_FOLDED = {fold(kind): kind for kind in KINDS}
_KIND_WORDS = "|".join(sorted(map(re.escape, _KINDS_FOLDED), key=len, reverse=True))
# All patterns run on folded text; a code or a kind must touch the number, so that "khoản 57" is no document.
_FULL = re.compile(
    rf"(?<![\w/])(?P<serial>\d{{1,5}}(?:\.\d{{1,3}})?)\s?[-/ ]\s?(?:(?P<year>(?:19|20)\d\d)\s?[-/]\s?)?"
    rf"(?P<code>{_CODES}|qh|ubtvqh)\s?[-/ ]?\s?"
    r"(?P<body>(?:tw|cp|ttg|b[a-z]+tw|vptw|ubkttw|tu|hu|du|cb|ubnd|hdnd|qh|\d{2})\b(?:[-\w]*))?"
    r"(?!\w)(?!\s*(?:so\s*)?\d)"
)
_CODE_FIRST = re.compile(
    rf"(?<!\w)(?P<code>{_CODES})\s?[-.]?\s?(?:so\s?)?(?P<serial>\d{{1,4}})(?:\s?[-/]?\s?(?P<body>tw|btctw|ttg|cp|tu|du))?(?![\w%])"
)
_KIND_FIRST = re.compile(
    rf"(?<!\w)(?P<kind>{_KIND_WORDS})(?:\s+ket luan)?\s+(?:so\s*:?\s*)?(?P<serial>\d{{1,4}})"
    rf"(?P<rest>(?:\s?[-/]\s?(?:\d{{4}}\s?/\s?)?(?:{_CODES})?\s?[-/]?\s?(?:{_BODIES})?)?)(?![\w%])"
)
_NUMBER_WORDS = {
    "nhat": "1",
    "hai": "2",
    "ba": "3",
    "tu": "4",
    "nam": "5",
    "sau": "6",
    "bay": "7",
    "tam": "8",
    "chin": "9",
}
_UNIT = re.compile(
    r"(?<!\w)(?P<unit>phu luc|phan|chuong|muc|dieu|khoan|diem|gach dau dong(?: thu)?|gach)\s+"
    r"(?:thu\s+|so\s+)?(?P<label>\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?|[ivxl]{1,5}|[a-z]|nhat)(?![\w%.]|\s*/\s*\d)"
)
_UNITS = {
    "phu luc": "phụ lục",
    "phan": "phần",
    "chuong": "chương",
    "muc": "mục",
    "dieu": "điều",
    "khoan": "khoản",
    "diem": "điểm",
}


def understand(raw: str, filters: Filters) -> Query:
    """Read a question.

    Raises:
        BadQuery: It is empty, too long, or has no letter or digit.
    """
    text = one_line(clean(raw))
    if len(text) > LONGEST_QUERY:
        raise BadQuery(f"Câu hỏi dài {len(text)} ký tự, quá mức {LONGEST_QUERY}.", "Hãy rút gọn còn một hai câu chính.")
    if not any(c.isalnum() for c in text):
        raise BadQuery("Câu hỏi chưa có chữ nào.", "Hãy nhập vài từ cần tìm, ví dụ: chuyển đổi số ở chi bộ.")
    folded = fold(text)
    document, taken = _document(folded)
    units, unit_spans = _units(match_form(text), folded, taken)
    spans = ([taken] if taken else []) + unit_spans
    topic = _without(text, spans)
    return Query(raw, text, topic, write_out(topic or text), document, units, filters)


def _document(folded: str) -> tuple[WantedDocument | None, tuple[int, int] | None]:
    if match := _FULL.search(folded):
        body = re.sub(r"[^a-z0-9]", "", match["body"] or "")
        return WantedDocument(match["serial"], (match["code"],), body, match["year"]), _with_kind(folded, match)
    if match := _KIND_FIRST.search(folded):
        codes = tuple(sorted({fold(code) for code in codes_of_kind(_KINDS_FOLDED[match["kind"]])}))
        named = re.search(rf"(?:{_BODIES})$", match["rest"].strip())
        return WantedDocument(match["serial"], codes, named.group() if named else "", None), match.span()
    if match := _CODE_FIRST.search(folded):
        return WantedDocument(match["serial"], (match["code"],), match["body"] or "", None), match.span()
    return None, None


def _with_kind(folded: str, match: re.Match[str]) -> tuple[int, int]:
    """The span of a number together with the words "nghị quyết số" before it."""
    before = re.search(rf"(?:(?:{_KIND_WORDS})\s+)(?:so\s*:?\s*)?$", folded[: match.start()])
    return (before.start() if before else match.start()), match.end()


def _units(
    written: str, folded: str, taken: tuple[int, int] | None
) -> tuple[tuple[WantedUnit, ...], list[tuple[int, int]]]:
    units: list[WantedUnit] = []
    spans: list[tuple[int, int]] = []
    for match in _UNIT.finditer(folded):
        if taken and match.start() < taken[1] and taken[0] < match.end():
            continue
        unit = _UNITS.get(match["unit"], "gạch")
        label = _NUMBER_WORDS.get(match["label"], match["label"])
        # "điểm a", "mục iii": a lone letter elsewhere ("phần a" of a word list) would be noise.
        if label.isalpha() and unit not in ("điểm", "phần", "mục", "chương", "phụ lục"):
            continue
        is_letter_d = label == "d" and unit == "điểm"
        labels = _letter_d(written, match.start("label")) if is_letter_d else _spellings(label)
        units.append(WantedUnit(unit, labels))
        spans.append(match.span())
    return tuple(units), spans


def _letter_d(written: str, at: int) -> tuple[str, ...]:
    """Which of điểm d and điểm đ was asked for; both, if the question was typed without marks."""
    return (written[at],) if has_marks(written) else ("d", "đ")


_ROMANS = (
    "i",
    "ii",
    "iii",
    "iv",
    "v",
    "vi",
    "vii",
    "viii",
    "ix",
    "x",
    "xi",
    "xii",
    "xiii",
    "xiv",
    "xv",
    "xvi",
    "xvii",
    "xviii",
    "xix",
    "xx",
)


def _spellings(label: str) -> tuple[str, ...]:
    """A label and its other numeral: people type "mục 3" for "mục III"."""
    value = roman_value(label.upper())
    if value:
        return (label, str(value))
    if label.isdigit() and 1 <= int(label) <= len(_ROMANS):
        return (label, _ROMANS[int(label) - 1])
    return (label,)


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    kept = text
    for start, end in sorted(spans, reverse=True):
        kept = kept[:start] + " " + kept[end:]
    return one_line(re.sub(r"(?:^|\s)(?:của|cua|trong|tại|tai|theo|,)+(?=\s|$)", " ", kept)) if spans else kept
