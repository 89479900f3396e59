from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from doubles import ENCODER, HashEncoder

from bench.retrieval.asking import Judged, judge, recognised, rows
from bench.retrieval.beir import Question, Set, Text
from bench.retrieval.corpora import digest_of, opened, passage_name, put_texts
from bench.retrieval.public import among
from bench.retrieval.runs import Moved, keep, last_ranks, moved, ranks_of
from bench.retrieval.tables import moves
from bench.retrieval.vectors import KeptVectors
from corpus.runtime.library import Library
from corpus.runtime.settings import Settings


class Counting(HashEncoder):
    """Notes what it is asked, and breaks down after so many batches."""

    def __init__(self, batches: int = 100) -> None:
        self.asked: list[str] = []
        self._left = batches

    def encode_passages(self, texts: Sequence[str]) -> np.ndarray:
        if self._left == 0:
            raise KeyboardInterrupt
        self._left -= 1
        self.asked += texts
        return super().encode_passages(texts)


class TestVectors:
    def test_what_is_kept_is_not_encoded_again(self, tmp_path: Path) -> None:
        encoder = Counting()
        first = KeptVectors(encoder, tmp_path / "v.sqlite").encode_passages(["ba chữ này", "một", "một"])
        again = KeptVectors(encoder, tmp_path / "v.sqlite").encode_passages(["một", "mới", "ba chữ này"])
        assert encoder.asked == ["một", "ba chữ này", "mới"]
        assert np.array_equal(first[1], first[2])
        assert np.array_equal(again[[2, 0]], first[:2])
        assert np.allclose(again, ENCODER.encode_passages(["một", "mới", "ba chữ này"]), atol=1e-3)
        assert np.allclose(np.linalg.norm(again, axis=1), 1)

    def test_a_run_that_was_cut_off_goes_on(self, tmp_path: Path) -> None:
        texts = [f"câu {place:04}" for place in range(1200)]
        cut = Counting(batches=2)
        with pytest.raises(KeyboardInterrupt):
            KeptVectors(cut, tmp_path / "v.sqlite").encode_passages(texts)
        resumed = Counting()
        assert KeptVectors(resumed, tmp_path / "v.sqlite").encode_passages(texts).shape == (1200, 8)
        assert sorted(cut.asked + resumed.asked) == texts

    def test_another_encoder_has_vectors_of_its_own(self, tmp_path: Path) -> None:
        other = Counting()
        other.fingerprint = "2"
        KeptVectors(Counting(), tmp_path / "v.sqlite").encode_passages(["một"])
        KeptVectors(other, tmp_path / "v.sqlite").encode_passages(["một"])
        assert other.asked == ["một"]

    def test_no_texts_no_vectors(self, tmp_path: Path) -> None:
        assert KeptVectors(ENCODER, tmp_path / "v.sqlite").encode_passages([]).shape == (0, 8)


class TestCorpora:
    TEXTS = (Text("x", "Tên", "Một đoạn."), Text("y", "", "Đoạn\nkhác."))

    def test_texts_go_in_word_for_word_under_their_titles(self, library: Library) -> None:
        put_texts(library, ENCODER, self.TEXTS)
        document, _, address = passage_name(1).partition("/")
        (passage,) = library.passages(document, [address])
        assert (passage.text, passage.trail, passage.id) == ("Đoạn\nkhác.", (), passage_name(1))
        (first,) = library.passages(document, [passage_name(0).partition("/")[2]])
        assert (first.text, first.trail) == ("Một đoạn.", ("Tên",))

    def test_a_corpus_is_filled_anew_only_when_its_contents_change(self, tmp_path: Path) -> None:
        filled: list[str] = []

        def passages(contents: str) -> int:
            def fill(library: Library, _: Settings) -> None:
                filled.append(contents)
                put_texts(library, ENCODER, self.TEXTS)

            with opened(tmp_path / "kho", ENCODER, contents, fill) as service:
                return service.library.catalogue.totals()[1]

        assert [passages("một"), passages("một"), passages("hai")] == [2, 2, 2]
        assert filled == ["một", "hai"]

    def test_the_digest_sees_text_title_and_order(self) -> None:
        one, other = self.TEXTS
        digests = {
            digest_of(texts) for texts in [(one, other), (other, one), (one,), (one, Text("y", "T", other.text))]
        }
        assert len(digests) == 4
        assert digest_of((Text("z", one.title, one.text),)) == digest_of((one,))


def test_articles_that_are_of_the_set_stay_out() -> None:
    own = "Chi bộ họp thường kỳ mỗi tháng một lần vào ngày mồng ba."
    made = Set("mau", (Text("a", "", own),), ())
    twin, other = Text("x", "Sinh hoạt", own.replace("ba.", "năm.")), Text("y", "", "Đường liên thôn rộng bốn mét.")
    assert among(made, [twin, other]).texts == (Text("a", "", own), other)


def test_a_question_is_judged_by_where_its_answers_stand() -> None:
    judged = judge(Question("q", "?", {"b": 2.0, "d": 1.0}, "loại"), ["a", "b", "c", "b"], 5.0)
    assert judged == Judged("q", "loại", (2, None), (2.0, 1.0), 5.0)
    assert judged.best == 2


def test_rows_tell_all_then_each_kind() -> None:
    judged = [Judged("1", "b", (1,), (), 1.0), Judged("2", "a", (None,), (), 3.0), Judged("3", "c", (), (), 9.0)]
    told = rows(judged)
    assert [(row.kind, row.figures.queries, row.figures.success_at_1) for row in told] == [
        ("all", 2, 0.5),
        ("a", 1, 0.0),
        ("b", 1, 1.0),
    ]
    assert told[0].p50_ms == 2.0
    assert [row.kind for row in rows(judged[:1])] == ["all"]


def test_recognised_counts_both_mistakes() -> None:
    def one(name: str, *, has: bool, answered: bool | None) -> Judged:
        return Judged(name, "", (1,) if has else (), (), 1.0, answered)

    judged = [
        one("1", has=False, answered=False),
        one("2", has=False, answered=True),
        *(one(name, has=True, answered=name != "3") for name in "3456"),
    ]
    assert recognised(judged) == (0.5, 0.25)
    assert recognised(judged[2:]) is None
    assert recognised([one("1", has=False, answered=None)]) is None


class TestRuns:
    def test_what_moved_most_at_the_top_comes_first(self) -> None:
        before = {"a": 1, "b": 50, "c": None, "d": 3, "gone": 1}
        now = {"a": 2, "b": 10, "c": 1, "d": 3, "new": 1}
        assert moved(before, now) == [Moved("c", None, 1), Moved("a", 1, 2), Moved("b", 50, 10)]
        assert [one.rose for one in moved(before, now)] == [True, False, True]
        assert moves(moved(before, now)).startswith("2 rose, 1 fell")
        assert "- a: 1 → 2" in moves(moved(before, now))
        assert moves([]) == "No question moved."

    def test_the_last_run_of_the_same_set_is_found(self, tmp_path: Path) -> None:
        assert last_ranks(tmp_path, "mau") is None
        runs = [[Judged("1", "", (rank, None), (), 1.0), Judged("2", "", (), (), 1.0)] for rank in (3, 2)]
        for judged in runs:
            keep(tmp_path, "mau", rows(judged), judged)
        keep(tmp_path, "mau-khac", rows(runs[0]), runs[0])
        assert last_ranks(tmp_path, "mau") == ranks_of(runs[1]) == {"1": 2}
