"""The one rule by which readings of a page are compared."""

from __future__ import annotations

import pytest

from ingest.read.layout import Visual
from ingest.read.page_choice import Candidate, PageReading, always, best_reading, has_broken_words, is_better

WHOLE = "Đảng bộ xã lãnh đạo phát triển kinh tế xã hội và xây dựng hệ thống chính trị ở địa phương năm nay"
BROKEN = WHOLE.replace("phát", "ph át").replace("dựng", "d ựng")
WRONG = WHOLE.replace("ả", "¶").replace("ã", "·").replace("ạ", "¹").replace("ể", "Ó").replace("ế", "Õ")


def reading(text: str, library: str = "a") -> PageReading:
    return PageReading([Visual(row) for row in text.split("\n")], library)


@pytest.mark.parametrize(
    ("new", "old", "better"),
    [
        (WHOLE, WHOLE, False),
        (WHOLE, BROKEN, True),
        (BROKEN, WHOLE, False),
        (WHOLE, WRONG, True),
        (WRONG, WHOLE, False),
        (WHOLE + " và tất cả các năm sau", WHOLE, True),
        (WHOLE[:20], BROKEN, False),
        (WHOLE, "", True),
        ("", WHOLE, False),
        (WRONG + " héi chñ nghÜa ViÖt", WHOLE, False),
    ],
)
def test_better_is_more_text_or_cleaner_text(new: str, old: str, better: bool) -> None:
    assert is_better(reading(new).score, reading(old).score) is better


def test_the_first_of_equals_is_taken() -> None:
    ways = [Candidate(always, lambda: reading(WHOLE, "a")), Candidate(always, lambda: reading(WHOLE, "b"))]
    best = best_reading(ways)
    assert best is not None
    assert best.library == "a"


def test_ways_that_fail_are_passed_over() -> None:
    assert best_reading([Candidate(always, lambda: None)]) is None
    ways = [Candidate(always, lambda: None), Candidate(always, lambda: reading(BROKEN, "b"))]
    assert best_reading(ways) == reading(BROKEN, "b")


@pytest.mark.parametrize(("text", "tried"), [(BROKEN, True), (WHOLE, False), (BROKEN[:30], False), (WRONG, False)])
def test_a_costly_way_is_tried_only_where_it_is_wanted(text: str, tried: bool) -> None:
    asked: list[str] = []

    def costly() -> PageReading:
        asked.append(text)
        return reading(WHOLE, "c")

    best_reading([Candidate(always, lambda: reading(text)), Candidate(has_broken_words, costly)])
    assert bool(asked) is tried
