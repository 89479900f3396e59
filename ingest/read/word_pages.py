"""The pages a Word file states: where Word last broke them, believed only if its own count agrees.

Word writes ``w:lastRenderedPageBreak`` where a page began when it last laid the file out. Other programs drop,
keep or forge those marks, so they count for nothing unless they add up to the number of pages in
``docProps/app.xml``; a file that has none states no pages, whatever that number is.
"""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from ingest.read.numbering import whole_number
from ingest.read.word_runs import PageBreak

_PROPERTIES = "/extended-properties"
_COUNT = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}Pages"


def stated_pages(document: WordDocument) -> int:
    """The number of pages the file says it has, 0 if it does not say where they begin."""
    if next(document.element.body.iter(qn("w:lastRenderedPageBreak")), None) is None:
        return 0
    for relation in document.part.package.rels.values():
        if relation.reltype.endswith(_PROPERTIES) and not relation.is_external:
            return whole_number(parse_xml(relation.target_part.blob).findtext(_COUNT), 0)
    return 0


@dataclass(slots=True)
class _Row:
    """A row of a table: the page it begins on, and whether text of it and of the cell at hand was met."""

    start: int
    begun: bool = False
    cell_begun: bool = False


class Pages:
    """Counts pages while a document is walked.

    Word marks where the page is another than that of the text before it in the file. So a cell that begins beside
    the end of one that runs on to the next page bears a mark, too: it leads back.
    """

    def __init__(self) -> None:
        self._page = 1
        self._asked = False
        self._rows: list[_Row] = []
        self.count = 1
        """How many pages there were so far."""

    @property
    def now(self) -> int:
        """The page of the text met now; it never goes back, for a document's text is cut into pages in its order."""
        return self.count

    def turn(self, reason: PageBreak) -> None:
        """A new page begins. A page that was asked for is told again where Word drew it."""
        if reason is PageBreak.RENDERED and self._asked:
            self._asked = False
            return
        self._asked = reason is PageBreak.ASKED
        row = self._rows[-1] if self._rows else None
        if row is not None and row.begun and not row.cell_begun and self._page > row.start:
            self._page = row.start
            return
        self._page += 1
        self.count = max(self.count, self._page)
        if row is not None and not row.begun:
            row.start = self._page

    def begin_page(self) -> None:
        """A paragraph that must begin a page, unless it does already."""
        if not self._asked:
            self.turn(PageBreak.ASKED)

    def meet_text(self) -> None:
        """Text stands on this page."""
        self._asked = False
        for row in self._rows:
            row.begun = row.cell_begun = True

    def open_row(self) -> None:
        """The cells that follow, until ``close_row``, stand side by side."""
        self._rows.append(_Row(self._page))

    def open_cell(self) -> None:
        """A cell begins."""
        self._rows[-1].cell_begun = False

    def close_row(self) -> None:
        """The row ends."""
        self._rows.pop()
