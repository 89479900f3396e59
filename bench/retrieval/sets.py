"""The sets that ranking is held to: Party documents, ALQAC 2025, XQuAD; alone or among 40,817 articles.

::

    python -m bench.retrieval.sets SHARED [--distractors] [--only NAME] [--serve]

``SHARED`` is the folder with the real documents and the public sets. Prints a Markdown table for each set, and which
questions moved since its last run; every run is kept under ``bench/work/runs``. ``--serve`` starts the server on each
corpus and measures it from outside.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.metrics import percentile
from bench.retrieval import runs
from bench.retrieval.asking import Judged, Row, recognised, row, rows
from bench.retrieval.beir import Set, Text, write_set
from bench.retrieval.corpora import WORK
from bench.retrieval.folder import judged_of, service_over
from bench.retrieval.party import judged_held_out, judged_party, judged_without_marks, labelled, party_service
from bench.retrieval.public import alqac, among, articles, xquad
from bench.retrieval.tables import moves, table
from bench.retrieval.vectors import kept_encoder
from bench.serving import serving
from corpus.errors import TraCuuError
from corpus.runtime.encoder import Encoder

NAMES = ("party", "alqac", "xquad")
_PUBLIC = {"alqac": (alqac, "alqac25"), "xquad": (xquad, "xquad_vi")}
ARTICLES = "real/bench/phapdien_articles.jsonl.gz"
_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Measured:
    """A set after its questions were asked.

    Attributes:
        name: What its runs are kept under.
        passages: How many its corpus holds.
        rows: Figures, all questions first.
        judged: The questions behind the first row.
        data: Folder of its corpus.
        texts: Its questions, for the server.
        held_out: Questions that nothing was chosen or fitted on.
    """

    name: str
    passages: int
    rows: tuple[Row, ...]
    judged: tuple[Judged, ...]
    data: Path
    texts: tuple[str, ...]
    held_out: tuple[Judged, ...] = ()


def main(arguments: Sequence[str], work: Path = WORK) -> int:
    """Run it; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bench.retrieval.sets")
    parser.add_argument("shared", type=Path)
    parser.add_argument("--distractors", action="store_true", help="among 40,817 articles of state law")
    parser.add_argument("--only", choices=NAMES, help="one set")
    parser.add_argument("--serve", action="store_true", help="measure the server on each corpus, too")
    given = parser.parse_args(arguments)
    try:
        encoder = kept_encoder(work)
        others = articles(given.shared / ARTICLES) if given.distractors else ()
        for name in [given.only] if given.only else NAMES:
            measured = _measure(name, given.shared, others, work, encoder)
            _tell(measured, work / "runs")
            if given.serve:
                _serve(measured)
    except TraCuuError as error:
        print(f"{error.title}: {error}", file=sys.stderr)
        return error.exit_code
    return 0


def public_set(name: str, shared: Path, others: Sequence[Text]) -> Set:
    """One of the public sets, among others' passages if there are any."""
    read, folder = _PUBLIC[name]
    made = read(shared / "real/bench" / folder)
    return among(made, others) if others else made


def _measure(name: str, shared: Path, others: Sequence[Text], work: Path, encoder: Encoder) -> Measured:
    if name == "party":
        return _party(shared / "real/party", others, work, encoder)
    made = public_set(name, shared, others)
    write_set(work / "sets" / made.name, made)
    data = work / "corpora" / made.name
    with service_over(made, data, encoder) as service:
        judged = judged_of(made, service)
    texts = tuple(question.text for question in made.questions)
    return Measured(made.name, len(made.texts), tuple(rows(judged)), tuple(judged), data, texts)


def _party(documents: Path, others: Sequence[Text], work: Path, encoder: Encoder) -> Measured:
    name = "party-among-articles" if others else "party"
    data = work / "corpora" / name
    with party_service(documents, others, data, encoder) as service:
        judged, plain, held_out = judged_party(service), judged_without_marks(service), judged_held_out(service)
        _, passages = service.library.catalogue.totals()
    measured = (
        *rows(judged),
        row("all, typed without marks", plain),
        row("held out", [one for one in held_out if one.ranks]),
    )
    texts = tuple(query.query for query in labelled())
    return Measured(name, passages, measured, tuple(judged), data, texts, tuple(held_out))


def _tell(measured: Measured, folder: Path) -> None:
    print(f"\n## {measured.name}: {measured.passages:,} passages\n\n{table('questions', measured.rows)}\n")
    for judged, of_which in ((measured.judged, ""), (measured.held_out, " (held out)")):
        if told := recognised(judged):
            print(f"Unanswerable recognised{of_which}: {told[0]:.3f}; false alarms: {told[1]:.3f}\n")
    before = runs.last_ranks(folder, measured.name)
    if before is not None:
        print(moves(runs.moved(before, runs.ranks_of(measured.judged))))
    runs.keep(folder, measured.name, measured.rows, measured.judged)


def _serve(measured: Measured) -> None:
    """Questions asked for the first time, by one client and by many, and asked again: pages are kept."""
    data = {"TRACUU_DATA": str(measured.data)}
    with serving(data) as server:
        times = [server.timed(text, _SHOWN) for text in measured.texts]
        memory = server.memory_mb()
    print(
        f"\nOver HTTP: p50 {percentile(times, 0.5):.1f} ms, p95 {percentile(times, 0.95):.1f} ms with one client; "
        f"first answer after {server.start_seconds:.1f} s, {memory:.0f} MB."
    )
    with serving(data) as server:
        for asked in ("for the first time", "again"):
            many = server.throughput(measured.texts, _SHOWN)
            print(f"{many.clients} clients ask {asked}: {many.a_second:.0f} searches a second, {many.errors} errors.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
