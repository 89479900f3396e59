"""Study packs over the sample documents, as people make them: a branch's session, a short one, a trainer's course."""

from __future__ import annotations

from datetime import date
from functools import cache

from corpus.citation import Citation
from corpus.documents.render import FOLDER, RENDERERS
from corpus.types import Document, Passage
from ingest.document import read_document
from ingest.read.rules import Rules
from ingest.split import split
from search_api.packs.content import Occasion, PackContent, PackPassage, Quote, QuotedDocument, TimeStep
from search_api.showing.shown import passage_out


@cache
def sample_passages() -> tuple[tuple[Document, Passage], ...]:
    """Every passage of the sample documents of some substance, with its document."""
    paths = sorted(path for path in FOLDER.iterdir() if path.suffix.lstrip(".") in RENDERERS)
    documents = [read_document(path, Rules()) for path in paths]
    return tuple((document, passage) for document in documents for passage in split(document) if len(passage.text) > 80)


def quote_of(document: Document, passage: Passage) -> Quote:
    """A passage as a pack quotes it."""
    shown = passage_out(passage)
    ref = document.ref
    quoted = QuotedDocument(
        id=ref.id,
        version=document.source.sha256,
        number=ref.number,
        kind=ref.kind,
        issuer=ref.issuer,
        issued_on=ref.issued_on,
        title=ref.title,
        citation=Citation(ref).document,
        validity=ref.validity,
    )
    return Quote(
        passage=shown.id,
        document=quoted,
        trail=shown.trail,
        text=shown.text,
        pages=shown.pages,
        recognised=shown.recognised,
        citation=shown.citation,
    )


def _passages(start: int, step: int, number: int) -> tuple[PackPassage, ...]:
    chosen = sample_passages()[start::step][:number]
    return tuple(
        PackPassage(
            label=label,
            quote=quote_of(*one),
            note="Chi bộ đã làm tốt việc này từ năm 2025; cần giữ nền nếp." if label % 3 == 1 else "",
            question="Ở chi bộ ta, ai làm việc này, làm xong trước ngày nào?" if label % 2 else "",
        )
        for label, one in enumerate(chosen, start=1)
    )


def thematic() -> PackContent:
    """What a secretary prints for a session of an hour."""
    return PackContent(
        title="Chuyển đổi số trong sinh hoạt chi bộ và công việc của mỗi đảng viên",
        branch="Chi bộ thôn Mẫu",
        superior="Đảng uỷ xã Minh Khai Mẫu",
        place="Minh Khai Mẫu",
        held_on=date(2026, 12, 3),
        author="Nguyễn Văn Mẫu, Bí thư chi bộ",
        aim="Nắm những việc đảng uỷ giao về chuyển đổi số.\nThống nhất việc của chi bộ trong quý I/2027.",
        plan=(
            TimeStep(what="Ổn định tổ chức, giới thiệu chuyên đề", minutes=5),
            TimeStep(what="Trình bày đề dẫn và các đoạn trích", minutes=20),
            TimeStep(what="Thảo luận", minutes=25),
            TimeStep(what="Kết luận, phân công", minutes=10),
        ),
        introduction=(
            "Đảng uỷ xã đã giao chi bộ nhiều việc cụ thể [2], có thời hạn rõ ràng [1].\n"
            "Buổi sinh hoạt này đi từ việc chung đến việc của từng đảng viên [2]; tài liệu đã gửi trước 5 ngày."
        ),
        passages=_passages(4, 17, 8),
        local="Chi bộ có 23 đảng viên, 9 đồng chí trên 60 tuổi.\nĐã có 17/23 đồng chí dùng sổ tay điện tử [3].",
        questions=(
            "Việc nào chi bộ làm chưa tốt, vì sao?",
            "Mỗi đảng viên nhận việc gì sau buổi sinh hoạt này [4]?",
        ),
        conclusion="Thống nhất ba việc nêu tại các đoạn trích [1], [3] và [5].\nGiao chi uỷ theo dõi hằng tháng.",
    )


def short() -> PackContent:
    """A pack hardly begun: no branch, no date, one passage."""
    return PackContent(title="Bảo vệ tài khoản", occasion=Occasion.REGULAR, passages=_passages(30, 1, 1))


def course() -> PackContent:
    """A trainer's sixty passages, with names and titles as long as they may be."""
    return PackContent(
        title=(
            "Bồi dưỡng kiến thức, kỹ năng công tác đảng cho bí thư, phó bí thư chi bộ và chi uỷ viên các chi bộ trực "
            "thuộc đảng uỷ xã: sinh hoạt chuyên đề, kiểm tra, giám sát, chuyển đổi số và an toàn thông tin"
        ),
        occasion=Occasion.LESSON,
        branch="Lớp bồi dưỡng bí thư chi bộ năm 2026 của Trung tâm chính trị khu vực Minh Khai Mẫu",
        superior="Ban Xây dựng Đảng của Đảng uỷ xã Minh Khai Mẫu",
        place="Minh Khai Mẫu",
        held_on=date(2026, 1, 9),
        author="Trần Thị Ví Dụ, giảng viên",
        aim="Sau bài giảng, học viên nêu đúng thời hạn, thẩm quyền và tự lập được kế hoạch của chi bộ mình.",
        plan=tuple(TimeStep(what=f"Nội dung thứ {number}", minutes=30) for number in range(1, 9)),
        introduction="\n".join(f"Vấn đề thứ {label} được nêu tại đoạn trích [{label}]." for label in range(1, 61, 4)),
        passages=_passages(0, 5, 60),
        local="Học viên chuẩn bị trước số liệu của chi bộ mình.",
        questions=tuple(
            f"Câu hỏi ôn tập số {number}: so sánh hai đoạn trích [{number}] và [{number + 1}]?"
            for number in range(1, 13)
        ),
        conclusion="Ba điều cần nhớ: đúng căn cứ [1], đúng thẩm quyền [20], đúng thời hạn [60].",
    )
