"""The commands for the keeper of study packs: which there are, and a link to one whose desk was lost."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime

from rich.console import Console
from rich.markup import escape

from corpus.errors import NotFound
from corpus.runtime.catalogue import Catalogue
from corpus.runtime.rebuild_rows import Waiting
from corpus.runtime.settings import Settings
from corpus.text import one_line
from search_api.commands.serve import server_address
from search_api.packs.content import Quote
from search_api.packs.held import PackRow
from search_api.packs.keys import new_id, new_key
from search_api.packs.schemas import Given
from search_api.packs.store import PackStore

_OK = 0
_WHEN = "%H:%M %d/%m/%Y"


def packs(settings: Settings, console: Console) -> int:
    """Print the packs of all desks, last changed first."""
    with _open(settings) as store:
        every = store.all_packs()
    if not every:
        console.print("Chưa có tập tài liệu nào.")
    for row in every:
        console.print(escape(_line(row)), highlight=False)
    return _OK


def link(settings: Settings, pack: str, console: Console) -> int:
    """Make and print a link by which a pack can be edited, for somebody whose browser no longer knows it.

    Raises:
        NotFound: There is no such pack.
    """
    with _open(settings) as store:
        if pack not in {row.id for row in store.all_packs()}:
            raise NotFound(f"Không có tập tài liệu «{pack}».", "Hãy xem mã tập bằng «tracuu packs».")
        key = new_key()
        store.share(pack, Given.EDIT, new_id(), key)
    console.print("Ai có liên kết này sửa được tập; liên kết chỉ hiện một lần:")
    console.print(f"{_site(settings)}/tap/{key}", highlight=False)
    console.print("Mở liên kết rồi chọn tạo bản sao để đưa tập về bàn của mình.")
    return _OK


@dataclass(frozen=True, slots=True)
class Quoted:
    """Which quotations of the packs are of certain documents.

    Attributes:
        documents: Ids of the documents, former ones among them.
        versions: sha256 of files that were read.
    """

    documents: frozenset[str] = frozenset()
    versions: frozenset[str] = frozenset()

    def __call__(self, quote: Quote) -> bool:
        """Whether a quotation is one of them."""
        return quote.document.id in self.documents or quote.document.version in self.versions


def quoted_of(settings: Settings, document: str) -> Quoted:
    """The quotations of a document that is in the corpus, whichever of its names and copies they were taken under."""
    settings.data.mkdir(parents=True, exist_ok=True)
    with closing(Catalogue(settings.catalogue_url)) as catalogue:
        name = catalogue.known_as(document)
        versions = frozenset(copy.version for copy in catalogue.copies(name))
        return Quoted(catalogue.names_of(name), versions)


def tell_quoted(settings: Settings, quoted: Quoted, console: Console) -> None:
    """Print in how many packs a document that was removed is quoted, and what becomes of that."""
    with _open(settings) as store:
        count = store.quoting(quoted)
    if count:
        console.print(
            f"{count} tập tài liệu có trích văn bản này. Lời trích vẫn được giữ trong các tập, trừ khi văn bản có dấu "
            "lưu hành hạn chế thì không hiện nữa. Nếu gỡ vì lý do bảo mật, hãy chạy lại lệnh này với --secret để xoá "
            "cả các lời trích."
        )


def withdraw(settings: Settings, quoted: Quoted, console: Console) -> int:
    """Erase quotations from all packs, and print from how many, which is returned."""
    with _open(settings) as store:
        count = store.withdraw(quoted)
    if count:
        console.print(f"Đã xoá lời trích của văn bản ấy trong {count} tập tài liệu, kể cả trong lịch sử của các tập.")
    return count


def withdraw_files(settings: Settings, console: Console, files: Sequence[Waiting]) -> None:
    """Erase the quotations that were taken from files, and those of their documents if nothing is left of these."""
    with closing(Catalogue(settings.catalogue_url)) as catalogue:
        gone = [file.document for file in files if not catalogue.copies(file.document)]
    withdraw(settings, Quoted(frozenset(gone), frozenset(file.version for file in files)), console)


def _open(settings: Settings) -> PackStore:
    settings.data.mkdir(parents=True, exist_ok=True)
    return PackStore(settings.packs_url)


def _site(settings: Settings) -> str:
    """Where readers reach the server: by its first name, if it was given any."""
    return f"http://{settings.names[0]}:{settings.port}" if settings.names else server_address(settings)


def _line(row: PackRow) -> str:
    held = f", ngày {row.held_on:%d/%m/%Y}" if row.held_on else ""
    branch = f", {one_line(row.branch)}" if row.branch else ""
    return (
        f"{row.id}  {one_line(row.title) or '(chưa đặt tên)'} ({row.occasion.words}{branch}{held}), "
        f"sửa lúc {_local(row.updated)}"
    )


def _local(when: datetime) -> str:
    return when.astimezone().strftime(_WHEN)
