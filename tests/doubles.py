"""Made-up documents and a made-up encoder: what the tests of the corpus put in and take out."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from corpus.identity import addresses, document_id
from corpus.record import point_id
from corpus.runtime.library import Library
from corpus.runtime.listing import Contents, contents_of
from corpus.runtime.opening import spec_of
from corpus.runtime.settings import Settings
from corpus.source_kinds import TEXT_PDF
from corpus.terms import passage_vector, query_terms, query_vector, query_weights, term_id
from corpus.types import (
    Candidate,
    Document,
    DocumentRef,
    Filters,
    IndexedPassage,
    Listed,
    PageRange,
    Passage,
    Section,
    Source,
    Span,
    Step,
)

DIMENSION = 8


class HashEncoder:
    """Vectors from a digest of the text: the same for the same text, unlike for others, close to none."""

    name = "bam"
    runtime = "hash"
    dimension = DIMENSION
    query_prefix = ""
    passage_prefix = ""
    fingerprint = "1"

    def encode_query(self, text: str) -> npt.NDArray[np.float32]:
        digest = np.frombuffer(hashlib.sha256(text.encode()).digest()[:DIMENSION], np.int8)
        vector = digest.astype(np.float32) + np.float32(0.5)
        return vector / np.linalg.norm(vector)

    def encode_passages(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        return np.array([self.encode_query(text) for text in texts], np.float32).reshape(-1, DIMENSION)


ADDRESS = "http://localhost"
"""Where a server made for a test is asked; it answers by no name but its own."""
ENCODER = HashEncoder()
SPEC = spec_of(ENCODER)


def settings_in(folder: Path) -> Settings:
    return Settings.from_environment({"TRACUU_DATA": str(folder), "TRACUU_MODEL_DIR": str(folder / "models")})


def made_document(
    *items: str, number: str = "05-NQ/ĐU", day: date | None = date(2025, 8, 18), issuer: str = "Đảng ủy xã Mẫu"
) -> Document:
    """A document whose every item is a numbered unit on a page of its own; its version follows from its text."""
    paths = [(Step("khoản", str(place)),) for place in range(1, len(items) + 1)]
    text = "\n".join(items)
    sections, start = [], 0
    for page, (path, address, item) in enumerate(zip(paths, addresses(paths), items, strict=True), 1):
        span, pages = Span(start, start + len(item)), PageRange(page, page)
        sections.append(Section(path, address, None, span, start, pages, pages))
        start += len(item) + 1
    starts = tuple(section.span.start for section in sections)
    identity = document_id(number, "Nghị quyết", issuer, day, "về việc thử", text)
    return Document(
        ref=DocumentRef(identity, number, "Nghị quyết", issuer, day, "về việc thử"),
        signer="Nguyễn Văn Mẫu",
        place="Xã Mẫu",
        relations=(),
        sections=tuple(sections),
        text=text,
        page_starts=starts,
        source=Source("mau.pdf", hashlib.sha256(text.encode()).hexdigest(), "application/pdf", len(items), (), "thử"),
        text_version=1,
    )


def indexed_passages(document: Document) -> list[IndexedPassage]:
    made = []
    for position, section in enumerate(document.sections):
        text = document.text[slice(*section.span)]
        name = f"{document.ref.id}/{section.address}"
        passage = Passage(name, document.ref, section.path, (), text, section.pages, None, section.span, position)
        dense = tuple(ENCODER.encode_query(text).tolist())
        made.append(IndexedPassage(passage, dense, passage_vector(text, ())))
    return made


def contents(document: Document) -> Contents:
    """What a document brings into the catalogue."""
    return contents_of(document.ref.id, indexed_passages(document), document.source.sha256)


def listed(passage: Passage, version: str = "v1") -> Listed:
    """A passage as the catalogue lists it."""
    brief = passage.text.count(" ") < 9
    return Listed(point_id(passage.id, version), passage.id, passage.ref, version, TEXT_PDF, brief)


def plain_passages(document: Document) -> list[Passage]:
    return [indexed.passage for indexed in indexed_passages(document)]


def addresses_of(document: Document) -> list[str]:
    return [section.address for section in document.sections]


def look_up(library: Library, question: str, filters: Filters | None = None) -> list[Candidate]:
    """Candidates of a corpus, best by terms first; every term counts as rare."""
    return sorted(searched(library, question, filters), key=lambda found: (-found.lexical, found.listed.id))


def searched(engine, question: str, filters: Filters | None = None) -> list[Any]:
    """What anything with a ``search`` finds; every term counts as rare."""
    shares = query_terms(question)
    sparse = query_vector(query_weights(shares, {term_id(term): 1 for term in shares}, 1000))
    return engine.search(ENCODER.encode_query(question).tolist(), sparse, filters or Filters())
