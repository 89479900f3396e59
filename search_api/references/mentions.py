"""Every mention of a document in a text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.text import match_form
from corpus.types import Path, Span, Step
from search_api.asking.question import question
from search_api.references.evened import Evened, evened
from search_api.references.mention import Mention, Naming
from search_api.references.numbered import numbered
from search_api.references.tail import Tail, tail_of
from search_api.references.this import selves
from search_api.references.titled import titled
from search_api.references.units import Chain, unit_chains

# What stands between a unit and the document it is a unit of.
_OF = re.compile(
    r"\s?,?\s?(?:(?:(?:quy định|quy chế|điều lệ|danh mục)\s)?(?:được\s)?(?:ban hành\s)?kèm theo"
    r"|của|trong|tại|thuộc|theo|ở|về)?\s?"
    r"(?:bản\s|các\s)?"
    r"|\s(?:quy định\s)?về\s[^.;:¶\d]{1,120}\s(?:tại|của)\s"
)
_LONGEST_OF = 140
# A citation names the place last, behind the title: "…, mục III, khoản 2, tr. 4"; who is brief, behind the number:
# "NQ 57 mục III khoản 2".
_THEN_PLACE = re.compile(r"(?P<title>\s(?:về|“)[^.;:¶]{1,300}?)?\s?[,(]\s?(?:tại\s)?|\s")
_LONGEST_TITLE = 320
_IN_TITLE = re.compile(r"\s(?:về|“)[^,.;:¶]{0,200}")
_PAGE = re.compile(r",\str\.\s?\d{1,4}(?:-\d{1,4})?")
# Who is brief leaves the words for the units away: "05-NQ/ĐU, III.4", "18.2" only at the end of what is bracketed or
# said, where it counts nothing.
_PART = (
    r"(?:[ivx]{1,5}(?:\.\d{1,2}){1,3}(?:\.[a-zđ])?(?![\w%]|[.,]\d)"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}(?=\s?(?:[);¶]|\.?$|,\str\.)))"
)
_PARTS_BEHIND = re.compile(rf"\s?,?\s(?P<labels>{_PART}(?:(?:\s?[,;]|\s(?:và|hoặc))\s{_PART}){{0,9}})")
_ONE_PART = re.compile(_PART)
# "Điều này" and "khoản này" alone are places only behind these: "Điều này cho thấy …", "các khoản này".
_AT = re.compile(r"(?<!\w)(?:tại|của|theo|trong|thuộc)\s$")


@dataclass(frozen=True, slots=True)
class _Text:
    """A text in the forms the parts need."""

    given: Evened
    form: str
    chains: Sequence[Chain]

    def before(self, at: int) -> int | None:
        """Which chain of units ends last before a place, if it belongs to what stands there."""
        index = bisect_right(self.chains, at, key=lambda chain: chain.span.end) - 1
        if index < 0:
            return None
        chain = self.chains[index]
        near = at - chain.span.end <= _LONGEST_OF and not chain.is_this
        return index if near and _OF.fullmatch(self.form, chain.span.end, at) else None

    def behind(self, at: int, until: int) -> tuple[int, str | None] | None:
        """Which chain follows a name and its tail as the place in a citation, with the title in between."""
        index = bisect_right(self.chains, at, key=lambda chain: chain.span.start)
        if index == len(self.chains):
            return None
        start = self.chains[index].span.start
        if start >= until or start - at > _LONGEST_TITLE or self.chains[index].is_this:
            return None
        found = _THEN_PLACE.fullmatch(self.form, at, start)
        if found is None:
            return None
        title = self.given.text[slice(*found.span("title"))].strip(" “”") if found["title"] else None
        return index, title


def find_mentions(text: str) -> tuple[Mention, ...]:
    """Every mention of a document in a text, in order; no two overlap.

    Args:
        text: In any normal form, with any line breaks; offsets count its own characters.
    """
    given = evened(text)
    asked = question(given.text)
    form = match_form(given.text)
    names = _without_overlaps([*numbered(asked), *titled(asked), *selves(asked)])
    view = _Text(given, form, unit_chains(given.text, form))
    return tuple(sorted(_mentions(view, names), key=lambda mention: mention.span))


def _without_overlaps(names: Sequence[Mention]) -> list[Mention]:
    """Of names that overlap the longest; a law named by title and number is one name."""
    kept: list[Mention] = []
    for name in sorted(names, key=lambda one: (one.span.start, -one.span.end, one.naming is not Naming.NUMBER)):
        last = kept[-1] if kept else None
        if last is None or last.span.end <= name.span.start:
            kept.append(name)
        elif last.naming is Naming.TITLE and name.naming is Naming.NUMBER and name.span.end > last.span.end:
            # "Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15": the title ends in a kind.
            kept.append(replace(name, span=Span(last.span.end, name.span.end)))
        elif name.span.end > last.span.end:
            kept[-1] = name if name.span.end - name.span.start > last.span.end - last.span.start else last
    return kept


def _mentions(view: _Text, names: Sequence[Mention]) -> Iterator[Mention]:
    joined = list(_laws_with_numbers(view.given.text, names))
    leading = {place: found for place, name in enumerate(joined) if (found := view.before(name.span.start)) is not None}
    taken = set(leading.values())
    reached = 0
    for place, name in enumerate(joined):
        if name.span.start < reached:
            continue  # part of the title of the one before, whose place follows it
        mention = _mention(view, joined, place, leading.get(place), taken)
        reached = mention.span.end
        yield replace(mention, span=view.given.span(*mention.span))
    yield from _own_units(view, taken, joined)


def _mention(view: _Text, names: Sequence[Mention], place: int, leading: int | None, taken: set[int]) -> Mention:
    """A name with what stands around it; the spans count in the evened text."""
    name = names[place]
    tail = _tail(view.given, names, place)
    start, end, title = name.span.start, tail.end, name.title
    units: tuple[Path, ...] = ()
    if leading is not None:
        start, units = view.chains[leading].span.start, view.chains[leading].paths
    elif (behind := view.behind(end, _until(view, names, place, end))) is not None and behind[0] not in taken:
        taken.add(behind[0])
        chain, title = view.chains[behind[0]], behind[1] or title
        page = _PAGE.match(view.form, chain.span.end)
        end, units = page.end() if page else chain.span.end, chain.paths
    elif name.naming is Naming.NUMBER and (parts := _PARTS_BEHIND.match(view.form, end)) is not None:
        found = _ONE_PART.finditer(view.form, parts.start("labels"), parts.end())
        units = tuple((Step("mục", view.given.text[slice(*one.span())]),) for one in found)
        page = _PAGE.match(view.form, parts.end())
        end = page.end() if page else parts.end()
    return replace(
        name,
        span=Span(start, end),
        year=name.year or tail.year,
        issued_on=tail.issued_on,
        issuer=tail.issuer,
        term=tail.term,
        title=title,
        units=units,
    )


def _tail(given: Evened, names: Sequence[Mention], place: int) -> Tail:
    name = names[place]
    none = Tail(name.span.end)
    if name.naming is Naming.SELF:
        return none
    tail = tail_of(given, name.span.end)
    return tail if place + 1 == len(names) or tail.end <= names[place + 1].span.start else none


def _until(view: _Text, names: Sequence[Mention], place: int, end: int) -> int:
    """Up to where the place of a citation may stand: the next name, but those in the title are passed over."""
    for name in names[place + 1 :]:
        if name.naming is Naming.NUMBER or not _IN_TITLE.fullmatch(view.form, end, name.span.start):
            return name.span.start
    return len(view.form)


def _laws_with_numbers(text: str, names: Sequence[Mention]) -> Iterator[Mention]:
    """Names, a law's title and the number right behind it made one: "Luật Xây dựng số 50/2014/QH13"."""
    last: Mention | None = None
    for name in names:
        if last is not None and _is_number_of(text, last, name):
            yield replace(name, span=Span(last.span.start, name.span.end), kind=last.kind, title=last.title)
            last = None
            continue
        if last is not None:
            yield last
        last = name
    if last is not None:
        yield last


def _is_number_of(text: str, law: Mention, number: Mention) -> bool:
    return (
        law.naming is Naming.TITLE
        and number.naming is Naming.NUMBER
        and not text[law.span.end : number.span.start].strip(" ,")
        and text[slice(*number.span)].lstrip(" ,").lower().startswith("số")
    )


def _own_units(view: _Text, taken: set[int], names: Sequence[Mention]) -> Iterator[Mention]:
    """Units of the text itself: "khoản 2 Điều này"."""
    spans = [name.span for name in names]
    for index, chain in enumerate(view.chains):
        if not chain.is_this or index in taken or _overlaps_any(chain.span, spans):
            continue
        is_place = any(len(path) > 1 for path in chain.paths)
        if is_place or _AT.search(view.form, max(0, chain.span.start - 8), chain.span.start):
            yield Mention(view.given.span(*chain.span), Naming.SELF, units=chain.paths)


def _overlaps_any(span: Span, others: Sequence[Span]) -> bool:
    """Whether a span overlaps one of others, which are in order and apart."""
    index = bisect_right(others, span.end - 1, key=lambda one: one.start) - 1
    return index >= 0 and others[index].overlaps(span)
