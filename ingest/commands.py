"""The commands that change the corpus, and the one that shows what would be read: ingest, remove, reindex, parse."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from corpus.copies import Copy
from corpus.errors import NotFound, Refusal, RefusalReason
from corpus.runtime.catalogue import Catalogue
from corpus.runtime.flows import Pipeline
from corpus.runtime.library import Library, original_path
from corpus.runtime.opening import open_encoder, open_writer, spec_of
from corpus.runtime.rebuild_rows import Waiting
from corpus.runtime.settings import Settings
from corpus.text import one_line
from corpus.types import Document
from ingest.document import read_document
from ingest.noting import MAY_NOT_STAY, outcome_of, outcome_of_rebuild
from ingest.outline_json import outline_json, remarks_json
from ingest.outline_tree import outline_lines
from ingest.pipeline import reading_pipeline
from ingest.progress import Bar
from ingest.read.ocr.kept import forget_pages
from ingest.read.rules import Rules
from ingest.run import Ingestor, Report, read_through
from ingest.shelving import Shelf, Shelved, remove_copy
from ingest.warnings import remarks, unsure_fields

_OK = 0
# Beyond this the pages at the right end are too far from what they belong to; a pipe has no width of its own.
_WIDEST, _PIPED = 120, 100


def ingest(settings: Settings, paths: Sequence[Path], console: Console) -> int:
    """Take files and folders in and print the report.

    Returns:
        0, or the exit code of a refusal if any file was refused.
    """
    encoder = open_encoder(settings)
    settings.data.mkdir(parents=True, exist_ok=True)
    with (
        open_writer(settings, encoder) as writer,
        closing(Catalogue(settings.catalogue_url)) as catalogue,
        Bar(console, paths) as bar,
    ):
        report = Ingestor(writer, catalogue, encoder, settings, rules_of(settings)).ingest(paths, bar)
        writer.note_run(outcome_of(report, catalogue))
    _print_report(report, console)
    return Refusal.exit_code if report.refused else _OK


def remove(settings: Settings, document: str, copy: str | None, console: Console) -> int:
    """Take a document out, or one copy of it by the name of its file.

    Raises:
        NotFound: There is no such document or copy.
    """
    encoder = open_encoder(settings)
    with open_writer(settings, encoder) as writer, closing(Catalogue(settings.catalogue_url)) as catalogue:
        name = catalogue.known_as(document)
        if copy is None:
            writer.remove(name)
        else:
            remove_copy(Shelf(writer, catalogue, encoder), name, copy)
    what = f"văn bản «{document}»" if copy is None else f"bản «{copy}» của văn bản «{document}»"
    console.print(f"Đã gỡ {escape(what)} khỏi kho.")
    return _OK


def reindex(settings: Settings, console: Console, withdraw: Callable[[Sequence[Waiting]], None]) -> int:
    """Make the index anew from the original files; needed after a change of model or of rules.

    Args:
        settings: Where everything is.
        console: Where to report.
        withdraw: Is told the files that turned out to be secret, of which nothing may stay anywhere.
    """
    encoder = open_encoder(settings)
    refused: list[tuple[str, Refusal | NotFound]] = []
    secret: list[Waiting] = []
    with closing(Library(settings, spec_of(encoder), rebuilding=True)) as library:
        files = library.announce_rebuild()
        shelf = Shelf(library, library.catalogue, encoder)
        with Bar(console, [], total=len(files)) as bar:
            rules = replace(rules_of(settings), watch=bar.recognises)
            reading = reading_pipeline(rules)
            for file in files:
                path = original_path(settings.files_folder, file.version, file.name)
                bar.begins(path)
                pages = 1
                try:
                    pages = _read_again(file, path, shelf, reading)
                except (Refusal, NotFound) as error:
                    refused.append((file.origin, error))
                    reason = error.reason if isinstance(error, Refusal) else None
                    library.rebuilt(file, wipe=reason in MAY_NOT_STAY)
                    secret += [file] if reason is RefusalReason.SECRET else []
                    origin = "" if reason is RefusalReason.SECRET else f" Tệp đã nạp từ «{escape(file.origin)}»."
                    console.print(
                        f"[red]Không đọc lại được, đã gỡ khỏi kho:[/] {escape(file.name)}. "
                        f"{escape(str(error))}{origin}",
                        highlight=False,
                    )
                else:
                    library.rebuilt(file)
                forget_pages(rules.recognised, file.version)
                bar.ends(path, pages)
        documents, _ = library.catalogue.totals()
        library.note_run(outcome_of_rebuild(len(files), refused))
    console.print(f"Đã lập lại kho: {documents} văn bản.")
    if secret:
        withdraw(secret)
    return Refusal.exit_code if refused else _OK


def _read_again(file: Waiting, path: Path, shelf: Shelf, reading: Pipeline) -> int:
    """Take one file of a rebuild in; returns its number of pages."""
    if shelf.catalogue.has_version(file.version):
        shelf.move(file.version, file.origin)
        return 1
    document = read_through(reading, path, file.name, file.version)
    shelf.put(Copy(document, file.origin))
    return max(1, document.source.pages)


def parse(settings: Settings, path: Path, console: Console, *, as_json: bool) -> int:
    """Show how a file is read, without taking it in: a tree, or the JSON of the annotated outlines."""
    with console.status(f"Đang đọc {escape(path.name)} …") as status:

        def watch(done: int, total: int) -> None:
            status.update(f"Đang nhận dạng {escape(path.name)}: trang {done}/{total} …")

        # What is only looked at is kept nowhere.
        document = read_document(path, replace(rules_of(settings), recognised=None, watch=watch))
    if as_json:
        outline = outline_json(document) | {"warnings": remarks_json(remarks(document))}
        console.file.write(json.dumps(outline, ensure_ascii=False, indent=1) + "\n")
    else:
        width = min(console.width, _WIDEST) if console.is_terminal else _PIPED
        for line in outline_lines(document, remarks(document), width):
            console.print(line, highlight=False)
    return _OK


def rules_of(settings: Settings) -> Rules:
    """What the settings let in, and where recognised pages wait."""
    return Rules(clearance=settings.clearance, recognised=settings.recognised_folder)


def _print_report(report: Report, console: Console) -> None:
    console.print(
        f"Đã đọc mới {len(report.read)}, thay {len(report.replaced)}, không đổi {len(report.unchanged)}, "
        f"từ chối {len(report.refused)} tệp; {report.pages} trang."
    )
    for document in (*report.read, *report.replaced):
        console.print(
            f"  [green]✓[/] {_shown(document.source.name)} → {_shown(document.ref.id)}{_remarked(document)}",
            highlight=False,
        )
        _print_unsure(document, console)
    if report.copies:
        console.print(f"Bản sao của văn bản đã có trong kho: {len(report.copies)}.")
    for document, shelved in report.copies:
        console.print(f"  [green]=[/] {_shown(document.source.name)}: {_shown(_became(shelved))}", highlight=False)
        _print_unsure(document, console)
    for path, refusal in report.refused:
        console.print(f"  [red]✗[/] {_shown(path.name)}: {_shown(str(refusal))}", highlight=False)
    if report.ignored:
        names = ", ".join(_shown(path.name) for path in report.ignored[:5])
        more = " …" if len(report.ignored) > 5 else ""
        console.print(f"  Bỏ qua {len(report.ignored)} tệp không phải văn bản: {names}{more}", highlight=False)


def _print_unsure(document: Document, console: Console) -> None:
    """What is told at once: without its number or date a document is cited worse."""
    for remark in unsure_fields(document):
        page = f"tr. {remark.page}: " if remark.page else ""
        console.print(f"    [yellow]![/] {page}{_shown(remark.what)}", highlight=False)


def _remarked(document: Document) -> str:
    count = len(remarks(document))
    return f" [yellow]({count} cảnh báo: xem «tracuu parse {_shown(document.source.name)}»)[/]" if count else ""


def _became(shelved: Shelved) -> str:
    """What became of a copy, in words."""
    if shelved.served:
        return f"bản tốt hơn của {shelved.document.id}, từ nay dùng bản này; các bản kia vẫn được ghi lại"
    return f"bản sao của {shelved.document.id}, đã ghi nhận"


def _shown(text: str) -> str:
    """Text in a line of the report: a file's name may hold line breaks, which would look like lines of ours."""
    return escape(one_line(text))
