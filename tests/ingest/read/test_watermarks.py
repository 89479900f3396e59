"""Words laid over the text of a page are told from the text."""

from __future__ import annotations

from pdf_maker import Text, make_pdf, paragraph

from corpus.types import Furniture
from ingest.read.pdf import read_pdf

WORDS = ("một", "hai", "ba")
TRIAL = "bản dùng thử"


def rows(word: str) -> list[str]:
    return [f"Việc thứ {word}, {n}: Đảng bộ xã lãnh đạo các lĩnh vực công tác ở địa phương" for n in "abcde"]


def pages(extra: Text, number: int = 3) -> list[list[Text]]:
    """Pages of text with something else in the middle of each."""
    return [[*paragraph(rows(word), 500), extra] for word in WORDS[:number]]


def read(file: bytes) -> tuple[list[str], tuple[Furniture, ...], tuple[str, ...]]:
    raw = read_pdf(file, 9)
    return [line.text for line in raw.reading.lines], raw.reading.furniture, raw.seen


def test_large_words_aslant_are_a_watermark_even_on_one_page() -> None:
    lines, furniture, seen = read(make_pdf(pages(Text("BẢN SAO", 180, 380, 60, angle=45), 1)))
    assert lines == rows("một")
    assert furniture == (Furniture(1, "hình mờ", "BẢN SAO"),)
    assert "BẢN SAO" in seen


def test_words_that_stand_upright_over_most_pages_are_one() -> None:
    lines, furniture, _ = read(make_pdf(pages(Text("BẢN SAO", 180, 465, 40))))
    assert "BẢN SAO" not in lines
    assert furniture == tuple(Furniture(page, "hình mờ", "BẢN SAO") for page in (1, 2, 3))


def test_faint_words_on_every_page_are_one() -> None:
    lines, furniture, _ = read(make_pdf(pages(Text(TRIAL, 200, 465, before="0.8 g"))))
    assert TRIAL not in lines
    assert furniture == tuple(Furniture(page, "hình mờ", TRIAL) for page in (1, 2, 3))
    assert read(make_pdf(pages(Text(TRIAL, 200, 465, before="0.3 g"))))[0].count(TRIAL) == 3


def test_what_the_file_calls_a_watermark_is_one() -> None:
    artifact = "/Artifact << /Type /Pagination /Subtype /Watermark >> BDC"
    lines, furniture, _ = read(make_pdf(pages(Text(TRIAL, 200, 600, before=artifact), 1)))
    assert lines == rows("một")
    assert furniture == (Furniture(1, "hình mờ", TRIAL),)


def test_small_slanted_labels_of_one_drawing_stay() -> None:
    lines, furniture, _ = read(make_pdf(pages(Text("đường liên thôn", 180, 600, angle=30), 1)))
    assert "đường liên thôn" in lines
    assert furniture == ()


def test_large_titles_stay() -> None:
    made = pages(Text("hết", 72, 300))
    titled = [[Text("QUY CHẾ", 220, 600 + 20 * n, 24), *page] for n, page in enumerate(made)]
    assert read(make_pdf(titled))[0].count("QUY CHẾ") == 3
