from __future__ import annotations

import pytest

from ingest.read.webpage import webpage_lines
from ingest.reading import Mark, PrintedNote

WORD = """
    <p>Ban đảng<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><sup><span>[1]</span></sup></a> họp.</p>
    <div style='mso-element:footnote-list'><br clear=all><hr><div id=ftn1>
    <p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><sup>[1]</sup></a> Gồm văn phòng.</p>
    <p>Và các ban.</p></div></div>
"""
WORDPRESS = """
    <p>Ban đảng<sup><a href="#fn1" id="fnref1">1</a></sup> họp.</p>
    <ol class="footnotes"><li id="fn1">Gồm văn phòng. Và các ban. <a href="#fnref1">↩︎</a></li></ol>
"""
PANDOC = """
    <p>Ban đảng<a href="#fn1" class="footnote-ref" id="fnref1"><sup>1</sup></a> họp.</p>
    <section class="footnotes"><hr><ol>
    <li id="fn1"><p>Gồm văn phòng. Và các ban.<a href="#fnref1">↩</a></p></li></ol></section>
"""
SIMPLE = """
    <p>Ban đảng<a href="#chu-thich-1"><sup>(1)</sup></a> họp.</p>
    <p><a name="chu-thich-1"></a>(1) Gồm văn phòng. Và các ban.</p>
"""


@pytest.mark.parametrize("page", [WORD, WORDPRESS, PANDOC, SIMPLE], ids=["word", "wordpress", "pandoc", "simple"])
def test_notes_are_tied_to_their_marks(page: str) -> None:
    lines, notes = webpage_lines(f"<body>{page}</body>")
    assert [line.text for line in lines] == ["Ban đảng họp."]
    assert lines[0].marks == (Mark(8, 0),)
    assert notes == (PrintedNote("1", "Gồm văn phòng. Và các ban."),)


def test_links_within_a_page_are_no_notes() -> None:
    page = "<ul><li><a href='#muc1'>1</a></li></ul><p id='muc1'>1. Mục tiêu</p><p>xem <a href='#a'>[2]</a></p>"
    lines, notes = webpage_lines(page)
    assert [line.text for line in lines] == ["- 1", "1. Mục tiêu", "xem [2]"]
    assert notes == ()
