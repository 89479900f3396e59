"""The words that a pack is printed with beside its own."""

from __future__ import annotations

import re
from collections.abc import Mapping

from corpus.portals import is_of_portal
from corpus.validity import EXPIRED, validity_class
from search_api.packs.content import Occasion, PackContent, PackPassage, Quote

NATION = "ĐẢNG CỘNG SẢN VIỆT NAM"
SOURCES_TITLE = "Danh mục văn bản được trích"
RECOGNISED = "Đoạn này được đọc từ bản quét (nhận dạng chữ); hãy đối chiếu với bản gốc trước khi dùng."
_KINDS = {
    Occasion.REGULAR: "Tài liệu sinh hoạt chi bộ thường kỳ",
    Occasion.THEMATIC: "Tài liệu sinh hoạt chuyên đề",
    Occasion.LESSON: "Tài liệu bài giảng",
}
_DOTS = "…" * 8
_PAGE = re.compile(r", tr\. [^,]+$")


def kind_of(content: PackContent) -> str:
    """What kind of paper it is."""
    return _KINDS[content.occasion]


def letterhead_of(content: PackContent) -> tuple[str, str]:
    """The body above and the one whose paper it is; where neither is known, both are left to be written by hand.

    Who names a branch and nothing above it may mean so. A lesson may be given by anybody.
    """
    superior, branch = content.superior.strip(), content.branch.strip()
    if branch or (superior and content.occasion is Occasion.LESSON):
        return superior, branch
    if content.occasion is Occasion.LESSON:
        return _DOTS, _DOTS
    return superior or f"Đảng bộ {_DOTS}", f"Chi bộ {_DOTS}"


def place_and_date(content: PackContent) -> str:
    """``Mẫu, ngày 03 tháng 12 năm 2026``; what is not known is left to be written by hand.

    Days under 10 and months under 3 take a zero (Hướng dẫn 36-HD/VPTW, 2018).
    """
    held = content.held_on
    day = "ngày …… tháng …… năm ………"
    if held is not None:
        month = f"{held.month:02d}" if held.month < 3 else f"{held.month}"
        day = f"ngày {held.day:02d} tháng {month} năm {held.year}"
    return f"{content.place}, {day}" if content.place else f"N{day[1:]}"


def quote_heading(quote: Quote) -> str:
    """Where a quotation is from, without the page, which its footnote has: ``Quy chế 01-QC/ĐU, Điều 8, khoản 1``."""
    return _PAGE.sub("", quote.citation.short)


def quoted_text(quote: Quote) -> str:
    """The words of a quotation between quotation marks; what stands for withheld ones is no quotation."""
    text = quote.text.strip("\n")
    return text if quote.withheld else f"“{text}”"


def trail_line(quote: Quote) -> str:
    """The titles around a quotation, outermost first, each on one line; without what a portal wrote between them."""
    return " › ".join(" ".join(title.split()) for title in quote.trail if not is_of_portal(title))


def warnings_of(passage: PackPassage, warnings: Mapping[int, str]) -> list[str]:
    """What readers must know of a passage before they use it."""
    told = [warnings[passage.label]] if passage.label in warnings else []
    validity = passage.quote.document.validity
    if not told and validity_class(validity) == EXPIRED:
        told.append(f"Hiệu lực của văn bản lúc trích: {validity}.")
    if passage.quote.recognised:
        told.append(RECOGNISED)
    return told
