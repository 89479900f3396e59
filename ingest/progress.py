"""The progress bar of a run: documents, pages, time left."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from ingest.run import files_of


class Bar:
    """A bar on a terminal; nothing where the output is not one.

    Args:
        console: Where it is drawn.
        paths: Files and folders of the run, counted to know how many there are.
        total: Their number, where it is known already.
    """

    def __init__(self, console: Console, paths: Sequence[Path], total: int | None = None) -> None:
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("tệp, {task.fields[pages]} trang, còn"),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        count = sum(1 for _ in files_of(paths, [])) if total is None else total
        self._task = self._progress.add_task("Đang nạp", total=count, pages=0)
        self._pages = 0
        self._name = ""

    def __enter__(self) -> Bar:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def begins(self, path: Path) -> None:
        """Show which file is being read."""
        self._name = path.name[:40]
        self._progress.update(self._task, description=self._name)

    def recognises(self, done: int, total: int) -> None:
        """Show how far a scan is."""
        self._progress.update(self._task, description=f"{self._name}: nhận dạng trang {done}/{total}")

    def ends(self, path: Path, pages: int) -> None:  # noqa: ARG002 - the protocol's signature
        """Count a file and its pages."""
        self._pages += pages
        self._progress.update(self._task, advance=1, pages=self._pages)
