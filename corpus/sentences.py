"""Where sentences end in running text, and where else a text may be cut.

A sentence ends at a full stop, a question or exclamation mark or an ellipsis, with the quotation marks and brackets
that close behind it, before a blank; and at the end of a line, since a title has a line of its own. No sentence ends

- where small letters go on ("v.v. và các tổ chức"), unless they are the label of an item ("a) …");
- at the stop of a label ("1.", "Điều 5.", "III."), an abbreviation ("TP. Huế", "PGS. TS. Mẫu", "tr. 4") or an
  initial ("Nguyễn Văn A. ký");
- at an ellipsis that stands for left-out words ("[…]", "(...)").

Stops inside numbers, dates and addresses ("1.200", "5.3.2026", "moha.gov.vn") have no blank behind them.

What asks another question keeps a border of its own and says why: ranking and "exact phrase" look at the words of one
item (``corpus.wording``, ``search_api.asking.phrase``), relations at what a verb governs (``corpus.endings``,
``ingest.relations``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.text import trimmed
from corpus.types import Span

# Behind another sign a sign is never tried: what reads leaders of dots would do so once for every dot.
_STOP = re.compile(r"(?<![.!?…])(?P<signs>[.!?…]+)(?P<closing>[”»\"’')\]]*)(?P<blanks>\s+|\Z)|\n\s*")
_LINE_END = re.compile(r"[.;:!?…][”»\"’')\]]*\Z")
_LABEL = re.compile(
    r"(?:[-–+•]\s)?(?:(?:phần thứ \w+)|(?:(?:điều|mục|chương|phần|phụ lục|khoản|điểm)\s)?"
    r"(?:[\dIVXivx]{1,5}(?:\.\d+)*|[a-zđ]))\s?[.)]?",
    re.IGNORECASE,
)
# Titles before names, what stands before places and pages of books, and before an office in a signature.
_ABBREVIATED = re.compile(
    r"(?<![^\s(“\"«.\-–])(?:TP|Tp|tp|TX|TT|GS|PGS|TS|ThS|BS|KS|LS|Nxb|NXB|tr|Đ/c|đ/c|KT|TM|TL|TUQ|[A-ZĐ])\Z"
)
_LONGEST_ABBREVIATION = 4
_ITEM = re.compile(r"[a-zđ][.)]")
_ITEM_END = re.compile(r";(?=\s)")


def sentences(text: str) -> Iterator[Span]:
    """The sentences of a text without the blanks around them, in order; one without its own end is the last.

    Args:
        text: As printed: capitals tell where a sentence may begin.
    """
    start = len(text) - len(text.lstrip())
    for stop in _STOP.finditer(text, start):
        if not stop["signs"] or "\n" in stop["blanks"] or _ends(text, start, stop):
            yield from _with_words(text, start, stop.end())
            start = stop.end()
    yield from _with_words(text, start, len(text))


def parts(text: str) -> Iterator[Span]:
    """Sentences, and of an enumeration the items with their semicolons: what a text may be cut into."""
    for sentence in sentences(text):
        start = sentence.start
        for end in (*(match.end() for match in _ITEM_END.finditer(text, *sentence)), sentence.end):
            yield from _with_words(text, start, end)
            start = end


def ends_sentence(line: str) -> bool:
    """Whether a line may be the last of its paragraph; a semicolon or a colon ends one, too: items have their own."""
    return _LINE_END.search(line) is not None


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether a sentence that begins at ``start`` ends at a sign in its line."""
    at, after = stop.start(), stop.end()
    if text[after : after + 1].islower() and not _ITEM.match(text, after):
        return False
    if stop["signs"] == ".":
        before = text[max(start, at - _LONGEST_ABBREVIATION - 1) : at]
        return not _LABEL.fullmatch(text, start, at) and not _ABBREVIATED.search(before)
    is_dots = not stop["signs"].strip(".…")
    return not (is_dots and text[at - 1 : at] in ("(", "[") and stop["closing"][:1] in (")", "]"))


def _with_words(text: str, start: int, end: int) -> Iterator[Span]:
    span = trimmed(text, start, end)
    if span.end > span.start:
        yield span
