"""The pages of a file that must be recognised: several at once, each kept when it is done, told as they come."""

from __future__ import annotations

import hashlib
import os
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from corpus.secrecy import Clearance
from corpus.stamps import secrecy_mark
from ingest.read.layout import Visual
from ingest.read.ocr.kept import KeptPages
from ingest.read.ocr.page import OCR_VERSION, Engines, engines, read_sheet
from ingest.read.ocr.repair import repaired
from ingest.read.page_choice import PageReading
from ingest.read.painter import Painter
from ingest.read.rules import Rules, Watch


class RecognitionError(ValueError):
    """The engine does not work on this machine."""


@dataclass(frozen=True, slots=True)
class Recogniser:
    """Reads pictures of pages.

    Attributes:
        data: The file.
        engines: What reads them.
        kept: Where finished pages are kept, ``None`` for nowhere.
        clearance: Marks it does not admit keep a file out.
        watch: Told of every page.
    """

    data: bytes
    engines: Engines
    kept: KeptPages | None
    clearance: Clearance
    watch: Watch

    def pages(self, wanted: Sequence[int], known: Sequence[str]) -> dict[int, PageReading]:
        """The readings of pages, by index; ``known`` is what the file's text layer says.

        The drawing is done one page at a time, as pdfium wants it; the reading beside it, a page a processor:
        Tesseract is a process of its own, the other engine leaves Python alone while it counts.

        Raises:
            RecognitionError: The engine does not run.
            StuckError: A page is not drawn in reasonable time.
        """
        read: dict[int, list[Visual]] = {}
        seen = list(known)
        for index, lines, fresh in self._in_turn(wanted):
            read[index] = lines
            seen.extend(line.text for line in lines)
            if self.kept is not None and not self._may_stay(seen):
                self.kept.forget()
            elif self.kept is not None and fresh:
                self.kept.write(index + 1, lines)
            self.watch(len(read), len(wanted))
        whole = repaired(list(read.values()))
        return {index: PageReading(lines, self.engines.name) for index, lines in zip(read, whole, strict=True)}

    def _in_turn(self, wanted: Sequence[int]) -> Iterator[tuple[int, list[Visual], bool]]:
        """Pages in their order, each told whether it has been read just now."""
        workers = os.cpu_count() or 1
        waiting: deque[tuple[int, list[Visual] | Future[list[Visual]]]] = deque()
        with ThreadPoolExecutor(workers) as pool, Painter(self.data) as painter:
            try:
                for index in wanted:
                    before = self.kept.read(index + 1) if self.kept is not None else None
                    page = before if before is not None else pool.submit(read_sheet, painter.draw(index), self.engines)
                    waiting.append((index, page))
                    # One more than there are processors, so that none waits for a page to be drawn.
                    if len(waiting) > workers + 1:
                        yield _done(*waiting.popleft())
                while waiting:
                    yield _done(*waiting.popleft())
            finally:
                pool.shutdown(cancel_futures=True)

    def _may_stay(self, seen: Sequence[str]) -> bool:
        """Whether pages may lie on the disk, by what has been read so far.

        Of a file that will be refused for its mark none may, not even while the others are being read.
        """
        mark = secrecy_mark(seen)
        return mark is None or self.clearance.admits(mark.text)


def recogniser(data: bytes, rules: Rules) -> Recogniser | None:
    """What recognises the pages of a file; ``None`` where this machine has no engine."""
    by = engines()
    if by is None:
        return None
    digest = hashlib.sha256(data).hexdigest()
    kept = KeptPages(rules.recognised / digest, f"{by.name} {OCR_VERSION}") if rules.recognised is not None else None
    return Recogniser(data, by, kept, rules.clearance, rules.watch)


def _done(index: int, page: list[Visual] | Future[list[Visual]]) -> tuple[int, list[Visual], bool]:
    if isinstance(page, list):
        return index, page, False
    try:
        return index, page.result(), True
    except Exception as error:  # OpenCV and the engines have errors of their own kinds; none may end a run
        raise RecognitionError(str(error)) from error
