"""The commands for the keeper of study packs: which there are, and a link to one whose desk was lost."""

from __future__ import annotations

from datetime import datetime

from rich.console import Console
from rich.markup import escape

from corpus.errors import NotFound
from corpus.runtime.settings import Settings
from corpus.text import one_line
from search_api.commands.serve import server_address
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
