"""A process that writes is killed at random moments; what it had acknowledged is there, whole, and nothing else."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

from doubles import SPEC, addresses_of, indexed_passages, made_document, plain_passages, settings_in

from corpus.copies import alone
from corpus.runtime.library import Library
from corpus.types import Document, Filters

TESTS = Path(__file__).resolve().parents[2]
KILLS = 3
# The same moments in every run would miss the same ones; the seed is printed when a run fails.
SEED = random.randrange(1_000_000)  # noqa: S311


def written(round_: int) -> Document:
    """Two documents in turn, each time in another version of another length."""
    items = [f"Lần {round_}, việc {place}: chi bộ họp." for place in range(5 + round_ % 7 * 20)]
    return made_document(*items, number=f"0{round_ % 2 + 1}-NQ/ĐU")


def write_for_ever(folder: Path, round_: int) -> None:
    """What the process does that gets killed; it says on standard output what it has done."""
    library = Library(settings_in(folder), SPEC)
    while True:
        document = written(round_)
        library.replace(document, indexed_passages(document), alone(document, f"tệp-{round_ % 2}"))
        sys.stdout.write(f"{round_}\n")
        sys.stdout.flush()
        round_ += 1


def write_and_be_killed(folder: Path, round_: int, seconds: float) -> list[int]:
    """Rounds acknowledged by a process that starts at a round and is killed some time after its first."""
    program = f"import sys, pathlib, test_kill; test_kill.write_for_ever(pathlib.Path(sys.argv[1]), {round_})"
    paths = (TESTS, TESTS.parent, Path(__file__).parent)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, paths))}
    with subprocess.Popen(
        [sys.executable, "-c", program, str(folder)], env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(seconds)
        process.kill()  # SIGKILL; on Windows TerminateProcess, which is as sudden
        rest = process.stdout.read()
    return [int(line) for line in (first + rest).split("\n") if line.strip()]


def test_nothing_acknowledged_is_lost_and_nothing_half_done_is_seen(tmp_path: Path) -> None:
    moments = random.Random(SEED)  # noqa: S311
    last = -1
    for _ in range(KILLS):
        acknowledged = write_and_be_killed(tmp_path, last + 1, moments.uniform(0.0, 0.4))
        assert acknowledged, f"the process did not come to write anything (seed {SEED})"
        last = check(tmp_path, acknowledged[-1])


def check(folder: Path, acknowledged: int) -> int:
    """Look at what the killed process left; returns the last round that went through."""
    library = Library(settings_in(folder), SPEC)
    try:
        _, entries = library.catalogue.entries(Filters(), 0, 10)
        # The round after the last acknowledged one may have gone through without a chance to say so.
        possible = {written(round_).source.sha256: round_ for round_ in range(acknowledged + 2)}
        rounds = {possible[entry.version] for entry in entries}
        last = max(rounds)
        assert last in (acknowledged, acknowledged + 1), f"seed {SEED}"
        assert rounds == {round_ for round_ in (last - 1, last) if round_ >= 0}, f"seed {SEED}"
        for round_ in rounds:
            document = written(round_)
            assert library.catalogue.body(document.ref.id) == document
            assert library.passages(document.ref.id, addresses_of(document)) == plain_passages(document)
        assert library.store.count() == library.catalogue.totals()[1], f"seed {SEED}"
        assert library.catalogue.unsettled() == []
    finally:
        library.close()
    return last
