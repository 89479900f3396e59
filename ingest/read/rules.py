"""By which rules an installation takes files in."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.secrecy import Clearance
from ingest.read.limits import Limits


@dataclass(frozen=True, slots=True)
class Rules:
    """What a reader may do and must refuse.

    Attributes:
        limits: How much a single file may ask of this machine.
        clearance: How restricted a document may be; state secrets are refused whatever it is.
    """

    limits: Limits = field(default_factory=Limits)
    clearance: Clearance = Clearance.PUBLIC
