"""What a page was asked, out of its address and back into one."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import QueryParams

from corpus.types import Filters
from search_api.showing.arranged import View
from web.asked import Asked, original_address, reader_address


def read(address: str) -> Asked:
    return Asked.read(QueryParams(urlsplit(address).query))


def test_an_address_says_all_that_is_asked():
    asked = read(
        "/?q=+chi+b%E1%BB%99+&kind=Ngh%E1%BB%8B+quy%E1%BA%BFt&kind=Ch%E1%BB%89+th%E1%BB%8B&issuer=A&year=2024&validity=B"
        "&source=C&document=57-nq&sort=date&group=document&page=3"
    )
    kinds = ("Nghị quyết", "Chỉ thị")
    assert asked == Asked("chi bộ", ("57-nq",), kinds, ("A",), ("2024",), ("B",), ("C",), "date", "document", 3)
    assert asked.filters == Filters(("57-nq",), (), kinds, ("A",), (2024,), ("B",), ("C",))
    assert asked.view == View("date", "document")


@pytest.mark.parametrize(
    "address",
    ["/", "/?q=", "/?page=x", "/?page=", "/?page=-3", "/?page=0", "/?page=²", "/?sort=y&group=z", "/?year=20x4&year=²"],
)
def test_what_makes_no_sense_is_left_out(address):
    assert read(address) == Asked()


@pytest.mark.parametrize(("page", "read_as"), [("1000", 1000), ("1001", 1000), ("9" * 5000, 1)])
def test_there_are_so_many_pages_and_no_more(page, read_as):
    assert read(f"/?page={page}").page == read_as


def test_of_values_without_end_some_are_read():
    asked = read("/van-ban?" + "&".join(f"kind={number}&document=a" for number in range(5000)))
    assert asked.kind == tuple(map(str, range(20)))
    assert asked.document == ("a",)


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).map(str.strip).filter(bool)
MANY = st.lists(WORDS, max_size=2, unique=True).map(tuple)


@given(
    st.builds(
        Asked,
        q=WORDS,
        document=MANY,
        kind=MANY,
        issuer=MANY,
        year=st.lists(st.integers(1930, 2100).map(str), max_size=2, unique=True).map(tuple),
        validity=MANY,
        source=MANY,
        sort=st.sampled_from(["relevance", "date"]),
        group=st.sampled_from(["none", "document"]),
        page=st.integers(1, 1000),
    )
)
def test_what_is_written_is_read_again(asked):
    assert read(asked.at("/")) == asked


def test_an_address_holds_only_what_is_asked():
    assert Asked().at("/van-ban") == "/van-ban"
    assert parse_qsl(urlsplit(Asked("chi bộ", year=("2024", "2025")).at("/")).query) == [
        ("q", "chi bộ"),
        ("year", "2024"),
        ("year", "2025"),
    ]


def test_every_change_leads_to_the_first_page():
    asked = Asked("x", ("d",), ("A", "B"), year=("2024",), page=4)
    assert asked.but(sort="date") == Asked("x", ("d",), ("A", "B"), year=("2024",), sort="date")
    assert asked.without("kind", "A") == Asked("x", ("d",), ("B",), year=("2024",))
    assert asked.everywhere() == Asked("x")
    assert asked.but(page=5).page == 5


def test_what_is_set_can_be_told():
    asked = Asked("x", ("d",), kind=("A", "B"), year=("2024",))
    assert asked.chosen == [("kind", "A"), ("kind", "B"), ("year", "2024")]
    assert asked.narrowed
    assert Asked(document=("d",)).narrowed
    assert not Asked("x", sort="date").narrowed


def test_addresses_of_places_keep_their_steps():
    assert reader_address("57-nq/muc-iii/khoan-2") == "/van-ban/57-nq/muc-iii/khoan-2"
    assert reader_address("57-nq", "hạ tầng?") == "/van-ban/57-nq?q=h%E1%BA%A1+t%E1%BA%A7ng%3F"
    assert original_address("a?b/c#d") == "/doi-chieu/a%3Fb/c%23d"
