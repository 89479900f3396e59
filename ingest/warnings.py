"""What a person should look at before a document is trusted: places where it may have been misprinted or misread.

A warning never keeps a document out. It names a place and what is odd there; whether the print or the reading is
at fault only the page can tell.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile

from corpus.citation import place_parts
from corpus.doubts import find_doubts
from corpus.pages import pages_of
from corpus.text import one_line
from corpus.types import Document, Path, Section, Span, Value
from ingest.structure.numbering import jumps

WHOLE = "cả văn bản"
"""Place of a warning about the document as a whole."""

# Of the units of 60 real documents outside annexes, 1 in 300 is longer; a heading may be lost in those.
_LONG = 3000
# Annexes are tables and forms, which are long by nature.
_MAY_BE_LONG = ("phụ lục", "tiêu đề", "nơi nhận")
_MOST_DOUBTS = 5
_SHOWN = 40
# What an amending document quotes is divided in the document it amends.
_QUOTED = re.compile("“[^“”]*”")
_FIELDS = (
    ("số hiệu", "number"),
    ("loại văn bản", "kind"),
    ("cơ quan ban hành", "issuer"),
    ("ngày ban hành", "issued_on"),
    ("trích yếu", "title"),
)
# What ``ingest.certain`` leaves empty.
_UNSURE = {"number": "số hiệu", "issued_on": "ngày ban hành", "effective_on": "ngày có hiệu lực"}


@dataclass(frozen=True, slots=True)
class Remark(Value):
    """Something to check.

    Attributes:
        place: The unit as it is cited (``mục II, khoản 3``), or ``WHOLE``.
        what: What is odd, in Vietnamese.
        page: Physical page, ``None`` where the format has none or the whole document is meant.
    """

    place: str
    what: str
    page: int | None = None


def remarks(document: Document) -> tuple[Remark, ...]:
    """What to check in a document: what concerns the whole of it first, then in reading order."""
    return (
        *unsure_fields(document),
        *unfound_fields(document),
        *_bare_pages(document),
        *_encodings(document),
        *_loose_notes(document),
        *sorted(_in_units(document), key=lambda remark: remark.page or 0),
    )


def unsure_fields(document: Document) -> tuple[Remark, ...]:
    """Fields that are printed in a scan and left empty, for their figures could not be read surely.

    These are told at once, not only to those who look: without them a document is found and cited worse.
    """
    printed = {item.field: item for item in document.stated if item.span is not None}
    values = {"number": document.ref.number, "issued_on": document.ref.issued_on, "effective_on": document.effective_on}
    return tuple(
        Remark(WHOLE, _left_empty(document, name, item.span), item.page or None)
        for field, name in _UNSURE.items()
        if values[field] is None and (item := printed.get(field)) is not None and item.span is not None
    )


def _left_empty(document: Document, name: str, span: Span) -> str:
    shown = one_line(document.text[slice(*span)])
    return f"{name} đọc chưa chắc («{shown}») nên để trống; hãy xem ảnh trang"


def unfound_fields(document: Document) -> tuple[Remark, ...]:
    """Fields that the document does not state, or states where nobody looks."""
    printed = {item.field for item in document.stated}
    missing = [name for name, field in _FIELDS if getattr(document.ref, field) is None and field not in printed]
    if document.signer is None:
        missing.append("người ký")
    return (Remark(WHOLE, f"không tìm thấy {', '.join(missing)}"),) if missing else ()


def _bare_pages(document: Document) -> Iterator[Remark]:
    written = {line.page for line in document.layout.lines}
    bare = [page for page in range(1, document.source.pages + 1) if page not in written]
    # Pages that follow each other differ from their rank by the same number.
    for _, run in groupby(enumerate(bare), key=lambda ranked: ranked[1] - ranked[0]):
        pages = [page for _, page in run]
        named = str(pages[0]) if len(pages) == 1 else f"{pages[0]}-{pages[-1]}"
        yield Remark(WHOLE, f"trang {named} không có chữ", pages[0])


def _encodings(document: Document) -> Iterator[Remark]:
    if document.source.encodings:
        names = ", ".join(document.source.encodings)
        yield Remark(WHOLE, f"chữ được chuyển từ bảng mã cũ {names}; hãy đối chiếu với bản gốc")


def _loose_notes(document: Document) -> Iterator[Remark]:
    for note in document.notes:
        if note.anchor is None:
            yield Remark(WHOLE, f"không thấy dấu chú thích «{note.label}» trong bài", note.page or None)


def _in_units(document: Document) -> Iterator[Remark]:
    """Remarks on single units, in reading order."""
    said: dict[int, list[str]] = {}
    for index, what in jumps([section.path for section in document.sections]):
        said.setdefault(index, []).append(what)
    doubts = find_doubts(document.text, document.layout.words)
    for index, section in enumerate(document.sections):
        for what in said.get(index, ()):
            yield _at(document, section, section.span.start, what)
        yield from _length(document, section)
        yield from _quotation(document, section)
        yield from _doubts(document, section, doubts)


def _length(document: Document, section: Section) -> Iterator[Remark]:
    own = _QUOTED.sub("", document.text[section.body_start : section.span.end])
    if len(own) > _LONG and not any(step.unit in _MAY_BE_LONG for step in section.path):
        what = f"dài {len(own)} ký tự không chia nhỏ, có thể sót đề mục"
        yield _at(document, section, section.span.start, what)


def _quotation(document: Document, section: Section) -> Iterator[Remark]:
    """Quotation marks without their other half; a unit holds all of what it quotes."""
    open_at: list[int] = []
    for offset in range(*section.span):
        mark = document.text[offset]
        if mark == "“":
            open_at.append(offset)
        elif mark == "”" and open_at:
            open_at.pop()
        elif mark == "”":
            shown = document.text[max(section.span.start, offset - _SHOWN) : offset + 1]
            yield _at(document, section, offset, f"đóng ngoặc kép mà không mở: «…{one_line(shown)}»")
            return
    if open_at:
        shown = document.text[open_at[0] : min(section.span.end, open_at[0] + _SHOWN)]
        yield _at(document, section, open_at[0], f"mở ngoặc kép mà không đóng: «{one_line(shown)}…»")


def _doubts(document: Document, section: Section, doubts: Sequence[Span]) -> Iterator[Remark]:
    """The places of a unit that were read unsurely; ``doubts`` are those of the whole document, in order."""
    first = bisect_left(doubts, section.span.start, key=lambda doubt: doubt.start)
    inside = list(takewhile(lambda doubt: doubt.start < section.span.end, doubts[first:]))
    if not inside:
        return
    shown = ", ".join(f"«{document.text[slice(*span)]}»" for span in inside[:_MOST_DOUBTS])
    more = f" và {len(inside) - _MOST_DOUBTS} chỗ nữa" if len(inside) > _MOST_DOUBTS else ""
    yield _at(document, section, inside[0].start, f"chữ nhận dạng chưa chắc: {shown}{more}")


def _at(document: Document, section: Section, offset: int, what: str) -> Remark:
    pages = pages_of(Span(offset, offset + 1), document.page_starts)
    return Remark(_place_of(section.path), what, pages.first if pages else None)


def _place_of(path: Path) -> str:
    """A place as it is cited; unnumbered headings, which are not cited, are called so."""
    return ", ".join(place_parts(path)) or "tiêu đề không số"
