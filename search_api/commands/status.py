"""The command that tells what is in the corpus: ``tracuu status``."""

from __future__ import annotations

from rich.console import Console
from rich.markup import escape

from corpus.runtime.catalogue import Catalogue
from corpus.runtime.owner import find_owner
from corpus.runtime.settings import Settings
from corpus.text import one_line
from corpus.types import Filters

_OK = 0


def status(settings: Settings, console: Console) -> int:
    """Print what is in the corpus."""
    settings.data.mkdir(parents=True, exist_ok=True)
    catalogue = Catalogue(settings.catalogue_url)
    try:
        documents, passages = catalogue.totals()
        copies = catalogue.number_of_copies()
        _, entries = catalogue.entries(Filters(), 0, documents)
        refused = catalogue.refused_files()
    finally:
        catalogue.close()
    console.print(f"Kho: {settings.data}", highlight=False)
    console.print(f"{documents} văn bản, {passages} đoạn; {copies} bản khác của các văn bản ấy.", highlight=False)
    console.print("Máy chủ đang chạy." if find_owner(settings) else "Máy chủ không chạy.")
    shown = [entry for entry in entries if settings.clearance.admits(entry.ref.secrecy)]
    if len(shown) < len(entries):
        hidden = len(entries) - len(shown)
        console.print(f"{hidden} văn bản lưu hành hạn chế không liệt kê ở đây; «tracuu reindex» đưa chúng ra khỏi kho.")
    for entry in shown:
        console.print(f"  {escape(entry.ref.id)}  ({escape(one_line(entry.name))})", highlight=False)
    if refused:
        console.print(f"{len(refused)} tệp bị từ chối, đến nay chưa nạp được:")
    for note in refused:
        told = f"{note.name}: {note.message} {note.next_step}"
        console.print(f"  [red]✗[/] {escape(one_line(told))}", highlight=False)
    return _OK
