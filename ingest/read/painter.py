"""Pages drawn in a process of its own: pdfium can be kept busy without end, and only a process can be ended.

Patterns, masks and letters that draw each other, tiles of no width, pictures that unpack for hours: what
``drawn_forms`` does not count stops here.
"""

from __future__ import annotations

import faulthandler
import multiprocessing
import os
import signal
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Literal, Self

import pypdfium2 as pdfium

from ingest.read.ocr.sheet import Sheet, draw

# A plan of A0 takes seconds on a slow machine; with the first page the process itself begins.
_PATIENCE = 120.0
_Task = Literal["draw", "load"]


class StuckError(ValueError):
    """A page was not done in time, or brought its process down."""


class Painter:
    """Has another process read or draw pages of a file; close it after use.

    Args:
        data: The file.
        patience: Seconds a page may take.
    """

    def __init__(self, data: bytes, patience: float = _PATIENCE) -> None:
        self._data = data
        self._patience = patience
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None and self._pipe is not None:
            self._pipe.close()
            self._process.kill()
            self._process.join()

    def draw(self, index: int) -> Sheet:
        """A page drawn as the engines of recognition want it.

        Raises:
            StuckError: It was not done in time.
        """
        sheet = self._done("draw", index)
        assert isinstance(sheet, Sheet)  # noqa: S101 - our own process answers
        return sheet

    def load(self, index: int) -> None:
        """Find out that the text of a page is read in time.

        Raises:
            StuckError: It is not.
        """
        self._done("load", index)

    def _done(self, task: _Task, index: int) -> Sheet | None:
        try:
            pipe = self._opened()
            pipe.send((task, index))
            answer: Sheet | None = pipe.recv()
        except (EOFError, OSError) as error:  # the process has ended
            raise StuckError from error
        return answer

    def _opened(self) -> Connection:
        """The way to the process, which is begun when the first page is asked for."""
        if self._pipe is None:
            context = multiprocessing.get_context("spawn")  # not a fork: threads may be at work here
            self._pipe, other = context.Pipe()
            self._process = context.Process(target=_serve, args=(other, self._patience), daemon=True)
            self._process.start()
            other.close()
            self._pipe.send_bytes(self._data)
        return self._pipe


def _serve(pipe: Connection, patience: float) -> None:
    """Work in the other process until nobody asks any more, or a page takes too long.

    The process ends itself, so that none is left behind however the one that asks was ended.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who asks ends it
    with (
        Path(os.devnull).open("w") as nowhere,
        suppress(EOFError, OSError, MemoryError, pdfium.PdfiumError),
        pdfium.PdfDocument(pipe.recv_bytes()) as document,
    ):
        document.init_forms()  # only so are the fields of a form drawn: number and date are stamped in them
        while True:
            task, index = pipe.recv()
            faulthandler.dump_traceback_later(patience, exit=True, file=nowhere)
            pipe.send(_served(document, task, index))
            faulthandler.cancel_dump_traceback_later()


def _served(document: pdfium.PdfDocument, task: _Task, index: int) -> Sheet | None:
    page = document[index]
    try:
        if task == "draw":
            return draw(page)
        page.get_textpage().close()
        return None
    finally:
        page.close()
