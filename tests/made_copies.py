"""One made-up document as several files give it, and the documents that look like it and are others."""

from __future__ import annotations

import hashlib
import random
from dataclasses import replace
from datetime import date

from doubles import made_document

from corpus.types import Document, DocumentRef, RecognisedWord

HTML, WORD, PDF = (
    "text/html",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/pdf",
)
_LIST = """
    chi bộ thôn trường hội nông dân đoàn thanh niên phụ nữ trạm y tế chủ trì phối hợp trồng cây bóng mát sửa đường
    dạy nghề giữ vệ sinh chợ số hóa sổ theo dõi kinh phí nguồn ngân sách quỹ năm tháng hoàn thành trước sau báo
    cáo đảng ủy ban thường vụ kiểm tra đánh giá khen thưởng nêu gương học tập vận động hộ gia đình tham gia góp
    công lao động nhà văn hóa sân chơi giếng nước đèn chiếu sáng ruộng vườn giống lúa ngô đậu chăn nuôi trâu bò gà
    vịt rừng suối cầu cống
"""
_SYLLABLES = _LIST.split()
NUMBER, DAY, ISSUER = "05-NQ/ĐU", date(2025, 8, 18), "Đảng ủy xã Minh Khai Mẫu"


def items(commune: str = "Minh Khai Mẫu", seed: int = 1) -> list[str]:
    """Twenty items of a resolution; another seed makes others of the same kind of words."""
    choose = random.Random(seed)  # noqa: S311
    return [
        f"{place}. Đảng ủy xã {commune} {' '.join(choose.choices(_SYLLABLES, k=30))} {choose.randint(3, 99)} việc."
        for place in range(1, 21)
    ]


def copy(
    *units: str,
    name: str = "mau.pdf",
    media_type: str = PDF,
    number: str | None = NUMBER,
    day: date | None = DAY,
    issuer: str | None = ISSUER,
    kind: str | None = "Nghị quyết",
) -> Document:
    """A copy that states these fields; by default all of the document."""
    made = made_document(*(units or items()), number=number or "0-X/Y", day=day, issuer=issuer or "")
    title = made.ref.title
    if number is None:
        digest = hashlib.sha256(made.text.encode()).hexdigest()[:8]
        identity = "-".join(part for part in ("van-ban", day.isoformat() if day else "", digest) if part)
        made = replace(made, ref=replace(made.ref, id=identity))
    ref = DocumentRef(made.ref.id, number, kind, issuer, day, title)
    # The same words in another file are another file.
    version = hashlib.sha256(f"{name} {media_type} {made.text}".encode()).hexdigest()
    pages = len(made.sections) if media_type == PDF else 0
    source = replace(made.source, name=name, media_type=media_type, sha256=version, pages=pages)
    return replace(made, ref=ref, source=source, place=None if media_type == HTML else made.place)


def scanned(document: Document, share: float = 0.02) -> Document:
    """A copy as it is read from a picture: some characters wrong, every word recognised."""
    noise = random.Random(7)  # noqa: S311
    text = "".join(
        noise.choice("aăcdeghiotuưy") if c.isalpha() and noise.random() < share else c for c in document.text
    )
    words, start = [], 0
    for word in text.split(" "):
        words.append(RecognisedWord(start, start + len(word), 80))
        start += len(word) + 1
    version = hashlib.sha256(text.encode()).hexdigest()
    layout = replace(document.layout, words=tuple(words))
    return replace(document, text=text, layout=layout, source=replace(document.source, name="quet.pdf", sha256=version))
