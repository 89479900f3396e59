"""A document as the service answers it, made up for the pages: every kind of thing the reader has to show."""

from __future__ import annotations

from datetime import date
from typing import Any

from search_api.schemas import (
    CopyOut,
    DocumentDetailOut,
    DocumentOut,
    NoteOut,
    OutlineItemOut,
    PageTurnOut,
    RelationOut,
    StepOut,
    TableCellOut,
    TableOut,
    TableRowOut,
)
from search_api.service import Service
from search_api.showing.within import Places, phrase_places

NAME = "01-qc-du-2025-10-20"
SERVED, PRESS = "a" * 64, "b" * 64
ROWS = (("TT", "Nhiệm vụ", "Cơ quan chủ trì"), ("1", "Trồng cây", "Hội Nông dân"), ("2", "Tưới cây"), ("3", "Báo cáo"))


def document(**changes: Any) -> DocumentOut:
    made = {
        "id": NAME,
        "number": "01-QC/ĐU",
        "kind": "Quy chế",
        "issuer": "Đảng ủy xã Mẫu",
        "issued_on": date(2025, 10, 20),
        "title": "về trồng cây",
        "secrecy": None,
        "validity": "chưa rõ",
        "citation": "Quy chế số 01-QC/ĐU, ngày 20/10/2025 của Đảng ủy xã Mẫu về trồng cây",
        "pages": 3,
        "file_name": "01-qc-du.pdf",
        "media_type": "application/pdf",
        "source": "PDF có lớp chữ",
    }
    return DocumentOut.model_validate(made | changes)


def unit(address: str, text: str, **changes: Any) -> OutlineItemOut:
    path = tuple(StepOut(unit=step.rpartition("-")[0], label=step.rpartition("-")[2]) for step in address.split("/"))
    made = {"address": address, "path": path, "heading": None, "text": text, "pages": (), "place": address}
    return OutlineItemOut.model_validate(made | changes)


def table(start: int) -> TableOut:
    rows = tuple(
        TableRowOut(
            address=f"phu-luc-i/bang-1/dong-{number}" if number else "phu-luc-i/bang-1",
            place=f"Phụ lục I, bảng 1, dòng {number}" if number else "Phụ lục I, bảng 1",
            head=number == 0,
            cells=tuple(
                # The body in charge of row 1 is in charge of row 2 too.
                TableCellOut(text=text, column=column, columns=1, rows=2 if text == "Hội Nông dân" else 1)
                for column, text in enumerate(texts)
            ),
        )
        for number, texts in enumerate(ROWS)
    )
    end = start + len("\n".join(text for texts in ROWS for text in texts))
    return TableOut(address="phu-luc-i/bang-1", place="Phụ lục I, bảng 1", start=start, end=end, columns=3, rows=rows)


_ARTICLE = "Điều 1. Chi bộ trồng cây. Chi bộ tưới cây trong năm 2O26."
_ANNEX = "PHỤ LỤC I\nCÂY 😀 TRỒNG\n" + "\n".join(text for texts in ROWS for text in texts) + "\nHết."
OUTLINE = (
    unit("chuong-i", "Chương I\nQUY ĐỊNH CHUNG", heading="QUY ĐỊNH CHUNG", pages=(1,)),
    unit(
        "chuong-i/dieu-1",
        _ARTICLE,
        heading="Chi bộ trồng cây.",
        pages=(1, 2),
        place="Điều 1, tr. 1-2",
        notes=(NoteOut(label="1", at=_ARTICLE.index(" cây."), text="Theo <b>kế hoạch</b>.", page=1),),
        turns=(PageTurnOut(page=2, at=_ARTICLE.index("tưới")),),
        recognised=True,
        doubts=((_ARTICLE.index("2O26"), len(_ARTICLE) - 1),),
    ),
    unit("chuong-i/dieu-1/khoan-1", "1. Mỗi chi bộ\nmười cây.", pages=(2,), place="Điều 1, khoản 1, tr. 2"),
    unit("phu-luc-i", _ANNEX, pages=(3,), place="Phụ lục I", tables=(table(_ANNEX.index("TT\n")),)),
)


def detail(**changes: Any) -> DocumentDetailOut:
    made = {
        "document": document(),
        "signer": "Nguyễn Văn Mẫu",
        "position": "Bí thư",
        "place": "Xã Mẫu",
        "effective_on": date(2025, 11, 1),
        "stated": (),
        "copies": tuple(
            CopyOut(
                version=version,
                name=name,
                media_type=kind,
                pages=pages,
                conversion="thử",
                served=version == SERVED,
            )
            for version, name, kind, pages in (
                (SERVED, "01-qc-du.pdf", "application/pdf", 3),
                (PRESS, "bao.html", "text/html", 0),
            )
        ),
        "relations": (
            RelationOut(relation="căn cứ", number="57-NQ/TW", name=None, document=document(id="57-nq", number="57")),
            RelationOut(relation="căn cứ", number="294-QĐ/TW", name=None, document=None),
        ),
        "notes": (NoteOut(label="*", at=None, text="Không rõ chỗ.", page=2),),
        "encodings": (),
        "outline": OUTLINE,
    }
    return DocumentDetailOut.model_validate(made | changes)


class OneDocument(Service):
    """A service that has one document, under two names."""

    def __init__(self, only: DocumentDetailOut) -> None:
        self._only = only

    def document(self, document: str) -> DocumentDetailOut:  # noqa: ARG002 - whatever it is called
        return self._only

    def phrase_places(self, document: str, typed: str) -> Places:  # noqa: ARG002
        return phrase_places(self._only.outline, typed)

    def answer_places(self, document: str, raw: str) -> Places:  # noqa: ARG002
        return phrase_places(self._only.outline, raw)
