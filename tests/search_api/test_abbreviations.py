"""Abbreviations in a question are written out beside what was typed, never in its place."""

from __future__ import annotations

import pytest

from corpus.abbreviations import write_out


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
    ],
)
def test_written_out(typed: str, written: str) -> None:
    assert write_out(typed) == written
