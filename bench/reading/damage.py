"""Files damaged at random, with a fixed seed: what the reader makes of each.

``python -m bench.reading.damage SHARED`` damages 2,000 files; ``--first`` and ``--count`` do a part of them.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import re
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import chain
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

import psutil

from corpus.documents.render import FOLDER as SAMPLES
from corpus.errors import TraCuuError
from ingest.document import read_document
from ingest.read import SUFFIXES
from ingest.read.rules import Rules
from ingest.warnings import remarks

COUNT = 2000
TIME_LIMIT = 20
"""Seconds a single file may take."""
# The converter has its own limit of two minutes, and waits while another program converts; pages that lost
# their fonts are recognised, seven of them at three seconds each on a busy core.
_TIME_LIMITS = dict.fromkeys((".doc", ".rtf", ".odt"), 180) | {".pdf": 60}

_LOST = 0.01
# Larger files are no other kind of file and would make a run of hours out of one of minutes.
_LARGEST = 100_000
_LARGEST_PDF = 250_000
# Formats that are read through another program take seconds each; so many files of each are damaged.
_THROUGH_ANOTHER = (".doc", ".rtf", ".odt")
_FEW = 2
# Formats without a checksum, a length or an end: what is cut from them leaves no trace.
_TRACELESS = (".txt", ".md", ".html", ".htm")


class Read(NamedTuple):
    """What became of a file: ``refused`` holds the reason, ``error`` the name of an error of the program."""

    words: Counter[str]
    warnings: frozenset[str]
    refused: str = ""
    error: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A damaged file and what the reader made of it.

    Attributes:
        number: Which accident it is: ``--first NUMBER --count 1`` repeats it.
        name: Original and damage.
        suffix: Of the original.
        result: ``đọc đủ``, ``có cảnh báo``, ``từ chối``, ``mất chữ``, ``lỗi`` or ``quá lâu``.
        detail: The reason of a refusal, the name of an error, or the share of words lost.
        seconds: How long it took.
        megabytes: Memory of the process afterwards.
    """

    number: int
    name: str
    suffix: str
    result: str
    detail: str
    seconds: float
    megabytes: float


def originals(shared: Path | None) -> list[Path]:
    """What is damaged: our samples, and of the real files those that are not too large."""
    found = sorted(path for path in SAMPLES.iterdir() if path.suffix in SUFFIXES)
    if shared is None:
        return found
    folders = ("party", "state/born_digital", "legacy/corpus/public-domain")
    real = [path for folder in folders for path in sorted((shared / "real" / folder).rglob("*"))]
    limits = dict.fromkeys(SUFFIXES, _LARGEST) | {".pdf": _LARGEST_PDF}
    fit = [path for path in real if 0 < path.stat().st_size <= limits.get(path.suffix, 0)]
    slow = [[path for path in fit if path.suffix == suffix][:_FEW] for suffix in _THROUGH_ANOTHER]
    return [*found, *(path for path in fit if path.suffix not in _THROUGH_ANOTHER), *chain.from_iterable(slow)]


def damaged(data: bytes, other: bytes, chance: random.Random) -> tuple[str, bytes]:
    """A file's bytes after an accident, and its name."""
    kind = chance.choice(("cut", "flip", "zero", "hole", "join"))
    changed = bytearray(data)
    start = chance.randrange(len(data))
    match kind:
        case "cut":
            del changed[start:]
        case "flip":
            for _ in range(chance.choice((1, 3, 30, 300))):
                changed[chance.randrange(len(data))] = chance.randrange(256)
        case "zero":
            length = chance.choice((16, 512, 4096))
            changed[start : start + length] = bytes(len(changed[start : start + length]))
        case "hole":
            del changed[start : start + chance.choice((1, 100, 4096))]
        case _:
            changed += other
    return kind, bytes(changed)


def accidents(paths: Sequence[Path], first: int, count: int) -> Iterator[tuple[Path, str, str, bytes]]:
    """Original, damage, suffix and bytes of each file; the same number is the same file in every run."""
    for number in range(first, first + count):
        chance = random.Random(number)  # noqa: S311 - nothing secret
        path = paths[number % len(paths)]
        data = path.read_bytes()
        if chance.random() < 0.08:
            yield path, "rename", chance.choice(SUFFIXES), data
        else:
            kind, changed = damaged(data, paths[chance.randrange(len(paths))].read_bytes(), chance)
            yield path, kind, path.suffix, changed


def read(path: Path) -> Read:
    """Read a file; every error of the program is caught, for it is what is looked for."""
    try:
        document = read_document(path, Rules())
    except TraCuuError as error:
        reason = getattr(error, "reason", None)
        return Read(Counter(), frozenset(), refused=str(reason.value if reason else error.title))
    except Exception as error:  # noqa: BLE001 - any of them is a finding
        return Read(Counter(), frozenset(), error=f"{type(error).__name__}: {error}"[:120])
    # Notes and what stands on every page are not lost when they leave the text.
    kept = [
        document.text,
        *(note.text for note in document.notes),
        *(piece.text for piece in document.layout.furniture),
    ]
    return Read(
        Counter(re.findall(r"\w+", "\n".join(kept))),
        frozenset(f"{remark.place} {remark.what}" for remark in remarks(document)),
    )


def judged(before: Read, after: Read) -> tuple[str, str]:
    """The result of a damaged file beside that of its original, and its detail."""
    if after.error:
        return "lỗi", after.error
    if after.refused:
        return "từ chối", after.refused
    lost = (before.words - after.words).total() / max(1, before.words.total())
    if lost <= _LOST:
        return "đọc đủ", ""
    return ("có cảnh báo" if after.warnings - before.warnings else "mất chữ"), f"{lost:.1%}"


class _Reader:
    """Another process that reads files, so that one which hangs or dies can be told and replaced."""

    def __init__(self) -> None:
        self._context = multiprocessing.get_context("spawn")
        self._start()

    def _start(self) -> None:
        self._here, there = self._context.Pipe()
        self._process = self._context.Process(target=_serve, args=(there,))
        self._process.start()

    def read(self, path: Path) -> Read | None:
        """What became of a file; ``None`` if it took too long."""
        self._here.send(path)
        try:
            if self._here.poll(_TIME_LIMITS.get(path.suffix, TIME_LIMIT)):
                answer: Read = self._here.recv()
                return answer
        except (EOFError, ConnectionResetError):
            self._start()
            return Read(Counter(), frozenset(), error="tiến trình dừng đột ngột")
        self.close()
        self._start()
        return None

    def close(self) -> None:
        """End the process with all that it has started."""
        for child in psutil.Process(self._process.pid).children(recursive=True):
            child.kill()
        self._process.kill()
        self._process.join()

    def megabytes(self) -> float:
        return float(psutil.Process(self._process.pid).memory_info().rss) / 2**20


def _serve(requests: Connection) -> None:
    while True:
        requests.send(read(requests.recv()))


def outcomes(shared: Path | None, first: int, count: int) -> Iterator[Outcome]:
    """Damage and read files, one after the other."""
    paths = originals(shared)
    before: dict[Path, Read | None] = {}
    with closing(_Reader()) as reader, tempfile.TemporaryDirectory() as folder:
        for number, (path, kind, suffix, data) in enumerate(accidents(paths, first, count), first):
            if path not in before:
                before[path] = reader.read(path)
            whole = before[path]
            if whole is None or whole.refused:
                continue  # nothing of it can be lost
            target = Path(folder) / f"hỏng{suffix}"
            target.write_bytes(data)
            start = time.perf_counter()
            after = reader.read(target)
            seconds = time.perf_counter() - start
            result, detail = judged(whole, after) if after else ("quá lâu", "")
            name = f"{path.name} ({kind} {suffix})"
            yield Outcome(number, name, path.suffix, result, detail, seconds, reader.megabytes())


def table(found: Sequence[Outcome]) -> str:
    """The outcomes as Markdown: results by format, then what went wrong."""
    results = ("đọc đủ", "có cảnh báo", "từ chối", "mất chữ", "lỗi", "quá lâu")
    names = ("read whole", "read with a warning", "refused", "words lost in silence", "crash", "too long")
    lines = [f"| format | files | {' | '.join(names)} |", "|---" * (len(names) + 2) + "|"]
    for suffix in sorted({outcome.suffix for outcome in found}):
        of_format = [outcome for outcome in found if outcome.suffix == suffix]
        counts = Counter(outcome.result for outcome in of_format)
        lines.append(f"| {suffix} | {len(of_format)} | {' | '.join(str(counts[result]) for result in results)} |")
    slowest = max((outcome.seconds for outcome in found), default=0.0)
    memory = max((outcome.megabytes for outcome in found), default=0.0)
    traced = sum(outcome.result == "mất chữ" and outcome.suffix not in _TRACELESS for outcome in found)
    return "\n".join(
        [*lines, "", f"slowest {slowest:.1f} s, memory at most {memory:.0f} MB, silent in traceable formats {traced}"]
    )


def main() -> None:
    """Damage files and print what became of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--count", type=int, default=COUNT)
    given = parser.parse_args()
    found = []
    for outcome in outcomes(given.shared, given.first, given.count):
        found.append(outcome)
        if outcome.result in ("mất chữ", "lỗi", "quá lâu"):
            print(outcome.number, outcome.result, outcome.name, outcome.detail, f"{outcome.seconds:.1f} s", flush=True)
    print(table(found))
    print(f"{given.count - len(found)} of {given.count} not judged: their originals are refused or take too long")


if __name__ == "__main__":
    main()
