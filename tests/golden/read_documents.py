"""Documents as they are read, each once a run: the samples of the project and the real ones beside it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from corpus.documents.render import FOLDER, RENDERERS
from corpus.types import Document
from ingest.document import read_document
from ingest.read import SUFFIXES
from ingest.read.rules import Rules

SAMPLES = tuple(sorted(path for path in FOLDER.iterdir() if path.suffix.lstrip(".") in RENDERERS))
SHARED = Path(__file__).resolve().parents[2] / ".." / "shared"
PARTY = tuple(sorted(path for path in (SHARED / "real" / "party").glob("*") if path.suffix in SUFFIXES))
STATE_PDFS = tuple(sorted((SHARED / "real" / "state" / "born_digital").glob("*.pdf")))

needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the real documents are not beside the repository")


@cache
def read(path: Path) -> Document:
    return read_document(path, Rules())
