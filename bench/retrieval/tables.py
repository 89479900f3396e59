"""Figures as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bench.retrieval.asking import Row
from bench.retrieval.runs import Moved

_HEAD = ("n", "nDCG@10", "success@1", "success@5", "success@10", "MRR@10", "recall@10", "recall@100", "p50", "p95 ms")
# More lines than this nobody reads.
_SHOWN = 20


def table(first: str, rows: Iterable[Row]) -> str:
    """A table of one line a row; ``first`` heads the column of names."""
    head = (first, *_HEAD)
    return "\n".join((_line(head), _line(["---"] * len(head)), *(_line(_cells(row)) for row in rows)))


def moves(moved: Sequence[Moved]) -> str:
    """What moved, the largest changes first."""
    if not moved:
        return "No question moved."
    rose = sum(one.rose for one in moved)
    told = "\n".join(f"{'+' if one.rose else '-'} {one}" for one in moved[:_SHOWN])
    more = f"\n… and {len(moved) - _SHOWN} more" if len(moved) > _SHOWN else ""
    return f"{rose} rose, {len(moved) - rose} fell (rank of the first right answer, before → now):\n{told}{more}"


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cells(row: Row) -> list[str]:
    means = row.figures
    shares = (
        means.ndcg_at_10,
        means.success_at_1,
        means.success_at_5,
        means.success_at_10,
        means.mrr_at_10,
        means.recall_at_10,
        means.recall_at_100,
    )
    times = (f"{row.p50_ms:.1f}", f"{row.p95_ms:.1f}")
    return [row.kind, str(means.queries), *(f"{share:.3f}" for share in shares), *times]
