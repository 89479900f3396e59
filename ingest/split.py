"""From a document to its passages: one citable unit, word for word, with the titles of the units around it."""

from __future__ import annotations

from bisect import bisect_right

from corpus.pages import pages_of, printed_labels
from corpus.text import one_line
from corpus.types import Document, Layout, Passage, Path, Section, Span

# A title in a trail longer than this is a sentence; its beginning is enough to match and to recognise.
_LONGEST_TITLE = 160
# Names and addresses, nothing to quote.
_NOT_QUOTABLE = ("ký", "nơi nhận")


def split(document: Document) -> tuple[Passage, ...]:
    """The passages of a document in reading order; a unit that prints nothing but its label has none."""
    titles: dict[Path, str] = {}
    made: list[Passage] = []
    word_ends = [word.end for word in document.layout.words]
    for section in document.sections:
        # A label may be printed twice: the one above is the nearest before.
        titles[section.path] = _title(document, section)
        if section.path[-1].unit in _NOT_QUOTABLE or section.body_start >= section.span.end:
            continue
        span = _quoted(section)
        pages = pages_of(span, document.page_starts)
        made.append(
            Passage(
                id=f"{document.ref.id}/{section.address}",
                ref=document.ref,
                path=section.path,
                trail=_trail(section.path, titles),
                text=document.text[slice(*span)],
                pages=pages,
                page_labels=printed_labels(document.source.page_labels, pages),
                span=span,
                position=len(made),
                notes=tuple(
                    note.text for note in document.notes if note.anchor and span.start < note.anchor <= span.end
                ),
                recognised=_holds_recognised(span, word_ends, document.layout),
            )
        )
    return tuple(made)


def _holds_recognised(span: Span, word_ends: list[int], layout: Layout) -> bool:
    first = bisect_right(word_ends, span.start)
    return first < len(word_ends) and layout.words[first].start < span.end


def _quoted(section: Section) -> Span:
    """What is quoted of a unit: all of it, label and title included; of the opening what follows the letterhead."""
    return Span(section.body_start, section.span.end) if section.path[-1].unit == "phần đầu" else section.span


def _trail(path: Path, titles: dict[Path, str]) -> tuple[str, ...]:
    return tuple(titles[path[:depth]] for depth in range(1, len(path)) if path[:depth] in titles)


def _title(document: Document, section: Section) -> str:
    """A unit as it is named above its children: its label with its title, or the beginning of its text."""
    text = one_line(document.text[slice(*section.span)])
    label = one_line(document.text[section.span.start : section.body_start])
    title = f"{label} {section.heading}" if section.heading else text
    if len(title) <= _LONGEST_TITLE:
        return title
    return title[:_LONGEST_TITLE].rsplit(" ", 1)[0] + " …"
