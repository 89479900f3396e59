"""The document the pages are measured with, and how a measure is told."""

from __future__ import annotations

from bench.long_document import write_long_document
from bench.pages import Line


def test_the_long_document_is_long_and_the_same_every_time(tmp_path):
    for name in ("một.md", "hai.md"):
        write_long_document(tmp_path / name)
    text = (tmp_path / "một.md").read_text(encoding="utf-8")
    assert text == (tmp_path / "hai.md").read_text(encoding="utf-8")
    assert 9_000 < text.count("\n\n") < 11_000
    # Five hundred words to a page.
    assert len(text.split()) > 250_000
    assert "## Chương XX. " in text
    assert "### Điều 230. " in text


def test_a_measure_tells_the_middle_and_the_worst():
    assert str(Line("opening", (30.4, 10, 20), "ms")) == "| opening | 20 ms | 30 ms |"
    assert str(Line("shift", (0, 0.0125, 0), "")) == "| shift | 0.000  | 0.013  |"
