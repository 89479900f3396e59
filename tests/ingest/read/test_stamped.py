"""Number and date stamped into the gaps a letterhead leaves, as offices do when they sign."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pypdf
from pdf_maker import Text, make_pdf
from pypdf.annotations import FreeText
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from corpus.types import Furniture
from ingest.read.painter import Painter
from ingest.read.pdf import read_pdf

PAGE = [
    Text("Số:", 72, 700),
    Text("/QĐ-UBND", 130, 700),
    Text("Minh Khai Mẫu, ngày", 250, 700),
    Text("tháng 4 năm 2026", 390, 700),
    Text("QUYẾT ĐỊNH", 260, 650),
]


def signed(*fields: tuple[str, float, float], flags: int = 132, under: Sequence[Text] = PAGE) -> bytes:
    """The page with signature fields of 20 points height, each showing words in 13 points over a rule."""
    writer = pypdf.PdfWriter(io.BytesIO(make_pdf([list(under)])))
    page = writer.pages[0]
    for words, left, width in fields:
        drawn = StreamObject()
        drawn.set_data(
            f"0 0 {width} 1 re f BT /F0 13 Tf 1 0 0 1 0.5 4.5 Tm <{words.encode('utf-16-be').hex()}> Tj ET".encode()
        )
        drawn.update(
            {
                NameObject("/Type"): NameObject("/XObject"),
                NameObject("/Subtype"): NameObject("/Form"),
                NameObject("/BBox"): ArrayObject(map(FloatObject, (0, 0, width, 20))),
                NameObject("/Resources"): page["/Resources"],
            }
        )
        field = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Annot"),
                NameObject("/Subtype"): NameObject("/Widget"),
                NameObject("/FT"): NameObject("/Sig"),
                NameObject("/T"): TextStringObject(words),
                NameObject("/F"): NumberObject(flags),
                NameObject("/Rect"): ArrayObject(map(FloatObject, (left, 695, left + width, 715))),
                NameObject("/AP"): DictionaryObject({NameObject("/N"): writer._add_object(drawn)}),
            }
        )
        page.setdefault(NameObject("/Annots"), ArrayObject()).append(writer._add_object(field))
    form = DictionaryObject({NameObject("/Fields"): page.get("/Annots", ArrayObject())})
    writer.root_object[NameObject("/AcroForm")] = form
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def read(file: bytes) -> tuple[list[str], tuple[Furniture, ...]]:
    reading = read_pdf(file, 9).reading
    return [line.text for line in reading.lines], reading.furniture


def test_number_and_date_go_into_their_gaps() -> None:
    lines, furniture = read(signed(("1696", 95, 38), ("15", 368, 18)))
    assert " ".join(lines) == "Số: 1696/QĐ-UBND Minh Khai Mẫu, ngày 15 tháng 4 năm 2026 QUYẾT ĐỊNH"
    assert furniture == ()


def test_a_figure_that_was_stamped_over_gives_way_and_is_kept() -> None:
    lines, furniture = read(signed(("5", 424, 17)))
    assert "tháng 5 năm 2026" in " ".join(lines)
    assert furniture == (Furniture(1, "dấu", "4"),)


def test_what_a_signature_says_is_a_stamp() -> None:
    lines, furniture = read(signed(("Ký bởi: Văn phòng", 95, 120)))
    assert "Ký bởi" not in " ".join(lines)
    assert furniture == (Furniture(1, "dấu", "Ký bởi: Văn phòng"),)


def test_hidden_fields_say_nothing() -> None:
    lines, furniture = read(signed(("1696", 95, 38), flags=2))
    assert "1696" not in " ".join(lines)
    assert furniture == ()


def test_stamps_put_on_in_a_viewer_are_kept_beside_the_text() -> None:
    writer = pypdf.PdfWriter(io.BytesIO(make_pdf([PAGE])))
    writer.add_annotation(0, FreeText(text="ĐẾN số 12", rect=(50, 750, 150, 780)))
    file = io.BytesIO()
    writer.write(file)
    assert read(file.getvalue())[1] == (Furniture(1, "dấu", "ĐẾN số 12"),)


def test_fields_are_in_the_picture_of_a_page() -> None:
    pictures = []
    for flags in (132, 2):
        with Painter(signed(("1696", 95, 38), flags=flags)) as painter:
            pictures.append(painter.draw(0).colour)
    assert (pictures[0] != pictures[1]).any()


def noted(annotation: DictionaryObject) -> list[str]:
    """What is noted around the text of a page with an annotation."""
    writer = pypdf.PdfWriter(io.BytesIO(make_pdf([PAGE])))
    if "/N" in annotation:
        drawn = StreamObject()
        drawn.set_data(b"BT /F0 13 Tf 1 0 0 1 5 5 Tm <" + "TỐI MẬT".encode("utf-16-be").hex().encode() + b"> Tj ET")
        box = ArrayObject(map(FloatObject, (0, 0, 100, 30)))
        drawn.update({NameObject("/Subtype"): NameObject("/Form"), NameObject("/BBox"): box})
        drawn[NameObject("/Resources")] = writer.pages[0]["/Resources"]
        annotation[NameObject("/AP")] = DictionaryObject({NameObject("/N"): writer._add_object(drawn)})
    annotation[NameObject("/Rect")] = ArrayObject(map(FloatObject, (50, 750, 150, 780)))
    writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(annotation)])
    file = io.BytesIO()
    writer.write(file)
    return list(read_pdf(file.getvalue(), 9).stamps)


def test_a_stamp_that_is_only_drawn_is_seen() -> None:
    kind = NameObject("/Subtype"), NameObject("/Stamp")
    assert "TỐI MẬT" in noted(DictionaryObject([kind, (NameObject("/N"), NumberObject(1))]))


def test_what_a_field_holds_is_seen_though_nothing_draws_it() -> None:
    held = {NameObject("/FT"): NameObject("/Tx"), NameObject("/V"): TextStringObject("TỐI MẬT")}
    assert "TỐI MẬT" in noted(DictionaryObject({NameObject("/Subtype"): NameObject("/Widget"), **held}))
