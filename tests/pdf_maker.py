"""Makes small PDFs with Vietnamese text for tests: no font file, glyph numbers are Unicode code points."""

from __future__ import annotations

import math
from dataclasses import dataclass

PAGE_WIDTH, PAGE_HEIGHT = 595, 842
_LETTER = 0.5  # every glyph is half as wide as the font is high


@dataclass(frozen=True)
class Text:
    """A line of text at a place on a page, in points from the lower left corner, turned left by so many degrees.

    ``before`` are operators of the content stream that come before it and hold for it alone.
    """

    text: str
    left: float
    baseline: float
    size: float = 12
    bold: bool = False
    angle: float = 0
    before: str = ""

    @property
    def width(self) -> float:
        return len(self.text) * self.size * _LETTER


def paragraph(rows: list[str], top: float, *, left: float = 72, indent: float = 0, pitch: float = 14) -> list[Text]:
    """Rows of a paragraph, the first one indented."""
    return [Text(row, left + (indent if n == 0 else 0), top - n * pitch) for n, row in enumerate(rows)]


def make_pdf(
    pages: list[list[Text]], *, labels: str = "", turned: str = "", fonts: tuple[str, str] = ("Serif", "Serif-Bold")
) -> bytes:
    """A PDF of these pages.

    Args:
        pages: What stands on each.
        labels: Content of the /PageLabels dictionary.
        turned: What every page says of its crop box and rotation.
        fonts: Names of the font of ordinary lines and of that of bold ones.
    """
    objects_of_fonts = [_font(fonts[0], 3), _font(fonts[1], 6)]
    first_page = 9
    kids = " ".join(f"{first_page + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {f'/PageLabels << {labels} >>' if labels else ''} >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        *(part for font in objects_of_fonts for part in font),
    ]
    for number, page in enumerate(pages):
        contents = first_page + 2 * number + 1
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {PAGE_WIDTH} {PAGE_HEIGHT}] {turned} "
            f"/Resources << /Font << /F0 3 0 R /F1 6 0 R >> >> /Contents {contents} 0 R >>".encode()
        )
        objects.append(_stream("\n".join(map(_drawn, page)).encode()))
    return _file(objects)


def _drawn(text: Text) -> str:
    glyphs = text.text.encode("utf-16-be").hex()
    cos, sin = math.cos(math.radians(text.angle)), math.sin(math.radians(text.angle))
    matrix = f"{cos:.5f} {sin:.5f} {-sin:.5f} {cos:.5f} {text.left} {text.baseline}"
    shown = f"BT /F{int(text.bold)} {text.size} Tf {matrix} Tm <{glyphs}> Tj ET"
    return f"q {text.before} {shown} {'EMC' if 'BDC' in text.before else ''} Q"


def _font(name: str, number: int) -> list[bytes]:
    blocks = "\n".join(f"<{high:02x}00> <{high:02x}ff> <{high:02x}00>" for high in (0x00, 0x01, 0x03, 0x1E, 0x20))
    to_unicode = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"5 beginbfrange\n{blocks}\nendbfrange\nendcmap end end"
    )
    return [
        f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H "
        f"/DescendantFonts [{number + 1} 0 R] /ToUnicode {number + 2} 0 R >>".encode(),
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /DW {int(_LETTER * 1000)} "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
        f"/FontDescriptor << /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [0 -200 1000 900] "
        "/ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >> >>".encode(),
        _stream(to_unicode.encode()),
    ]


def _stream(content: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)


def _file(objects: list[bytes]) -> bytes:
    data = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(data)
