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
            doubts=tuple(draw(spans.map(_apart))),
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


class Watched(list):
    """Marks that count how many of them are looked at."""

    looks = 0

    def __getitem__(self, index):
        found = super().__getitem__(index)
        self.looks += len(found) if isinstance(index, slice) else 1
        return found

    def __iter__(self):
        for span in super().__iter__():
            self.looks += 1
            yield span


def test_a_paragraph_looks_at_its_own_marks_only():
    lines = 500
    marks = Watched((2 * line, 2 * line + 1) for line in range(lines))
    blocks = list(UnitText(unit("muc-i", "a\n" * lines), marks).blocks())
    assert [block.pieces[0].hit for block in blocks] == list(range(1, lines + 1))
    assert marks.looks < 100 * lines
