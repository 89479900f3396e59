"""When what was read from the picture of a page takes the place of its text layer."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2 as pdfium
import pytest
from pdf_maker import make_pdf

from ingest.read.layout import Visual
from ingest.read.page_choice import PageReading
from ingest.read.picture_pages import reads_badly, recognised_wins

TEXT = "Đảng bộ xã Minh Khai Mẫu lãnh đạo phát triển kinh tế, giữ vững quốc phòng và chăm lo đời sống nhân dân"
ENGLISH = (
    "The committee shall submit its report within thirty days.\nAny three or more of its members may ask for copies"
)
OLD_CODES = "§¶ng bé x· l·nh ®¹o ph¸t triÓn kinh tÕ, gi÷ v÷ng quèc phßng vµ ch¨m lo ®êi sèng nh©n d©n cña ®Þa ph¬ng"
POINTS = "\n".join(f"M{number} 24986{number}7,55 4071{number}9,25 X Y" for number in range(10, 60))


@pytest.fixture
def page() -> Iterator[pdfium.PdfDocument]:
    """A page that is no picture."""
    document = pdfium.PdfDocument(make_pdf([[]]))
    yield document
    document.close()


def reading(text: str) -> PageReading:
    return PageReading([Visual(row) for row in text.split("\n")], "x")


def test_names_of_points_are_no_wrong_letters(page: pdfium.PdfDocument) -> None:
    assert not reads_badly(reading(f"{TEXT}\n{POINTS}"), page, 0)


@pytest.mark.parametrize("text", [OLD_CODES, f"{OLD_CODES}\n{POINTS}", ENGLISH])
def test_wrong_letters_and_other_languages_are_looked_at(text: str, page: pdfium.PdfDocument) -> None:
    assert reads_badly(reading(text), page, 0)


def test_a_layer_that_the_picture_confirms_stays(page: pdfium.PdfDocument) -> None:
    seen = reading(ENGLISH.replace("report", "rê pọt").replace("thirty", "thì ty"))
    assert not recognised_wins(seen, reading(ENGLISH), page, 0)


def test_wrong_letters_give_way_to_the_picture(page: pdfium.PdfDocument) -> None:
    assert recognised_wins(reading(TEXT), reading(OLD_CODES), page, 0)
