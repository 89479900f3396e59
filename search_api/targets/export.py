"""The table of targets as a sheet."""

from __future__ import annotations

from collections.abc import Iterable

from search_api.exports.sheet import Column, sheet
from search_api.targets.schemas import TargetOut

_COLUMNS = (
    Column("TT", 6),
    Column("Loại", 12),
    Column("Nội dung", 60),
    Column("Mức", 12),
    Column("Con số như in", 18),
    Column("Giá trị", 12),
    Column("Đến", 12),
    Column("Đơn vị", 14),
    Column("Thời hạn như in", 24),
    Column("Ngày của thời hạn", 16),
    Column("Cơ quan, người chịu trách nhiệm", 30),
    Column("Nguyên văn câu", 70),
    Column("Trích dẫn", 60),
    Column("Mã đoạn", 40),
)


def targets_sheet(rows: Iterable[TargetOut]) -> bytes:
    """An XLSX file of the rows, as printed and in numbers and dates that can be counted with."""
    return sheet(
        "Chỉ tiêu và thời hạn",
        _COLUMNS,
        (
            (
                number,
                row.kind,
                row.what,
                row.comparison,
                row.amount.printed if row.amount else None,
                row.amount.number if row.amount else None,
                row.amount.upper if row.amount else None,
                row.amount.unit if row.amount else None,
                row.deadline.printed if row.deadline else None,
                row.deadline.day if row.deadline else None,
                row.body,
                row.sentence,
                row.citation.full,
                row.passage,
            )
            for number, row in enumerate(rows, 1)
        ),
    )
