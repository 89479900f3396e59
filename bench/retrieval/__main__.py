"""Any BEIR folder, searched as a user would search it.

::

    python -m bench.retrieval FOLDER [--json]

``bench.retrieval.beir`` says what such a folder holds. Every run is kept under ``bench/work`` and compared with the
last one of the same folder.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench.retrieval import runs
from bench.retrieval.asking import Row, rows
from bench.retrieval.beir import Set, read_set
from bench.retrieval.corpora import WORK
from bench.retrieval.folder import judged_of, key_of, service_over
from bench.retrieval.tables import moves, table
from bench.retrieval.vectors import kept_encoder
from corpus.errors import TraCuuError


def main(arguments: Sequence[str], work: Path = WORK) -> int:
    """Run it; returns the exit code: 2 for a folder that is no BEIR folder."""
    parser = argparse.ArgumentParser(prog="python -m bench.retrieval")
    parser.add_argument("folder", type=Path, help="corpus.jsonl, queries.jsonl, qrels/test.tsv")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of tables")
    given = parser.parse_args(arguments)
    try:
        _measure(given.folder, work, as_json=given.json)
    except TraCuuError as error:
        print(f"{error.title}: {error}", file=sys.stderr)
        return error.exit_code
    return 0


def _measure(folder: Path, work: Path, *, as_json: bool) -> None:
    made, key = read_set(folder), key_of(folder)
    data = work / "corpora" / key
    encoder = kept_encoder(work)
    with service_over(made, data, encoder) as service:
        judged = judged_of(made, service)
    measured, before = rows(judged), runs.last_ranks(work / "runs", key)
    changes = None if before is None else runs.moved(before, runs.ranks_of(judged))
    runs.keep(work / "runs", key, measured, judged)
    if as_json:
        record = _record(made, measured) | {"moved": None if changes is None else [asdict(one) for one in changes]}
        print(json.dumps(record, ensure_ascii=False))
        return
    print(f"{made.name}: {len(made.texts)} passages, {len(made.questions)} questions\n")
    print(table("questions", measured))
    if changes is not None:
        print(f"\n{moves(changes)}")


def _record(made: Set, measured: Sequence[Row]) -> dict[str, Any]:
    everything, *kinds = measured
    counts = {"set": made.name, "documents": len(made.texts)}
    return counts | _figures(everything) | {"kinds": {row.kind: _figures(row) for row in kinds}}


def _figures(row: Row) -> dict[str, float]:
    means = row.figures
    return {
        "queries": means.queries,
        "ndcg@10": round(means.ndcg_at_10, 4),
        "mrr@10": round(means.mrr_at_10, 4),
        "success@1": round(means.success_at_1, 4),
        "success@5": round(means.success_at_5, 4),
        "success@10": round(means.success_at_10, 4),
        "recall@10": round(means.recall_at_10, 4),
        "recall@100": round(means.recall_at_100, 4),
        "p50_ms": round(row.p50_ms, 1),
        "p95_ms": round(row.p95_ms, 1),
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
