from __future__ import annotations

import re
import unicodedata
from collections import Counter
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import docx
import pypdf
import pypdfium2
import pytest

from corpus.documents import is_sample
from corpus.documents.render import FOLDER, RENDERERS, SOURCES, render_all
from corpus.documents.source import SAMPLE_MARK, BlockKind, SampleDocument, load_sources, read_source

DOCUMENTS = load_sources(SOURCES)
PDFS = [document for document in DOCUMENTS if document.file_format == "pdf"]
KINDS = {
    "Nghị quyết",
    "Chỉ thị",
    "Kế hoạch",
    "Quy định",
    "Quy chế",
    "Hướng dẫn",
    "Kết luận",
    "Chương trình hành động",
    "Thông báo",
}
OWN_CITATION = re.compile(r"(\d{2}-[A-ZĐr]+/ĐU)(?:, ngày (\d+)/(\d+)/(\d{4}))?")
MEGABYTE = 1024 * 1024


def named(document: SampleDocument) -> str:
    return document.name


def published(document: SampleDocument) -> bytes:
    return (FOLDER / document.file_name).read_bytes()


def test_samples_are_known_by_what_their_files_hold() -> None:
    assert all(is_sample(sha256(published(document)).hexdigest()) for document in DOCUMENTS)
    assert not is_sample(sha256(b"").hexdigest())


def squeezed(text: str) -> str:
    return " ".join(text.split())


def pypdf_pages(data: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(BytesIO(data)).pages]


def pypdfium2_pages(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as pdf:
        return [page.get_textpage().get_text_bounded() for page in pdf]


def without_furniture(page: str) -> str:
    """Drop the page number at the top and the mark at the foot."""
    lines = [line.strip() for line in page.splitlines()]
    return "\n".join(line for line in lines if line != SAMPLE_MARK and not line.isdecimal())


def test_published_files_are_what_their_sources_give(tmp_path: Path) -> None:
    rendered = render_all(tmp_path)
    stale = [path.name for path in rendered if path.read_bytes() != (FOLDER / path.name).read_bytes()]
    assert not stale, "run: python -m corpus.documents.render"


def test_no_published_file_is_without_a_source() -> None:
    on_disk = {path.name for path in FOLDER.iterdir() if path.suffix.lstrip(".") in RENDERERS}
    assert on_disk == {document.file_name for document in DOCUMENTS}


def test_enough_documents_of_every_kind_and_format() -> None:
    formats = Counter(document.file_format for document in DOCUMENTS)
    assert len(DOCUMENTS) >= 14
    assert {document.kind for document in DOCUMENTS} == KINDS
    assert formats["pdf"] >= 6
    assert formats["docx"] >= 3
    assert formats["html"] >= 2
    assert formats["txt"] >= 2


def test_published_files_are_small_enough_to_commit() -> None:
    assert sum(len(published(document)) for document in DOCUMENTS) < 3 * MEGABYTE


def test_both_families_of_structure_and_annexes_are_there() -> None:
    articles = [d for d in DOCUMENTS if any(b.text.startswith("Điều 1.") for b in d.blocks)]
    with_annex = [d for d in DOCUMENTS if d.annex_blocks]
    assert 4 <= len(articles) < len(DOCUMENTS)
    assert len(with_annex) >= 2


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_identity_agrees_with_the_file_name(document: SampleDocument) -> None:
    ascii_number = document.number.lower().replace("đ", "d").replace("ư", "u").replace("/", "-")
    bare = unicodedata.normalize("NFD", ascii_number).encode("ascii", "ignore").decode()
    assert document.name == f"{bare}-{document.issued_on.isoformat()}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_sources_are_substantial_and_composed(document: SampleDocument) -> None:
    text = " ".join(block.text for block in document.blocks)
    assert 850 <= len(text.split()) <= 4500
    assert unicodedata.is_normalized("NFC", text)
    assert document.main_blocks[-1].text.endswith("./.")


def test_no_document_repeats_a_paragraph_of_another() -> None:
    # Grounds and cross-references are alike by nature; a rule of some length is not.
    long_ones = Counter(b.text for d in DOCUMENTS for b in d.blocks if len(b.text) > 160)
    assert [text for text, times in long_ones.items() if times > 1 and not text.startswith("Căn cứ")] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_samples_cite_each_other_by_true_number_and_date(document: SampleDocument) -> None:
    issued = {d.number: d.issued_on for d in DOCUMENTS if d.number.endswith("/ĐU")}
    text = " ".join(block.text for block in document.blocks)
    for number, day, month, year in OWN_CITATION.findall(text):
        assert number in issued
        assert issued[number] <= document.issued_on
        if day:
            assert issued[number] == date(int(year), int(month), int(day))


@pytest.mark.parametrize("document", PDFS, ids=named)
def test_pdf_pages_are_marked_and_counted(document: SampleDocument) -> None:
    pages = pypdf_pages(published(document))
    assert 2 <= len(pages) <= 10
    assert all(SAMPLE_MARK in page for page in pages)


@pytest.mark.parametrize("extract", [pypdf_pages, pypdfium2_pages])
@pytest.mark.parametrize("document", PDFS, ids=named)
def test_pdf_text_layer_gives_back_every_paragraph(document: SampleDocument, extract) -> None:
    layer = squeezed("\n".join(without_furniture(page) for page in extract(published(document))))
    lost = [block.text for block in document.blocks if squeezed(block.text) not in layer]
    assert lost == []
    assert f"Số {document.number}" in layer
    assert document.place_and_date in layer


@pytest.mark.parametrize("document", [d for d in DOCUMENTS if d.file_format == "docx"], ids=named)
def test_word_files_carry_the_mark_in_every_footer(document: SampleDocument) -> None:
    word = docx.Document(BytesIO(published(document)))
    for section in word.sections:
        assert section.different_first_page_header_footer
        assert section.first_page_footer.paragraphs[0].text == SAMPLE_MARK
        assert section.footer.paragraphs[0].text == SAMPLE_MARK
    assert SAMPLE_MARK not in [paragraph.text for paragraph in word.paragraphs]


@pytest.mark.parametrize("document", [d for d in DOCUMENTS if d.file_format == "docx"], ids=named)
def test_word_files_hold_every_paragraph(document: SampleDocument) -> None:
    word = docx.Document(BytesIO(published(document)))
    texts = {paragraph.text for paragraph in word.paragraphs}
    wanted = {block.text for block in document.blocks if block.text}
    assert wanted <= texts
    assert word.tables[0].cell(0, 0).paragraphs[-1].text == f"Số {document.number}"


@pytest.mark.parametrize("document", [d for d in DOCUMENTS if d.file_format in {"html", "txt"}], ids=named)
def test_web_and_text_files_begin_with_the_mark(document: SampleDocument) -> None:
    text = published(document).decode("utf-8")
    body = text.partition("<body>")[2] or text
    assert SAMPLE_MARK in body.strip().splitlines()[0]
    assert body.count(SAMPLE_MARK) == 1


def test_a_source_without_front_matter_is_named(tmp_path: Path) -> None:
    source = tmp_path / "hong.source"
    source.write_text("Căn cứ Điều lệ Đảng;\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"hong\.source"):
        read_source(source)


def test_a_missing_field_is_named(tmp_path: Path) -> None:
    source = tmp_path / "thieu.source"
    source.write_text("---\nnumber: 01-NQ/ĐU\n---\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"thieu\.source.*kind"):
        read_source(source)


def test_lines_of_a_source_become_blocks(tmp_path: Path) -> None:
    first = SOURCES / DOCUMENTS[0].name
    front = first.with_suffix(".source").read_text(encoding="utf-8").split("---\n")[1]
    source = tmp_path / "mau.source"
    body = "# Chương I\n## Điều 1. Tên\n### 1. Ý\n- Một\n[phụ lục]\n> (Kèm theo)\n| TT | Việc |\n| 1 | Họp |\n"
    source.write_text(f"---\n{front}---\n{body}", encoding="utf-8")
    document = read_source(source)
    assert [block.kind for block in document.main_blocks] == [
        BlockKind.CENTRED,
        BlockKind.HEADING,
        BlockKind.SUBHEADING,
        BlockKind.PARAGRAPH,
    ]
    assert document.annex_blocks[-1].rows == (("TT", "Việc"), ("1", "Họp"))
