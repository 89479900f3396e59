"""Which lines open units, and how the document ends.

Conventions: an unnumbered paragraph is never a unit and stays in the deepest open one; the quoted text of an amending
law belongs to the item that quotes it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from corpus.sentences import ends_sentence
from corpus.text import match_form
from corpus.types import Path
from ingest.reading import Line
from ingest.structure.ahead import NO_LIST, is_over_list, is_sentence, restarts_list
from ingest.structure.contents import contents_lines
from ingest.structure.markers import Level, Marker, follows, markers, skipped_letters
from ingest.structure.open_units import COUNTED, RECIPIENTS, SIGNATURE, Opening, OpenUnits
from ingest.structure.quotes import quoted_lines
from ingest.structure.tail import (
    annex_marker,
    attached_kind,
    is_capitals,
    is_loose_title,
    is_motto,
    is_name,
    is_recipients,
    is_references,
    names_form,
    signature_offset,
)

# Where lines are paragraphs a label may jump: crawlers drop items, they do not invent them.
_GAP_OF_PARAGRAPHS = 4
# A wrapped line may begin with any number: only the due one, or one lost before it, is a label.
_GAP_OF_LINES = 1
_PARTS_OF_SENTENCES = ("điểm", "ngoặc")
_NOT_NUMBERED = ("phần đầu", "ký", "nơi nhận", "phụ lục", "văn bản kèm theo", "tiêu đề")
# A heading without a number that runs longer is an emphasised paragraph, not a heading.
_LONGEST_PLAIN_HEADING = 200


def find_openings(lines: Sequence[Line], *, visual: bool, tabled: Collection[int] = ()) -> list[Opening]:
    """The units of a document in reading order; the first is always the opening (*phần đầu*).

    A document that numbers nothing is walked again, its dashes and headings taken for units of their own; so is one
    that numbers no more than the parts of sentences ("- Giao các bộ: (1) …"), for the dashes before them.

    Args:
        lines: The document's lines.
        visual: They are lines of a page, not paragraphs.
        tabled: Indices of the lines that stand in tables of data, where no unit begins.
    """
    found = _Walk(lines, tabled, visual=visual).run()
    first = next((opening.path[-1].unit for opening in found if _is_numbered(opening.path)), None)
    if first is not None and first not in _PARTS_OF_SENTENCES:
        return found
    return _Walk(lines, tabled, visual=visual, unnumbered=first is None, lists=True).run()


def _is_numbered(path: Path) -> bool:
    """Whether a unit has a number of the document's own; those of annexes number themselves."""
    outer = next((step.unit for step in path if step.unit != "tiêu đề"), None)
    return outer is not None and outer not in _NOT_NUMBERED and path[-1].unit not in ("tiêu đề", *COUNTED)


class _Walk:
    """One pass over the lines with the stack of open units."""

    def __init__(
        self,
        lines: Sequence[Line],
        tabled: Collection[int],
        *,
        visual: bool,
        unnumbered: bool = False,
        lists: bool = False,
    ) -> None:
        self._lines = lines
        self._tabled = tabled
        self._visual = visual
        self._unnumbered = unnumbered
        self._lists = lists
        self._passed = [a or b for a, b in zip(quoted_lines(lines), contents_lines(lines), strict=True)]
        self._units = OpenUnits()
        self._heading_marks: set[int] = set()
        self._spoken = False
        self._after_signature = False
        self._signed = False
        self._in_form = False
        self._in_references = False

    def run(self) -> list[Opening]:
        for index, line in enumerate(self._lines):
            if not self._passed[index] and index not in self._tabled:
                self._visit(index, line)
                self._spoken = self._spoken or is_sentence(line)
        return self._units.openings

    def _visit(self, index: int, line: Line) -> None:
        if self._visit_tail(index, line):
            return
        for marker in (self._units.placed(found, led=self._is_led(index)) for found in markers(line.text)):
            if marker.unit != "phụ lục" and self._is_due(marker, index):
                self._units.open(marker, index)
                self._in_references = is_references(line.text[marker.body :])
                return
        if is_references(line.text) and self._units.begun and not self._after_signature:
            self._open_heading(index, Level.HEADING)
            self._in_references = True
            return
        if self._in_references:
            return
        if self._is_question(index):
            self._open_heading(index, Level.PART)
        elif self._is_plain_heading(index):
            self._open_heading(index, Level.HEADING)

    def _visit_tail(self, index: int, line: Line) -> bool:
        """Open what ends a document; ``True`` if the line did, or is part of a form."""
        if not self._units.begun and not self._spoken:
            return index == 0 and self._visit_annex(index)  # a file of annexes begins with one
        if self._visit_attachment(index) or self._visit_form(index, line):
            return True
        return not self._units.in_annex and self._visit_signature(index, line)

    def _visit_attachment(self, index: int) -> bool:
        """Open an annex or an attached document."""
        kind = attached_kind(self._lines, index, in_annex=self._units.in_annex)
        if kind is None:
            return self._visit_annex(index)
        return self._attach(Marker("văn bản kèm theo", kind, Level.ANNEX, 0, 0), index)

    def _visit_annex(self, index: int) -> bool:
        annex = annex_marker(self._lines[index])
        return annex is not None and self._attach(annex, index)

    def _attach(self, annex: Marker, index: int) -> bool:
        if not self._may_attach(annex, index):
            return False
        self._after_signature = self._in_form = self._in_references = False
        self._units.open(annex, index)
        return True

    def _visit_form(self, index: int, line: Line) -> bool:
        """Open a form of an annex, or what is loosely attached: what is numbered inside is no unit of the document."""
        if self._after_signature:
            begins = self._signed and is_loose_title(line)
        else:
            begins = self._units.within(Level.ANNEX) and (names_form(line) or (is_motto(line) and not self._in_form))
        if begins:
            self._after_signature, self._in_form = False, True
            self._open_heading(index, Level.PART)
        return self._in_form

    def _visit_signature(self, index: int, line: Line) -> bool:
        recipients, signature = is_recipients(self._lines, index), signature_offset(self._lines, index)
        if recipients:
            self._units.openings.append(Opening(index, 0, len("Nơi nhận"), (RECIPIENTS,)))
        if signature is not None and (recipients or not self._units.in_signature):
            self._units.openings.append(Opening(index, signature, signature, (SIGNATURE,)))
        self._after_signature = self._after_signature or recipients or signature is not None
        self._signed = self._signed or (self._units.in_signature and is_name(line.text))
        return recipients or signature is not None

    def _is_led(self, index: int) -> bool:
        """Whether the line above leads in what follows."""
        return index > 0 and self._lines[index - 1].text.endswith(":")

    def _may_attach(self, annex: Marker, index: int) -> bool:
        """No annex opens in mid-sentence, and what a form of an annex holds is part of it unless it has a number."""
        if self._after_signature or index == 0:
            return True
        if self._in_form and self._units.within(Level.ANNEX):
            return annex.unit == "phụ lục" and bool(annex.label)
        line = self._lines[index]
        above = self._lines[index - 1].text
        # "(Kèm theo Quyết định …)" ends the head of an annex that holds others: Phụ lục IX, then Phụ lục IXa.
        return not line.continues and (is_capitals(line.text) or ends_sentence(above) or above.endswith(")"))

    def _is_due(self, marker: Marker, index: int) -> bool:
        line = self._lines[index]
        if self._after_signature or line.continues:
            return False
        if marker.unit in COUNTED:
            return not self._in_references and self._is_item(marker, index)
        if marker.bare and not self._is_title(line):
            return False
        if self._in_references and marker.level > Level.ROMAN:
            return False
        if marker.parent_label is not None and not self._units.is_child_number(marker):
            return False
        return self._fits(marker, index)

    def _is_item(self, marker: Marker, index: int) -> bool:
        """Whether a dash is one of a list; those of grounds and addressees stand before the first unit."""
        above = self._lines[index - 1].text if index else ""
        led = above.endswith(":") and not NO_LIST.match(match_form(above))
        if not self._units.begun:
            return self._lists and led and self._spoken
        return not marker.doubtful or self._is_starred_item(index, led=led)

    def _is_starred_item(self, index: int, *, led: bool) -> bool:
        """Whether an asterisk is the mark of a list; it may as well begin a note, or stand above dashes as a title."""
        line, last = self._lines[index], self._units.openings[-1]
        after = self._lines[index + 1].text if index + 1 < len(self._lines) else ""
        if line.text.endswith(":") or after.startswith(("-", "–")):
            return False
        in_list = last.path[-1].unit == "gạch"
        return self._lines[last.line].text.startswith("*") if in_list else led

    def _is_title(self, line: Line) -> bool:
        return (line.bold or line.heading > 0 or is_capitals(line.text)) and len(line.text) <= _LONGEST_PLAIN_HEADING

    def _fits(self, marker: Marker, index: int) -> bool:
        """Whether the label is the one due among its siblings, give or take what the format may have lost."""
        previous = self._units.previous(marker)
        if marker.unit == "điểm":
            return self._is_next_point(marker, previous[0] if previous else None, index)
        if previous is None:
            return self._units.runs_on(marker) or marker.order == 1 or self._is_emphasised(marker, index)
        step = marker.order - previous[1]
        if marker.doubtful and step != 1:
            return False
        gap = _GAP_OF_LINES if self._visual else _GAP_OF_PARAGRAPHS
        if step == 1:
            return True
        if step == 0 and marker.label != previous[0]:
            return True  # Điều 85a after Điều 85
        ends = self._ends_sentence(index - 1)
        return (ends and 0 <= step <= 1 + gap) or self._restarts(marker, index)

    def _is_next_point(self, marker: Marker, previous: str | None, index: int) -> bool:
        if follows(marker.label, previous) or self._restarts(marker, index):
            return True
        # Letters are left out in print, too; no wrapped line begins a sentence with one after the end of another.
        skipped = skipped_letters(marker.label, previous) if previous else None
        text = self._lines[index].text
        begins = text[marker.body : marker.body + 1].isupper() and text[: marker.body].rstrip().endswith(")")
        return skipped is not None and skipped <= _GAP_OF_PARAGRAPHS and begins and self._ends_sentence(index - 1)

    def _restarts(self, marker: Marker, index: int) -> bool:
        """A list that begins again at 1 or a) inside the same unit, after an unnumbered paragraph."""
        first = marker.order == 1
        return first and not self._visual and self._ends_sentence(index - 1)

    def _ends_sentence(self, index: int) -> bool:
        return ends_sentence(self._lines[index].text)

    def _is_emphasised(self, marker: Marker, index: int) -> bool:
        """A first sibling that is not number 1: excerpts begin anywhere, but only a real heading is believed."""
        line = self._lines[index]
        named = marker.level <= Level.ARTICLE and marker.unit != "tiêu đề"
        return named and marker.order > 0 and (index == 0 or line.bold or line.heading > 0)

    def _open_heading(self, index: int, level: Level) -> None:
        self._heading_marks.add(self._lines[index].heading)
        self._units.open_heading(index, level)

    def _is_question(self, index: int) -> bool:
        """A heading that asks, as those of law portals do: no document of an office has one."""
        line = self._lines[index]
        asks = line.text.endswith("?") and self._is_title(line) and not line.text.startswith(("-", "+", "“"))
        return (
            asks
            and not self._after_signature
            and not self._units.within(Level.ANNEX)
            and (self._units.begun or self._spoken)
        )

    def _is_plain_heading(self, index: int) -> bool:
        """An unnumbered heading: set off, and a numbered list begins anew under it, or nothing is numbered at all."""
        line = self._lines[index]
        set_off = line.heading > 0 or line.bold
        if not set_off or line.continues or self._after_signature or len(line.text) > _LONGEST_PLAIN_HEADING:
            return False
        if self._units.within(Level.ARTICLE, Level.ANNEX):
            return False
        if self._unnumbered:
            return self._spoken and not self._ends_sentence(index)
        if not self._units.begun and not (line.heading and self._spoken):
            return False
        # What a heading mark once told of a unit, it tells of the next.
        known = line.heading > 0 and line.heading in self._heading_marks
        return known or restarts_list(self._lines, index) or (line.heading > 0 and is_over_list(self._lines, index))
