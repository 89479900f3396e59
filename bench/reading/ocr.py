"""How exactly scans are recognised: ``python -m bench.reading.ocr`` prints shares of wrong characters.

Pages of our own samples are drawn, worn (``bench.reading.scans``) and read like any scan; what is right is the text
layer of the page. Each line of it is looked for on the recognised page wherever it stands, longest lines first, and
what is found of it counts once: a cell of a table is right whether it was read by rows or by columns. Characters that
no line needs are wrong, too. Blanks count as one. The share in reading order is that of the whole page as it runs.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from bench.reading.independent import pdf_pages
from bench.reading.scans import LEVELS, Level, degraded, page_pictures, scan_pdf
from corpus.documents.render import FOLDER
from corpus.text import one_line
from ingest.read.pdf_file import read_pdf_file
from ingest.read.rules import Rules

# Articles, themes, and a ruled table: 16 pages, which at 2 resolutions and 3 levels take minutes on two processors.
SAMPLES = ("01-qc-du-2025-10-20.pdf", "05-nq-du-2025-08-18.pdf", "08-qd-du-2025-11-03.pdf")
RESOLUTIONS = (200, 300)
TARGETS: dict[Level, float] = {"clean": 0.01, "mild": 0.01, "hard": 0.025}
Codes = NDArray[np.int32]
"""Characters by their number."""

_USED = -1


@dataclass(frozen=True, slots=True)
class Errors:
    """What is wrong on a page.

    Attributes:
        characters: Of the original.
        wrong: Edits from what was read to the original, lines and cells in any order.
        in_order: Edits with everything in the original's order.
    """

    characters: int
    wrong: int
    in_order: int

    @property
    def share(self) -> float:
        """Wrong characters of all."""
        return self.wrong / max(1, self.characters)


def errors(wanted: Sequence[str], read: Sequence[str]) -> Errors:
    """Compare the lines of a page with those that were recognised."""
    lines = [line for text in wanted if (line := one_line(text))]
    whole, page = " ".join(lines), _codes(one_line(" ".join(read)))
    wrong = 0
    left = page.copy()
    # A line that is missing must not take the letters of others: it comes last.
    missing: list[Codes] = []
    for codes in sorted(map(_codes, lines), key=len, reverse=True):
        cost, begin, end = _best_place(codes, left)
        if cost > len(codes) / 2:
            missing.append(codes)
            continue
        wrong += cost
        left[begin:end] = _USED
    for codes in missing:
        cost, begin, end = _best_place(codes, left)
        wrong += cost
        left[begin:end] = _USED
    blank = ord(" ")
    wrong += int(((left != _USED) & (left != blank)).sum())
    return Errors(len(whole), wrong, _distance(_codes(whole), page))


def _codes(text: str) -> Codes:
    return np.array([ord(char) for char in text], np.int32)


def _best_place(line: Codes, page: Codes) -> tuple[int, int, int]:
    """Fewest edits that make a line of a part of the page, and where the part begins and ends."""
    columns = np.arange(len(page) + 1)
    cost, begin = np.zeros(len(page) + 1, np.int64), columns.copy()
    for row, char in enumerate(line.tolist(), 1):
        swapped = cost[:-1] + (page != char)
        dropped = cost[1:] + 1
        best = np.concatenate(([row], np.minimum(swapped, dropped)))
        origin = np.concatenate(([0], np.where(swapped <= dropped, begin[:-1], begin[1:])))
        # A character too many on the page costs one; over a used one nothing leads.
        ahead = np.minimum.accumulate(best - columns)
        source = np.maximum.accumulate(np.where(best - columns == ahead, columns, 0))
        cost, begin = ahead + columns, origin[source]
    end = int(cost.argmin())
    return int(cost[end]), int(begin[end]), end


def _distance(wanted: Codes, read: Codes) -> int:
    """Levenshtein's distance."""
    columns = np.arange(len(read) + 1)
    cost = columns.copy()
    for row, char in enumerate(wanted.tolist(), 1):
        best = np.concatenate(([row], np.minimum(cost[:-1] + (read != char), cost[1:] + 1)))
        cost = np.minimum.accumulate(best - columns) + columns
    return int(cost[-1])


@dataclass(frozen=True, slots=True)
class Scanned:
    """A page of a sample, worn and read.

    Attributes:
        name: File name of the sample.
        page: From 1.
        level: How bad the scan is.
        dpi: Its resolution.
        errors: What is wrong in it.
        seconds: Time to read it, on one processor.
    """

    name: str
    page: int
    level: Level
    dpi: int
    errors: Errors
    seconds: float


def scanned_pages(name: str, level: Level, dpi: int) -> Iterator[Scanned]:
    """Read every page of a sample as a scan; its seed is its number, so that each page is worn in its own way."""
    wanted = _text_layer(name)
    for number, picture in enumerate(page_pictures(FOLDER / name, dpi), 1):
        data = scan_pdf([degraded(picture, level, number, dpi)], dpi)
        start = time.perf_counter()
        read = read_pdf_file(name, ".pdf", data, Rules()).seen
        seconds = time.perf_counter() - start
        yield Scanned(name, number, level, dpi, errors(wanted[number - 1], read), seconds)


@lru_cache
def _text_layer(name: str) -> list[list[str]]:
    """The lines of each page as the file states them."""
    return [page.split("\n") for page in pdf_pages(FOLDER / name)]


def ocr_table(samples: Sequence[str] = SAMPLES) -> Iterator[str]:
    """Shares of wrong characters by resolution and level."""
    yield "### Scans\n"
    yield f"Every page of {len(samples)} sample documents.\n"
    yield "| dpi | level | pages | wrong characters | worst page | in reading order | over target | seconds a page |"
    yield "|---" * 8 + "|"
    # A page takes one processor.
    with ProcessPoolExecutor() as pool:
        jobs = [
            (dpi, level, [pool.submit(_all_of, name, level, dpi) for name in samples])
            for dpi in RESOLUTIONS
            for level in LEVELS
        ]
        for dpi, level, waiting in jobs:
            yield _row(dpi, level, [page for job in waiting for page in job.result()])
    yield ""


def _all_of(name: str, level: Level, dpi: int) -> list[Scanned]:
    return list(scanned_pages(name, level, dpi))


def _row(dpi: int, level: Level, pages: Sequence[Scanned]) -> str:
    total = sum(page.errors.characters for page in pages)
    wrong, in_order = (sum(getattr(page.errors, name) for page in pages) / total for name in ("wrong", "in_order"))
    worst = max(pages, key=lambda page: page.errors.share)
    over = sum(page.errors.share > TARGETS[level] for page in pages)
    seconds = sum(page.seconds for page in pages) / len(pages)
    return (
        f"| {dpi} | {level} | {len(pages)} | {wrong:.2%} | {worst.errors.share:.2%} ({worst.name}, {worst.page}) "
        f"| {in_order:.2%} | {over} | {seconds:.1f} |"
    )


def main() -> None:
    """Measure and print."""
    for line in ocr_table():
        print(line, flush=True)


if __name__ == "__main__":
    main()
