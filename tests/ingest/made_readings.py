"""Readings for property tests: lines put together from the labels and words that the grammar looks for."""

from __future__ import annotations

from hypothesis import strategies as st

from ingest.reading import Line, Reading

# Pieces that make lines near to real ones, so that the grammar is exercised and not only its fallback.
LABELS_AND_WORDS = """
    I-|II.|A-|B.|1.|2.|3-|1.1.|2.1|a)|b)|đ)|-|+|(1)|(i)|Phần thứ hai|Chương I|Mục 2|Tiểu mục 1|Điều 1.|Điều 2a.
    PHỤ LỤC|Phụ lục I|Mẫu số 01.|Nơi nhận:|T/M BAN THƯỜNG VỤ|CHỦ TỊCH|Nguyễn Văn Mẫu|QUY CHẾ|(Kèm theo Quyết định)
    “|”|"|như sau:|Sửa đổi, bổ sung|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|Đường làng sạch.|2025
"""
PIECES = st.sampled_from(
    [piece.strip() for row in LABELS_AND_WORDS.split("\n") for piece in row.split("|") if piece.strip()]
)
PHRASES = st.lists(PIECES, min_size=1, max_size=4).map(" ".join) | st.lists(PIECES, min_size=1, max_size=2).map("".join)
TEXTS = PHRASES | st.text("aĐ1.-)“” ", min_size=1, max_size=9)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    texts = [" ".join(text.split()) or "-" for text in draw(st.lists(TEXTS, min_size=1, max_size=25))]
    paged, page, lines = draw(st.booleans()), 1, []
    for text in texts:
        page += paged and draw(st.integers(0, 8)) == 0
        lines.append(
            Line(
                text,
                page=page if paged else 0,
                heading=draw(st.sampled_from([0, 0, 0, 2])),
                bold=draw(st.booleans()),
                continues=bool(lines) and draw(st.integers(0, 4)) == 0,
            )
        )
    return Reading(
        tuple(lines),
        "application/pdf" if paged else "text/plain",
        page if paged else 0,
        (),
        "thử",
        visual=draw(st.booleans()),
    )
