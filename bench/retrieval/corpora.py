"""Corpora to measure on: kept under ``bench/work`` and filled anew whenever what they are made of has changed."""

from __future__ import annotations

import hashlib
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from bench.retrieval.beir import Text
from corpus.copies import alone
from corpus.runtime.encoder import Encoder
from corpus.runtime.library import Library
from corpus.runtime.opening import open_library, spec_of
from corpus.runtime.settings import Settings
from corpus.types import Document, DocumentRef, Passage, Section, Source, Span, Step
from ingest.pipeline import Encode
from search_api.service import Service

_ROOT = Path(__file__).resolve().parents[2]
WORK = _ROOT / "bench" / "work"
# Passages of one made-up document: taking in many at once is fast, and more at once takes memory.
_TOGETHER = 4096
_MADE = "made"

Fill = Callable[[Library, Settings], None]
"""Takes everything into an empty corpus."""


@contextmanager
def opened(folder: Path, encoder: Encoder, contents: str, fill: Fill) -> Iterator[Service]:
    """A corpus in a folder of its own, with a service over it.

    Args:
        folder: Where it is kept; what is there is thrown away unless the same code made it of the same contents.
        encoder: Makes the vectors.
        contents: Says what it is made of, e.g. a digest of the texts.
        fill: Makes it.
    """
    settings = settings_of(folder)
    made = folder / _MADE
    stamp = hashlib.sha256(f"{spec_of(encoder)}\n{contents}\n{_code()}".encode()).hexdigest()
    if not made.is_file() or made.read_text(encoding="ascii") != stamp:
        shutil.rmtree(folder, ignore_errors=True)
        with open_library(settings, encoder) as library:
            fill(library, settings)
        made.write_text(stamp, encoding="ascii")
    with open_library(settings, encoder) as library:
        yield Service(library, encoder)


def settings_of(folder: Path) -> Settings:
    """The settings of this machine, with a corpus in this folder."""
    return replace(Settings.from_environment(), data=folder, qdrant_url="")


def put_texts(library: Library, encoder: Encoder, texts: Sequence[Text]) -> None:
    """Take passages in, many to one made-up document that states nothing of itself."""
    encode = Encode(encoder)
    for start in range(0, len(texts), _TOGETHER):
        document, passages = _document(start // _TOGETHER, texts[start : start + _TOGETHER])
        library.replace(document, encode.run(passages)["indexed"], alone(document, document.ref.id))
        print(f"{min(start + _TOGETHER, len(texts))}/{len(texts)}", end="\r", file=sys.stderr, flush=True)
    print(file=sys.stderr)


def passage_name(place: int) -> str:
    """The passage id that ``put_texts`` gives the text at a place, counted from 0."""
    return f"tap-{place // _TOGETHER}/{_address(place % _TOGETHER)}"


def digest_of(texts: Sequence[Text]) -> str:
    """Changes when any text, title or the order does; ids are not part of the corpus."""
    whole = hashlib.sha256()
    for text in texts:
        whole.update(f"{text.title}\0{text.text}\0".encode())
    return whole.hexdigest()


def _document(number: int, texts: Sequence[Text]) -> tuple[Document, tuple[Passage, ...]]:
    ref = DocumentRef(f"tap-{number}", None, None, None, None, None)
    whole = "\n".join(text.text for text in texts)
    sections: list[Section] = []
    passages: list[Passage] = []
    start = 0
    for position, text in enumerate(texts):
        path, address, span = (Step("đoạn", str(position)),), _address(position), Span(start, start + len(text.text))
        trail = (text.title,) if text.title else ()
        sections.append(Section(path, address, None, span, start, None, None))
        passages.append(Passage(f"{ref.id}/{address}", ref, path, trail, text.text, None, None, span, position))
        start = span.end + 1
    version = hashlib.sha256(f"{number}\0{whole}".encode()).hexdigest()
    source = Source(f"tap-{number}.txt", version, "text/plain", 0, (), "bench")
    document = Document(ref, None, None, (), tuple(sections), whole, (), source, text_version=1)
    return document, tuple(passages)


def _address(position: int) -> str:
    return f"doan-{position}"


def _code() -> str:
    """Changes with every line that can change what lies in a corpus."""
    files = sorted(file for package in ("corpus", "ingest") for file in (_ROOT / package).rglob("*.py"))
    whole = hashlib.sha256()
    for file in (*files, Path(__file__)):
        whole.update(file.read_bytes())
    return whole.hexdigest()
