"""Tesseract 5 with Vietnamese: a program, given one picture at a time."""

from __future__ import annotations

import csv
import os
import subprocess
from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from ingest.read.ocr.found import Found
from ingest.read.ocr.picture import Gray, as_png
from ingest.read.ocr.sheet import DPI

# One thread a process: four threads on one page gain nothing, four pages beside each other four times as much.
_ENVIRONMENT = {"OMP_THREAD_LIMIT": "1"}
# A page takes one to six seconds; one of noise may take a minute.
_PATIENCE = 180
_WORD_LEVEL = "5"


@lru_cache
def name_of(program: Path) -> str:
    """The program with its version, e.g. ``tesseract 5.3.0``."""
    said = subprocess.run(  # noqa: S603 - the program found on this machine, with fixed arguments
        [str(program), "--version"], capture_output=True, text=True, timeout=_PATIENCE, check=False
    )
    return " ".join((said.stdout + said.stderr).split()[:2])


def read_page(program: Path, picture: Gray) -> list[list[Found]]:
    """The lines of a page, each with its words from left to right.

    Raises:
        OSError: The program does not run, fails or does not come to an end.
    """
    command = [str(program), "stdin", "stdout", "-l", "vie", "--dpi", str(DPI), "--psm", "3", "tsv"]
    try:
        made = subprocess.run(  # noqa: S603 - the program found on this machine, with fixed arguments
            command,
            input=as_png(picture),
            capture_output=True,
            check=True,
            timeout=_PATIENCE,
            env={**os.environ, **_ENVIRONMENT},
        )
    except subprocess.SubprocessError as error:
        raise OSError(str(error)) from error
    return _lines(made.stdout.decode("utf-8", "replace").splitlines())


def _lines(table: Iterable[str]) -> list[list[Found]]:
    rows = csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
    words = [row for row in rows if row["level"] == _WORD_LEVEL and (row["text"] or "").strip()]
    by_line = groupby(words, lambda row: (row["block_num"], row["par_num"], row["line_num"]))
    return [[_word(row) for row in line] for _, line in by_line]


def _word(row: dict[str, str]) -> Found:
    left, top = float(row["left"]), float(row["top"])
    return Found(
        text=row["text"].strip(),
        confidence=max(0, min(100, round(float(row["conf"])))),
        left=left,
        top=top,
        right=left + float(row["width"]),
        bottom=top + float(row["height"]),
    )
