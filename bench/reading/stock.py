"""What a reader would otherwise use: pypdf alone, and Haystack's converters with its splitter, nothing tuned.

docling is left out: it fetches its layout models from a hub at the first use and stops without them.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pypdf
from haystack import Document
from haystack.components.converters import DOCXToDocument, MarkdownToDocument, PyPDFToDocument
from haystack.components.preprocessors import DocumentSplitter

from corpus.text import match_form

_FIRST_WORDS = 6


class Piece(NamedTuple):
    """A piece of a text and the page it is said to begin on."""

    text: str
    page: int


def pypdf_pages(path: Path) -> list[Piece]:
    """The pages of a PDF as pypdf gives them."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    return [Piece(page.extract_text(), number) for number, page in enumerate(pypdf.PdfReader(path).pages, 1)]


def haystack_chunks(path: Path) -> list[Piece]:
    """A file converted and split into 200 words, as the tutorials do; empty where the converter gives nothing."""
    converters: dict[str, Any] = {
        ".pdf": PyPDFToDocument,
        ".docx": DOCXToDocument,
        ".md": lambda: MarkdownToDocument(progress_bar=False),
    }
    documents: list[Document] = converters[path.suffix]().run(sources=[path])["documents"]
    if not documents:
        return []
    splitter = DocumentSplitter(split_by="word", split_length=200, split_overlap=0)
    chunks: list[Document] = splitter.run(documents=documents)["documents"]
    return [Piece(chunk.content or "", int(chunk.meta.get("page_number", 0))) for chunk in chunks]


class Pages(NamedTuple):
    """Of so many units, how many begin on the page a reader says."""

    units: int
    right: int

    @property
    def share(self) -> float:
        """Right ones of all."""
        return self.right / max(1, self.units)


def page_attribution(units: Sequence[dict[str, Any]], pieces: Sequence[Piece]) -> Pages:
    """Look each annotated unit up by its first words: does the first piece that holds them name its page.

    Units are looked up in order, each from where the one before was found, so that words met twice do not mislead.
    """
    wanted = [(found, unit["page_start"]) for unit in units if (found := _first_words(unit)) and unit["page_start"]]
    right = sum(page == piece_page for (_, page), piece_page in zip(wanted, _looked_up(wanted, pieces), strict=True))
    return Pages(len(wanted), right)


def _looked_up(wanted: Sequence[tuple[str, int]], pieces: Sequence[Piece]) -> Iterator[int]:
    whole, starts = "", []
    for piece in pieces:
        starts.append(len(whole))
        whole += _form(piece.text) + " "
    at = 0
    for words, _ in wanted:
        found = whole.find(words, at)
        if found < 0:
            yield 0
            continue
        at = found
        yield pieces[max(index for index, start in enumerate(starts) if start <= found)].page


def _first_words(unit: dict[str, Any]) -> str:
    return " ".join(_form(unit["starts_with"] or "").split()[:_FIRST_WORDS])


def _form(text: str) -> str:
    return " ".join(re.findall(r"\w+", match_form(text)))
