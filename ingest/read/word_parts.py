"""The parts of a Word package beside its body."""

from __future__ import annotations

from collections.abc import Iterator

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml.etree import _Element

from ingest.read.lines import tidy

_WATERMARK = "{urn:schemas-microsoft-com:vml}textpath"


def related_roots(document: WordDocument, kind: str) -> Iterator[_Element]:
    """Roots of the XML parts the document points to by a kind of relationship, e.g. ``header``."""
    for relation in document.part.rels.values():
        if relation.reltype.rsplit("/", 1)[-1] == kind and not relation.is_external:
            yield parse_xml(relation.target_part.blob)


def text_around(document: WordDocument) -> Iterator[str]:
    """Text of headers, footers and notes, of watermarks, which are pictures of words, and of the file's own fields."""
    fields = document.core_properties
    yield from map(tidy, (fields.title, fields.subject, fields.keywords, fields.category, fields.comments))
    roots = [document.element]
    for kind in ("header", "footer", "footnotes", "endnotes"):
        roots.extend(related_roots(document, kind))
    for root in roots:
        if root is not document.element:
            for paragraph in root.iter(qn("w:p")):
                yield tidy("".join(text.text or "" for text in paragraph.iter(qn("w:t"))))
        for path in root.iter(_WATERMARK):
            yield tidy(path.get("string") or "")
