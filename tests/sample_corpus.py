"""The sample documents as a corpus, without a model: for what looks at words and never at meaning."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from doubles import ENCODER, SPEC, settings_in
from small_corpus import put

from corpus import documents
from corpus.runtime.library import Library
from corpus.types import Document
from ingest.document import read_document
from ingest.read import SUFFIXES
from ingest.read.rules import Rules
from search_api.service import Service


@cache
def sample_documents() -> tuple[tuple[Document, bytes], ...]:
    """The sample documents as they are read, with their files."""
    paths = sorted(path for path in Path(documents.__file__).parent.iterdir() if path.suffix in SUFFIXES)
    return tuple((read_document(path, Rules()), path.read_bytes()) for path in paths)


@contextmanager
def sample_service(folder: Path) -> Iterator[Service]:
    """What answers over them."""
    settings = settings_in(folder)
    library = Library(settings, SPEC)
    for made, content in sample_documents():
        put(library, settings, made, content)
    yield Service(library, ENCODER)
    library.close()
