"""Answers that are their reader's own."""

from __future__ import annotations

from fastapi import Response


def unstored(response: Response) -> None:
    """A dependency of routes whose answers no browser and nothing on the way may keep."""
    response.headers["Cache-Control"] = "no-store"
