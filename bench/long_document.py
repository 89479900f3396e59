"""A document of five hundred pages, made up, to measure the reader with: chapters, articles, items, points, tables."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

_CHAPTERS, _ARTICLES, _ITEMS, _POINTS = 33, 12, 6, 3
_SUBJECTS = (
    "chi bộ", "đảng viên", "cấp uỷ", "tổ công nghệ số cộng đồng", "văn phòng đảng uỷ", "ban thường vụ",
    "cán bộ phụ trách", "uỷ ban kiểm tra", "hợp tác xã", "nhà văn hoá thôn",
)  # fmt: skip
_DEEDS = (
    "lập sổ theo dõi", "báo cáo kết quả", "tổ chức sinh hoạt chuyên đề", "rà soát hồ sơ", "phân công người thực hiện",
    "bồi dưỡng kỹ năng số", "kiểm tra việc chấp hành", "công khai kinh phí", "tiếp thu ý kiến góp ý",
    "cập nhật sổ tay điện tử",
)  # fmt: skip
_WHEN = (
    "trước ngày 15 hằng tháng", "trong 07 ngày làm việc", "mỗi quý một lần", "khi có thay đổi", "trước kỳ họp cấp uỷ",
    "theo kế hoạch đã được phê duyệt", "không quá 30 ngày kể từ ngày nhận", "trong năm đầu của nhiệm kỳ",
)  # fmt: skip
_WHY = (
    "để bảo đảm thống nhất trong toàn đảng bộ", "nhằm giảm giấy tờ cho cơ sở", "để đảng viên ở xa cùng tham gia",
    "nhằm phục vụ người dân tốt hơn", "và chịu trách nhiệm về số liệu", "và lưu hồ sơ tại văn phòng",
)  # fmt: skip
_HEAD = """ĐẢNG BỘ TỈNH AN BÌNH MẪU

ĐẢNG UỶ XÃ LÊ LỢI MẪU

Số 99-QC/ĐU

ĐẢNG CỘNG SẢN VIỆT NAM

Lê Lợi Mẫu, ngày 02 tháng 01 năm 2026

# QUY CHẾ

về quản lý, khai thác hồ sơ và tài liệu trên môi trường số của Đảng bộ xã
"""


def write_long_document(path: Path) -> None:
    """Write it as Markdown: some 10,000 units and 250,000 words, the same in every run."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n\n".join((_HEAD, *_units(random.Random(7)))) + "\n", encoding="utf-8")  # noqa: S311 - no secret


def _units(chance: random.Random) -> Iterator[str]:
    article = 0
    for chapter in range(1, _CHAPTERS + 1):
        yield f"## Chương {_roman(chapter)}. VIỆC CỦA {chance.choice(_SUBJECTS).upper()}"
        for _ in range(_ARTICLES):
            article += 1
            yield f"### Điều {article}. {_title(chance)}"
            for item in range(1, _ITEMS + 1):
                yield f"{item}. {_sentence(chance)}"
                yield from (f"{letter}) {_sentence(chance)}" for letter in "abc"[:_POINTS])
        yield _table(chance)


def _title(chance: random.Random) -> str:
    return f"Trách nhiệm {chance.choice(_DEEDS)} của {chance.choice(_SUBJECTS)}"


def _sentence(chance: random.Random) -> str:
    who, deed, when, why = (chance.choice(words) for words in (_SUBJECTS, _DEEDS, _WHEN, _WHY))
    return f"{who[0].upper()}{who[1:]} có trách nhiệm {deed} số {chance.randint(1, 999)} {when}, {why}."


def _table(chance: random.Random) -> str:
    rows = [f"| {number} | {chance.choice(_DEEDS)} | {chance.choice(_SUBJECTS)} |" for number in range(1, 9)]
    return "\n".join(("| TT | Nhiệm vụ | Cơ quan chủ trì |", "|---|---|---|", *rows))


def _roman(number: int) -> str:
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones] if tens < 4 else "XL"
