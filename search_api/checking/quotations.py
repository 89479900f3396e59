"""The quotations of a draft, and the words between quotation marks that are none.

Marks are paired as people type them: curly, straight and angular ones, one inside another, now and then the wrong way
round. A quotation that runs over paragraphs may open each of them anew. What is not judged is told with its reason.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.errors import TooLong
from corpus.text import match_form, trimmed
from corpus.types import Span, Value
from search_api.checking.words import word_form, words_of

LONGEST_DRAFT = 400_000
"""Characters of a draft: 150 pages."""
MOST_QUOTATIONS = 500
LONGEST_QUOTATION = 20_000
"""Characters of a quotation: seven pages."""

_MARK = re.compile(r"[“”„‟\"«»]|(?<!\w)[‘'](?=\w)|(?<=[\w.,;:!?…%)])[’'](?!\w)")
_OPENS = "“„‟«"
_CLOSES = "”»"
_SINGLE = "‘’'"
# What may stand between a straight mark that opens and the word before it.
_BEFORE_OPENING = re.compile(r"(?:^|[\s(\[{:;,\-–—“«‘'])$")
_LEADS = re.compile(r"[:,]\s*$|^\s*$")
# A quotation of more paragraphs, or of more characters, than that has lost its closing mark.
_MOST_PARAGRAPHS = 60
_LOST = 2 * LONGEST_QUOTATION
# "chuyển đổi số", "bốn tốt", "lấy dân làm gốc": terms and phrases everybody uses.
_FEW_WORDS = 4
# "vừa chạy vừa xếp hàng": so short, of no stated source and in no document, it is a way of speaking.
_LONGEST_PHRASE = 8
_LONGEST_NAME = 25
_NAMES = re.compile(
    r"(?:chuyên đề|chủ đề|đề tài|phong trào|cuộc vận động|khẩu hiệu|mô hình|cuốn|cuốn sách|tác phẩm|bài viết|bài báo"
    r"|hội thi|cuộc thi|danh hiệu|câu lạc bộ|đề án|dự án|chương trình|công trình|giải thưởng|hội thảo|tọa đàm)"
    r"(?: (?:với|có|mang|là|về|tên|tên gọi|chủ đề|tiêu đề|nhan đề)){0,3}:?\s*$"
)
_ABOUT = word_form("về")
_VERBATIM = re.compile(r"(?:nguyên văn|trích(?: dẫn)?)(?: [^\n.;:]{1,40})?:\s*$")
# Enough of what lacks a mark for its writer to find it.
_SHOWN = 200
_ITEM = re.compile(r"(?:[-–+•]|\d{1,3}[.)]|\w\))\s")


class Skipped(StrEnum):
    """Why words between quotation marks are not judged; the value is what readers see."""

    SHORT = "cụm từ ngắn"
    PHRASE = "cụm từ không nêu nguồn, kho không có"
    NAME = "tên gọi (phong trào, chuyên đề, tác phẩm …)"
    TITLE = "tên văn bản"
    UNCLOSED = "thiếu dấu đóng ngoặc kép"
    UNOPENED = "thiếu dấu mở ngoặc kép"


@dataclass(frozen=True, slots=True)
class Quotation(Value):
    """A quotation in a draft.

    Attributes:
        span: The quoted words, without the marks around them.
        outer: The same with them.
    """

    span: Span
    outer: Span


@dataclass(frozen=True, slots=True)
class Passed(Value):
    """Words between quotation marks that are not judged."""

    span: Span
    reason: Skipped


def find_quotations(text: str) -> tuple[tuple[Quotation, ...], tuple[Passed, ...]]:
    """The outermost quotations of a text in order, and those that lack their closing mark.

    Raises:
        TooLong: There are more, or longer ones, than can be checked while somebody waits.
    """
    found: list[Quotation] = []
    passed: list[Passed] = []
    for outer, lacking in _pairs(text):
        start = outer.start + (lacking is not Skipped.UNOPENED)
        inner = trimmed(text, start, outer.end - (lacking is not Skipped.UNCLOSED))
        if lacking is not None:
            inner = Span(inner.start, min(inner.end, inner.start + _SHOWN))
            passed.append(Passed(inner, lacking))
        elif inner.end > inner.start:
            found.append(Quotation(inner, outer))
        _require_bounds(len(found) + len(passed), inner)
    for block in _blocks(text, [quotation.outer for quotation in found]):
        found.append(Quotation(block, block))
        _require_bounds(len(found), block)
    return tuple(sorted(found, key=lambda one: one.span)), tuple(passed)


def reason_to_skip(
    text: str, quotation: Quotation, titles: frozenset[tuple[str, ...]], named: Sequence[int]
) -> Skipped | None:
    """Why words between quotation marks are no quotation to be judged; ``None`` if they are one.

    Args:
        text: The draft.
        quotation: Where they stand.
        titles: The titles of the documents of the corpus, as forms of words.
        named: Where the documents that it names end, in order.
    """
    forms = words_of(text[slice(*quotation.span)]).forms
    # "ít nhất 80%" is short and says all.
    if len(forms) <= _FEW_WORDS and not any(form[0].isdigit() for form in forms):
        return Skipped.SHORT
    line = text.rfind("\n", 0, quotation.outer.start) + 1
    before = match_form(text[max(line, quotation.outer.start - 80) : quotation.outer.start])
    if len(forms) <= _LONGEST_NAME and _NAMES.search(before):
        return Skipped.NAME
    return Skipped.TITLE if forms in titles or forms[1:] in titles or _is_title(text, quotation, forms, named) else None


def is_phrase(text: str) -> bool:
    """Whether a quotation is so short that without a source it is a way of speaking."""
    return len(words_of(text).forms) <= _LONGEST_PHRASE


def _is_title(text: str, quotation: Quotation, forms: Sequence[str], named: Sequence[int]) -> bool:
    """Whether it tells what the document right before it is about: Chỉ thị 05-CT/TW “Về …”."""
    at = bisect_right(named, quotation.outer.start) - 1
    behind = at >= 0 and not text[named[at] : quotation.outer.start].strip(" ,:-–\n")
    return behind and forms[0] == _ABOUT and len(forms) <= _LONGEST_NAME * 2


def _require_bounds(count: int, span: Span) -> None:
    if count > MOST_QUOTATIONS:
        raise TooLong(
            f"Bản thảo có hơn {MOST_QUOTATIONS} chỗ trong ngoặc kép, nhiều hơn mức soát được một lần.",
            "Hãy tách bản thảo thành nhiều phần rồi soát từng phần.",
        )
    if span.end - span.start > LONGEST_QUOTATION:
        raise TooLong(
            f"Bản thảo có một lời trích dài hơn {LONGEST_QUOTATION} chữ cái (từ chữ thứ {span.start + 1}), "
            "dài hơn mức soát được.",
            "Hãy kiểm tra dấu đóng ngoặc kép, hoặc tách lời trích rồi soát lại.",
        )


def _pairs(text: str) -> Iterator[tuple[Span, Skipped | None]]:
    """The outermost pairs of marks; of a mark that lacks its partner, what of its paragraph it begins or ends."""
    begin: int | None = 0
    while begin is not None:
        begin = yield from _pairs_from(text, begin)


def _pairs_from(text: str, begin: int) -> Generator[tuple[Span, Skipped | None], None, int | None]:
    """The pairs up to a mark that nothing closes: where its paragraph ends; ``None`` if there is none."""
    opened: list[tuple[int, str]] = []
    paragraphs, done, at = 0, begin, begin
    for mark in _MARK.finditer(text, begin):
        breaks = text.count("\n", at, mark.start())
        at = mark.start()
        if opened and breaks:
            paragraphs += breaks
            if not _goes_on(text, opened[0][0], paragraphs):
                break
        if opened and at - opened[0][0] > _LOST:
            break
        if _is_opening(text, mark, opened):
            # A paragraph of a quotation that goes on opens it anew.
            anew = len(opened) == 1 and breaks and _begins_line(text, mark.start())
            if not anew and not (opened and mark.group() in _SINGLE and opened[-1][1] in _SINGLE):
                opened.append((mark.start(), mark.group()))
        elif opened and _closes(mark.group(), opened):
            start, _ = opened.pop()
            if not opened:
                yield Span(start, mark.end()), None
                paragraphs, done = 0, mark.end()
        elif not opened and mark.group() not in _SINGLE:
            line = text.rfind("\n", done, mark.start()) + 1
            yield Span(max(line, done), mark.end()), Skipped.UNOPENED
            done = mark.end()
    if not opened:
        return None
    end = _line_end(text, opened[0][0])
    yield Span(opened[0][0], end), Skipped.UNCLOSED
    # What was taken to stand inside it stands for itself.
    return end


def _is_opening(text: str, mark: re.Match[str], opened: list[tuple[int, str]]) -> bool:
    sign = mark.group()
    before, after = text[max(0, mark.start() - 1) : mark.start()], text[mark.end() : mark.end() + 1]
    # “…“ and "… ": a mark of the wrong side, or with a blank too many, before what can only follow a quotation.
    ends = not after.strip() or after in ".,;:!?)]"
    leads = _BEFORE_OPENING.search(before) is not None
    if sign in _OPENS:
        return not (opened and ends)
    if sign in _CLOSES:
        return not opened and leads and not ends
    if sign in _SINGLE:
        return sign == "‘" or (sign == "'" and leads)
    return leads and not (opened and ends)


def _closes(sign: str, opened: list[tuple[int, str]]) -> bool:
    single = opened[-1][1] in _SINGLE
    if sign in _SINGLE:
        return single
    while single and len(opened) > 1:
        # An apostrophe was taken for an opening mark.
        opened.pop()
        single = opened[-1][1] in _SINGLE
    return not single


def _goes_on(text: str, start: int, paragraphs: int) -> bool:
    """Whether a quotation may run over the end of its paragraph: it leads one, or follows a colon."""
    line = text.rfind("\n", 0, start) + 1
    return paragraphs <= _MOST_PARAGRAPHS and _LEADS.search(text[max(line, start - 3) : start]) is not None


def _begins_line(text: str, at: int) -> bool:
    return not text[text.rfind("\n", 0, at) + 1 : at].strip()


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)


def _blocks(text: str, taken: list[Span]) -> Iterator[Span]:
    """Paragraphs that follow "nguyên văn:" without marks, with the items that belong to them."""
    lines = [Span(match.start(), match.end()) for match in re.finditer(r"[^\n]+", text)]
    starts = {span.start for span in taken}
    for index in range(len(lines) - 1):
        if not _VERBATIM.search(match_form(text[max(lines[index].start, lines[index].end - 80) : lines[index].end])):
            continue
        last = index + 1
        while last + 1 < len(lines) and _ITEM.match(text, lines[last + 1].start) and text[lines[last].end - 1] in ":;":
            last += 1
        block = trimmed(text, lines[index + 1].start, lines[last].end)
        if block.start not in starts and not any(block.overlaps(span) for span in taken if span.start >= block.start):
            yield block
