"""A document as a page of text by which a person can check how it was read: what ``tracuu parse`` prints.

Lines are fitted to the width here; a tree that a terminal wraps cannot be read, and one that is piped should look
the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from corpus.citation import Citation, written_date
from corpus.pages import pages_of
from corpus.text import one_line
from corpus.types import Document, PageRange, Path, Section, Step, Table
from ingest.warnings import Remark

# Warnings beyond this many say that the document as a whole was misread; the first ones show how.
_MOST_REMARKS = 30
# The shortest piece of text worth showing beside its label.
_LEAST = 16
_MEDIA = {
    "application/pdf": "PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
    "application/msword": "Word đời cũ",
    "application/rtf": "RTF",
    "application/vnd.oasis.opendocument.text": "OpenDocument",
    "text/html": "trang web",
    "text/markdown": "Markdown",
    "text/plain": "văn bản thuần",
}


class _Place(NamedTuple):
    """A line of the tree: a unit or a table."""

    path: Path
    words: str
    pages: PageRange | None


def outline_lines(document: Document, remarks: Sequence[Remark], width: int) -> Iterator[Text]:
    """What was recognised, the units with their pages, the warnings.

    Args:
        document: What was read.
        remarks: What to check in it.
        width: Columns to fill.
    """
    yield from _wrapped(Text(Citation(document.ref).short_document, "bold"), width, "")
    yield from _head(document, width)
    yield Text()
    yield from _tree(document, width)
    yield Text()
    yield from _warnings(remarks, width)


def _head(document: Document, width: int) -> Iterator[Text]:
    for name, value in _facts(document):
        label = f"{name:<14}"
        yield from _wrapped(Text.assemble((label, "dim"), value or ("—", "dim")), width, " " * len(label))


def _facts(document: Document) -> Iterator[tuple[str, str | None]]:
    ref, source = document.ref, document.source
    yield "Số hiệu", ref.number
    yield "Loại", ref.kind
    yield "Cơ quan", ref.issuer
    yield "Ngày", written_date(ref.issued_on) if ref.issued_on else None
    yield "Nơi", document.place
    yield "Trích yếu", ref.title
    yield "Người ký", document.signer
    yield "Chức vụ", document.signer_position
    yield "Hiệu lực từ", written_date(document.effective_on) if document.effective_on else None
    if ref.secrecy:
        yield "Dấu", ref.secrecy
    yield "Nguồn", f"{source.name} ({_MEDIA.get(source.media_type, source.media_type)}, đọc bằng {source.conversion})"
    yield "Số trang", _pages_of_file(document)
    if source.encodings:
        yield "Bảng mã cũ", ", ".join(source.encodings)
    yield "Đã tách", _counts(document)


def _pages_of_file(document: Document) -> str:
    if not document.source.pages:
        return "định dạng này không có trang"
    labels = [label for label in document.source.page_labels if label]
    printed = f" (số in trên trang: {labels[0]} đến {labels[-1]})" if labels else ""
    return f"{document.source.pages}{printed}"


def _counts(document: Document) -> str:
    """How many units of each kind, outermost kinds first."""
    counted: dict[str, int] = {}
    for section in sorted(document.sections, key=lambda section: len(section.path)):
        unit = section.path[-1].unit
        counted[unit] = counted.get(unit, 0) + 1
    kinds = [f"{count} {unit}" for unit, count in counted.items() if unit not in ("phần đầu", "ký", "nơi nhận")]
    tables = [f"{len(document.tables)} bảng"] if document.tables else []
    notes = [f"{len(document.notes)} chú thích"] if document.notes else []
    return ", ".join(kinds + tables + notes) or "không có mục nào"


def _tree(document: Document, width: int) -> Iterator[Text]:
    places = list(_places(document))
    last = _last_of_their_siblings([place.path for place in places])
    for place, ends in zip(places, last, strict=True):
        guide = "".join("   " if end else "│  " for end in ends[:-1]) + ("└─ " if ends[-1] else "├─ ")
        yield _row(guide, _name(place.path[-1]), place.words, _pages(place.pages), width)


def _places(document: Document) -> Iterator[_Place]:
    """The units, each followed by its tables."""
    tables: dict[str, list[Table]] = {}
    for table in document.tables:
        tables.setdefault(table.section, []).append(table)
    for section in document.sections:
        yield _Place(section.path, _words(document, section), section.unit_pages)
        for table in tables.get(section.address, ()):
            yield _Place(table.path, _size(document, table), pages_of(table.span, document.page_starts))


def _last_of_their_siblings(paths: Sequence[Path]) -> list[tuple[bool, ...]]:
    """For each unit and for each of its ancestors, outermost first, whether no sibling follows."""
    followed: list[bool] = []
    found: list[tuple[bool, ...]] = []
    for path in reversed(paths):
        depth = len(path)
        followed = (followed + [False] * depth)[:depth]
        found.append(tuple(not later for later in followed))
        followed[-1] = True
    return found[::-1]


def _name(step: Step) -> str:
    return step.unit if step.unit == "tiêu đề" else f"{step.unit} {step.label}".rstrip()


def _size(document: Document, table: Table) -> str:
    caption = one_line(document.text[slice(*table.caption)]) if table.caption else ""
    return f"{len(table.data)} dòng × {table.columns} cột {caption}".rstrip()


def _words(document: Document, section: Section) -> str:
    return section.heading or one_line(document.text[section.body_start : section.span.end]).lstrip(": ")


def _pages(pages: PageRange | None) -> str:
    if pages is None:
        return ""
    return f"tr. {pages.first}" if pages.first == pages.last else f"tr. {pages.first}-{pages.last}"


def _row(guide: str, place: str, words: str, pages: str, width: int) -> Text:
    room = max(_LEAST, width - len(guide) - len(place) - 2 - len(pages) - 2)
    shown = _cut(words, room)
    row = Text.assemble((guide, "dim"), (place, "cyan"), "  ", shown)
    if pages:
        row.append(" " * max(2, width - row.cell_len - len(pages)) + pages, "dim")
    row.rstrip()
    return row


def _cut(words: str, room: int) -> str:
    if cell_len(words) <= room:
        return words
    return set_cell_size(words, room - 2).rsplit(" ", 1)[0] + " …"


def _warnings(remarks: Sequence[Remark], width: int) -> Iterator[Text]:
    if not remarks:
        yield Text("Không có cảnh báo.", "green")
        return
    yield Text(f"{len(remarks)} cảnh báo", "bold yellow")
    for remark in remarks[:_MOST_REMARKS]:
        page = f"tr. {remark.page}: " if remark.page else ""
        line = Text.assemble(("! ", "yellow"), (page, "dim"), (remark.place, "cyan"), ": ", remark.what)
        yield from _wrapped(line, width, "  ")
    if len(remarks) > _MOST_REMARKS:
        yield Text(f"  … và {len(remarks) - _MOST_REMARKS} cảnh báo nữa: xem bằng «tracuu parse --json TỆP».", "dim")


def _wrapped(line: Text, width: int, indent: str) -> Iterator[Text]:
    """A paragraph broken between words, its further lines indented."""
    words = line.split(" ")
    row = Text()
    for index, word in enumerate(words):
        if index and row.cell_len + 1 + word.cell_len > width:
            yield row
            row = Text(indent)
        elif index:
            row.append(" ")
        row.append_text(word)
    yield row
