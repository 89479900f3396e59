"""Footnotes of Markdown: ``[^1]`` at a word, ``[^1]: …`` on a line of its own.

Only marks that are defined are notes; whatever else stands in brackets is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.read.emphasis import shown
from ingest.read.lines import tidy
from ingest.read.markdown import markdown_lines
from ingest.reading import Line, Mark, PrintedNote

_DEFINITION = re.compile(r" {0,3}\[\^([^\]\s]{1,20})\]:\s*(.*)")
_MORE = re.compile(r"(?: {4}|\t)\s*(\S.*)")
# The blank before a mark goes with it: "đảng [^1]." is "đảng." with a mark.
_MARK = re.compile(r"\s?\[\^([^\]\s]{1,20})\]")


def markdown_with_notes(source: str) -> tuple[tuple[Line, ...], tuple[PrintedNote, ...]]:
    """The lines of a Markdown text and its notes, tied to each other."""
    rows, texts = _definitions(source.splitlines())
    names = list(texts)
    lines = (_tied(line, names) for line in markdown_lines("\n".join(rows)))
    notes = (PrintedNote(name, tidy("".join(char.text for char in shown(text)))) for name, text in texts.items())
    return tuple(line for line in lines if line.text), tuple(notes)


def _definitions(source: Iterable[str]) -> tuple[list[str], dict[str, str]]:
    """The lines that are text, and the notes by name; an indented line under a definition goes on with it."""
    rows: list[str] = []
    texts: dict[str, str] = {}
    name: str | None = None
    for row in source:
        defined, more = _DEFINITION.fullmatch(row), _MORE.fullmatch(row)
        if defined:
            name = defined[1]
            texts[name] = "\n".join(filter(None, (texts.get(name), defined[2])))  # defined twice: nothing is lost
        elif name is not None and more:
            texts[name] += f"\n{more[1]}"
        else:
            name = name if not row.strip() else None
            rows.append(row)
    return rows, texts


def _tied(line: Line, names: Sequence[str]) -> Line:
    """The line without the marks in it, which are kept by their place."""
    text, done = "", 0
    marks: list[Mark] = []
    for found in _MARK.finditer(line.text):
        if found[1] in names:
            text += line.text[done : found.start()]
            done = found.end()
            marks.append(Mark(len(text), names.index(found[1])))
    return replace(line, text=(text + line.text[done:]).strip(), marks=tuple(marks)) if marks else line
