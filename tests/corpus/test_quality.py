from __future__ import annotations

import unicodedata

import pytest

from corpus.quality import is_syllable, quality

PROSE = (
    "Chi bộ thảo luận, quyết định những việc cụ thể; mỗi đảng viên nêu rõ phần việc của mình, "
    "thời hạn hoàn thành và người kiểm tra. Bí thư chi bộ kết luận từng việc trước khi kết thúc buổi họp."
)
# The same kind of sentence as a TCVN3 font leaves it when read without conversion.
LEGACY = "Céng hßa x· héi chñ nghÜa ViÖt Nam, §éc lËp Tù do H¹nh phóc, QuyÕt ®Þnh cña Thñ t­íng ChÝnh phñ "


@pytest.mark.parametrize(
    "word",
    [
        "nghiêng",
        "quyết",
        "giữ",
        "gì",
        "giếng",
        "Đảng",
        "HÓA",
        "hoá",
        "uỷ",
        "ủy",
        "khuya",
        "thuở",
        "xoong",
        "y",
        "ở",
    ],
)
def test_vietnamese_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word", ["héi", "x·", "chemical", "str", "quyêt", "tấng1", "ngfên", "đcáp", "ắắ", "", "nghiêngg"]
)
def test_other_words(word: str) -> None:
    assert not is_syllable(word)


def test_prose_scores_high_in_either_normal_form() -> None:
    composed, decomposed = quality(PROSE), quality(unicodedata.normalize("NFD", PROSE))
    assert composed == decomposed
    assert composed.valid == 1.0
    assert composed.readable


def test_legacy_encoding_is_unreadable() -> None:
    score = quality(LEGACY * 5)
    assert score.valid < 0.5
    assert not score.readable


def test_foreign_words_beside_vietnamese_do_not_make_it_unreadable() -> None:
    names = "Sodium Chloride Methyl Ethyl Ketone Hydrogen Peroxide Sulfuric Nitric "
    score = quality(PROSE + " " + names * 30)
    assert score.valid < 0.5
    assert score.readable


def test_text_without_any_vietnamese_is_unreadable() -> None:
    assert not quality("Sodium Chloride Methyl Ethyl Ketone Hydrogen Peroxide " * 10).readable


@pytest.mark.parametrize("text", ["", "1 2 3", LEGACY[:40]])
def test_too_little_text_is_not_judged(text: str) -> None:
    assert quality(text).readable


def test_counts() -> None:
    score = quality("Điều 5 abc xyz")
    assert (score.words, score.marked, score.marked_valid) == (3, 1, 1.0)
    assert quality("").valid == 0.0


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("Chi bộ ph át triển", 1 / 4),
        ("chi bộ phát triển", 0),
        ("HĐND xã và UBND ấp", 0),
        ("phần A và ph, át", 0),
        ("một", 0),
    ],
)
def test_broken_syllables_are_counted_by_pairs(text: str, broken: float) -> None:
    assert quality(text).broken == pytest.approx(broken)
