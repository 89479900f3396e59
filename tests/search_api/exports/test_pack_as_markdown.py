from __future__ import annotations

import re
from html import unescape

import pytest
from hostile_packs import LITERAL, hostile
from markdown_it import MarkdownIt
from read_back import words

from bench.sample_packs import course, thematic
from search_api.exports import export
from search_api.exports.markdown import literal


def _markdown(content: object = None) -> str:
    return export(content or thematic(), "md").body.decode()  # type: ignore[arg-type]


def _shown(markdown: str) -> str:
    html = MarkdownIt("gfm-like", {"linkify": False}).render(markdown)
    return words(unescape(re.sub(r"<[^>]*>", " ", html)))


def test_quotations_and_texts_are_shown_word_for_word() -> None:
    content = course()
    shown = _shown(_markdown(content))
    for passage in content.passages:
        assert words(f"“{passage.quote.text}”") in shown
    assert content.title in shown


def test_each_mark_has_its_footnote() -> None:
    text = _markdown()
    marks = re.findall(r"(?<!\\)\[\^(\d+)\](?!:)", text)
    notes = dict(re.findall(r"^\[\^(\d+)\]: (.+)$", text, re.MULTILINE))
    assert marks == [str(number) for number in range(1, len(notes) + 1)]
    assert notes["1"] == thematic().passages[1].quote.citation.footnote


def test_words_around_marks_keep_their_spaces() -> None:
    assert re.search(r"đoạn trích\[\^\d+\],\[\^\d+\] và\[\^\d+\]\.", _markdown())


def test_markup_is_shown_as_typed() -> None:
    html = MarkdownIt("gfm-like", {"linkify": False}).render(_markdown(hostile(LITERAL)))
    assert _shown(_markdown(hostile(LITERAL))).count(words(LITERAL)) >= 10
    assert "<a " not in html
    assert "<img" not in html
    assert "<b>" not in html
    assert "<code>" not in html


@pytest.mark.parametrize(
    "line",
    ["1. Việc", "12) Việc", "- Việc", "+ Việc", "# Việc", "> Việc", "===", "---", ": Việc", "    thụt", "#", "\\#"],
)
def test_beginnings_of_lines_are_words(line: str) -> None:
    content = thematic().model_copy(update={"introduction": f"Trước\n{line}\nSau"})
    assert f"Trước {words(line)} Sau" in _shown(_markdown(content))


def test_numbers_of_documents_stay_readable() -> None:
    assert literal("Nghị quyết 57-NQ/TW, tr. 4-5 (a)") == "Nghị quyết 57-NQ/TW, tr. 4-5 (a)"


def test_plan_is_a_table() -> None:
    assert "| 1 | Ổn định tổ chức, giới thiệu chuyên đề | 5 |" in _markdown()
    assert "<table>" in MarkdownIt("gfm-like", {"linkify": False}).render(_markdown())
