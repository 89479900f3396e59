"""Files that a power cut must not halve."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from pathlib import Path


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file so that its name holds either the old content or the new, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False, prefix=".tmp-") as temporary:
        temporary.write(content)
        temporary.flush()
        os.fsync(temporary.fileno())
    Path(temporary.name).replace(path)


def copy_atomically(source: Path, target: Path, sha256: str) -> None:
    """Copy a file so that the target's name appears only when the copy is whole.

    Raises:
        ValueError: The file has another digest than it should: it was changed since it was read.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=target.parent, delete=False, prefix=".tmp-") as temporary:
        copied = Path(temporary.name)
    try:
        with source.open("rb") as reading, copied.open("w+b") as writing:
            shutil.copyfileobj(reading, writing)
            writing.flush()
            os.fsync(writing.fileno())
            writing.seek(0)
            if hashlib.file_digest(writing, "sha256").hexdigest() != sha256:
                raise ValueError(sha256)
        copied.replace(target)
    finally:
        copied.unlink(missing_ok=True)
