"""A unit's text cut for the page: nothing lost, nothing added, whatever is marked in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from made_detail import unit

from search_api.schemas import NoteOut, PageTurnOut
from web.unit_text import UnitText

TEXTS = st.text(alphabet="ab ổ😀.\n", min_size=1, max_size=60).filter(str.strip)


@st.composite
def marked_texts(draw):
    text = draw(TEXTS)
    places = st.integers(0, len(text))
    spans = st.lists(st.tuples(places, places).filter(lambda span: span[0] < span[1]), max_size=3)
    marks = draw(spans.map(_apart))
    return UnitText(
        unit(
            "muc-i",
            text,
            heading=draw(st.none() | st.just(text.split("\n")[0]) | st.just("khác")),
            doubts=tuple(draw(spans)),
            turns=tuple(
                PageTurnOut(page=n + 2, at=at) for n, at in enumerate(sorted(draw(st.sets(places, max_size=2))))
            ),
            notes=tuple(
                NoteOut(label=str(n), at=at, text="", page=None)
                for n, at in enumerate(draw(st.lists(places, max_size=2)))
            ),
        ),
        marks,
        first=5,
    )


def _apart(spans):
    kept = []
    for start, end in sorted(spans):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


@given(marked_texts())
def test_the_blocks_with_the_gaps_between_them_are_the_text(made):
    joined = "".join(block.gap + "".join(piece.text for piece in block.pieces) for block in made.blocks())
    text = made.unit.text
    assert text.startswith(joined)
    assert not text[len(joined) :].strip()


@given(marked_texts())
def test_what_is_marked_is_marked_and_nothing_else(made):
    at = 0
    for block in made.blocks():
        at += len(block.gap)
        for piece in block.pieces:
            inside = [
                any(start <= place < end for start, end in made.marks) for place in range(at, at + len(piece.text))
            ]
            assert inside == [piece.marked] * len(piece.text)
            at += len(piece.text)
