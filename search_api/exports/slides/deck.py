"""Which slides a pack becomes, and what stands on each and in its notes.

The words of the pack that do not fit on a slide stand in its notes; no word is left out of both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.text import one_line
from search_api.exports.mentions import MARK
from search_api.exports.printable import lines
from search_api.exports.slides.fitting import Area, Fitted, fitted, height
from search_api.exports.sources import sources_of
from search_api.exports.worded import (
    SOURCES_TITLE,
    kind_of,
    place_and_date,
    quote_heading,
    quoted_text,
    trail_line,
    warnings_of,
)
from search_api.packs.content import PackContent, PackPassage, TimeStep

# As parts/content.xml places them.
_TITLE, _WARNING, _SOURCE = Area(298, 25.5), Area(298, 13), Area(272, 14)
_BODY, _QUOTED = Area(298, 105), Area(282, 101)
# What the line takes that says where the rest of a text is.
_REST_LINE = 9.0
_OPENING_TITLE, _ABOUT = Area(290, 80), Area(290, 44)
# Readable from the last row of a room: 20 points and more; what a slide is called and its source may be smaller.
_TITLE_SIZES, _BODY_SIZES, _LIST_SIZES = (28, 24, 20), (36, 32, 28, 26, 24, 22, 20), (20, 18)
_OPENING_SIZES, _ABOUT_SIZES = (44, 40, 36, 32, 28, 24), (20, 18, 16, 14)
_WARNING_SIZES, _SOURCE_SIZES = (16, 14), (14, 12)
CELL_WIDTH, CELL_SIZE = 215.0, 18
"""Of the middle column of the time plan, in mm, and of its letters, in points."""
_CELL_ROOM = 4.0
_NO_TEXT = Fitted((), 0, is_cut=False)


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide.

    Attributes:
        title: What it is about.
        body: Its text.
        quoted: The text is a quotation, which the body begins with its mark.
        steps: Rows of the time plan; the slide has no other text then.
        first_step: The number of the first of them.
        minutes: Of the whole plan, on the slide where it ends.
        warning: What readers must know of the quotation.
        source: Where it is from.
        notes: What the speaker sees, paragraph by paragraph.
    """

    title: Fitted
    body: Fitted = _NO_TEXT
    quoted: bool = False
    steps: tuple[TimeStep, ...] = ()
    first_step: int = 1
    minutes: int | None = None
    warning: Fitted = _NO_TEXT
    source: Fitted = _NO_TEXT
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Deck:
    """All slides.

    Attributes:
        kind: What kind of paper the pack is.
        title: Its subject.
        about: Who, where and when, under the title.
        notes: Title and ``about`` in the notes.
        slides: Those after the title.
    """

    kind: str
    title: Fitted
    about: Fitted
    notes: tuple[str, ...]
    slides: tuple[Slide, ...]


def deck_of(content: PackContent, warnings: Mapping[int, str]) -> Deck:
    """A printable pack as slides."""
    author = f"Người chuẩn bị: {content.author}" if content.author else ""
    about = [line for line in (content.branch, place_and_date(content), author) if line]
    title = content.title or kind_of(content)
    return Deck(
        kind=kind_of(content).upper(),
        title=fitted([title], _OPENING_TITLE, _OPENING_SIZES, bold=True),
        about=fitted(about, _ABOUT, _ABOUT_SIZES),
        notes=(title, *about),
        slides=tuple(_slides(content, warnings)),
    )


def _slides(content: PackContent, warnings: Mapping[int, str]) -> Iterator[Slide]:
    cited = {passage.label: passage for passage in content.passages}
    yield from _text("Mục đích, yêu cầu", lines(content.aim), cited)
    yield from _plan(content.plan)
    yield from _text("Đề dẫn", lines(content.introduction), cited)
    for passage in content.passages:
        yield _point(passage, warnings, cited)
    yield from _text("Liên hệ thực tế", lines(content.local), cited)
    questions = [question for question in content.questions if question.strip()]
    for number, question in enumerate(questions, start=1):
        title = f"Câu hỏi thảo luận {number}" if len(questions) > 1 else "Câu hỏi thảo luận"
        yield from _text(title, lines(question), cited)
    yield from _text("Kết luận", lines(content.conclusion), cited)
    yield from _sources(content)


def _text(title: str, paragraphs: Sequence[str], cited: Mapping[int, PackPassage]) -> Iterator[Slide]:
    """The user's own text on a slide, the whole of it in the notes; under it what it mentions."""
    if not paragraphs:
        return
    body = _body(paragraphs, _BODY)
    mentioned = _mentioned(paragraphs, cited)
    yield Slide(
        title=_title(title),
        body=body,
        source=_small("; ".join(_mentioned(body.paragraphs, cited))),
        notes=(*paragraphs, *mentioned),
    )


def _mentioned(paragraphs: Sequence[str], cited: Mapping[int, PackPassage]) -> list[str]:
    """``[3] Nghị quyết 57-NQ/TW, mục III`` for each passage that a text mentions, each once."""
    labels = dict.fromkeys(int(match[1]) for text in paragraphs for match in MARK.finditer(text))
    return [f"[{label}] {cited[label].quote.citation.short}" for label in labels if label in cited]


def _plan(steps: Sequence[TimeStep]) -> Iterator[Slide]:
    """The time plan, over as many slides as its rows need."""
    title, room = _title("Kế hoạch thời gian"), _BODY.height - 2 * row_height("")  # head and sum take a row each
    held: tuple[TimeStep, ...] = ()
    first, used = 1, 0.0
    for number, step in enumerate(steps, start=1):
        high = row_height(step.what)
        if held and used + high > room:
            yield Slide(title, steps=held, first_step=first)
            first, held, used = number, (), 0.0
        held += (step,)
        used += high
    if held:
        yield Slide(title, steps=held, first_step=first, minutes=sum(step.minutes for step in steps))


def row_height(text: str) -> float:
    """How high a row of the time plan is, in mm."""
    return height([one_line(text)], CELL_SIZE, CELL_WIDTH) + _CELL_ROOM


def _point(passage: PackPassage, warnings: Mapping[int, str], cited: Mapping[int, PackPassage]) -> Slide:
    quote = passage.quote
    told = warnings_of(passage, warnings)
    own = [f"Ghi chú: {passage.note}"] if passage.note.strip() else []
    own += [f"Câu hỏi: {passage.question}"] if passage.question.strip() else []
    full = f"Nguồn [{passage.label}]: {quote.citation.full}"
    source = fitted([full], _SOURCE, _SOURCE_SIZES)
    return Slide(
        title=_title(_topic(passage)),
        body=_body([line for line in quoted_text(quote).split("\n") if line], _QUOTED),
        quoted=not quote.withheld,
        warning=fitted([f"Lưu ý: {' '.join(told)}"], _WARNING, _WARNING_SIZES) if told else _NO_TEXT,
        source=_small(f"Nguồn [{passage.label}]: {quote.citation.short}") if source.is_cut else source,
        notes=(
            f"Nguyên văn: {quoted_text(quote)}",
            full,
            *([f"Vị trí: {trail_line(quote)}"] if quote.trail else []),
            *(f"Lưu ý: {one}" for one in told),
            *(line for text in own for line in lines(text)),
            *_mentioned(own, cited),
        ),
    )


def _topic(passage: PackPassage) -> str:
    """The title of the unit around the quotation, unless that is a sentence which lists only begin with."""
    titles = [one_line(title) for title in passage.quote.trail]
    return next((title for title in reversed(titles) if not title.endswith((":", ","))), quote_heading(passage.quote))


def _sources(content: PackContent) -> Iterator[Slide]:
    """The documents quoted, over as many slides as they need."""
    held: list[str] = []
    for number, source in enumerate(sources_of(content), start=1):
        line = f"{number}. {source.line}"
        if held and fitted([*held, line], _BODY, _LIST_SIZES[-1:]).is_cut:
            yield _list(held)
            held = []
        held.append(line)
    if held:
        yield _list(held)


def _list(texts: Sequence[str]) -> Slide:
    return Slide(_title(SOURCES_TITLE), fitted(texts, _BODY, _LIST_SIZES), notes=tuple(texts))


def _body(paragraphs: Sequence[str], area: Area) -> Fitted:
    """What fits of a text; the line that tells of a cut takes room itself."""
    whole = fitted(paragraphs, area, _BODY_SIZES)
    return fitted(paragraphs, Area(area.width, area.height - _REST_LINE), _BODY_SIZES) if whole.is_cut else whole


def _title(text: str) -> Fitted:
    return fitted([text], _TITLE, _TITLE_SIZES, bold=True)


def _small(text: str) -> Fitted:
    return fitted([text], _SOURCE, _SOURCE_SIZES) if text else _NO_TEXT
