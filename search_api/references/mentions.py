"""Every mention of a document in a text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.text import match_form
from corpus.types import Path, Span
from search_api.question import question
from search_api.references.evened import Evened, evened
from search_api.references.mention import Mention, Naming
from search_api.references.naming import Named
from search_api.references.numbered import numbered
from search_api.references.tail import Tail, tail_of
from search_api.references.this import selves
from search_api.references.titled import titled
from search_api.references.units import Chain, unit_chains

# What stands between a unit and the document it is a unit of.
_OF = re.compile(
    r"\s?,?\s?(?:(?:(?:quy định|quy chế|điều lệ|danh mục)\s)?(?:được\s)?(?:ban hành\s)?kèm theo|của|trong|tại|thuộc|theo|ở|về)?\s?"
    r"(?:bản\s|các\s)?"
    r"|\s(?:quy định\s)?về\s[^.;:¶\d]{1,120}\s(?:tại|của)\s"
)
_LONGEST_OF = 140
# A citation names the place last, behind the title: "…, mục III, khoản 2, tr. 4".
_THEN_PLACE = re.compile(r"(?P<title>\s(?:về|“)[^.;:¶]{1,300}?)?\s?[,(]\s?(?:tại\s)?")
_LONGEST_TITLE = 320
_IN_TITLE = re.compile(r"\s(?:về|“)[^,.;:¶]{0,200}")
_PAGE = re.compile(r",\str\.\s?\d{1,4}(?:-\d{1,4})?")
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


def _without_overlaps(names: Sequence[Named]) -> list[Named]:
    """Of names that overlap the longest; a law named by title and number is one name."""
    kept: list[Named] = []
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


def _mentions(view: _Text, names: Sequence[Named]) -> Iterator[Mention]:
    joined = list(_laws_with_numbers(view.given.text, names))
    leading = {
        place: index for place, (name, _) in enumerate(joined) if (index := view.before(name.span.start)) is not None
    }
    taken = set(leading.values())
    for place, (name, title) in enumerate(joined):
        following = joined[place + 1][0].span.start if place + 1 < len(joined) else len(view.form)
        tail = Tail(name.span.end) if name.naming is Naming.SELF else tail_of(view.given, name.span.end)
        if tail.end > following:
            tail = Tail(name.span.end)
        start, end, paths = name.span.start, tail.end, ()
        if place in leading:
            chain = view.chains[leading[place]]
            start, paths = chain.span.start, chain.paths
        elif (behind := view.behind(tail.end, _until(view, joined, place, tail.end))) is not None and behind[
            0
        ] not in taken:
            taken.add(behind[0])
            chain = view.chains[behind[0]]
            end, paths, title = chain.span.end, chain.paths, behind[1] or title
            page = _PAGE.match(view.form, end)
            end = page.end() if page else end
        yield _mention(view.given, name, title, Span(start, end), tail, paths)
    yield from _own_units(view, taken, joined)


def _until(view: _Text, joined: Sequence[tuple[Named, str | None]], place: int, end: int) -> int:
    """Up to where the place of a citation may stand: the next name, but those in the title are passed over."""
    for name, _ in joined[place + 1 :]:
        is_in_title = name.naming is not Naming.NUMBER and _IN_TITLE.fullmatch(view.form, end, name.span.start)
        if not is_in_title:
            return name.span.start
    return len(view.form)


def _laws_with_numbers(text: str, names: Sequence[Named]) -> Iterator[tuple[Named, str | None]]:
    """Names, a law's title and the number right behind it made one: "Luật Xây dựng số 50/2014/QH13"."""
    last: Named | None = None
    for name in names:
        if last is None:
            last = name
            continue
        is_number = (
            last.naming is Naming.TITLE and name.naming is Naming.NUMBER and "số" in text[slice(*name.span)][:3].lower()
        )
        if is_number and text[last.span.end : name.span.start].strip(" ,") == "":
            yield _with_title(last, name), last.title
            last = None
            continue
        yield last, last.title
        last = name
    if last is not None:
        yield last, last.title


def _with_title(law: Named, number: Named) -> Named:
    return Named(
        Span(law.span.start, number.span.end),
        Naming.NUMBER,
        number.number,
        number.serial,
        number.codes,
        number.body,
        law.kind,
        number.year,
        law.title,
    )


def _own_units(view: _Text, taken: set[int], joined: Sequence[tuple[Named, str | None]]) -> Iterator[Mention]:
    """Units of the text itself: "khoản 2 Điều này"."""
    spans = [name.span for name, _ in joined]
    for index, chain in enumerate(view.chains):
        if not chain.is_this or index in taken or any_overlap(spans, chain.span):
            continue
        is_place = any(len(path) > 1 for path in chain.paths) or _AT.search(
            view.form, max(0, chain.span.start - 8), chain.span.start
        )
        if is_place:
            span = view.given.span(*chain.span)
            yield Mention(span, span, Naming.SELF, units=chain.paths)


def any_overlap(spans: Sequence[Span], span: Span) -> bool:
    """Whether a span overlaps one of others, which are in order and apart."""
    index = bisect_right(spans, span.end - 1, key=lambda one: one.start) - 1
    return index >= 0 and spans[index].overlaps(span)


def _mention(given: Evened, name: Named, title: str | None, span: Span, tail: Tail, units: tuple[Path, ...]) -> Mention:
    return Mention(
        given.span(*span),
        given.span(*name.span),
        name.naming,
        name.number,
        name.serial,
        name.codes,
        name.body,
        name.kind,
        name.year or tail.year,
        tail.issued_on,
        tail.issuer,
        tail.term,
        title,
        name.called,
        units,
    )
