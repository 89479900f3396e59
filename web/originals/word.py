"""Word files (.docx) as markup: paragraphs, tables, bold and the like, read straight from the file's own parts.

Written for the page proof and apart from how the corpus reads Word files: who compares one with the other sees what
the file says. A general converter takes 13 seconds of CPU for a decree of 300 pages; this takes one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from lxml import etree
from markupsafe import escape

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MAIN, _NOTES = "word/document.xml", {"footnote": "word/footnotes.xml", "endnote": "word/endnotes.xml"}
# What was struck out in tracked changes, instructions of fields, and the second form of what was given already.
_UNSEEN = {f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}pPr", f"{_W}rPr", f"{_COMPATIBLE}Fallback"}
_PICTURES = {f"{_W}drawing", f"{_W}pict", f"{_W}object"}
_SIGNS = {f"{_W}tab": " ", f"{_W}br": "<br>", f"{_W}cr": "<br>", f"{_W}noBreakHyphen": "-"}
_STYLES = {f"{_W}b": "b", f"{_W}i": "i", f"{_W}u": "u", f"{_W}strike": "s"}
_RAISED = {"superscript": "sup", "subscript": "sub"}
_OFF = {"0", "false", "none", "off"}
# Of its parts together, unpacked: a decree of 300 pages has half of it, and each megabyte takes thirteen of memory.
_MOST_BYTES = 32_000_000


def word_markup(path: Path) -> tuple[str, tuple[str, ...]] | None:
    """Markup of a file and what it leaves out; ``None`` if its parts are not where Word puts them, or are too long."""
    try:
        with ZipFile(path) as archive:
            parts = [_MAIN, *(name for name in _NOTES.values() if name in archive.namelist())]
            if sum(archive.getinfo(name).file_size for name in parts) > _MOST_BYTES:
                return None
            roots = {name: _parsed(archive.read(name)) for name in parts}
        return _markup(roots), tuple(_left_out(roots[_MAIN]))
    # Elements that stand in each other without end are a RuntimeError, too.
    except (BadZipFile, KeyError, etree.XMLSyntaxError, NotImplementedError, RuntimeError):
        return None


def _markup(roots: Mapping[str, etree._Element]) -> str:
    notes = (text for kind, name in _NOTES.items() if name in roots for text in _notes(kind, roots[name]))
    return "".join((*_shown(roots[_MAIN]), *notes))


def _parsed(part: bytes) -> etree._Element:
    # Entities of a stranger's file are not followed; a decree with its annexes is one long part.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, remove_comments=True)
    return etree.fromstring(part, parser)


def _left_out(main: etree._Element) -> Iterator[str]:
    if next(main.iter(*_PICTURES), None) is not None:
        yield "hình ảnh"
    if next(main.iter(f"{_W}numPr"), None) is not None:
        yield "số thứ tự do Word tự đánh"


def _shown(node: etree._Element) -> Iterator[str]:
    for child in node:
        tag = child.tag
        if tag in _UNSEEN:
            continue
        if tag == f"{_W}p":
            yield f"<p>{''.join(_shown(child))}</p>"
        elif tag == f"{_W}r":
            yield _run(child)
        elif tag == f"{_W}t":
            yield escape(child.text or "")
        elif tag == f"{_W}tbl":
            yield f"<table>{''.join(_rows(child))}</table>"
        elif tag in (f"{_W}footnoteReference", f"{_W}endnoteReference"):
            yield f"<sup>[{escape(child.get(f'{_W}id', ''))}]</sup>"
        elif tag in _SIGNS:
            yield _SIGNS[tag]
        else:
            yield from _shown(child)


def _run(run: etree._Element) -> str:
    words = "".join(_shown(run))
    properties = run.find(f"{_W}rPr")
    if not words or properties is None or properties.find(f"{_W}vanish") is not None:
        return words if properties is None else ""
    for style in properties:
        tag = _STYLES.get(style.tag) if style.get(f"{_W}val", "") not in _OFF else None
        if style.tag == f"{_W}vertAlign":
            tag = _RAISED.get(style.get(f"{_W}val", ""))
        if tag:
            words = f"<{tag}>{words}</{tag}>"
    return words


def _rows(table: etree._Element) -> Iterator[str]:
    for row in table.iterchildren(f"{_W}tr"):
        cells = (_cell(cell) for cell in row.iter(f"{_W}tc") if _row_of(cell) is row)
        yield f"<tr>{''.join(cells)}</tr>"


def _row_of(cell: etree._Element) -> etree._Element:
    return next(cell.iterancestors(f"{_W}tr"))


def _cell(cell: etree._Element) -> str:
    """A cell; one that a merged cell above reaches into stays empty, as it is in the file."""
    span = cell.find(f"{_W}tcPr/{_W}gridSpan")
    columns = f' colspan="{escape(span.get(f"{_W}val", "1"))}"' if span is not None else ""
    return f"<td{columns}>{''.join(_shown(cell))}</td>"


def _notes(kind: str, part: etree._Element) -> Iterator[str]:
    for note in part.iterchildren(f"{_W}{kind}"):
        # The lines that part notes from the text are notes of a type of their own.
        if note.get(f"{_W}type") is None:
            yield f"<p><sup>[{escape(note.get(f'{_W}id', ''))}]</sup></p>{''.join(_shown(note))}"
