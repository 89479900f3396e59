"""Abbreviations in a question are written out beside what was typed, never in its place, and the other way about."""

from __future__ import annotations

import pytest

from corpus.abbreviations import _ROWS, abbreviated, readings, write_out
from corpus.text import match_form, one_line


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("CĐS ở chi bộ", "CĐS ở chi bộ chuyển đổi số"),
        ("cđs", "cđs chuyển đổi số"),
        ("SHCĐ và CĐS", "SHCĐ và CĐS sinh hoạt chuyên đề chuyển đổi số"),
        ("UBKT, HTCT.", "UBKT, HTCT. ủy ban kiểm tra hệ thống chính trị"),
        # without marks in the whole question, without its đ
        ("cds o chi bo", "cds o chi bo chuyển đổi số"),
        ("ung dung DMST", "ung dung DMST đổi mới sáng tạo"),
        # with marks elsewhere the đ was left out on purpose
        ("đĩa cds", "đĩa cds"),
        # parts of words are no abbreviations
        ("cđsx", "cđsx"),
        ("", ""),
        ("chuyển đổi số", "chuyển đổi số"),
        # with and without what stands between their letters
        ("KT-XH", "KT-XH kinh tế - xã hội"),
        ("KTXH", "KTXH kinh tế - xã hội"),
        ("kt - xh", "kt - xh kinh tế - xã hội"),
        ("GD&ĐT", "GD&ĐT giáo dục và đào tạo"),
        ("CNH, HĐH", "CNH, HĐH công nghiệp hóa, hiện đại hóa"),
        ("CNH", "CNH công nghiệp hóa"),
        ("HĐND, UBND", "HĐND, UBND hội đồng nhân dân ủy ban nhân dân"),
        # those that are words, too, in capitals only
        ("AI trong chi bộ", "AI trong chi bộ trí tuệ nhân tạo"),
        ("ai được vào Đảng", "ai được vào Đảng"),
        ("ai duoc vao dang", "ai duoc vao dang"),
        ("đu đưa", "đu đưa"),
        ("ĐVDB có quyền gì", "ĐVDB có quyền gì đảng viên dự bị"),
        ("CB, CC, VC", "CB, CC, VC cán bộ, công chức, viên chức"),
        ("kcb bhyt", "kcb bhyt khám bệnh, chữa bệnh bảo hiểm y tế"),
        ("TTg giao BĐBP", "TTg giao BĐBP thủ tướng chính phủ bộ đội biên phòng"),
        # several readings: none is sure
        ("BTC họp", "BTC họp"),
    ],
)
def test_written_out(typed: str, written: str) -> None:
    assert write_out(typed) == written


@pytest.mark.parametrize(
    ("typed", "stands_for"),
    [
        ("BTC", {"ban tổ chức", "bộ tài chính"}),
        ("btc họp", {"ban tổ chức", "bộ tài chính"}),
        ("BCT", {"bộ chính trị", "bộ công thương"}),
        ("TU", {"tỉnh ủy", "thành ủy"}),
        ("CB", {"chi bộ", "cán bộ"}),
        ("CT", {"chỉ thị", "chủ tịch"}),
        ("CĐS", {"chuyển đổi số"}),
    ],
)
def test_every_reading_is_told(typed: str, stands_for: set[str]) -> None:
    assert [set(found) for found in readings(typed)] == [stands_for]


@pytest.mark.parametrize(
    ("written", "short"),
    [
        ("chuyển đổi số ở chi bộ", ("CĐS",)),
        ("chuyen doi so o chi bo", ("CĐS",)),
        ("Uỷ ban nhân dân xã", ("UBND",)),
        ("phát triển kinh tế - xã hội", ("KT-XH",)),
        ("phát triển kinh tế, xã hội", ("KT-XH",)),
        ("khoa học và công nghệ", ("KH&CN",)),
        ("khoa học, công nghệ", ("KH-CN", "KHCN")),
        # the longest at each place
        ("Ban Chấp hành Trung ương", ("BCHTW",)),
        ("ban chấp hành đảng bộ", ("BCH",)),
        ("phó bí thư chi bộ", ("PBT",)),
        ("y học cổ truyền", ("YHCT",)),
        # what stands in every number or on every page is not abbreviated
        ("trung ương", ()),
        ("đảng ủy", ()),
        ("trí tuệ nhân tạo", ()),
        # marks count
        ("chuyển đội số", ()),
        ("số chuyển đổi", ()),
        ("", ()),
    ],
)
def test_what_is_written_out_is_abbreviated(written: str, short: tuple[str, ...]) -> None:
    assert abbreviated(written) == short


def test_the_table_is_sound() -> None:
    assert len({match_form(row.printed) for row in _ROWS}) == len(_ROWS) >= 120
    for row in _ROWS:
        assert row.printed == one_line(row.printed)
        for reading in row.readings:
            assert reading == one_line(reading) == match_form(reading)
        assert len(readings(row.printed)) == 1
