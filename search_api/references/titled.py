"""Documents named by title: laws, the Constitution, statutes, the platform, resolutions of congresses and plenums."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from corpus.law_titles import LAW_TITLES
from corpus.numbers import roman_value
from corpus.popular_names import POPULAR_NAMES
from corpus.text import match_form
from corpus.types import Span
from search_api.asking.question import Question
from search_api.references.capitals import written_as_name
from search_api.references.mention import Mention, Naming

_LAW_KINDS = {"luật": "Luật", "bộ luật": "Bộ luật", "pháp lệnh": "Pháp lệnh"}
_LAW = re.compile(r"(?<!\w)(?<!pháp )(?<!kỷ )(?:bộ luật|luật|pháp lệnh)\s(?=\w)")
_LONGEST_TITLE = max(map(len, LAW_TITLES))
_BY_FIRST_WORDS: dict[str, list[str]] = {}
for _form in sorted(LAW_TITLES, key=len, reverse=True):
    _BY_FIRST_WORDS.setdefault(" ".join(_form.split()[:3]).rstrip(","), []).append(_form)
# Of a law that is not listed the title is what follows up to a word that no title begins with or goes on behind.
_UNLISTED = re.compile(r"(?:[^\W\d_]+)(?:\s[^\W\d_]+){0,11}")
_TITLE_ENDS = re.compile(
    r"\s(?:được|đã|và các|và những|quy định|về|có|do|thì|năm|số|ngày|theo|trong|tại|này|là|không|của|với|mà|khi|nếu|cho"
    r"|để|sẽ|phải|bằng|trên|hiện hành|sửa đổi|mới|như|gồm|từ|bởi|nhằm|vào|cũng|thay thế|hoặc)(?!\w).*"
)
_CONSTITUTION = re.compile(r"(?<!\w)Hiến pháp(?!\w)|(?<!\w)HIẾN PHÁP(?!\w)")
_STATUTE = re.compile(
    r"(?<!\w)điều lệ\s(?P<of>đảng(?: cộng sản việt nam)?|đoàn(?: thanh niên cộng sản hồ chí minh)?"
    r"|công đoàn việt nam|hội [^\W\d_]+(?: [^\W\d_]+)? việt nam|mặt trận tổ quốc việt nam)(?!\w)"
    r"|(?<!\w)điều lệ(?=(?:\s(?:và|,)\s[^.;,¶]{1,40})?\s(?:của đảng|đảng)(?!\w))"
)
_PLATFORM = re.compile(
    r"(?<!\w)cương lĩnh(?:\s(?P<of>chính trị|xây dựng đất nước(?: trong thời kỳ quá độ lên chủ nghĩa xã hội)?)"
    r"|(?=\s(?:năm\s)?(?:1930|1991|2011)(?!\d)))(?!\w)"
)

_COUNT = "nhất|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín|mười(?: một| hai| ba| bốn| lăm)?"
_COUNTS = {
    **dict(
        zip(
            ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"), map(str, range(1, 11)), strict=True
        )
    ),
    **{"bốn": "4", "bẩy": "7", "mười một": "11", "mười hai": "12", "mười ba": "13", "mười bốn": "14", "mười lăm": "15"},
}
_TERM = r"(?:[ivx]{1,6}|\d{1,2})"
_ACT = r"(?P<act>nghị quyết|kết luận|nq|kl)"
_PLENUM = re.compile(
    rf"(?<!\w){_ACT}(?:,\s(?:nghị quyết|kết luận))?\s?(?:của\s)?(?:hội nghị\s)?"
    rf"(?:lần thứ\s(?P<nth>{_COUNT}|\d{{1,2}})\s,?\s?)?"
    r"(?:(?:của\s)?(?:ban chấp hành\s)?(?:trung ương|tw)(?:\sđảng)?)"
    rf"(?:\s(?:lần thứ\s)?(?P<count>{_COUNT}|\d{{1,2}}))?,?\s?\(?khóa\s(?P<term>{_TERM})(?!\w)\)?"
)
_FURTHER_TERM = re.compile(rf"(?:,\s(?:và\s)?|\svà\s)(?:khóa\s)?(?P<term>{_TERM})(?!\w)")
_CONGRESS = re.compile(
    r"(?<!\w)nghị quyết\s(?:của\s)?đại hội\s(?:đảng\s)?(?:đại biểu\s)?(?:đảng\s)?(?:toàn quốc\s)?"
    r"(?:của đảng\s)?(?:lần thứ\s)?"
    r"(?P<term>[ivx]{1,6})(?!\w)(?:\s(?:của\s)?đảng(?:\scộng sản việt nam)?(?!\sbộ)(?!\w))?"
)
_ROMANS = {
    value: roman
    for roman in ("V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
    if (value := roman_value(roman))
}

# What a popular name begins with, and how it is abbreviated.
_BEGINNINGS = {"nghị quyết": "nq", "kết luận": "kl", "quy định": "qđ", "chỉ thị": "ct", "hướng dẫn": "hd"}
_BEFORE_POPULAR = re.compile(
    r"(?<!\w)(?P<kind>nghị quyết|kết luận|quy định|chỉ thị|hướng dẫn|nq|kl|qđ|ct|hd)\s(?:về\s)?$"
)
_SEVERAL = re.compile(r"(?<!\w)(?:các|những|nhiều|mọi|một số)\s$")


def titled(asked: Question) -> Iterator[Mention]:
    """Every document that a text names by title, in no order."""
    return chain(_laws(asked), _statutes(asked), _plenums(asked), _congresses(asked), _popular(asked))


def _laws(asked: Question) -> Iterator[Mention]:
    for match in _LAW.finditer(asked.written):
        if written_as_name(asked, match.start()):
            kind = _LAW_KINDS[match.group().strip()]
            title = _listed_title(asked, match.start()) or _unlisted_title(asked, match.end())
            if title:
                yield Mention(Span(match.start(), title[0]), Naming.TITLE, kind=kind, title=title[1])


def _listed_title(asked: Question, start: int) -> tuple[int, str] | None:
    said = asked.written[start : start + _LONGEST_TITLE + 1]
    words = said.split(" ", 3)
    first = (" ".join(words[:size]).rstrip('.,;:)”"') for size in (3, 2))
    for form in chain.from_iterable(_BY_FIRST_WORDS.get(key, ()) for key in first):
        if said.startswith(form) and not said[len(form) : len(form) + 1].isalnum():
            return start + len(form), LAW_TITLES[form]
    return None


def _unlisted_title(asked: Question, start: int) -> tuple[int, str] | None:
    """What follows "Luật" if it begins with a capital and is not all in capitals, as headings are."""
    found = _UNLISTED.match(asked.text, start)
    if found is None or not found.group()[0].isupper() or found.group().isupper():
        return None
    title = _TITLE_ENDS.sub("", f" {found.group()}")[1:]
    return (start + len(title), title) if title else None


def _statutes(asked: Question) -> Iterator[Mention]:
    for match in _CONSTITUTION.finditer(asked.text):
        yield Mention(Span(*match.span()), Naming.TITLE, kind="Hiến pháp")
    for match in _STATUTE.finditer(asked.written):
        if written_as_name(asked, match.start()):
            of = match["of"]
            title = "Đảng" if of is None or of.startswith("đảng") else asked.text[slice(*match.span("of"))]
            yield Mention(Span(*match.span()), Naming.TITLE, kind="Điều lệ", title=title)
    for match in _PLATFORM.finditer(asked.written):
        if written_as_name(asked, match.start()):
            of = match.span("of")
            yield Mention(Span(*match.span()), Naming.TITLE, kind="Cương lĩnh", title=asked.text[slice(*of)] or None)


def _plenums(asked: Question) -> Iterator[Mention]:
    """Resolutions of plenums: "Nghị quyết Trung ương 4 khoá XII", and for further terms ", XIII"."""
    for match in _PLENUM.finditer(asked.written):
        count = match["count"] or match["nth"]
        if count is None:
            continue
        kind = "Kết luận" if match["act"].startswith("k") else "Nghị quyết"
        start: int = match.start()
        at: re.Match[str] | None = match
        while at is not None:
            title = f"Trung ương {_COUNTS.get(count, count)} khóa {_roman(at['term'])}"
            called = POPULAR_NAMES.get(f"{kind} {title}".lower(), ())
            naming = Naming.POPULAR if called else Naming.TITLE
            yield Mention(Span(start, at.end()), naming, kind=kind, title=title, called=called)
            further = _FURTHER_TERM.match(asked.written, at.end())
            start = further.start("term") if further else start
            at = further


def _roman(term: str) -> str:
    return _ROMANS.get(int(term), term) if term.isdigit() else term.upper()


def _congresses(asked: Question) -> Iterator[Mention]:
    for match in _CONGRESS.finditer(asked.written):
        yield Mention(Span(*match.span()), Naming.TITLE, kind="Nghị quyết", title=f"Đại hội {match['term'].upper()}")


def _popular(asked: Question) -> Iterator[Mention]:
    """Popular names, each looked for by the words behind its kind, which are found fast."""
    for name, called in POPULAR_NAMES.items():
        form = match_form(name)
        beginning = next((kind for kind in _BEGINNINGS if form.startswith(f"{kind} ")), "")
        rest = form[len(beginning) :].strip()
        at = asked.written.find(rest)
        while at >= 0:
            if (span := _popular_span(asked, beginning, at, at + len(rest))) is not None:
                yield Mention(span, Naming.POPULAR, title=name, called=called)
            at = asked.written.find(rest, at + len(rest))


def _popular_span(asked: Question, beginning: str, start: int, end: int) -> Span | None:
    form = asked.written
    if form[end : end + 1].isalnum() or (start and form[start - 1].isalnum()):
        return None
    before = _BEFORE_POPULAR.search(form, max(0, start - 30), start)
    if not beginning:
        return Span(before.start() if before else start, end)
    if before is None or before["kind"] not in (beginning, _BEGINNINGS[beginning]):
        return None
    # "hướng dẫn thi hành Điều lệ Đảng" is what somebody does; a document so named is written with a capital.
    is_several = _SEVERAL.search(form, max(0, before.start() - 12), before.start())
    is_name = beginning == "nghị quyết" or written_as_name(asked, before.start())
    return Span(before.start(), end) if is_name and not is_several else None
