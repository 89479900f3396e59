"""PDFs that would keep a reader busy for years are refused, whatever they draw again and again."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from pdf_maker import Text, make_pdf
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    StreamObject,
)

from corpus.documents.render import FOLDER
from corpus.errors import Refusal, RefusalReason
from ingest.read import read_file
from ingest.read.drawn_forms import check_drawing
from ingest.read.painter import Painter, StuckError

TWICE = b"/X Do /X Do"


class Maker:
    """A page of text, to which parts that draw each other are added."""

    def __init__(self) -> None:
        words = [Text("Điều 1. Phạm vi điều chỉnh của quy định này", 72, 700)]
        self.writer = pypdf.PdfWriter(io.BytesIO(make_pdf([words])))
        self.page = self.writer.pages[0]

    def form(self, content: bytes, kind: str = "/XObject", inside: DictionaryObject | None = None) -> IndirectObject:
        """A form; what it draws by the name X is ``inside``, a dictionary of resources."""
        form = StreamObject()
        form.set_data(content)
        box = ArrayObject(map(FloatObject, (0, 0, 400, 400)))
        form.update({NameObject("/Subtype"): NameObject("/Form"), NameObject("/BBox"): box})
        if kind == "/Pattern":
            numbers = {"/PatternType": 1, "/PaintType": 1, "/TilingType": 1, "/XStep": 5, "/YStep": 5}
            form.update({NameObject(name): NumberObject(value) for name, value in numbers.items()})
        if inside is not None:
            form[NameObject("/Resources")] = inside
        return self.writer._add_object(form)

    def drawn(self, content: bytes, kind: str, part: IndirectObject) -> bytes:
        """The file whose page draws a part."""
        resources = self.page["/Resources"].get_object()
        resources[NameObject(kind)] = named(part)
        stream = StreamObject()
        stream.set_data(self.page.get_contents().get_data() + b"\n" + content)
        self.page[NameObject("/Contents")] = self.writer._add_object(stream)
        return self.file()

    def file(self) -> bytes:
        file = io.BytesIO()
        self.writer.write(file)
        return file.getvalue()


def named(part: IndirectObject) -> DictionaryObject:
    return DictionaryObject({NameObject("/X"): part})


def resources(kind: str, part: IndirectObject) -> DictionaryObject:
    return DictionaryObject({NameObject(kind): named(part)})


def draws_itself() -> bytes:
    maker = Maker()
    form = maker.form(TWICE, inside=DictionaryObject())
    form.get_object()["/Resources"][NameObject("/XObject")] = named(form)
    return maker.drawn(b"/X Do", "/XObject", form)


def draws_itself_by_the_pages_resources() -> bytes:
    maker = Maker()
    return maker.drawn(b"/X Do", "/XObject", maker.form(TWICE))


def doubled(levels: int, content: bytes = TWICE) -> tuple[Maker, IndirectObject]:
    maker = Maker()
    form = maker.form(b"0 0 1 1 re f")
    for _ in range(levels):
        form = maker.form(content, inside=resources("/XObject", form))
    return maker, form


def doubled_forms() -> bytes:
    maker, form = doubled(20)
    return maker.drawn(b"/X Do", "/XObject", form)


def one_inside_the_other() -> bytes:
    maker, form = doubled(60, b"/X Do")
    return maker.drawn(b"/X Do", "/XObject", form)


def by_a_spelled_out_name() -> bytes:
    maker, form = doubled(20, b"/#58 Do /#58 % twice\n Do")
    return maker.drawn(b"/X Do", "/XObject", form)


def a_long_one_many_times() -> bytes:
    maker = Maker()
    form = maker.form(b"0 0 1 1 re f " * 5_000)
    return maker.drawn(b"/X Do " * 1_000, "/XObject", form)


def looks_of_an_annotation() -> bytes:
    maker, form = doubled(20)
    annotation = DictionaryObject(
        {
            NameObject("/Subtype"): NameObject("/Stamp"),
            NameObject("/Rect"): ArrayObject(map(FloatObject, (0, 0, 100, 100))),
            NameObject("/AP"): DictionaryObject({NameObject("/N"): form}),
        }
    )
    maker.page[NameObject("/Annots")] = ArrayObject([maker.writer._add_object(annotation)])
    return maker.file()


ENDLESS: list[Callable[[], bytes]] = [
    draws_itself,
    draws_itself_by_the_pages_resources,
    doubled_forms,
    one_inside_the_other,
    by_a_spelled_out_name,
    a_long_one_many_times,
    looks_of_an_annotation,
]


@pytest.mark.parametrize("make", ENDLESS)
def test_what_is_drawn_without_end_is_refused_before_it_is_drawn(make: Callable[[], bytes], tmp_path: Path) -> None:
    path = tmp_path / "vòng.pdf"
    path.write_bytes(make())
    with pytest.raises(Refusal, match=r"vòng\.pdf.*treo máy") as refused:
        read_file(path)
    assert refused.value.reason is RefusalReason.ENDLESS


def test_forms_that_offices_use_are_read(tmp_path: Path) -> None:
    maker, form = doubled(5)
    path = tmp_path / "dấu.pdf"
    path.write_bytes(maker.drawn(b"/X Do " * 20, "/XObject", form))
    assert len(read_file(path).lines) == 1
    for sample in FOLDER.glob("*.pdf"):
        check_drawing(pypdf.PdfReader(sample))


def test_a_form_that_is_only_named_in_its_own_resources_draws_nothing() -> None:
    maker = Maker()
    form = maker.form(b"0 0 1 1 re f", inside=DictionaryObject())
    form.get_object()["/Resources"][NameObject("/XObject")] = named(form)
    check_drawing(pypdf.PdfReader(io.BytesIO(maker.drawn(b"/X Do", "/XObject", form))))


def patterns_of_patterns() -> bytes:
    maker = Maker()
    tile = maker.form(b"0 0 1 1 re f", "/Pattern", DictionaryObject())
    for _ in range(30):
        twice = b"/Pattern cs " + b"/X scn 0 0 5 5 re f " * 2
        tile = maker.form(twice, "/Pattern", resources("/Pattern", tile))
    return maker.drawn(b"/Pattern cs /X scn 0 0 500 500 re f", "/Pattern", tile)


def test_what_is_painted_without_end_is_given_up() -> None:
    with Painter(patterns_of_patterns(), patience=0.5) as painter, pytest.raises(StuckError):
        painter.draw(0)


def test_what_is_read_without_end_is_given_up() -> None:
    with Painter(draws_itself(), patience=0.5) as painter, pytest.raises(StuckError):
        painter.load(0)


def test_a_file_that_cannot_be_counted_is_tried(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def fail(_reader: pypdf.PdfReader) -> None:
        raise pypdf.errors.DeprecationError

    tried: list[int] = []
    monkeypatch.setattr("ingest.read.pdf.check_drawing", fail)
    monkeypatch.setattr(Painter, "load", lambda _self, index: tried.append(index))
    path = tmp_path / "lạ.pdf"
    path.write_bytes(make_pdf([[Text("Điều 1. Phạm vi điều chỉnh", 72, 700)]] * 2))
    assert len(read_file(path).lines) == 2
    assert tried == [0, 1]


def test_pages_are_drawn_one_after_the_other() -> None:
    with Painter(make_pdf([[], [Text("Điều 1", 72, 700)]])) as painter:
        blank, text = painter.draw(0), painter.draw(1)
        painter.load(1)
    assert (blank.colour == 255).all()
    assert not (text.colour == 255).all()
    assert blank.colour.shape == text.colour.shape


def test_a_process_that_breaks_down_is_no_error_of_the_program() -> None:
    with Painter(b"no pdf") as painter, pytest.raises(StuckError):
        painter.draw(0)
