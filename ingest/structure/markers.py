"""What a line may begin: the labels by which Vietnamese documents number their units.

A marker is only a possibility. Whether it opens a unit is decided by the outline, which knows what
number is due; a cross-reference at the start of a line ("Điều 5 của Quy định này …") looks almost alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from corpus.numbers import roman_value
from corpus.text import match_form
from ingest.bullets import ITEM_SIGNS


class Level(IntEnum):
    """Depth at which a unit stands; a unit closes every open unit of its own or a greater level."""

    ANNEX = 0
    PART = 1
    CHAPTER = 2
    SECTION = 3
    SUBSECTION = 4
    LETTER = 5
    ROMAN = 6
    HEADING = 7
    ARTICLE = 8
    LETTER_OF_ARTICLE = 9
    ROMAN_OF_ARTICLE = 10
    CLAUSE = 11
    NUMBER = 12
    DEEP_NUMBER = 13
    DEEPEST_NUMBER = 14
    POINT = 15
    BRACKET = 16
    DASH = 17
    BRACKET_OF_DASH = 18
    PLUS = 19


@dataclass(frozen=True, slots=True)
class Marker:
    """A label at the start of a line.

    Attributes:
        unit: Vietnamese name of the unit (``khoản``).
        label: As printed, without its punctuation (``1.1``, ``đ``, ``III``).
        level: Where it stands among the others.
        order: Its place among its siblings, from 1; 0 where labels carry no order (dashes).
        body: Offset in the line of the first character after the label.
        parent_label: For dotted numbers, the label its parent must have (``10.2`` for ``10.2.1``).
        doubtful: It is a label only where one is due: a number follows it, so that it may be half of a date or a
            decimal ("2. 100% …"), or it is an asterisk, by which notes begin, too.
        bare: Nothing parts it from the text ("1 Phạm vi"): it is a label only at the head of a title.
    """

    unit: str
    label: str
    level: Level
    order: int
    body: int
    parent_label: str | None = None
    doubtful: bool = False
    bare: bool = False


_ORDINALS = {
    word: order
    for order, names in enumerate(
        (
            ("nhất", "một"),
            ("hai",),
            ("ba",),
            ("tư", "bốn"),
            ("năm",),
            ("sáu",),
            ("bảy", "bẩy"),
            ("tám",),
            ("chín",),
            ("mười",),
        ),
        1,
    )
    for word in names
}
# Points run through the Vietnamese alphabet; some documents use e, f or skip đ, so both orders are known.
_VIETNAMESE_LETTERS = "abcdđeghiklmnopqrstuvxy"
_LATIN_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ALPHABETS = (_VIETNAMESE_LETTERS, _LATIN_LETTERS)

# A stroke as it is typed, and as readers of pictures and of formulas give it.
_STROKE = "/⁄∕／"
_PART = re.compile(r"(?:phần)\s+(?:thứ\s+)?(?P<n>[ivx]+|\d+|[a-eđ]|" + "|".join(_ORDINALS) + r")(?!\w)\s*[.:\-–]?\s*")
_LETTER_PART = re.compile(rf"(?P<n>[A-HĐ])\s?[.\-–){_STROKE}]\s*(?=[A-ZĐÀ-Ỹ]{{2}})")
_CHAPTER = re.compile(r"chương\s+(?P<n>[ivxlc]+[a-z]?|\d+)(?!\w)\s*[.:\-–]?\s*")
_SECTION = re.compile(r"(?P<u>tiểu mục|mục)\s+(?P<n>[ivx]+|\d+(?:\.\d+)*)(?:\s*[.:\-–]\s*|$)")
# "V.I. Lê-nin" is a name, "V/v" stands for what a letter is about.
_ROMAN_SECTION = re.compile(
    rf"(?P<n>[IVXL]+)\s?(?:[.\-–—):]|\.?[{_STROKE}]\.?(?![vV]\b))\s*(?![A-ZĐ]\.)(?=[^\W\d_]|[“\"(])"
)
_ARTICLE = re.compile(r"điều\s+(?P<n>\d{1,3}[a-zđ]?)\s*(?:[.:\-–]\s*|$)")
_CLAUSE = re.compile(
    rf"(?P<n>\d{{1,3}})(?:\s?(?:[.\-–){_STROKE}]|\.[\-{_STROKE}]|[{_STROKE}]\.)\s*(?=[^\W\d_]|[“\"(\[*]|$)|[.)]\s+(?P<doubtful>(?=\d)))"
)
_NUMBER = re.compile(
    r"(?P<n>\d{1,2}(?:\.\d{1,2}){1,3})"
    rf"(?:(?:\s?[.\-–):{_STROKE}]\s*|\s+)(?=[^\W\d_]|[“\"(\[])|[.)]\s+(?P<doubtful>(?=\d)))"
)
# "đ/c" is a comrade and "a-b" a range: a stroke or a hyphen needs a blank or a capital after it.
_POINT = re.compile(
    rf"(?P<n>[a-zđ]\d?)\s?(?:[.)]\s*(?=\S)|[{_STROKE}\-–]\s+(?=[^\W\d_])|[{_STROKE}](?=[A-ZĐÀ-Ỹ][a-zđà-ỹ]))"
)
# Technical standards number their titles without a full stop.
_BARE_NUMBER = re.compile(r"(?P<n>\d{1,2})\s+(?=[A-ZĐÀ-Ỹ])")
_BRACKET = re.compile(r"\((?P<n>\d{1,2})\)\s*(?=\S)")
_DASH = re.compile(rf"{ITEM_SIGNS}\s*(?=[^\W_]|[“\"(\[])")
_ASTERISK = re.compile(r"\*\s+(?=[^\W\d_])")
_PLUS = re.compile(r"\+\s*(?=[^\W_]|[“\"(\[])")
_ANNEX = re.compile(
    r"phụ lục(?:\s+số)?\s*[:.]?\s*(?P<n>(?:[ivxl]+|\d{1,2}|[a-zđ])[a-zđ]?(?:[.\-]\d{1,2}){0,3})?"
    r"(?=$|\s*[.:\-–(])(?:\s*[.:\-–]\s*)?"
)

_NUMBER_LEVELS = {2: Level.NUMBER, 3: Level.DEEP_NUMBER, 4: Level.DEEPEST_NUMBER}


def markers(text: str) -> Iterator[Marker]:
    """Every label the line could begin with, most specific first."""
    form = match_form(text)
    yield from _named(text, form)
    if match := _LETTER_PART.match(text):
        yield Marker("phần", match["n"], Level.LETTER, "ABCDEFGH".find(match["n"]) + 1, match.end())
    if (match := _ROMAN_SECTION.match(text)) and (value := roman_value(match["n"])):
        yield Marker("mục", match["n"], Level.ROMAN, value, match.end())
    yield from _numbered(text)
    if match := _DASH.match(text):
        yield Marker("gạch", "", Level.DASH, 0, match.end())
    if match := _ASTERISK.match(text):
        yield Marker("gạch", "", Level.DASH, 0, match.end(), doubtful=True)
    if match := _PLUS.match(text):
        yield Marker("cộng", "", Level.PLUS, 0, match.end())


def _named(text: str, form: str) -> Iterator[Marker]:
    """Units that print their name: Phần, Chương, Mục, Điều, Phụ lục."""
    if (match := _PART.match(form)) and not _goes_on(text, match):
        yield Marker("phần", text[slice(*match.span("n"))], Level.PART, order_of(match["n"]), match.end())
    if (match := _CHAPTER.match(form)) and not _goes_on(text, match):
        yield Marker("chương", text[slice(*match.span("n"))], Level.CHAPTER, order_of(match["n"]), match.end())
    if match := _SECTION.match(form):
        level = Level.SECTION if match["u"] == "mục" else Level.SUBSECTION
        own = match["n"].rpartition(".")[2]  # "Tiểu mục 2.1" is the first of Mục 2
        yield Marker(match["u"], text[slice(*match.span("n"))], level, order_of(own), match.end())
    if match := _ARTICLE.match(form):
        yield Marker("điều", match["n"], Level.ARTICLE, order_of(match["n"]), match.end())
    if match := _ANNEX.match(form):
        label = text[slice(*match.span("n"))] if match["n"] else ""
        yield Marker("phụ lục", label, Level.ANNEX, order_of(match["n"] or ""), match.end())


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence goes on after what only names a unit: "Chương II của Quy định này …"."""
    return text[match.end() : match.end() + 1].islower()


def _numbered(text: str) -> Iterator[Marker]:
    """Units that print only a number or a letter."""
    if match := _NUMBER.match(text):
        head, _, last = match["n"].rpartition(".")
        level = _NUMBER_LEVELS[match["n"].count(".") + 1]
        yield Marker("số", match["n"], level, int(last), match.end(), head, match["doubtful"] is not None)
    if match := _CLAUSE.match(text):
        doubtful = match["doubtful"] is not None
        yield Marker("khoản", match["n"], Level.CLAUSE, int(match["n"]), match.end(), doubtful=doubtful)
    if match := _BARE_NUMBER.match(text):
        yield Marker("khoản", match["n"], Level.CLAUSE, int(match["n"]), match.end(), bare=True)
    if match := _BRACKET.match(text):
        yield Marker("ngoặc", match["n"], Level.BRACKET, int(match["n"]), match.end())
    if match := _POINT.match(text):
        yield Marker("điểm", match["n"], Level.POINT, _VIETNAMESE_LETTERS.find(match["n"][0]) + 1, match.end())


def order_of(label: str) -> int:
    """Place of a printed label among its siblings, 0 if it has none."""
    digits = re.match(r"\d+", label)
    if digits:
        return int(digits.group())
    if label in _ORDINALS:
        return _ORDINALS[label]
    roman = roman_value(label.upper())
    if roman:
        return roman
    return _LATIN_LETTERS.find(label) + 1 if len(label) == 1 else 0


def follows(label: str, previous: str | None) -> bool:
    """Whether a point's letter is due after another in either alphabet: after ``d`` both ``đ`` and ``e``."""
    if previous is None:
        return label[0] == "a"
    return skipped_letters(label, previous) == 0


def skipped_letters(label: str, previous: str) -> int | None:
    """How many letters are left out between two points, by the alphabet that leaves out fewer.

    A point put in between (``a1`` after ``a``) leaves out none; ``None`` if the letters go back.
    """
    if label[0] == previous[0]:
        return 0 if label != previous else None
    places = ((alphabet.find(previous[0]), alphabet.find(label[0])) for alphabet in _ALPHABETS)
    skipped = [after - before - 1 for before, after in places if 0 <= before < after]
    return min(skipped, default=None)
