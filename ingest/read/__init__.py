"""Turns a file into lines, and refuses what must be refused."""

from __future__ import annotations

from pathlib import Path

from ingest.read.limits import Limits
from ingest.read.markdown import markdown_lines
from ingest.read.pdf import read_pdf
from ingest.read.word import read_word
from ingest.reading import Reading

SUFFIXES = (".pdf", ".docx", ".html", ".htm", ".md", ".txt")


def read_file(path: Path, limits: Limits = Limits()) -> Reading:
    data = path.read_bytes()
    if path.suffix == ".pdf":
        return read_pdf(data).reading
    if path.suffix == ".docx":
        return read_word(data).reading
    lines = markdown_lines(data.decode("utf-8"))
    return Reading(tuple(lines), "text/markdown", 0, (), "markdown-it-py")
