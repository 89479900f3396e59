"""By which rules an installation takes files in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from corpus.secrecy import Clearance
from ingest.read.limits import Limits

Watch = Callable[[int, int], None]
"""Told after each recognised page how many of a file are done, and of how many."""


def _nobody(_done: int, _total: int) -> None:
    """Nobody watches."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What a reader may do and must refuse.

    Attributes:
        limits: How much a single file may ask of this machine.
        clearance: How restricted a document may be; state secrets are refused whatever it is.
        recognised: Where recognised pages are kept until their file is in or refused, ``None`` for nowhere.
        watch: Told of every page that was recognised.
    """

    limits: Limits = field(default_factory=Limits)
    clearance: Clearance = Clearance.PUBLIC
    recognised: Path | None = None
    watch: Watch = _nobody
