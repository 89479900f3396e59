"""Popular terms: what becomes one, and what completes what has been typed."""

from __future__ import annotations

import pytest

from search_api.asking.frequent import Terms, popular_terms

HEADINGS = [
    "Chuyển đổi số ở vườn ươm",
    "Đẩy mạnh chuyển đổi số",
    "Chuyển đổi số và hàng rào",
    "Vườn ươm của thôn",
    "Chăm sóc vườn ươm, tưới cây",
    "Tưới cây hằng ngày",
    "Tưới cây trong năm 2025",
    "Trong năm 2025",
    "Nghị quyết số 1 đã quyết định",
    "Nghị quyết số 2 đã quyết định",
    "Cây giống",
    "Cây giống mới",
]


@pytest.fixture(scope="module")
def terms() -> Terms:
    return popular_terms(HEADINGS)


def test_terms_are_what_headings_repeat(terms: Terms) -> None:
    assert dict(zip(terms.written, terms.counts, strict=True)) == {
        "chuyển đổi số": 3,
        "vườn ươm": 3,
        "tưới cây": 3,
        "nghị quyết số": 2,
        "quyết định": 2,
        "cây giống": 2,
    }


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("ch", ["chuyển đổi số"]),
        ("chuyen do", ["chuyển đổi số"]),
        ("Chuyển đ", ["chuyển đổi số"]),
        ("chuyễn đ", []),
        ("vuo", ["vườn ươm"]),
        ("ở các thôn có vườn ư", ["ở các thôn có vườn ươm"]),
        ("chuyển đổi số", []),
        ("nghi quyet", ["nghị quyết số"]),
        # "tưới cây" is a pair: its second half begins no term
        ("tuoi cay", []),
        ("bon cay", ["bon cây giống"]),
        ("ban quyet", ["ban quyết định"]),
        ("c", []),
        ("", []),
        ("vườn ươm,", []),
        ("xyz", []),
    ],
)
def test_what_is_typed_is_completed(terms: Terms, typed: str, completed: list[str]) -> None:
    assert terms.completing(typed, 3) == completed


def test_the_likeliest_come_first_and_no_more_than_asked() -> None:
    terms = popular_terms(["cây xanh", "cây xanh tốt", "cây xanh", "cây giống", "cây giống", "cây gỗ", "cây gỗ"])
    assert terms.completing("câ", 2) == ["cây xanh", "cây giống"]


def test_of_nothing_there_are_none() -> None:
    assert popular_terms([]).completing("chi", 3) == []
