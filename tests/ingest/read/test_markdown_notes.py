from __future__ import annotations

from ingest.read.markdown_notes import markdown_with_notes
from ingest.reading import Mark, PrintedNote

SOURCE = """\
1. Các ban đảng[^1] và chi bộ [^a], xem [^9] và [2].

[^1]: Gồm **văn phòng**
    và các ban.
[^a]: Như trên.

2. Thực hiện ngay[^1].

[^1]: Hai lần.
"""


def test_notes_are_tied_to_their_marks() -> None:
    lines, notes = markdown_with_notes(SOURCE)
    assert [line.text for line in lines] == [
        "1. Các ban đảng và chi bộ, xem [^9] và [2].",
        "2. Thực hiện ngay.",
    ]
    assert [line.marks for line in lines] == [(Mark(15, 0), Mark(25, 1)), (Mark(17, 0),)]
    assert notes == (PrintedNote("1", "Gồm văn phòng và các ban. Hai lần."), PrintedNote("a", "Như trên."))


def test_a_mark_alone_is_no_line() -> None:
    lines, notes = markdown_with_notes("một\n\n[^1]\n\n[^1]: hai")
    assert [line.text for line in lines] == ["một"]
    assert notes == (PrintedNote("1", "hai"),)
