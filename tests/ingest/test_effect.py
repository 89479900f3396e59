"""From which day a document is in force: what is said of the whole document, and what is said of something else."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.effect import effect_of

ISSUED = date(2026, 2, 10)
JULY = date(2026, 7, 1)

STATED = {
    "written out": ("Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2026.", "Luật", JULY),
    "with slashes": ("Quy định này có hiệu lực từ ngày 01/7/2026.", "Quy định", JULY),
    "kể từ": ("Quy định này có hiệu lực thi hành kể từ ngày 1/7/2026, thay thế Quy định số 1-QĐ/ĐU.", "Quy định", JULY),
    "without ngày": ("Quy định này có hiệu lực từ 01/7/2026.", "Quy định", JULY),
    "in an article": ("Điều 9. Quyết định này có hiệu lực kể từ ngày 01 tháng 7 năm 2026.", "Quyết định", JULY),
    "after the title of an article": (
        "Điều 9. Hiệu lực thi hành\n1. Luật này có hiệu lực từ ngày 1/7/2026.",
        "Luật",
        JULY,
    ),
    "after a sentence": ("Chi bộ thi hành. Quy định này có hiệu lực từ ngày 1/7/2026.", "Quy định", JULY),
    "from the day of signing": ("Chỉ thị này có hiệu lực từ ngày ký.", "Chỉ thị", ISSUED),
    "and of issue": ("Hướng dẫn này có hiệu lực kể từ ngày ký ban hành.", "Hướng dẫn", ISSUED),
    "of issue alone": ("Quy chế này có hiệu lực thi hành kể từ ngày ban hành.", "Quy chế", ISSUED),
    "after some days": ("Thông tư này có hiệu lực sau 45 ngày kể từ ngày ký.", "Thông tư", date(2026, 3, 27)),
    "after some days, in words too": (
        "Thông tư này có hiệu lực thi hành sau 45 (bốn mươi lăm) ngày, kể từ ngày ký ban hành.",
        "Thông tư",
        date(2026, 3, 27),
    ),
    "what it replaces in between": (
        "Quy định này thay thế Quy định số 1-QĐ/ĐU, ngày 3/2/2020 và có hiệu lực thi hành từ ngày ký.",
        "Quy định",
        ISSUED,
    ),
    "a joint resolution calls itself shorter": (
        "Nghị quyết này có hiệu lực từ ngày 1/7/2026.",
        "Nghị quyết liên tịch",
        JULY,
    ),
    "except for some": ("Luật này có hiệu lực từ ngày 1/7/2026, trừ khoản 2 Điều này.", "Luật", JULY),
    "some excepted first": ("Trừ trường hợp tại khoản 2, Luật này có hiệu lực từ ngày 1/7/2026.", "Luật", JULY),
    "of no known kind": ("Văn bản này có hiệu lực từ ngày 1/7/2026.", None, JULY),
}


@pytest.mark.parametrize(("text", "kind", "day"), STATED.values(), ids=STATED.keys())
def test_the_day_is_stated(text: str, kind: str | None, day: date) -> None:
    effect = effect_of(text, len(text), kind, ISSUED)
    assert effect is not None
    assert effect.day == day
    assert "hiệu lực" in text[slice(*effect.at)]
    assert text[slice(*effect.at)][-1] in "6ýh"


OTHERS = {
    "of an article": ("Điều 5 có hiệu lực từ ngày 1/7/2026.", "Luật"),
    "of an article of it": ("2. Khoản 2 Điều 5 của Luật này có hiệu lực từ ngày 1/7/2026.", "Luật"),
    "rules of it": ("Quy định tại Điều 5 Luật này có hiệu lực từ ngày 1/7/2026.", "Luật"),
    "of what is replaced": ("Luật này thay thế Luật số 1/2020/QH14 có hiệu lực từ ngày 1/7/2021.", "Luật"),
    "of another document": ("Nghị định số 1/2020/NĐ-CP có hiệu lực từ ngày 1/7/2021.", "Quyết định"),
    "of what it attaches": ("Quy chế này có hiệu lực từ ngày 1/7/2026.", "Quyết định"),
    "the end of another": ("Luật số 1/2020/QH14 hết hiệu lực từ ngày Luật này có hiệu lực.", "Luật"),
    "no day": ("Luật này có hiệu lực kể từ ngày được thông qua.", "Luật"),
    "an impossible day": ("Luật này có hiệu lực từ ngày 31/2/2026.", "Luật"),
    "nothing": ("Luật này được công bố.", "Luật"),
    "a branch": ("Chi bộ có hiệu lực cao từ ngày 1/7/2026.", "Nghị quyết"),
}


@pytest.mark.parametrize(("text", "kind"), OTHERS.values(), ids=OTHERS.keys())
def test_what_is_said_of_something_else(text: str, kind: str) -> None:
    assert effect_of(text, len(text), kind, ISSUED) is None


def test_without_a_date_the_day_of_signing_is_not_known() -> None:
    text = "Chỉ thị này có hiệu lực từ ngày ký."
    assert effect_of(text, len(text), "Chỉ thị", None) is None


def test_what_is_attached_speaks_for_itself() -> None:
    text = "Quyết định.\nQuyết định này có hiệu lực từ ngày 1/7/2026."
    assert effect_of(text, 11, "Quyết định", ISSUED) is None
