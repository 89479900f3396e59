"""Word files made part by part, for what python-docx cannot write."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ingest.read.raw import RawReading
from ingest.read.word import read_word

NAMES = nsdecls("w")
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def read(build: Callable[[Document], None]) -> RawReading:
    document = docx.Document()
    build(document)
    file = io.BytesIO()
    document.save(file)
    return read_word(file.getvalue())


def texts(build: Callable[[Document], None]) -> list[str]:
    return [line.text for line in read(build).reading.lines]


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def append(document: Document, *elements: str) -> None:
    """Add elements at the end of the body."""
    for element in parse_xml(f"<w:body {NAMES}>{''.join(elements)}</w:body>"):
        document.element.body.insert(len(document.element.body) - 1, element)


def add_part(document: Document, kind: str, xml: str) -> None:
    """Add a part the document points to, e.g. ``footnotes``."""
    name = PackURI(f"/word/{kind}.xml")
    media_type = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
    part = Part(name, media_type, xml.encode(), document.part.package)
    document.part.relate_to(part, f"{_RELATIONS}/{kind}")


def add_notes(document: Document, kind: str, notes: dict[int, str]) -> None:
    """Add the notes of a kind (``footnote``), each an id and its text."""
    inside = "".join(
        f'<w:{kind} w:id="{name}">{paragraph(f"<w:r><w:{kind}Ref/></w:r>", run(text))}</w:{kind}>'
        for name, text in notes.items()
    )
    separator = f'<w:{kind} w:id="-1" w:type="separator">{paragraph(run("gạch"))}</w:{kind}>'
    add_part(document, f"{kind}s", f"<w:{kind}s {NAMES}>{separator}{inside}</w:{kind}s>")


def state_pages(document: Document, count: int) -> None:
    """Say in the file's properties how many pages it has."""
    for relation in document.part.package.rels.values():
        if relation.reltype.endswith("/extended-properties"):
            relation.target_part._blob = (
                f'<Properties xmlns="{_PROPERTIES}"><Pages>{count}</Pages></Properties>'.encode()
            )
