"""The measures of reading: words kept, and the page a stock reader says a unit begins on."""

from __future__ import annotations

from pathlib import Path

import docx

from bench.reading.independent import letters, recall, word_text, words
from bench.reading.stock import Piece, page_attribution


def test_words_kept() -> None:
    assert recall(words("đường làng đường xóm"), words("đường làng xóm")) == 0.75
    assert recall(words("đường"), words("đường làng")) == 1.0
    assert letters("Giữ gìn\n đường  làng.") == "Giữgìnđườnglàng."


def test_the_text_of_a_word_file(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Giữ gìn đường làng.")
    document.add_table(1, 1).cell(0, 0).text = "Thôn Đông"
    document.save(str(tmp_path / "a.docx"))
    assert words(word_text(tmp_path / "a.docx")) == words("Giữ gìn đường làng. Thôn Đông")


def test_pages_are_those_of_the_piece_that_holds_the_first_words() -> None:
    pieces = [Piece("1. Giữ gìn đường làng. 2. Trồng", 1), Piece("cây bàng. Giữ gìn đường làng.", 2)]
    units = [
        {"starts_with": "Giữ gìn đường làng.", "page_start": 1},
        {"starts_with": "Trồng cây bàng.", "page_start": 1},
        {"starts_with": "Giữ gìn đường làng.", "page_start": 2},
        {"starts_with": "Không có ở đâu", "page_start": 2},
        {"starts_with": "", "page_start": 2},
    ]
    found = page_attribution(units, pieces)
    assert (found.units, found.right) == (4, 3)
