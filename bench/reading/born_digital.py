"""State files that programs made: is a word lost, and does every passage stand on its pages as quoted."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.reading.independent import letters, pdf_pages, recall, word_text, words
from corpus.errors import Refusal
from corpus.types import Document, Passage
from ingest.document import read_document
from ingest.read.rules import Rules
from ingest.split import split

FOLDERS = ("party", "state/born_digital")
_SUFFIXES = (".pdf", ".docx")


@dataclass(frozen=True, slots=True)
class Checked:
    """How a file was read.

    Attributes:
        path: The file.
        recall: Share of the other program's words that we have, notes and page furniture included.
        passages: Number of passages.
        exact: Those that are the text of their pages, character for character.
        printed: Those that the other program prints too, blanks apart, on the same pages where there are pages.
        recognised: Pages of it were read from their pictures; the other program has the letters behind them.
        pages: Physical pages, 0 where the format has none.
        seconds: Time to read it.
    """

    path: Path
    recall: float
    passages: int
    exact: int
    printed: int
    recognised: bool
    pages: int
    seconds: float


def files(shared: Path) -> list[Path]:
    """PDF and Word files of Party and state."""
    found = (path for folder in FOLDERS for path in sorted((shared / "real" / folder).iterdir()))
    return [path for path in found if path.suffix in _SUFFIXES]


def check(paths: Sequence[Path]) -> Iterator[Checked]:
    """Read each file and hold it against the other program; files that are refused are passed over."""
    for path in paths:
        start = time.perf_counter()
        try:
            document = read_document(path, Rules())
        except Refusal:
            continue
        seconds = time.perf_counter() - start
        printed = pdf_pages(path) if path.suffix == ".pdf" else [word_text(path)]
        passages = split(document)
        yield Checked(
            path=path,
            recall=recall(words("\n".join(printed)), words(all_text(document))),
            passages=len(passages),
            exact=sum(_is_exact(document, passage) for passage in passages),
            printed=_count_printed(document, passages, [letters(page) for page in printed]),
            recognised=bool(document.layout.words),
            pages=document.source.pages,
            seconds=seconds,
        )


def all_text(document: Document) -> str:
    """What was read of a file: its text, its notes, what stands on every page."""
    rest = (*(note.text for note in document.notes), *(piece.text for piece in document.layout.furniture))
    labels = (note.label for note in document.notes)
    return "\n".join((document.text, *rest, *labels, *document.source.page_labels))


def _is_exact(document: Document, passage: Passage) -> bool:
    return (
        passage.text == document.text[slice(*passage.span)] == "".join(text for _, text in _by_page(document, passage))
    )


def _count_printed(document: Document, passages: Sequence[Passage], pages: Sequence[str]) -> int:
    """Passages found in the other program's text; without pages that is one text for all."""
    if not document.page_starts or len(pages) != document.source.pages:
        whole = "".join(pages)
        return sum(letters(passage.text) in whole for passage in passages)
    return sum(
        all(letters(text) in pages[page - 1] for page, text in _by_page(document, passage)) for passage in passages
    )


def _by_page(document: Document, passage: Passage) -> list[tuple[int, str]]:
    """What a passage says on each of its pages; page 0 where there are none."""
    if passage.pages is None:
        return [(0, passage.text)]
    ends = [*document.page_starts[1:], len(document.text)]
    return [
        (
            page,
            document.text[
                max(passage.span.start, document.page_starts[page - 1]) : min(passage.span.end, ends[page - 1])
            ],
        )
        for page in range(passage.pages.first, passage.pages.last + 1)
    ]
