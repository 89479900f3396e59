"""Operators in a question: what is read as one, what is not, and what is refused."""

from __future__ import annotations

import pytest

from corpus.errors import BadQuery
from search_api.asking.operators import FIELDS, read_operators

Parts = tuple[str, list[str], list[str], list[tuple[str, str]]]

READ: list[tuple[str, Parts]] = [
    ('"vườn ươm" ở thôn', ("vườn ươm ở thôn", ["vườn ươm"], [], [])),
    ("về “vườn ươm”, «sổ theo dõi»?", ("về vườn ươm , sổ theo dõi ?", ["vườn ươm", "sổ theo dõi"], [], [])),
    ('("vườn ươm")', ("( vườn ươm )", ["vườn ươm"], [], [])),
    ("vườn -ươm", ("vườn", [], ["ươm"], [])),
    ('vườn -"cây giống" -«đất»', ("vườn", [], ["cây giống", "đất"], [])),
    ("vườn -57-NQ/TW", ("vườn", [], ["57-NQ/TW"], [])),
    (
        'cây loai:nq so:57-NQ/TW coquan:"bộ chính trị"',
        ("cây", [], [], [("loai", "nq"), ("so", "57-NQ/TW"), ("coquan", "bộ chính trị")]),
    ),
    (
        "cây nam:2020-2024,2026 hieuluc:còn",
        ("cây", [], [], [("nam", "2020-2024"), ("nam", "2026"), ("hieuluc", "còn")]),
    ),
    ("loại:“chỉ thị”,nq NĂM:2024 cây", ("cây", [], [], [("loai", "chỉ thị"), ("loai", "nq"), ("nam", "2024")])),
    ("cơquan:bct hiệulực:hết số:5 cây", ("cây", [], [], [("coquan", "bct"), ("hieuluc", "hết"), ("so", "5")])),
    # no operators
    ("57-NQ/TW", ("57-NQ/TW", [], [], [])),
    ("kinh tế - xã hội", ("kinh tế - xã hội", [], [], [])),
    ("kinh tế-xã hội", ("kinh tế-xã hội", [], [], [])),
    ("- Trồng cây", ("- Trồng cây", [], [], [])),
    ("tỷ lệ 3:1 lúc 8h:30", ("tỷ lệ 3:1 lúc 8h:30", [], [], [])),
    ("Số: 57", ("Số: 57", [], [], [])),
    ("Mục tiêu:Đến năm 2030", ("Mục tiêu:Đến năm 2030", [], [], [])),
    ("xem http://xa.vn", ("xem http://xa.vn", [], [], [])),
    ("hội viên: quyền", ("hội viên: quyền", [], [], [])),
    ('cây 5" ở vườn', ('cây 5" ở vườn', [], [], [])),
    ('cây "" ""', ("cây", [], [], [])),
    ("", ("", [], [], [])),
]


@pytest.mark.parametrize(("raw", "parts"), READ)
def test_read(raw: str, parts: Parts) -> None:
    asked = read_operators(raw)
    fields = [(item.field, item.value) for item in asked.fields]
    assert (asked.text, [one.text for one in asked.phrases], [one.text for one in asked.excluded], fields) == parts


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ("cây tacgia:an", ["«tacgia»", *FIELDS]),
        ("cây loai: nq", ["«loai»", "chưa có giá trị"]),
        ('cây coquan:""', ["«coquan»", "chưa có giá trị"]),
        ("-cây", ["chưa có từ cần tìm"]),
        ("loai:nq nam:2024", ["chưa có từ cần tìm"]),
    ],
)
def test_refused(raw: str, told: list[str]) -> None:
    with pytest.raises(BadQuery) as refused:
        read_operators(raw)
    assert all(words in str(refused.value) + refused.value.next_step for words in told)
