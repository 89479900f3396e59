from __future__ import annotations

import random
import time

import pytest

from corpus.differences import Difference, differences

TEXT = "1. Mỗi hộ trồng ba cây bàng. Chi bộ thôn Đồng Cao họp hằng tháng để kiểm tra việc số hóa sổ theo dõi."


@pytest.mark.parametrize(
    "same",
    [TEXT, TEXT.upper(), TEXT.replace(" ", "\n "), TEXT.replace("hóa", "hoá"), TEXT.replace(".", " ;")],
    ids=["itself", "capitals", "layout", "tone marks", "punctuation"],
)
def test_what_is_no_difference(same: str) -> None:
    assert differences(TEXT, same) == ()


def test_another_word_is_shown_with_what_stands_around_it() -> None:
    assert differences(TEXT, TEXT.replace("ba cây", "bốn cây")) == (
        Difference(TEXT.index("ba cây"), "ba", "bốn", "1. Mỗi hộ trồng ", " cây bàng. Chi bộ thôn Đồng"),
    )


def test_a_lost_mark_is_a_difference() -> None:
    [found] = differences(TEXT, TEXT.replace("hằng", "hang"))
    assert (found.served, found.copy) == ("hằng", "hang")


def test_missing_and_added_words() -> None:
    [missing] = differences(TEXT, TEXT.replace("họp hằng tháng ", ""))
    assert (missing.served, missing.copy) == ("họp hằng tháng", "")
    [added] = differences(TEXT, "Báo xã đưa tin: " + TEXT)
    assert (added.start, added.served, added.copy, added.before) == (0, "", "Báo xã đưa tin", "")
    [end] = differences(TEXT, TEXT + " Hết.")
    assert (end.start, end.copy, end.after) == (len(TEXT), "Hết", "")


def test_a_text_against_nothing() -> None:
    [found] = differences(TEXT, "")
    assert found.served == TEXT.rstrip(".")
    assert differences("", "") == ()


def test_differences_of_a_hundred_pages_take_less_than_two_seconds() -> None:
    choose = random.Random(3)  # noqa: S311
    syllables = ["chi", "bộ", "thôn", "họp", "đảng", "viên", "cấp", "ủy", "xã", "và", "của", *map(str, range(90))]
    text = choose.choices(syllables, k=50_000)
    noisy = [word if choose.random() > 0.05 else word + "ỉ" for word in text]
    began = time.process_time()
    found = differences(" ".join(text), " ".join(noisy))
    assert time.process_time() - began < 2
    assert 1500 < len(found) < 3000
    assert "".join(part.copy for part in found).count("ỉ") == sum(word.endswith("ỉ") for word in noisy)


def test_texts_that_cannot_be_tied_take_no_longer() -> None:
    choose = random.Random(5)  # noqa: S311
    pieces = [" ".join(choose.choices("ab", k=900)) + f" mốc số {place} ở đây" for place in range(30)]
    others = [" ".join(choose.choices("ab", k=900)) + f" mốc số {place} ở đây" for place in range(30)]
    began = time.process_time()
    assert differences(" ".join(pieces), " ".join(others))
    assert time.process_time() - began < 6


def test_two_texts_with_nothing_in_common_are_one_difference() -> None:
    one, two = (" ".join(f"{letter}{place}" for place in range(5000)) for letter in "ab")
    assert len(differences(one, two)) == 1
