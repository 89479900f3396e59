"""Boxes to narrow a list by, and the links to its pages."""

from __future__ import annotations

import pytest

from search_api.schemas import FacetsOut, FacetValueOut
from web.asked import Asked
from web.listing import Pager, box_groups


def facets(*kinds: str) -> FacetsOut:
    values = tuple(FacetValueOut(value=kind, count=len(kinds) - place) for place, kind in enumerate(kinds))
    return FacetsOut(kind=values, issuer=(), year=(), validity=(), source=())


def test_a_field_without_values_has_no_boxes():
    assert [group.field for group in box_groups(facets("A"), Asked())] == ["kind"]
    assert box_groups(facets(), Asked()) == []


def test_six_values_are_in_sight():
    (group,) = box_groups(facets(*"ABCDEFGH"), Asked())
    assert [box.value for box in group.shown] == list("ABCDEF")
    assert [(box.value, box.count) for box in group.more] == [("G", 2), ("H", 1)]
    assert not group.open


def test_what_is_set_is_never_out_of_sight():
    (group,) = box_groups(facets(*"ABCDEFGH"), Asked(kind=("H",)))
    assert group.open
    assert [box.value for box in (*group.shown, *group.more) if box.checked] == ["H"]


def test_what_is_set_and_found_nowhere_can_be_taken_off():
    (group,) = box_groups(facets(), Asked(kind=("Z",)))
    assert [(box.value, box.count, box.checked) for box in group.shown] == [("Z", 0, True)]


@pytest.mark.parametrize(
    ("page", "last", "numbers"),
    [
        (1, 1, [1]),
        (1, 2, [1, 2]),
        (1, 9, [1, 2, None, 9]),
        (5, 9, [1, None, 4, 5, 6, None, 9]),
        (3, 5, [1, 2, 3, 4, 5]),
        (9, 9, [1, None, 8, 9]),
        (99, 3, [1, None, 3]),
    ],
)
def test_the_first_the_last_and_those_around(page, last, numbers):
    assert Pager(page, last).numbers == numbers


@pytest.mark.parametrize(("total", "last"), [(0, 1), (1, 1), (10, 1), (11, 2), (100, 10)])
def test_a_list_has_so_many_pages(total, last):
    assert Pager.of(1, 10, total).last == last
