"""Sample documents written for this project, their sources and the scripts that publish them."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

_FORMATS = {".pdf", ".docx", ".html", ".txt"}


def is_sample(version: str) -> bool:
    """Whether a file, by its sha256, is one of the samples: to be tried and never quoted."""
    return version in _versions()


@cache
def _versions() -> frozenset[str]:
    files = (path for path in Path(__file__).parent.iterdir() if path.suffix in _FORMATS)
    return frozenset(sha256(path.read_bytes()).hexdigest() for path in files)
