"""Quoted text of amending laws: between “ and ” everything belongs to the item that quotes it."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.reading import Line


def quoted_lines(lines: Sequence[Line]) -> list[bool]:
    """For each line, whether it begins inside a quotation that opened on an earlier line.

    A quotation that never closes is a printing error and quotes nothing beyond its own line.
    """
    inside = [False] * len(lines)
    opened: int | None = None
    depth = 0
    for index, line in enumerate(lines):
        if opened is not None:
            inside[index] = True
        depth = max(0, depth + line.text.count("“") - line.text.count("”"))
        if depth == 0:
            opened = None
        elif opened is None:
            opened = index
    if opened is not None:
        inside[opened + 1 :] = [False] * (len(lines) - opened - 1)
    return inside
