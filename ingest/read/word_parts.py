"""The parts of a Word package beside its body."""

from __future__ import annotations

from collections.abc import Iterator

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml.etree import _Element

from ingest.read.lines import listed, tidy

_WATERMARK = "{urn:schemas-microsoft-com:vml}textpath"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DESCRIBED = (qn("wp:docPr"), qn("pic:cNvPr"), "{urn:schemas-microsoft-com:vml}shape")
# Between the left, the middle and the right of a running head, and between its lines.
_GAPS = frozenset(qn(tag) for tag in ("w:tab", "w:ptab", "w:br", "w:cr"))


def related_roots(document: WordDocument, kind: str) -> Iterator[_Element]:
    """Roots of the XML parts the document points to by a kind of relationship, e.g. ``header``."""
    for relation in document.part.rels.values():
        if relation.reltype.rsplit("/", 1)[-1] == kind and not relation.is_external:
            yield as_office_writes(parse_xml(relation.target_part.blob))


def as_office_writes(root: _Element) -> _Element:
    """A part without declarations of its own (ECMA-376 part 2 forbids them): the words of an entity would be lost.

    Raises:
        ValueError: It has some.
    """
    if root.getroottree().docinfo.doctype:
        raise ValueError("a part declares a document type")
    return root


def text_around(document: WordDocument) -> Iterator[str]:
    """Text beside the body and in it unseen.

    Headers, footers, notes and comments; watermarks, which are pictures of words; words in drawings and of them; what
    is hidden; the file's own fields.
    """
    fields = document.core_properties
    yield from map(
        tidy, (fields.title, fields.subject, fields.keywords, fields.category, fields.comments, fields.author)
    )
    yield from map(tidy, (fields.content_status, *listed(fields.keywords), *_custom_fields(document)))
    roots = [document.element]
    for kind in ("header", "footer", "footnotes", "endnotes", "comments", "diagramData"):
        roots.extend(related_roots(document, kind))
    for root in roots:
        if root is not document.element:
            for paragraph in root.iter(qn("w:p")):
                yield from _parts_of(paragraph)
        for path in root.iter(_WATERMARK):
            yield tidy(path.get("string") or "")
        yield from map(tidy, _drawn(root))
        yield from map(tidy, _hidden(root))


def _parts_of(paragraph: _Element) -> Iterator[str]:
    """A paragraph around the text: the whole, and what its tabs and line breaks set apart."""
    parts = [""]
    for element in paragraph.iter(qn("w:t"), *_GAPS):
        if element.tag == qn("w:t"):
            parts[-1] += element.text or ""
        elif element.getparent().tag == qn("w:r"):  # others are where tabs stop
            parts.append("")
    yield tidy("".join(parts))
    if len(parts) > 1:
        yield from map(tidy, parts)


def _drawn(root: _Element) -> Iterator[str]:
    """The words in drawings, and what is said of a drawing for who does not see it."""
    for paragraph in root.iter(f"{_DRAWING}p"):
        yield "".join(text.text or "" for text in paragraph.iter(f"{_DRAWING}t"))
    for drawn in root.iter(*_DESCRIBED):
        yield from (drawn.get(name) or "" for name in ("descr", "title", "alt"))


def _hidden(root: _Element) -> Iterator[str]:
    """The hidden words of each paragraph."""
    for paragraph in root.iter(qn("w:p")):
        runs = [mark.getparent().getparent() for mark in paragraph.iter(qn("w:vanish"))]
        yield "".join(text.text or "" for run in runs for text in run.iter(qn("w:t")))


def _custom_fields(document: WordDocument) -> Iterator[str]:
    """The values of the fields that an office gave the file beside the usual ones."""
    for relation in document.part.package.rels.values():
        if relation.reltype.rsplit("/", 1)[-1] == "custom-properties" and not relation.is_external:
            yield from parse_xml(relation.target_part.blob).itertext()
