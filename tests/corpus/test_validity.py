from __future__ import annotations

import pytest

from corpus.validity import validity_class


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ("chưa rõ", "chưa rõ"),
        ("còn hiệu lực", "còn hiệu lực"),
        ("hết hiệu lực từ 01/11/2025", "hết hiệu lực"),
        ("hết hiệu lực kể từ ngày ký, do 05-QĐ/TW thay thế", "hết hiệu lực"),
        ("hết hiệu lực (bị thay thế)", "hết hiệu lực"),
        ("hết hiệu lực một phần từ 2025", "hết hiệu lực một phần"),
    ],
)
def test_the_class_of_a_validity(stated: str, told: str) -> None:
    assert validity_class(stated) == told
