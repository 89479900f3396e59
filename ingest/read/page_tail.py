"""What a portal or a newspaper puts under a document it copies: sources, dates of posting, links, its title again.

Told line by line from the end upwards, each by words no document ends with; the first other line ends it. Nothing is
lost: what is taken off is kept with the page furniture.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.numbers import KINDS, find_numbers
from corpus.text import match_form
from corpus.types import Furniture
from ingest.reading import Line

_KIND = "|".join(match_form(kind) for kind in KINDS)
_NO_STOP = r"(?:[^.;:]|\.(?=\S))"
_AGENCY = r"(?:ttxvn|vov|vtv|vgp|vietnam\+|vietnamplus|qđnd)"
_UPDATED = r"văn bản (?:này )?(?:chưa|đang|đã)(?: được)? cập nhật.{0,60}"
_POSTED = (
    _UPDATED,
    r"https?://\S+",
    rf"\(?(?:theo )?{_AGENCY}(?:/\S+)?\)?\.?",
    rf"\(?theo (?:báo|cổng|trang|tạp chí|thông tấn xã|website)\s{_NO_STOP}{{2,100}}\)?",
    r"(?:theo|tác giả|biên tập|người đăng|từ khóa|tags?)\s*:.{2,120}",
    r"(?:ngày|thời gian|ngày giờ)(?: giờ)? (?:đăng|xuất bản|cập nhật)(?: tin| bài| bài viết)?(?: gốc)?\s*:.{0,60}",
    r"(?:số )?lượt (?:xem|đọc|truy cập)\s*:?[\d.,\s]*",
    rf"(?:ban|phòng|tổ|văn phòng)\s{_NO_STOP}{{2,60}} (?:tổng hợp|sưu tầm|biên tập)\.?",
    r"quý (?:khách|vị|bạn đọc)(?: hàng)? cần hỏi thêm.{0,160}",
    r"(?:>|»|\s)*(?:tải (?:về|file|tệp|văn bản)|download|xem (?:thêm|file|tệp))(?!\w)(?!.*phụ lục).{0,160}",
    r"(?:chia sẻ|in bài viết|in trang này|gửi (?:email|bình luận)|bình luận|facebook|zalo)(?!\w).{0,60}(?<![.;])",
    r".{0,200}\((?:hình|ảnh|hình ảnh)(?: minh họa)?(?: từ| trên)? internet\)",
    r"infographics?(?!\w).{0,200}",
)
_LINE = re.compile("|".join(f"(?:{form})" for form in _POSTED))
_SOURCE = re.compile(r"\(?nguồn(?: tin)?\s*:.{2,120}")
# "Chỉ thị 9-CT/TU năm 2024 về … do Tỉnh ủy … ban hành": the entry of a law portal.
_ENTRY = re.compile(rf"(?:{_KIND})\s.{{5,400}}\sdo\s.{{3,100}}\sban hành(?:\s{_UPDATED})?")


def without_tail(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Furniture, ...]]:
    """The lines of a document without what is posted under it, and what that is.

    Args:
        lines: Paragraphs of a file without pages.
    """
    end = len(lines)
    while end > 1 and _is_posted(lines, end - 1):
        end -= 1
    return tuple(lines[:end]), tuple(Furniture(0, "chân trang", line.text) for line in lines[end:])


def _is_posted(lines: Sequence[Line], index: int) -> bool:
    line = lines[index]
    if line.cell is not None:
        return False
    form = match_form(line.text).strip(" *")
    if _SOURCE.fullmatch(form):
        return lines[index - 1].cell is None  # under a table it is the table's
    return bool(_LINE.fullmatch(form)) or bool(_ENTRY.fullmatch(form) and find_numbers(line.text))
