from __future__ import annotations

import json
import math
import unicodedata

import pytest

from bench.metrics import (
    Answer,
    Hit,
    figures,
    found_at,
    is_right,
    load_queries,
    ndcg_at,
    percentile,
    recall_at,
    reciprocal_rank_at,
    success_at,
)

ANSWER = Answer("01-NQ/ĐU", "mau.md", (("mục", "II"), ("khoản", "3")), "ủy quyền cho chi bộ thôn")


class TestIsRight:
    def test_same_path_is_enough(self) -> None:
        assert is_right(Hit("mau.md", "chữ khác", (("mục", "II"), ("khoản", "3"))), ANSWER)

    def test_labels_are_compared_without_their_punctuation(self) -> None:
        assert is_right(Hit("mau.md", "", (("Mục", "ii."), ("khoản", "3)"))), ANSWER)

    def test_a_deeper_path_is_another_unit(self) -> None:
        assert not is_right(Hit("mau.md", "", (*ANSWER.path, ("gạch", "1"))), ANSWER)  # type: ignore[misc]

    def test_another_file_is_wrong_even_with_path_and_words(self) -> None:
        assert not is_right(Hit("khac.md", ANSWER.anchor, ANSWER.path), ANSWER)

    def test_no_path_means_the_anchor_decides(self) -> None:
        assert is_right(Hit("mau.md", "Đảng ủy uỷ quyền cho chi bộ thôn quyết định."), ANSWER)
        assert not is_right(Hit("mau.md", "Đảng ủy ủy quyền cho chi bộ."), ANSWER)

    def test_two_missing_paths_are_not_the_same_path(self) -> None:
        ambiguous = Answer("01-NQ/ĐU", "mau.md", None, "một câu")
        assert not is_right(Hit("mau.md", "câu khác", None), ambiguous)

    @pytest.mark.parametrize(
        "text",
        [
            "UỶ QUYỀN CHO CHI BỘ THÔN",
            "ủy quyền\ncho  chi bộ\tthôn",
            unicodedata.normalize("NFD", "ủy quyền cho chi bộ thôn"),
        ],
    )
    def test_case_blanks_tone_and_composition_do_not_matter(self, text: str) -> None:
        assert is_right(Hit("mau.md", text), ANSWER)

    def test_marks_do_matter(self) -> None:
        assert not is_right(Hit("mau.md", "uy quyen cho chi bo thon"), ANSWER)

    def test_an_attached_document_has_no_name_in_comparison(self) -> None:
        answer = Answer("x", "mau.md", (("văn bản kèm theo", "Quy chế"), ("điều", "2")), "không có")
        assert is_right(Hit("mau.md", "", (("văn bản kèm theo", ""), ("điều", "2"))), answer)
        assert not is_right(Hit("mau.md", "", (("điều", "2"),)), answer)


def test_found_at_gives_the_first_rank_of_each_answer() -> None:
    other = Answer("01-NQ/ĐU", "mau.md", None, "họp mỗi tháng một lần")
    missing = Answer("01-NQ/ĐU", "mau.md", None, "không ở đâu cả")
    both = "ủy quyền cho chi bộ thôn; họp mỗi tháng một lần"
    hits = [Hit("khac.md", both), Hit("mau.md", "ủy quyền cho chi bộ thôn"), Hit("mau.md", both)]
    assert found_at(hits, [ANSWER, other, missing]) == (2, 3, None)


class TestFigures:
    def test_success_and_reciprocal_rank_look_at_the_best_answer(self) -> None:
        assert success_at((None, 5, 7), 5) == 1
        assert success_at((None, 6, 7), 5) == 0
        assert reciprocal_rank_at((None, 4, 2), 10) == 0.5
        assert reciprocal_rank_at((11,), 10) == 0

    def test_ndcg_of_a_known_case(self) -> None:
        ideal = 1 + 1 / math.log2(3)
        assert ndcg_at((1, 4), 10) == pytest.approx((1 + 1 / math.log2(5)) / ideal)
        assert ndcg_at((2, 1), 10) == 1
        assert ndcg_at((None, 12), 10) == 0

    def test_ndcg_counts_each_answer_by_its_grade(self) -> None:
        # The answer worth 1 stands first, the one worth 3 third, the one worth 2 nowhere.
        gain = 1 + 3 / math.log2(4)
        ideal = 3 + 2 / math.log2(3) + 1 / math.log2(4)
        assert ndcg_at((1, 3, None), 10, (1.0, 3.0, 2.0)) == pytest.approx(gain / ideal)
        assert ndcg_at((2, 1), 10, (1.0, 5.0)) == 1

    def test_recall_is_the_share_of_the_answers_found(self) -> None:
        assert recall_at((1, 11, None, 4), 10) == 0.5
        assert recall_at((1, 11, None, 4), 100) == 0.75

    def test_ndcg_expects_no_more_answers_than_ranks(self) -> None:
        assert ndcg_at((1, None), 1) == 1

    def test_one_hit_with_both_answers_is_not_better_than_ideal(self) -> None:
        assert ndcg_at((1, 1), 10) == 1

    def test_queries_without_an_answer_are_refused(self) -> None:
        with pytest.raises(ValueError, match="unanswerable"):
            success_at((), 1)

    def test_means_over_queries(self) -> None:
        result = figures([(1,), (6,), (None,), (2,)])
        assert result.queries == 4
        assert result.success_at_1 == 0.25
        assert result.success_at_5 == 0.5
        assert result.success_at_10 == 0.75
        assert result.mrr_at_10 == pytest.approx((1 + 1 / 6 + 1 / 2) / 4)

    def test_no_queries_no_figures(self) -> None:
        with pytest.raises(ValueError, match="no values"):
            figures([])


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [([3.0], 0.95, 3.0), ([4.0, 1.0, 3.0, 2.0], 0.5, 2.5), ([1.0, 2.0], 1.0, 2.0), ([1.0, 2.0], 0.0, 1.0)],
)
def test_percentile(values: list[float], share: float, expected: float) -> None:
    assert percentile(values, share) == expected


def test_percentile_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="percentile"):
        percentile([], 0.5)


class TestLoadQueries:
    def test_reads_paths_as_tuples(self, tmp_path) -> None:
        row = {
            "id": "p001",
            "query": "hỏi",
            "kind": "keyword",
            "relevant": [{"document": "d", "file": "f", "path": [["mục", "I"]], "anchor": "a"}],
        }
        file = tmp_path / "q.jsonl"
        file.write_text(json.dumps(row) + "\n", encoding="utf-8")
        (query,) = load_queries(file)
        assert query.relevant == (Answer("d", "f", (("mục", "I"),), "a"),)
        assert query.answerable

    def test_names_file_and_line_of_a_bad_row(self, tmp_path) -> None:
        file = tmp_path / "q.jsonl"
        file.write_text('{"id": "a", "query": "b", "kind": "lạ", "relevant": []}\n', encoding="utf-8")
        with pytest.raises(ValueError, match=r"q\.jsonl:1.*lạ"):
            load_queries(file)
