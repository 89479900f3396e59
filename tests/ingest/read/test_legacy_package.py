from __future__ import annotations

import io
from collections.abc import Callable
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from old_codes import SENTENCES, old

from corpus.stamps import secrecy_mark
from ingest.read.legacy.package import unicode_package
from ingest.read.legacy.tables import Encoding
from ingest.read.raw import RawReading
from ingest.read.word import read_word

NAMES = nsdecls("w")


def package(build: Callable[[Document], None]) -> bytes:
    document = docx.Document()
    build(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def read(build: Callable[[Document], None]) -> RawReading:
    return read_word(package(build))


def texts(build: Callable[[Document], None]) -> list[str]:
    return [line.text for line in read(build).reading.lines]


def run(text: str, font: str = "", *, properties: str = "") -> str:
    named = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>' if font else ""
    parts = text.split("\xad")
    inside = "<w:softHyphen/>".join(f'<w:t xml:space="preserve">{part}</w:t>' if part else "" for part in parts)
    return f"<w:r><w:rPr>{named}{properties}</w:rPr>{inside}</w:r>"


def paragraph(document: Document, *runs: str, style: str = "") -> None:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    xml = f"<w:p {NAMES}>{properties}{''.join(runs)}</w:p>"
    document.element.body.insert(len(document.element.body) - 1, parse_xml(xml))


def style(document: Document, name: str, *, font: str = "", based_on: str = "", kind: str = "paragraph") -> None:
    named = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>' if font else ""
    above = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    xml = f'<w:style {NAMES} w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{above}{named}</w:style>'
    document.styles.element.append(parse_xml(xml))


def test_runs_by_their_fonts() -> None:
    def build(document: Document) -> None:
        paragraph(document, run("quyÕt ®Þnh", ".VnTimeH"))
        paragraph(document, run("Th­êng vô §¶ng uû", ".VnTime"), run(" – Đảng bộ có", "Arial"), run(" Mẫu"))
        paragraph(document, run("chi bộ có lỗi: é, ó", "Arial"))

    assert texts(build) == ["QUYẾT ĐỊNH", "Thường vụ Đảng uỷ – Đảng bộ có Mẫu", "chi bộ có lỗi: é, ó"]
    assert read(build).reading.encodings == ("TCVN3",)


def test_a_letter_of_vni_over_two_runs() -> None:
    def build(document: Document) -> None:
        paragraph(
            document, run("Ña", "VNI-Times"), run("ûng vieâ", "VNI-Times", properties="<w:b/>"), run("n", "VNI-Times")
        )

    assert texts(build) == ["Đảng viên"]
    assert read(build).reading.encodings == ("VNI",)


def test_fonts_of_styles_and_defaults() -> None:
    def build(document: Document) -> None:
        style(document, "CanCu", font=".VnTime")
        style(document, "CanCuCon", based_on="CanCu")
        style(document, "ChuHoa", font=".VnTimeH", kind="character")
        paragraph(document, run("c¨n cø"), style="CanCuCon")
        paragraph(document, run("chØ thÞ", properties='<w:rStyle w:val="ChuHoa"/>'), style="CanCu")
        paragraph(document, run("đảng bộ", "Arial"), style="CanCu")
        defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
        normal = next(
            each for each in document.styles.element.iterfind(qn("w:style")) if each.get(qn("w:styleId")) == "Normal"
        )
        for element in (*normal.iter(qn("w:rFonts")), *defaults.iter(qn("w:rFonts"))):
            element.getparent().remove(element)
        defaults.append(parse_xml(f'<w:rFonts {NAMES} w:ascii=".VnArial" w:hAnsi=".VnArial"/>'))
        paragraph(document, run("kÕt luËn"))

    assert texts(build) == ["căn cứ", "CHỈ THỊ", "đảng bộ", "kết luận"]


def test_a_style_based_on_itself_ends() -> None:
    def build(document: Document) -> None:
        style(document, "Vong", based_on="Vong")
        paragraph(document, run("®¶ng bé", ".VnTime"), run(" yes"), style="Vong")

    assert texts(build) == ["đảng bộ yes"]


def test_text_without_a_telling_font() -> None:
    def build(document: Document) -> None:
        for sentence in SENTENCES:
            paragraph(document, run(old(sentence, Encoding.TCVN3)))

    assert texts(build) == list(SENTENCES)
    assert read(build).reading.encodings == ("TCVN3",)


def test_symbols_and_soft_hyphens_of_other_fonts_stay() -> None:
    def build(document: Document) -> None:
        paragraph(document, run("\uf0b7", "Symbol"), run(" ®¶ng bé", ".VnTime"), run(" nghị\xadquyết", "Arial"))

    assert texts(build) == ["• đảng bộ nghịquyết"]


def test_a_header_in_an_old_encoding_still_bears_its_mark() -> None:
    def build(document: Document) -> None:
        document.add_paragraph("Nghị quyết")
        document.sections[0].header.paragraphs[0]._p.append(
            parse_xml(run("tuyÖt mËt", ".VnTimeH").replace("<w:r>", f"<w:r {NAMES}>", 1))
        )

    raw = read(build)
    mark = secrecy_mark(raw.seen, raw.stamps)
    assert mark is not None
    assert mark.secret


def test_packages_in_unicode_come_back_byte_for_byte() -> None:
    def build(document: Document) -> None:
        for sentence in SENTENCES:
            document.add_paragraph(sentence)
        document.add_paragraph("Diện tích 120 m², 3 m³, 5°C, é")

    data = package(build)
    assert unicode_package(data) == (data, ())


def test_a_converted_package_keeps_its_other_parts() -> None:
    data = package(lambda document: paragraph(document, run("®¶ng bé", ".VnTime")))
    rewritten, _ = unicode_package(data)
    with ZipFile(io.BytesIO(data)) as before, ZipFile(io.BytesIO(rewritten)) as after:
        assert after.namelist() == before.namelist()
        changed = [name for name in before.namelist() if before.read(name) != after.read(name)]
    assert set(changed) <= {"word/document.xml", "word/numbering.xml"}


@pytest.mark.parametrize("named", ["VNI-Times", ".VnTime"])
def test_labels_of_lists(named: str) -> None:
    label = {"VNI-Times": "Ñieàu %1.", ".VnTime": "§iÒu %1."}[named]

    def build(document: Document) -> None:
        numbering = document.part.numbering_part.element
        level = (
            '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
            f'<w:lvlText w:val="{label}"/><w:rPr><w:rFonts w:ascii="{named}" w:hAnsi="{named}"/></w:rPr></w:lvl>'
        )
        abstract = f'<w:abstractNum {NAMES} w:abstractNumId="77">{level}</w:abstractNum>'
        numbering.insert(0, parse_xml(abstract))
        numbering.append(parse_xml(f'<w:num {NAMES} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
        properties = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr></w:pPr>'
        xml = f"<w:p {NAMES}>{properties}{run('pham vi', 'Arial')}</w:p>"
        document.element.body.insert(len(document.element.body) - 1, parse_xml(xml))

    assert texts(build) == ["Điều 1. pham vi"]
