"""``tracuu packs``: which there are, and a link for who lost a desk."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from doubles import settings_in
from made_packs import OWNER, edit
from rich.console import Console

from corpus.errors import NotFound
from corpus.runtime.settings import Settings
from search_api.commands import packs as pack_commands
from search_api.packs.schemas import Right
from search_api.packs.store import PackStore


def printed(run, *arguments) -> str:
    console = Console(file=io.StringIO(), soft_wrap=True, width=200)
    assert run(*arguments, console) == 0
    return console.file.getvalue()


def test_packs_are_listed_for_the_keeper(settings: Settings) -> None:
    assert printed(pack_commands.packs, settings) == "Chưa có tập tài liệu nào.\n"
    with PackStore(settings.packs_url) as store:
        fields = {"title": "Vườn [bold]ươm\u202f", "branch": "Chi bộ thôn Mẫu", "held_on": "2026-12-03"}
        pack = store.create(OWNER, edit(**fields), {}, "Lập").row.id
        untitled = store.create(OWNER, edit(), {}, "Lập").row.id
        store.create(OWNER, edit(title="mẫu"), {}, "Lập", is_template=True)
    first, second = sorted(printed(pack_commands.packs, settings).splitlines(), key=lambda line: "chưa đặt" in line)
    head = f"{pack}  Vườn [bold]ươm (Sinh hoạt chuyên đề, Chi bộ thôn Mẫu, ngày 03/12/2026), sửa lúc "
    assert first.startswith(head)
    assert second.startswith(f"{untitled}  (chưa đặt tên) (Sinh hoạt chuyên đề), sửa lúc ")


def test_a_link_opens_the_pack_for_editing(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    with PackStore(settings.packs_url) as store:
        pack = store.create(OWNER, edit(), {}, "Lập").row.id
        told = printed(pack_commands.link, settings, pack)
        address = next(line for line in told.splitlines() if line.startswith("http"))
        site, _, key = address.rpartition("/tap/")
        assert site == "http://127.0.0.1:8000"
        access = store.access(key, None)
        assert access is not None
        assert (access.pack, access.right) == (pack, Right.EDIT)
    with pytest.raises(NotFound, match="tracuu packs"):
        pack_commands.link(settings, "0" * 16, Console())
