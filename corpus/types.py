"""The values of the domain: what a document, a section and a passage are.

Everything here is frozen and does no I/O. Offsets count characters (Unicode code points after NFC);
pages count from 1 as a reader turns them ("physical" pages). Documents that have no pages
(web pages, Markdown, Word files without a page view) carry an empty page range.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Self

UNKNOWN_VALIDITY = "chưa rõ"


class Value:
    """Base of values that never change: a copy of one is the value itself.

    Pipelines copy what passes between their stages; without this a search spends half its time on copies.
    """

    __slots__ = ()

    def __deepcopy__(self, _memo: dict[int, object]) -> Self:
        return self


class Step(NamedTuple):
    """One step of a path: the kind of unit and its label as printed, e.g. ``("khoản", "2")``."""

    unit: str
    label: str


Path = tuple[Step, ...]
"""From the outermost unit inwards: ``(Step("mục", "III"), Step("khoản", "2"), Step("gạch", "3"))``."""


class Span(NamedTuple):
    """A half-open range of characters in ``Document.text``."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether both share a character."""
        return self.start < other.end and other.start < self.end


class PageRange(NamedTuple):
    """First and last physical page, both included."""

    first: int
    last: int


class Rect(NamedTuple):
    """A rectangle on a page in the PDF's own coordinates: points, from the lower left corner, pages unrotated."""

    left: float
    bottom: float
    right: float
    top: float

    @classmethod
    def around(cls, points: Iterable[tuple[float, float]]) -> Rect:
        """The smallest rectangle that holds these points, at least one."""
        across, up = zip(*points, strict=True)
        return cls(min(across), min(up), max(across), max(up))

    @property
    def corners(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """The lower left and the upper right one."""
        return (self.left, self.bottom), (self.right, self.top)

    @property
    def middle(self) -> tuple[float, float]:
        """How far right and how high its middle is."""
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2


class PlacedLine(NamedTuple):
    """Where a line of ``Document.text`` stands: the offset of its first character, its page, its rectangle."""

    start: int
    page: int
    rect: Rect | None


class RecognisedWord(NamedTuple):
    """A word that a picture of the page was read as (OCR): its place in ``Document.text``, 0..100 how sure."""

    start: int
    end: int
    confidence: int


@dataclass(frozen=True, slots=True)
class Note(Value):
    """A footnote or endnote.

    Attributes:
        label: Its mark as printed: ``1``, ``*``.
        anchor: Offset in ``Document.text`` right after the word the mark stands at; the mark itself is no part
            of the text. ``None`` where no mark for it was found.
        text: The note, word for word, without its mark.
        page: Physical page it is printed on, 0 where the format has none.
    """

    label: str
    anchor: int | None
    text: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class Furniture(Value):
    """Something printed on a page that is no part of the document's text.

    Attributes:
        page: Physical page, 0 where the format has none.
        kind: ``số trang``, ``đầu trang``, ``chân trang``, ``hình mờ``, ``dấu``, or ``đầu bảng`` where a table
            that goes on over a page repeats its head.
        text: As printed.
    """

    page: int
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Layout(Value):
    """How a document lies on its pages, beside its text.

    Attributes:
        lines: Its lines in reading order, one for each line the file prints; empty where the format has no pages.
        words: Words read from pictures of pages, in reading order.
        furniture: What was left out of the text, page by page.
    """

    lines: tuple[PlacedLine, ...] = ()
    words: tuple[RecognisedWord, ...] = ()
    furniture: tuple[Furniture, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentRef(Value):
    """What identifies a document; ``None`` where the document itself is silent.

    Attributes:
        id: Stable slug, e.g. ``57-nq-tw-2024-12-22``; see ``corpus.identity``.
        number: As the law writes it, e.g. ``57-NQ/TW``.
        kind: Lower-case-initial Vietnamese kind with a capital first letter, e.g. ``Nghị quyết``.
        issuer: The body in whose name it is signed, e.g. ``Bộ Chính trị``.
        issued_on: Date of issue.
        title: The *trích yếu* as printed, e.g. ``về đột phá phát triển khoa học, …``.
        secrecy: A circulation mark (``LƯU HÀNH NỘI BỘ``, ``DỰ THẢO``) or ``None``.
        validity: In force or not, as the document states it; ``chưa rõ`` where it does not. What the catalogue gives
            tells also what other documents say of it (``corpus.endings``).
    """

    id: str
    number: str | None
    kind: str | None
    issuer: str | None
    issued_on: date | None
    title: str | None
    secrecy: str | None = None
    validity: str = UNKNOWN_VALIDITY


@dataclass(frozen=True, slots=True)
class Reference(Value):
    """What a text says about another document: a relation and the number it names."""

    relation: str
    number: str | None
    name: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Stated(Value):
    """Where a document states something of itself.

    Attributes:
        field: ``number``, ``kind``, ``issuer``, ``issued_on``, ``title``, ``signer``, ``position``, ``place``,
            ``effective_on`` or ``secrecy``.
        span: The words in ``Document.text``; ``None`` where they are no part of it (a stamp, a running head).
        page: Physical page they stand on, 0 where the format has none.
    """

    field: str
    span: Span | None
    page: int = 0


@dataclass(frozen=True, slots=True)
class Section(Value):
    """One structural unit of a document, in reading order.

    Attributes:
        path: Labels from the outermost unit inwards.
        address: The path as a slug, unique in the document: ``muc-iii/khoan-2/gach-3``.
        heading: Title set off by bold, capitals or a heading mark, without its label; else ``None``.
        span: The unit's own text (label and title included, children excluded) in ``Document.text``.
        body_start: Offset in ``Document.text`` of the first character after the label.
        pages: Pages of the own text; ``None`` where the format has no pages.
        unit_pages: Pages of the unit with its children.
    """

    path: Path
    address: str
    heading: str | None
    span: Span
    body_start: int
    pages: PageRange | None
    unit_pages: PageRange | None


class TableCell(NamedTuple):
    """A cell that holds text; cells without any are left out.

    ``span`` is its text in ``Document.text``, ``column`` its leftmost column from 0, ``columns`` and ``rows`` how
    far it spans.
    """

    span: Span
    column: int
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class TableRow(Value):
    """A row of a table that holds text.

    Attributes:
        label: By what it is cited: the number it prints, or its place among the rows; empty for a row of the head
            and for a heading over rows. A row that prints no number of its own goes with the one above it and has
            the same label and address.
        address: Its place as a slug: ``phu-luc-ii/bang-1/dong-7``; of a row of the head that of the table.
        span: From the first cell to the last in ``Document.text``.
        cells: From left to right.
        head: It says what the columns are.
        within: What stands over it besides the head: headings of rows, merged cells that reach into it from above.
    """

    label: str
    address: str
    span: Span
    cells: tuple[TableCell, ...]
    head: bool = False
    within: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Table(Value):
    """A table of data; tables that only set text side by side are ordinary text.

    Attributes:
        section: Address of the unit it stands in, whose own text it is part of.
        path: The unit's path and the table's number: the one its caption prints, or its place in the unit.
        address: The path as a slug: ``phu-luc-ii/bang-1``.
        caption: The line above it that names it ("Bảng 2. …").
        columns: How many columns hold text.
        rows: Head and repeated heads included.
    """

    section: str
    path: Path
    address: str
    caption: Span | None
    columns: int
    rows: tuple[TableRow, ...]

    @property
    def span(self) -> Span:
        """From the caption or the first row to the last row in ``Document.text``."""
        return Span((self.caption or self.rows[0].span).start, self.rows[-1].span.end)

    @property
    def data(self) -> tuple[TableRow, ...]:
        """The rows below the head."""
        return tuple(row for row in self.rows if not row.head)


@dataclass(frozen=True, slots=True)
class Source(Value):
    """Where a document came from.

    Attributes:
        name: File name without its folder.
        sha256: Hex digest of the file's bytes.
        media_type: e.g. ``application/pdf``.
        pages: Number of physical pages, 0 where the format has none.
        page_labels: Printed page labels, one a page, empty where there are none.
        conversion: What read it, e.g. ``pypdf`` or ``pypdfium2``.
        encodings: Old encodings the text was converted from (``TCVN3``, ``VNI``).
    """

    name: str
    sha256: str
    media_type: str
    pages: int
    page_labels: tuple[str, ...]
    conversion: str
    encodings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document(Value):
    """A document as it was read: its identity, its text and the units found in it.

    Attributes:
        text: The source's own text after NFC, page furniture left out; every span points into it.
        page_starts: Offset in ``text`` at which each physical page begins; empty without pages.
        text_version: Version of the reading rules that made ``text``.
        layout: Where the text stands on the pages.
        notes: Footnotes and endnotes, in the order of their marks.
        signer_position: In which office it was signed, as printed but in small letters (``Phó Bí thư Thường trực``).
        effective_on: The day from which it says of itself to be in force.
        stated: Where it states each field of itself.
        tables: Tables of data, in reading order.
    """

    ref: DocumentRef
    signer: str | None
    place: str | None
    relations: tuple[Reference, ...]
    sections: tuple[Section, ...]
    text: str
    page_starts: tuple[int, ...]
    source: Source
    text_version: int
    layout: Layout = Layout()
    notes: tuple[Note, ...] = ()
    signer_position: str | None = None
    effective_on: date | None = None
    stated: tuple[Stated, ...] = ()
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage(Value):
    """One citable unit or row of a table, quoted word for word.

    Attributes:
        id: Document id and address, e.g. ``57-nq-tw-2024-12-22/muc-iii/khoan-2/gach-3``.
        trail: Titles of the units around it, outermost first, of a row also the heads of its columns; helps matching,
            is never quoted.
        text: Verbatim; equals ``Document.text[span]`` except that a wrapped line's break is a space.
        pages: Physical pages of the text, ``None`` where the format has no pages.
        page_labels: Printed labels of the first and last page, where they differ from the number.
        position: Order of the passage in its document, from 0.
        notes: Texts of the notes whose marks stand in it; help matching, are shown beside it, are never quoted.
        recognised: Some of its words were read from a picture of the page (OCR).
        doubts: Places in ``text`` that the reader is not sure of.
    """

    id: str
    ref: DocumentRef
    path: Path
    trail: tuple[str, ...]
    text: str
    pages: PageRange | None
    page_labels: tuple[str, str] | None
    span: Span
    position: int
    notes: tuple[str, ...] = ()
    recognised: bool = False
    doubts: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class SparseVector(Value):
    """Term ids (unsigned 32-bit) and weights, same length, ids ascending and unique."""

    ids: tuple[int, ...]
    weights: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class IndexedPassage(Value):
    """A passage with what the index needs: a unit-length dense vector and our own sparse terms."""

    passage: Passage
    dense: tuple[float, ...]
    sparse: SparseVector


@dataclass(frozen=True, slots=True)
class Filters(Value):
    """Which passages may answer; an empty tuple means any. Values of one field are alternatives.

    ``validity`` takes classes (``corpus.validity``), ``source`` kinds of source (``corpus.source_kinds``); what a
    document's are, the catalogue says.
    """

    document: tuple[str, ...] = ()
    number: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    issuer: tuple[str, ...] = ()
    year: tuple[int, ...] = ()
    validity: tuple[str, ...] = ()
    source: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed(Value):
    """A passage as the catalogue lists it: what puts it in order, without its text.

    Attributes:
        point: Its id in the index (``corpus.record.point_id``).
        id: As ``Passage.id``.
        ref: Its document.
        version: sha256 of the file it was read from.
        source: The kind of source it was read from (``corpus.source_kinds``).
        is_brief: It is no longer than a bare title.
    """

    point: int
    id: str
    ref: DocumentRef
    version: str
    source: str
    is_brief: bool


class Candidate(NamedTuple):
    """A passage the index offers for a question, with its score on each side.

    Attributes:
        listed: The passage.
        lexical: Inner product of the sparse vectors (BM25), 0 without a common term.
        cosine: Cosine of the dense vectors, -1..1.
    """

    listed: Listed
    lexical: float
    cosine: float
