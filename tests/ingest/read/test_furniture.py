from __future__ import annotations

import pytest

from corpus.types import Furniture
from ingest.read.furniture import neighbours_label, without_furniture
from ingest.read.layout import Box, Visual

HEAD = "VĂN BẢN MẪU – không có giá trị pháp lý"


def page(*texts: str, top: float = 780) -> list[Visual]:
    """Lines from the top of a page down; ``^`` puts one into the head margin, ``_`` into the foot margin."""
    lines = []
    for text in texts:
        height = {"^": 820.0, "_": 30.0}.get(text[0])
        if height is None:
            height, top = top, top - 20
        lines.append(Visual(text.lstrip("^_"), Box(72, 500, height, 12, bold=False)))
    return lines


def unplaced(*texts: str) -> list[Visual]:
    return [Visual(text) for text in texts]


def left(pages: list[list[Visual]]) -> list[list[str]]:
    return [[line.text for line in page] for page in without_furniture(pages).pages]


@pytest.mark.parametrize(
    "form", ["{}", "- {} -", "– {} –", "Trang {}", "trang {}/3", "{}/3", "[{}]", "Trang {} trên 3"]
)
@pytest.mark.parametrize("edge", ["^", "_"])
def test_page_numbers_in_every_form(form: str, edge: str) -> None:
    pages = [page(edge + form.format(number), f"câu {word}.", f"ý {word}.") for number, word in enumerate("abc", 1)]
    found = without_furniture(pages)
    assert [[line.text for line in page] for page in found.pages] == [[f"câu {word}.", f"ý {word}."] for word in "abc"]
    assert found.labels == ["1", "2", "3"]
    assert found.furniture == [Furniture(number, "số trang", form.format(number)) for number in (1, 2, 3)]


def test_numbers_that_start_elsewhere_are_believed_in_sequence() -> None:
    pages = [page("bìa"), *(page(f"^{number}", "câu.") for number in (381, 382, 383, 384))]
    assert without_furniture(pages).labels == ["", "381", "382", "383", "384"]


@pytest.mark.parametrize("edge", ["^", "_"])
def test_front_matter_counts_in_roman_figures(edge: str) -> None:
    front = [page(f"{edge}{label}", f"câu {label}.") for label in ("i", "ii", "iii")]
    found = without_furniture([*front, *(page(f"{edge}{number}", f"ý {number}.") for number in range(1, 6))])
    assert found.labels == ["i", "ii", "iii", "1", "2", "3", "4", "5"]
    assert [[line.text for line in lines] for lines in found.pages[:4]] == [
        ["câu i."],
        ["câu ii."],
        ["câu iii."],
        ["ý 1."],
    ]
    assert found.furniture[2] == Furniture(3, "số trang", "iii")


def test_roman_figures_are_numbers_in_sequence_only() -> None:
    assert left([page("^v", "câu."), page("^x", "ý.")]) == [["v", "câu."], ["x", "ý."]]
    assert left([page("^I", "câu."), page("^II", "ý.")]) == [["I", "câu."], ["II", "ý."]]
    assert left([page("^- I -", "a."), page("^- II -", "b."), page("^- III -", "c.")]) == [["a."], ["b."], ["c."]]


def test_numbers_that_are_content_stay() -> None:
    pages = [page("câu a.", "2025"), page("^2", "câu b.", "19", "câu c."), page("^3", "câu d.", "57")]
    assert left(pages) == [["câu a.", "2025"], ["câu b.", "19", "câu c."], ["câu d.", "57"]]


def test_a_lone_number_out_of_sequence_stays() -> None:
    assert left([page("câu.", "_7"), page("câu khác.")]) == [["câu.", "7"], ["câu khác."]]


@pytest.mark.parametrize("edge", ["^", "_"])
def test_running_lines_go(edge: str) -> None:
    pages = [page(edge + HEAD, f"câu {word}.", f"ý {word}.") for word in "abc"]
    assert left(pages) == [[f"câu {word}.", f"ý {word}."] for word in "abc"]
    kind = {"^": "đầu trang", "_": "chân trang"}[edge]
    assert without_furniture(pages).furniture == [Furniture(number, kind, HEAD) for number in (1, 2, 3)]


def test_running_heads_with_the_page_number_in_them() -> None:
    pages = [page(f"^Nghị quyết 05 – trang {number}/4", f"câu {word}.") for number, word in enumerate("abcd", 1)]
    assert left(pages) == [["câu a."], ["câu b."], ["câu c."], ["câu d."]]


def test_alternating_heads() -> None:
    heads = ["Đảng bộ xã", "Quy chế làm việc"] * 3
    pages = [page("^" + head, f"câu {word}.") for head, word in zip(heads, "abcdef", strict=True)]
    assert left(pages) == [[f"câu {word}."] for word in "abcdef"]


def test_the_first_page_may_lack_the_head() -> None:
    pages = [page("Nghị quyết"), *(page("^" + HEAD, f"câu {word}.") for word in "abcd")]
    assert left(pages)[1:] == [[f"câu {word}."] for word in "abcd"]


def test_a_repeated_table_head_is_text() -> None:
    """It stands where text stands on the other pages."""
    pages = [page("Phụ lục", "câu."), page("câu.", "hết."), *(page("TT Nội dung", f"dòng {word}") for word in "abcde")]
    assert left(pages)[2:] == [["TT Nội dung", f"dòng {word}"] for word in "abcde"]


def test_numbered_units_at_the_top_of_pages_are_text() -> None:
    pages = [page(f"Điều {number}.", f"câu {word}.") for number, word in enumerate("abcdef", 5)]
    assert left(pages) == [[f"Điều {number}.", f"câu {word}."] for number, word in enumerate("abcdef", 5)]


def test_without_places_order_decides() -> None:
    pages = [unplaced(HEAD, f"câu {word}.", f"ý {word}.", str(number)) for number, word in enumerate("abc", 1)]
    assert left(pages) == [[f"câu {word}.", f"ý {word}."] for word in "abc"]


def test_one_page_and_none() -> None:
    assert left([page("^1", "câu.")]) == [["câu."]]
    assert left([page(HEAD)]) == [[HEAD]]
    assert left([[], page("câu.")]) == [[], ["câu."]]
    assert without_furniture([]).pages == []


def test_an_annex_counts_its_pages_anew() -> None:
    body = [page("tên văn bản.", "câu."), *(page(f"^{number}", f"câu {number}.") for number in (2, 3))]
    annex = [page("phụ lục.", "mục."), *(page(f"^{number}", f"mục {number}.") for number in range(2, 7))]
    found = without_furniture([*body, *annex])
    assert found.labels == ["", "2", "3", "", "2", "3", "4", "5", "6"]
    assert [len(lines) for lines in found.pages] == [2, 1, 1, 2, 1, 1, 1, 1, 1]


def test_one_number_alone_begins_a_count_only_as_high_as_the_others() -> None:
    body = [page(f"^{number}", f"câu {number}.") for number in (1, 2, 3)]
    assert without_furniture([*body, page("phụ lục."), page("^2", "mục.")]).labels == ["1", "2", "3", "", "2"]
    assert without_furniture([*body, page("phụ lục."), page("2", "mục.")]).labels == ["1", "2", "3", "", ""]


@pytest.mark.parametrize(
    ("labels", "called"),
    [
        (("", "2", "3", "", "2", ""), ["1", "2", "3", "1", "2", "3"]),
        (("", "", ""), ["", "", ""]),
        (("", "1", ""), ["", "1", "2"]),
    ],
)
def test_pages_without_a_number_are_called_by_their_neighbours(labels: tuple[str, ...], called: list[str]) -> None:
    assert [label or neighbours_label(labels, index) for index, label in enumerate(labels)] == called
