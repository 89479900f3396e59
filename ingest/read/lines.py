"""Small things every reader needs: tidying a line and knowing what it may begin or end."""

from __future__ import annotations

import re

from corpus.sentences import ends_sentence
from corpus.text import CONTROLS, NO_CHARACTERS, clean, match_form, one_line
from ingest.bullets import ITEM_SIGNS

# Broken fonts give such. The controls from U+0080 on stay: in old code pages they are letters.
_UNUSABLE = re.compile(f"[{CONTROLS}{NO_CHARACTERS}]")
# Rules of a letterhead and the cell borders crawlers leave: no words in them, so nothing to quote.
_ORNAMENT = re.compile(r"[\s*|]*|(?:\s*[*|=_~\-–—]){2,}\s*")
_MARKER = re.compile(
    r"(?:(?:phần|chương|mục|tiểu mục|điều|phụ lục)\s+(?:thứ\s+)?[\divxlc]+\b"
    r"|phần\s+thứ\s+\w+$"
    r"|(?!\d+\s?[-–/]\s?[^\W\d_]{1,4}\s?[-–/])\d{1,3}(?:\.\d{1,3})*\s?[.)\-–/](?!\d)"  # 57-NQ/TW is none
    r"|\d{1,2}(?:\.\d{1,2})+\s"
    r"|[ivxl]+\s?[.)\-–](?=\s|[^\W\d_])"
    r"|[a-hđ]\s?[.\-–]\s?(?=[^\W\d_])"
    r"|[a-zđ]\d?\s?(?:\)|/\s)"
    r"|\(?\d{1,2}\)"
    rf"|(?:{ITEM_SIGNS}|\+)\s*(?=[^\W_]|[“\"(\[]))",
    re.IGNORECASE,
)
_CROSS_REFERENCE = re.compile(
    r"(?:,|khoản|điểm|điều|mục|chương|phần|phụ lục|số|và|hoặc"
    r"|đến|tới|tại|từ|ngày|tháng|năm|theo|của|các|là)$"
)
_DASH = re.compile(rf"{ITEM_SIGNS}|\+")
# A unit that prints its name opens a line; only a reference that was wrapped begins one, too.
_NAMED = re.compile(r"(?:Điều \d{1,3}[a-zđ]?[.:]|(?:Chương|CHƯƠNG) [IVXLC\d]+|(?:Phần|PHẦN) (?:thứ|THỨ) |Mục \d+[.:])")
_PAUSE = re.compile(r"[,.;:!?…)\]”\"]$")


def tidy(text: str) -> str:
    """One line of text as it is stored: cleaned, without line breaks, runs of blanks one space."""
    return one_line(clean(_UNUSABLE.sub(" ", text)))


def tidy_lines(text: str) -> list[str]:
    """The lines of a text, each tidied; those without text are left out."""
    return [line for line in map(tidy, text.split("\n")) if line]


def listed(keywords: str) -> list[str]:
    """Keywords one by one, as they are written in one field of a file."""
    return [tidy(word) for word in re.split(r"[;,|]", keywords)]


def is_ornament(text: str) -> bool:
    """Whether a tidied line holds no text at all: a rule, an asterisk, a table border."""
    return _ORNAMENT.fullmatch(text) is not None


def starts_marker(text: str) -> bool:
    """Whether the line begins like a list item or a numbered unit."""
    return _MARKER.match(text) is not None


def may_precede_marker(before: str, after: str) -> bool:
    """Whether ``before`` may end so that the marker at the start of ``after`` is one.

    Recipients end with a comma before the next dash; before a number or a letter a comma tells of a
    cross-reference that was wrapped ("điểm a), b),/d) khoản 1"), and nothing at all of a word in two
    ("kinh tế/- xã hội"). A numbered title needs no full stop.
    """
    if ends_sentence(before):
        return True
    if _NAMED.match(after):
        return not ends_cross_reference(before)
    if _DASH.match(after):
        return _PAUSE.search(before) is not None
    return starts_marker(before) and not ends_cross_reference(before)


def ends_cross_reference(text: str) -> bool:
    """Whether the line ends where a number or a letter of another place must follow."""
    return _CROSS_REFERENCE.search(match_form(text)) is not None


def starts_lower(text: str) -> bool:
    """Whether the line's first letter is a small one: it can hardly begin a paragraph."""
    return text[:1].islower()


def changes_case(before: str, after: str) -> bool:
    """Whether one line is in capitals and the other is not, as a title and the text under it."""
    if before.isupper() == after.isupper() or starts_lower(after):
        return False
    capitals = before if before.isupper() else after
    return " " in capitals  # one word in capitals may be an abbreviation at a line's end
