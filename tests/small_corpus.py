"""A corpus of a few made-up documents with every kind of path, number and file the search has to deal with."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from doubles import ENCODER

from corpus.copies import alone
from corpus.identity import addresses, document_id
from corpus.runtime.files import write_atomically
from corpus.runtime.library import Library, original_path
from corpus.runtime.settings import Settings
from corpus.terms import passage_vector
from corpus.types import (
    Document,
    DocumentRef,
    IndexedPassage,
    Layout,
    PageRange,
    PlacedLine,
    Rect,
    Section,
    Source,
    Span,
    Stated,
    Step,
)
from ingest.split import split

BCT, TW, DU = "Bộ Chính trị", "Ban Chấp hành Trung ương", "Đảng ủy xã Mẫu"
OWNER_KEY = "bi-mat-cua-may-chu"
PDF, HTML, TEXT = "application/pdf", "text/html", "text/plain"


def document(
    number: str | None,
    kind: str | None,
    title: str,
    issuer: str | None,
    day: date | None,
    units: Mapping[str, str],
    file: tuple[str, str] = ("mau.pdf", PDF),
) -> tuple[Document, bytes]:
    """A document whose units are given as ``{"mục III/khoản 2": text}``, and the bytes of its file."""
    paths = [tuple(Step(*step.rpartition(" ")[::2]) for step in path.split("/")) for path in units]
    text = "\n".join(units.values())
    sections, start = [], 0
    for path, address, body in zip(paths, addresses(paths), units.values(), strict=True):
        page = PageRange(1, 1) if file[1] == PDF else None
        label_only = body.rstrip(".-") in (path[-1].label, f"Điều {path[-1].label}")
        sections.append(
            Section(path, address, None, Span(start, start + len(body)), start + len(body) * label_only, page, page)
        )
        start += len(body) + 1
    content = b"%PDF-1.7\r\n" + text.encode() if file[1] == PDF else text.encode()
    digest = hashlib.sha256(content).hexdigest()
    name = document_id(number, kind, issuer, day, title, text)
    ref = DocumentRef(name, number, kind, issuer, day, title)
    source = Source(file[0], digest, file[1], int(file[1] == PDF), (), "thử")
    rects = [Rect(72, 700 - 14 * n, 500, 713.26 - 14 * n) for n in range(len(sections))] if source.pages else []
    layout = Layout(tuple(PlacedLine(s.span.start, 1, rect) for s, rect in zip(sections, rects, strict=False)))
    made = Document(ref, "Nguyễn Văn Mẫu", "Xã Mẫu", (), tuple(sections), text, (0,), source, 1, layout)
    stated = (Stated("effective_on", Span(0, 5), 1), Stated("secrecy", None))
    return replace(made, signer_position="Bí thư", effective_on=date(2025, 1, 1), stated=stated), content


DOCUMENTS = [
    document(
        "57-NQ/TW",
        "Nghị quyết",
        "về phát triển vườn ươm",
        BCT,
        date(2024, 12, 22),
        {
            "mục I": "I- TÌNH HÌNH CÂY GIỐNG 😀 năm qua còn nhiều khó khăn.",
            "mục III": "III- NHIỆM VỤ",
            "mục III/khoản 1": "1. Mở rộng vườn ươm ở từng thôn.",
            "mục III/khoản 2": "2. Số hóa sổ theo dõi cây giống.",
            "mục III/khoản 2/gạch 1": "- Lập sổ theo dõi bằng bảng tính.",
            "mục III/khoản 2/gạch 2": "- Gửi bảng tính cho các thôn.",
            "mục IV": "IV-",
            "mục IV/khoản 2": "2. Giao các thôn thực hiện.",
        },
        ("Nghị quyết 57 (bản ký).pdf", PDF),
    ),
    document("18-NQ/TW", "Nghị quyết", "về tưới nước", TW, date(2017, 10, 25), {"khoản 1": "1. Tưới nước buổi sáng."}),
    document("18-NQ/TW", "Nghị quyết", "về đất vườn", TW, date(2022, 6, 16), {"khoản 1": "1. Đo lại đất vườn."}),
    document(
        "03-QĐ/ĐU",
        "Quy định",
        "về chăm sóc cây",
        DU,
        date(2025, 10, 1),
        {
            "chương I": "Chương I. QUY ĐỊNH CHUNG",
            "chương I/điều 1": "Điều 1. Phạm vi chăm sóc cây.",
            "chương II/điều 2": "Điều 2.",
            "chương II/điều 2/khoản 1": "1. Người chăm sóc cây có nhiệm vụ:",
            "chương II/điều 2/khoản 1/điểm d": "d) Bón phân hằng tháng.",
            "chương II/điều 2/khoản 1/điểm đ": "đ) Tỉa cành hằng quý.",
            "phụ lục ": "PHỤ LỤC. Mẫu sổ theo dõi.",
        },
        ("quy-dinh.html", HTML),
    ),
    document(
        "45-CT/TW",
        "Chỉ thị",
        "về ghép cành",
        BCT,
        None,
        {
            "khoản 3": "3. Ghép cành đúng kỹ thuật.",
            "khoản 3/số 3.2": "3.2. Chọn gốc ghép khỏe.",
            "khoản 3/số 3.2/điểm a": "a) Gốc ghép hai năm.",
        },
        ("45-CT-TW.txt", TEXT),
    ),
    document("94-KH/TW", "Kế hoạch", "về hạt giống", TW, date(2025, 3, 1), {"khoản 1": "1. Gieo hạt giống."}),
    document(
        "94-KH/BTGDVTW",
        "Kế hoạch",
        "về tập huấn",
        "Ban Tuyên giáo và Dân vận Trung ương",
        date(2025, 4, 1),
        {"khoản 1": "1. Tập huấn trồng cây."},
    ),
    document(
        "30/2020/NĐ-CP",
        "Nghị định",
        "về nhà kính",
        "Chính phủ",
        date(2020, 3, 5),
        {"điều 5": "Điều 5. Che nắng nhà kính."},
    ),
    document(
        "30/2021/NĐ-CP",
        "Nghị định",
        "về giàn leo",
        "Chính phủ",
        date(2021, 3, 26),
        {"điều 5": "Điều 5. Dựng giàn leo."},
    ),
    document(
        None,
        "Điều lệ",
        "Hội Làm vườn xã Mẫu",
        "Hội Làm vườn",
        date(2023, 1, 19),
        {"điều 7": "Điều 7. Hội viên có quyền nhận cây giống."},
    ),
    document(
        None, "Nghị quyết", "về hàng rào", None, None, {"khoản 1": "1. Sửa hàng rào."}, ("66-NQ-TW_2025.txt", TEXT)
    ),
]
NAMES = {f"{made.ref.number or made.ref.title}@{made.ref.issued_on}": made.ref.id for made, _ in DOCUMENTS}
NQ57, QD03 = (made for made, _ in DOCUMENTS if made.ref.number in ("57-NQ/TW", "03-QĐ/ĐU"))


def fill(library: Library, settings: Settings) -> None:
    """Put all documents, with their files, into a corpus."""
    for made, content in DOCUMENTS:
        put(library, settings, made, content)


def put(library: Library, settings: Settings, made: Document, content: bytes) -> None:
    target = original_path(settings.files_folder, made.source.sha256, made.source.name)
    target.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(target, content)
    indexed = [
        IndexedPassage(
            passage, tuple(ENCODER.encode_query(passage.text).tolist()), passage_vector(passage.text, passage.trail)
        )
        for passage in split(made)
    ]
    library.replace(made, indexed, alone(made, f"/vb/{made.ref.id}"))


def renamed(made: Document, name: str) -> Document:
    """The same document under another id."""
    return replace(made, ref=replace(made.ref, id=name))
