"""Runs as they are kept, and what moved from one to the next."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.retrieval.asking import Judged, Row

# A right answer that was not found stands behind the last hit that is looked at.
_NOWHERE = 101


@dataclass(frozen=True, slots=True)
class Moved:
    """A question whose first right answer stands elsewhere than last time; ``None`` is nowhere."""

    id: str
    before: int | None
    now: int | None

    @property
    def rose(self) -> bool:
        """Whether it stands better."""
        return (self.now or _NOWHERE) < (self.before or _NOWHERE)

    @property
    def weight(self) -> float:
        """How much of a reciprocal rank it gained or lost: from 2 to 1 is more than from 50 to 10."""
        return abs(_worth(self.now) - _worth(self.before))

    def __str__(self) -> str:
        return f"{self.id}: {self.before or '–'} → {self.now or '–'}"


def moved(before: Mapping[str, int | None], now: Mapping[str, int | None]) -> list[Moved]:
    """Questions of both runs whose rank changed, the largest change first."""
    both = [Moved(name, before[name], rank) for name, rank in now.items() if name in before and before[name] != rank]
    return sorted(both, key=lambda one: (-one.weight, one.id))


def last_ranks(folder: Path, name: str) -> dict[str, int | None] | None:
    """Question → rank in the last run of a set that was kept, ``None`` if there was none."""
    kept = sorted(folder.glob(f"{name}.*.json"))
    if not kept:
        return None
    ranks: dict[str, int | None] = json.loads(kept[-1].read_text(encoding="utf-8"))["ranks"]
    return ranks


def ranks_of(judged: Sequence[Judged]) -> dict[str, int | None]:
    """Question → rank of its first right answer; a question without one has no rank."""
    return {one.id: one.best for one in judged if one.ranks}


def keep(folder: Path, name: str, rows: Sequence[Row], judged: Sequence[Judged]) -> Path:
    """Keep a run of a set: its figures, and the rank of every question."""
    folder.mkdir(parents=True, exist_ok=True)
    made = datetime.now(UTC)
    record: dict[str, Any] = {
        "set": name,
        "made": made.isoformat(timespec="seconds"),
        "figures": [asdict(row) for row in rows],
        "ranks": ranks_of(judged),
    }
    path = folder / f"{name}.{made:%Y%m%dT%H%M%S%f}.json"
    path.write_text(json.dumps(record, ensure_ascii=False, indent=1), encoding="utf-8")
    return path


def _worth(rank: int | None) -> float:
    return 1 / rank if rank else 0.0
