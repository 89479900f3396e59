"""The commands that change the corpus, and the one that shows what would be read: ingest, remove, reindex, parse."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from corpus.errors import NotFound, Refusal, RefusalReason
from corpus.runtime.catalogue import Catalogue
from corpus.runtime.flows import run
from corpus.runtime.library import Library, original_path
from corpus.runtime.opening import open_encoder, open_writer, spec_of
from corpus.runtime.settings import Settings
from corpus.types import Document
from ingest.document import read_document
from ingest.outline_json import outline_json, remarks_json
from ingest.outline_tree import outline_lines
from ingest.pipeline import ingest_pipeline
from ingest.progress import Bar
from ingest.read.rules import Rules
from ingest.run import Ingestor, Report
from ingest.warnings import remarks

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
    with open_writer(settings, encoder) as writer:
        catalogue = Catalogue(settings.database_url)
        try:
            with Bar(console, paths) as bar:
                ingestor = Ingestor(writer, catalogue, encoder, settings, rules_of(settings))
                report = ingestor.ingest(paths, bar)
        finally:
            catalogue.close()
    _print_report(report, console)
    return Refusal.exit_code if report.refused else _OK


def remove(settings: Settings, document: str, console: Console) -> int:
    """Take a document out.

    Raises:
        NotFound: There is no such document.
    """
    with open_writer(settings, open_encoder(settings)) as writer:
        writer.remove(document)
    console.print(f"Đã gỡ văn bản «{escape(document)}» khỏi kho.")
    return _OK


def reindex(settings: Settings, console: Console) -> int:
    """Make the index anew from the original files; needed after a change of model or of rules."""
    encoder = open_encoder(settings)
    library = Library(settings, spec_of(encoder), rebuilding=True)
    refused = 0
    try:
        entries = library.announce_rebuild()
        pipeline = ingest_pipeline(library, library.catalogue, encoder, settings, rules_of(settings))
        with Bar(console, [], total=len(entries)) as bar:
            for entry in entries:
                path = original_path(settings.files_folder, entry.version, entry.name)
                bar.begins(path)
                try:
                    run(
                        pipeline,
                        {
                            "read": {"path": path},
                            "recognise": {"name": entry.name, "sha256": entry.version},
                            "admit": {"origin": entry.origin},
                            "store": {"origin": entry.origin, "path": path},
                        },
                    )
                    library.rebuilt(entry)
                except (Refusal, NotFound) as error:
                    refused += 1
                    secret = isinstance(error, Refusal) and error.reason is RefusalReason.SECRET
                    library.set_aside(entry, wipe=secret)
                    origin = "" if secret else f" Tệp đã nạp từ «{escape(entry.origin)}»."
                    console.print(
                        f"[red]Không đọc lại được, đã gỡ khỏi kho:[/] {escape(entry.name)}. "
                        f"{escape(str(error))}{origin}",
                        highlight=False,
                    )
                bar.ends(path, max(1, entry.pages))
    finally:
        library.close()
    console.print(f"Đã lập lại kho: {len(entries) - refused} văn bản.")
    return Refusal.exit_code if refused else _OK


def parse(settings: Settings, path: Path, console: Console, *, as_json: bool) -> int:
    """Show how a file is read, without taking it in: a tree, or the JSON of the annotated outlines."""
    document = read_document(path, rules_of(settings))
    if as_json:
        outline = outline_json(document) | {"warnings": remarks_json(remarks(document))}
        console.file.write(json.dumps(outline, ensure_ascii=False, indent=1) + "\n")
    else:
        width = min(console.width, _WIDEST) if console.is_terminal else _PIPED
        for line in outline_lines(document, remarks(document), width):
            console.print(line, highlight=False)
    return _OK


def rules_of(settings: Settings) -> Rules:
    """What the settings let in."""
    return Rules(clearance=settings.clearance)


def _print_report(report: Report, console: Console) -> None:
    console.print(
        f"Đã đọc mới {len(report.read)}, thay {len(report.replaced)}, không đổi {len(report.unchanged)}, "
        f"từ chối {len(report.refused)} tệp; {report.pages} trang."
    )
    for document in (*report.read, *report.replaced):
        console.print(
            f"  [green]✓[/] {escape(document.source.name)} → {escape(document.ref.id)}{_remarked(document)}",
            highlight=False,
        )
    for path, refusal in report.refused:
        console.print(f"  [red]✗[/] {escape(path.name)}: {escape(str(refusal))}", highlight=False)
    if report.ignored:
        names = ", ".join(escape(path.name) for path in report.ignored[:5])
        more = " …" if len(report.ignored) > 5 else ""
        console.print(f"  Bỏ qua {len(report.ignored)} tệp không phải văn bản: {names}{more}", highlight=False)


def _remarked(document: Document) -> str:
    count = len(remarks(document))
    return f" [yellow]({count} cảnh báo: xem «tracuu parse {escape(document.source.name)}»)[/]" if count else ""
