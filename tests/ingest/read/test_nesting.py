"""Web pages that would keep the parser busy for minutes are refused; untidy pages are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import Refusal, RefusalReason
from ingest.read import read_file
from ingest.read.markdown import markdown_lines
from ingest.read.nesting import NestedError, check_nesting
from ingest.read.sniff import Kind, sniff

PROSE = "<p>Chi bộ thảo luận và quyết định những việc cụ thể của từng đảng viên.</p>"
ENDLESS = {
    "blocks": "<div>" * 100_000,
    "blocks closed by others": "<div></b>" * 100_000,
    "lists": "<ul><li>" * 20_000,
    "letters": "".join(f"<font size={n}>" for n in range(20_000)),
    "letters begun anew": "".join(f"<font size={n}><p>" for n in range(3_000)),
    "capitals": "<DIV CLASS=a>" * 100_000,
    "looks": "<div>" * 2_500 + "<p>" * 200_000,
    "self-closed": "<div/>" * 100_000,
}
TIDY = {
    "paragraphs never closed": "<p>một" * 50_000,
    "items never closed": "<ul>" + "<li>một" * 50_000 + "</ul>",
    "cells never closed": "<table>" + "<tr><td>một" * 50_000 + "</table>",
    "breaks": "một<br>" * 50_000,
    "many blocks": "<div><span><b>một</b></span></div>" * 50_000,
    "a hundred deep": "<div>" * 100 + "một" + "</div>" * 100,
    "letters left open": "<b><i><u>" * 3 + "<p>một</p>" * 50_000,
    "drawings": "<svg>" + "<path d=''/>" * 50_000 + "</svg>",
    "stray ends": "</div></b>" * 50_000,
}


@pytest.mark.parametrize("page", ENDLESS.values(), ids=ENDLESS.keys())
def test_nested_without_end(page: str) -> None:
    with pytest.raises(NestedError):
        check_nesting(PROSE + page)


@pytest.mark.parametrize("page", TIDY.values(), ids=TIDY.keys())
def test_untidy_pages_are_read(page: str) -> None:
    check_nesting(PROSE + page)


@pytest.mark.parametrize("suffix", [".html", ".doc"])
def test_the_refusal_names_the_file_and_the_way_out(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"lồng{suffix}"
    path.write_text(f"<html>{PROSE}{ENDLESS['blocks']}", encoding="utf-8")
    with pytest.raises(Refusal, match="lồng nhau quá sâu") as refused:
        read_file(path)
    assert refused.value.reason is RefusalReason.ENDLESS
    assert path.name in refused.value.message
    assert "PDF" in refused.value.next_step


def test_comments_before_something_else_are_gone_through_once() -> None:
    comments = b"<!-- a -->\n" * 200
    assert sniff(comments + "một dòng".encode()) is Kind.TEXT
    assert sniff(comments + b"<html><p>a") is Kind.HTML


def test_comments_that_never_end_are_text() -> None:
    lines = markdown_lines("<!-- bỏ\nđi -->một\n\n" + "<!--" * 100_000)
    assert lines[0].text == "một"
    assert lines[1].text.startswith("<!--")
