"""Pages as programs make them: each sentence whole, each line where it stands, whatever draws it."""

from __future__ import annotations

import unicodedata
from itertools import permutations

import pytest
from pdf_maker import Text, make_pdf, paragraph

from ingest.read.pdf import read_pdf
from ingest.reading import Line, Reading

FULL = "Đảng bộ xã Minh Khai Mẫu lãnh đạo nhiệm vụ phát triển kinh tế và xã hội ở xã"
LETTERHEAD = (
    Text("ĐẢNG BỘ TỈNH A", 72, 780),
    Text("ĐẢNG CỘNG SẢN VIỆT NAM", 330, 780),
    Text("Số 05-NQ/ĐU", 72, 760),
    Text("Minh Khai Mẫu, ngày 3 tháng 2 năm 2026", 330, 760),
)


def reading(pages: list[list[Text]], turned: str = "") -> Reading:
    return read_pdf(make_pdf(pages, turned=turned), 9).reading


def paragraphs(lines: tuple[Line, ...]) -> list[str]:
    whole: list[str] = []
    for line in lines:
        if line.continues:
            whole[-1] += "/" + line.text
        else:
            whole.append(line.text)
    return whole


@pytest.mark.parametrize(
    ("before", "after"), [(FULL + " -", "xã hội của địa phương."), (FULL, "- xã hội."), (FULL + " Việt-", "Trung.")]
)
def test_a_compound_broken_at_its_hyphen_is_one_paragraph(before: str, after: str) -> None:
    rows = paragraph([FULL, FULL, FULL, before, after], 700)
    assert paragraphs(reading([rows]).lines) == ["/".join([FULL, FULL, FULL, before, after])]


def test_decomposed_letters_are_composed() -> None:
    assert [line.text for line in reading([[Text(unicodedata.normalize("NFD", FULL), 72, 700)]]).lines] == [FULL]


def test_accents_drawn_by_themselves_join_their_letters() -> None:
    # "Đảng uỷ": the hooks are glyphs of their own, set back over their letters.
    drawn = [Text("Đa", 72, 700), Text("\u0309", 78, 700), Text("ng bộ", 84, 700)]
    assert [line.text for line in reading([drawn]).lines] == ["Đảng bộ"]


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_columns_of_a_letterhead_are_not_mixed_whatever_is_drawn_first(order: tuple[int, ...]) -> None:
    text = " | ".join(line.text for line in reading([[LETTERHEAD[at] for at in order]]).lines)
    assert all(part.text in text for part in LETTERHEAD)


def test_words_set_wide_apart_stay_in_their_line() -> None:
    words = [Text(word, 72 + 60 * at, 700) for at, word in enumerate(("Chi", "bộ", "họp", "mỗi", "tháng"))]
    assert [line.text for line in reading([words]).lines] == ["Chi bộ họp mỗi tháng"]


def test_an_item_runs_over_the_page() -> None:
    first = [*paragraph([FULL] * 4, 700), Text("a) " + FULL[:-3], 72, 600)]
    second = paragraph(["đến hết nhiệm kỳ.", FULL, FULL, FULL], 780)
    assert paragraphs(reading([first, second]).lines)[1].startswith(f"a) {FULL[:-3]}/đến hết nhiệm kỳ.")


def test_a_heading_runs_over_the_page() -> None:
    heading = ("Điều 5. Trách nhiệm của cấp uỷ trong lãnh đạo nhiệm vụ phát triển kinh tế", "và xây dựng Đảng")
    first = [*paragraph([FULL] * 4, 700), Text(heading[0], 72, 100, bold=True)]
    second = [Text(heading[1], 72, 780, bold=True), *paragraph([FULL] * 4, 752)]
    assert "/".join(heading) in paragraphs(reading([first, second]).lines)


def test_a_blank_page_counts() -> None:
    made = reading([[Text("Trang trước.", 72, 700)], [], [Text("Trang sau.", 72, 700)]])
    assert (made.pages, [line.page for line in made.lines]) == (3, [1, 3])


@pytest.mark.parametrize("turned", ["/Rotate 90", "/Rotate 180", "/Rotate 270", "/MediaBox [0 0 842 595]"])
def test_turned_and_landscape_pages_read_alike(turned: str) -> None:
    rows = paragraph([FULL, FULL, FULL, "hết câu."], 500)
    assert [line.text for line in reading([rows], turned).lines] == [row.text for row in rows]
