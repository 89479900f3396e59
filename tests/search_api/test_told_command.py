"""What the command line tells of how a question was understood."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from doubles import settings_in
from rich.console import Console

from search_api.answering import OwnAnswers
from search_api.commands import search as search_command
from search_api.service import Service

Printed = Callable[..., str]


@pytest.fixture
def printed(service: Service, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Printed:
    """What ``tracuu search`` prints."""

    def run(question: str, *, as_json: bool = False) -> str:
        shown = io.StringIO()
        search_command.search(
            settings_in(tmp_path), question, 1, "relevance", Console(file=shown, soft_wrap=True), as_json=as_json
        )
        return shown.getvalue()

    monkeypatch.setattr(search_command, "open_answers", lambda *_: OwnAnswers(service))
    return run


def test_what_was_read_otherwise_is_told_before_the_hits(printed: Printed) -> None:
    lines = printed("caay gioongs").splitlines()
    assert lines[0] == "Đã tìm theo: cây giống"
    assert lines[2].startswith("1. ")


def test_a_number_that_several_carry_lists_them(printed: Printed) -> None:
    lines = printed("nghị quyết 18").splitlines()
    assert lines[0].startswith("Có 2 văn bản được gọi như vậy")
    assert lines[1].startswith("  - Nghị quyết số 18-NQ/TW, ngày 16/6/2022")
    assert lines[2].startswith("  - Nghị quyết số 18-NQ/TW, ngày 25/10/2017")
    assert lines[4].startswith("1. ")


def test_a_number_that_no_document_has_is_told_first(printed: Printed) -> None:
    lines = printed("nghị quyết 99 về cây giống").splitlines()
    assert lines[0] == "Kho chưa có Nghị quyết số 99."
    assert lines[2].startswith(("1. ", "Không tìm thấy"))
    assert json.loads(printed("nghị quyết 99", as_json=True))["understood"]["absent"] == "Nghị quyết số 99"


def test_what_a_document_has_not_is_told_first(printed: Printed) -> None:
    told = "Nghị quyết 57-NQ/TW trong kho không có mục III, khoản 9."
    assert printed("khoản 9 mục III nghị quyết 57").splitlines()[0] == told
    assert json.loads(printed("khoản 9 mục III nghị quyết 57", as_json=True))["understood"]["notes"] == [told]


def test_a_question_taken_as_typed_is_answered_at_once(printed: Printed) -> None:
    assert printed("cây giống").startswith("1. ")
    assert list(json.loads(printed("cây giống", as_json=True))) == ["query", "answered", "hits"]


def test_json_tells_the_same(printed: Printed) -> None:
    read: dict[str, Any] = json.loads(printed("caay gioongs", as_json=True))
    assert read["understood"]["text"] == "cây giống"
    several = json.loads(printed("nghị quyết 18", as_json=True))
    assert [(one["document"], one["issued_on"]) for one in several["choices"]] == [
        ("18-NQ/TW", "2022-06-16"),
        ("18-NQ/TW", "2017-10-25"),
    ]
