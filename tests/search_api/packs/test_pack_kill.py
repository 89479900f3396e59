"""A process that saves is killed at random moments: what it had acknowledged is there, whole, and nothing else."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

from made_packs import OWNER, edit, quote, to

from search_api.packs.edit import PackEdit, PassageEdit
from search_api.packs.store import PackStore

KILLS = 3
# The same moments in every run would miss the same ones; the seed is printed when a run fails.
SEED = random.randrange(1_000_000)  # noqa: S311


def state(number: int) -> PackEdit:
    """What the pack holds after so many saves: a passage more each, its texts of the same number."""
    passages = tuple(PassageEdit(label=label, note=str(number)) for label in range(1, number % 50 + 2))
    return PackEdit(title=str(number), local=f"{number} " * 500, passages=passages)


def save_for_ever(url: str) -> None:
    """What the process does that gets killed; it says on standard output what it has done."""
    with PackStore(url) as store:
        (row,) = store.owned(OWNER)
        number = int(row.title)
        while True:
            number += 1
            fresh = {label: quote(f"x/{label}") for label in range(row.current, 60)} if number == 1 else {}
            store.change(row.id, to(state(number), f"Bản {number}", quotes=fresh))
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()


def killed(url: str, seconds: float) -> int:
    """The last save acknowledged by a process that is killed some time after its first."""
    program = "import sys, test_pack_kill; test_pack_kill.save_for_ever(sys.argv[1])"
    here = Path(__file__).resolve()
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(here.parents[3]), str(here.parent)])}
    with subprocess.Popen(
        [sys.executable, "-c", program, url], env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(seconds)
        process.kill()  # SIGKILL; on Windows TerminateProcess, which is as sudden
        rest = process.stdout.read()
    return [int(line) for line in (first + rest).split("\n") if line.strip()][-1]


def test_nothing_acknowledged_is_lost_and_no_half_pack_is_seen(url: str) -> None:
    moments = random.Random(SEED)  # noqa: S311
    with PackStore(url) as store:
        pack = store.create(OWNER, edit(title="0"), {}, "Lập").row.id
    for _ in range(KILLS):
        acknowledged = killed(url, moments.uniform(0.0, 0.3))
        with PackStore(url) as store:
            held = store.held(pack)
            # The save after the last acknowledged one may have gone through without a chance to say so.
            number = int(held.row.title)
            assert number in (acknowledged, acknowledged + 1), f"seed {SEED}"
            assert held.edit == state(number)
            assert set(held.quotes) >= {one.label for one in held.edit.passages}
            newest = store.history(pack)[0]
            assert (newest.change, newest.current) == (f"Bản {number}", True)
            assert store.revision(pack, newest.number) == held.edit
