"""The command ``tracuu check`` beside a running server and on its own."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from doubles import ENCODER, SPEC
from rich.console import Console
from serving import address_of, listening, serving
from small_corpus import fill

from corpus.errors import NotFound, TooBig, TraCuuError
from corpus.runtime.library import Library
from corpus.runtime.owner import owning
from corpus.runtime.settings import Settings
from ingest.draft_process import draft_reader
from search_api import answering
from search_api.app import create_app
from search_api.commands import check, draft_file
from search_api.service import Service
from search_api.study import open_study

DRAFT = "Nghị quyết số 57-NQ/TW: “Mở rộng vườn ươm ở từng xóm”; Quyết định số 88-QĐ/TW [b]thì[/b] chưa thấy.\n"


@pytest.fixture
def filled(settings: Settings) -> Settings:
    """An installation with the small corpus, opened by nobody."""
    library = Library(settings, SPEC)
    fill(library, settings)
    library.close()
    return settings


@pytest.fixture(params=["alone", "beside a server"])
def installation(
    request: pytest.FixtureRequest, filled: Settings, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Settings]:
    if request.param == "alone":
        monkeypatch.setattr(answering, "open_encoder", lambda _settings: ENCODER)
        yield filled
        return
    library = Library(filled, SPEC)
    service = Service(library, ENCODER)
    with (
        listening() as listener,
        owning(filled, address_of(listener)) as ownership,
        open_study(filled, service, draft_reader(filled)) as study,
        serving(create_app(service, ownership.secret, study=study), listener),
    ):
        yield filled
    library.close()


def checked(settings: Settings, path: Path, **options: object) -> str:
    printed = io.StringIO()
    console = Console(file=printed, width=500)
    arguments = {"docx": None, "as_json": False} | options
    code = check.check(
        settings, path, arguments["docx"], draft_reader(settings), console, as_json=bool(arguments["as_json"])
    )
    assert code == 0
    return printed.getvalue()


def test_what_was_found_is_printed_and_written(installation: Settings, tmp_path: Path) -> None:
    draft = tmp_path / "đề dẫn.txt"
    draft.write_text(DRAFT, encoding="utf-8")
    told = checked(installation, draft, docx=tmp_path / "out.docx")
    assert "1. Khác nguyên văn: “Mở rộng vườn ươm ở từng xóm”" in told
    assert "Đối chiếu: Mở rộng vườn ươm ở từng [-xóm-] [+thôn+]" in told
    assert "1 lời trích: 1 khác nguyên văn; 2 chỗ nêu văn bản." in told
    assert len(list(docx.Document(str(tmp_path / "out.docx")).comments)) == 2
    report = json.loads(checked(installation, draft, as_json=True))
    assert report["counts"]["altered"] == 1
    assert report["name"] == "đề dẫn.txt"


def test_what_cannot_be_read_is_told(installation: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NotFound, match="khong-co"):
        checked(installation, tmp_path / "khong-co.txt")
    picture = tmp_path / "anh.docx"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n00")
    with pytest.raises(TraCuuError, match="hình ảnh"):
        checked(installation, picture)
    monkeypatch.setattr(draft_file, "LARGEST_DRAFT", 4)
    with pytest.raises(TooBig, match=r"anh\.docx"):
        checked(installation, picture)
