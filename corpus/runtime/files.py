"""Files that a power cut must not halve."""

from __future__ import annotations

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


def copy_atomically(source: Path, target: Path) -> None:
    """Copy a file so that the target's name appears only when the copy is whole."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with (
        source.open("rb") as reading,
        tempfile.NamedTemporaryFile(dir=target.parent, delete=False, prefix=".tmp-") as temporary,
    ):
        shutil.copyfileobj(reading, temporary)
        temporary.flush()
        os.fsync(temporary.fileno())
    Path(temporary.name).replace(target)
