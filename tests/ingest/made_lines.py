"""Lines as a reader would hand them on, written short: ``**`` bold, ``#`` heading, ``~`` runs on, ``[3]`` page."""

from __future__ import annotations

import re

from corpus.types import Path
from ingest.reading import Line, Reading
from ingest.structure import Structured, structure

_WRITTEN = re.compile(r"(?:\[(?P<page>\d+)\] ?)?(?P<heading>#*) ?(?P<bold>\*\*)? ?(?P<continues>~)? ?(?P<text>.+)")


def made_line(written: str) -> Line:
    match = _WRITTEN.fullmatch(written)
    assert match is not None, written
    return Line(
        match["text"],
        page=int(match["page"] or 0),
        heading=len(match["heading"]),
        bold=match["bold"] is not None,
        continues=match["continues"] is not None,
    )


def made_lines(written: str) -> tuple[Line, ...]:
    """One line a line; blank ones are skipped, and a page holds until the next is named."""
    lines: list[Line] = []
    for row in filter(None, map(str.strip, written.splitlines())):
        line = made_line(row)
        page = line.page or (lines[-1].page if lines else 0)
        lines.append(Line(line.text, page, line.heading, line.bold, line.continues))
    return tuple(lines)


def made_reading(written: str) -> Reading:
    lines = made_lines(written)
    pages = max(line.page for line in lines)
    return Reading(lines, "application/pdf" if pages else "text/plain", pages, (), "thử", visual=pages > 0)


def structured(written: str) -> Structured:
    return structure(made_reading(written))


def written_path(path: Path) -> str:
    return " > ".join(f"{unit} {label}".strip() for unit, label in path)


def units(written: str) -> list[str]:
    """The units found after the opening, each as its path."""
    return [
        written_path(section.path) for section in structured(written).sections if section.path[0].unit != "phần đầu"
    ]
