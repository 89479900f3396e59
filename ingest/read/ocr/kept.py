"""Recognised pages, kept until their file has been taken in or refused: a run that was interrupted goes on there."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.types import Rect
from ingest.read.layout import Box, Visual
from ingest.reading import Word


@dataclass(frozen=True, slots=True)
class KeptPages:
    """The recognised pages of one file.

    Attributes:
        folder: Where they lie, named by the file's sha256.
        engine: Who read them, versions included: other engines' pages do not count.
    """

    folder: Path
    engine: str

    def read(self, page: int) -> list[Visual] | None:
        """The lines of a page, ``None`` where it is not kept or cannot be read."""
        try:
            record = json.loads(self._path(page).read_text(encoding="utf-8"))
            return [_visual(item) for item in record]
        except (OSError, ValueError, TypeError, KeyError):  # missing, or damaged from outside
            return None

    def write(self, page: int, lines: list[Visual]) -> None:
        """Keep a page, whole or not at all."""
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self._path(page)
        half = path.with_suffix(".part")
        half.write_text(json.dumps([_record(line) for line in lines], ensure_ascii=False), encoding="utf-8")
        os.replace(half, path)  # noqa: PTH105 - the one call that is atomic on Windows, too

    def forget(self) -> None:
        """Delete all of them."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _path(self, page: int) -> Path:
        key = hashlib.sha256(self.engine.encode()).hexdigest()[:12]
        return self.folder / f"{page}-{key}.json"


def forget_pages(folder: Path | None, sha256: str | None) -> None:
    """Delete what is kept of a file that has been taken in or refused."""
    if folder is not None and sha256:
        shutil.rmtree(folder / sha256, ignore_errors=True)


def _record(line: Visual) -> dict[str, Any]:
    box = line.box
    return {
        "text": line.text,
        "box": None if box is None else [box.left, box.right, box.top, box.size],
        "rect": line.rect,
        "words": line.words,
    }


def _box(left: float, right: float, top: float, size: float) -> Box:
    return Box(left, right, top, size, bold=False)


def _visual(item: dict[str, Any]) -> Visual:
    box, rect = item["box"], item["rect"]
    return Visual(
        item["text"],
        None if box is None else _box(*box),
        None if rect is None else Rect(*rect),
        tuple(Word(*word) for word in item["words"]),
    )
