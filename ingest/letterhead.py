"""The letterhead: number, place and date, the line on which the kind stands.

Two columns may be read one after the other or line by line; the number and the date may share a line in either
order; scans read 1 as l and 0 as O; what was left open for the stamp is not stated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from corpus.numbers import KINDS, NumberMention, find_dates, find_numbers, kind_at_start
from corpus.text import match_form
from ingest.press import NAMED_BY_NUMBER
from ingest.reading import Line
from ingest.structure.tail import is_capitals

# A letterhead is short; the title block ends it.
HEAD_LINES = 40
_NUMBER_LABEL = re.compile(r"(?<!\w)s[ốô]\s*:?\s*(?=\d)", re.IGNORECASE)
_PLACE_AND_DATE = re.compile(
    r"(?P<place>[A-ZĐÀ-Ỹ]\w*(?:[ .\-]+\w+){0,5})\s?,\s*"
    r"(?P<date>ngày\s*(?:\d{1,2}\s*tháng\s*\d{1,2}\s*,?\s*năm\s*\d{4}|\d{1,2}\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?\d{4}))"
)
_LONGEST_NUMBER_LINE = 40
# Words in capitals that begin like a kind.
_NO_KIND = re.compile(r"nghị định thư|báo cáo viên|luật sư")
_CHAPTER = re.compile(r"(?:phần|chương|mục)\s?[ivxl\d]")
_WORD = re.compile(r"[^\s-]+")
_SPACED_KINDS = {match_form(kind).replace(" ", ""): kind for kind in KINDS}
# What a scan reads for digits, where only a number can stand.
_MISREAD = re.compile(
    r"(?<!\w)(?P<label>s[ốô]\s*:?\s*|ngày\s*|tháng\s*|năm\s*)(?P<digits>[\dlIOo]{1,4})(?![^\W\d])", re.IGNORECASE
)
_DIGITS = str.maketrans("lIOo", "1100")
# Who copies a document puts a letterhead of their own above it, numbered as a copy (SY, SL, TrS, BS).
_COPY = re.compile(r"(?:sao y(?: bản chính)?|sao lục|trích sao|bản sao(?: y)?(?: bản chính)?)$")
_COPY_CODES = ("SY", "SL", "TrS", "TS", "BS", "SYBC")


class Number(NamedTuple):
    """The document's own number, and the line it stands on."""

    mention: NumberMention
    line: int


class PlaceAndDate(NamedTuple):
    """Where and when it was issued, with the line and the characters of each; the day may be impossible."""

    place: str
    day: date | None
    line: int
    place_at: tuple[int, int]
    date_at: tuple[int, int]


class Kind(NamedTuple):
    """The kind, the line on which it stands, and one past its last character there."""

    kind: str
    line: int
    end: int


def own_start(opening: Sequence[Line]) -> int:
    """The line at which the letterhead of the document itself begins, below that of who copied it."""
    for index, line in enumerate(opening[:HEAD_LINES]):
        if _COPY.match(match_form(line.text).strip(" *()-")) and _kind_follows(opening, index):
            return index + 1
    return 0


def _kind_follows(opening: Sequence[Line], index: int) -> bool:
    return any(_kind_of(line.text) for line in opening[index + 1 : HEAD_LINES])


def repaired(line: str) -> str:
    """A line with the letters a scan read for digits put right, character for character."""
    return _MISREAD.sub(
        lambda match: (
            match["label"] + match["digits"].translate(_DIGITS)
            if any(char.isdigit() for char in match["digits"]) or len(match["digits"]) < 3
            else match.group()
        ),
        line,
    )


def kind_line(opening: Sequence[Line], start: int) -> Kind | None:
    """The title line: the kind stands on it in capitals, or alone and set off."""
    for index, line in enumerate(opening[start:HEAD_LINES], start):
        if index and _CHAPTER.match(match_form(opening[index - 1].text)):
            continue  # "Chương I" / "QUY ĐỊNH CHUNG"
        found = _kind_of(line.text)
        if found is None:
            continue
        kind, end = found
        alone = end == len(line.text.rstrip(" *:")) and (line.bold or line.heading > 0)
        if alone or (is_capitals(line.text[:end]) and (is_capitals(line.text) or line.bold)):
            return Kind(kind, index, end)
    return None


def _kind_of(text: str) -> tuple[str, int] | None:
    """The kind a line begins with, also one with its letters spaced: "N G H Ị Q U Y Ế T"."""
    if _NO_KIND.match(match_form(text)):
        return None
    if found := kind_at_start(text):
        return found
    words = text.split()
    spaced = len(words) > 3 and all(len(word) == 1 for word in words)
    kind = _SPACED_KINDS.get(match_form("".join(words))) if spaced else None
    return (kind, len(text)) if kind else None


def labelled_number(head: Sequence[str]) -> Number | None:
    """The number after the label "Số" in the letterhead."""
    for index, written in enumerate(head):
        line = repaired(written)
        for label in _NUMBER_LABEL.finditer(line):
            mention = next((m for m in find_numbers(line) if m.start == label.end()), None)
            if mention is None or mention.code in _COPY_CODES:
                continue
            named = NAMED_BY_NUMBER.search(match_form(line[: label.end()]) + "1")
            # "Luật số: 69/2025/QH15" is the letterhead of a law; "… thực hiện Nghị quyết số 57" is a mention.
            alone = named is None or (named.start() == 0 and len(line) < _LONGEST_NUMBER_LINE)
            if alone and _may_precede_number(line[: label.start()].strip()):
                return Number(mention, index)
    return None


def _may_precede_number(text: str) -> bool:
    """Whether what stands before "Số" is of a letterhead: nothing, capitals, a law's kind, the other column."""
    kind = kind_at_start(text)
    return text == text.upper() or (kind is not None and kind[1] == len(text)) or bool(_PLACE_AND_DATE.search(text))


def place_and_date(head: Sequence[str], *, alone: bool) -> PlaceAndDate | None:
    """Find "Hà Nội, ngày … tháng … năm …"; the number may share its line ("Số 06-HD/TW Hà Nội, ngày …").

    Args:
        head: Lines down to the title.
        alone: There is no title, so that sentences may follow: the date must have its line to itself.
    """
    for index, line in enumerate(head):
        for at, part in _beside_number(repaired(line)):
            match = _PLACE_AND_DATE.fullmatch(part.strip()) if alone else _PLACE_AND_DATE.search(part)
            if match:
                indent = len(part) - len(part.lstrip()) if alone else 0
                return _placed(match, index, at + indent)
    return None


def _beside_number(line: str) -> Iterator[tuple[int, str]]:
    """The parts of a line behind and before the numbers in it, with their offsets."""
    numbers = find_numbers(line)
    end = max((mention.end for mention in numbers), default=0)
    yield end, line[end:]
    if numbers:
        label = _NUMBER_LABEL.search(line)
        yield 0, line[: label.start() if label else numbers[0].start]


def _begins_place(word: str) -> bool:
    """Whether a name of a place may begin with a word: in capitals are only "TP." and what is set so throughout."""
    return word[0].isupper() and (not word[:2].isupper() or word.startswith("TP"))


def _placed(match: re.Match[str], line: int, at: int) -> PlaceAndDate:
    # The other column is set in capitals or runs on: "TỈNH ỦY MẪU Mẫu, ngày …", "V/v trồng cây Mẫu, ngày …".
    named = next((word for word in _WORD.finditer(match["place"]) if _begins_place(word.group())), None)
    place = match["place"][named.start() if named else 0 :]
    begin = at + match.end("place") - len(place)
    day = next((day for _, day in find_dates(match["date"])), None)
    return PlaceAndDate(
        place, day, line, (begin, at + match.end("place")), (at + match.start("date"), at + match.end("date"))
    )
