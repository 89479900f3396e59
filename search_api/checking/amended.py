"""What later documents of the corpus change of a document that stays in force, and in which of its units.

Read from the statements of the later document, what it quotes left out: a verb of change and the units behind it
("Bãi bỏ khoản 2 Điều 6 của Quy định số 09-QĐ/ĐU"), or the units and what becomes of them ("Điều 7 được sửa đổi như
sau"). Units named without their document are those of the document that it said last to change, and inside the unit
that the statement around it names: "2. Sửa đổi một số khoản của Điều 4 như sau:" / "a) Sửa đổi khoản 1 …".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from corpus.citation import Citation, cited
from corpus.copies import identity_key
from corpus.endings import amended_keys
from corpus.pieces import Piece
from corpus.runtime.document_rows import Entry
from corpus.text import match_form
from corpus.types import Document, Path, Section, Span, Value
from search_api.references.alone import units_alone
from search_api.references.mention import Mention
from search_api.references.mentions import find_mentions
from search_api.references.resolve import addresses_named

_SENTENCE_END = re.compile(r"\n|[.:](?=\s)")
_VERB = re.compile(
    r"(?<!được )(?<!bị )(?<!\w)(?:(?P<ends>bãi bỏ|hủy bỏ)|(?P<replaces>thay thế)"
    r"|(?P<both>sửa đổi, bổ sung|sửa đổi và bổ sung)|(?P<amends>sửa đổi|điều chỉnh|đính chính|thay"
    r"|bỏ(?= (?:cụm )?từ| nội dung))|(?P<adds>bổ sung))(?!\w)"
)
# "đã được sửa đổi theo …" tells of an earlier change.
_BECOMES = re.compile(
    r"[^.;:“]{0,60}?(?<!đã )(?:(?:được|bị)\s(?:(?P<ends>bãi bỏ|hủy bỏ)|(?P<replaces>thay thế)"
    r"|(?P<both>sửa đổi, bổ sung)|(?P<amends>sửa đổi)|(?P<adds>bổ sung))|(?P<expires>hết hiệu lực))(?!\w)"
)
# Who asks for a change does not make it; what a change is made by is not changed.
_PROPOSES = re.compile(
    r"(?<!\w)(?:đề nghị|đề xuất|kiến nghị|xem xét|tham mưu|nghiên cứu|rà soát|không|chưa|trình)(?!\w)"
)
_BY = re.compile(r"(?<!\w)(?:theo|căn cứ|bởi|được|để|nhằm|phù hợp với)(?!\w)")
# A unit beside which another is put, and words in a unit: the unit stays.
_BESIDE = re.compile(r"(?<!\w)(?:sau|trước)\s$")
_PUT_BESIDE = re.compile(r"\s(?:vào\s)?(?:sau|trước)\s")
_INSIDE = re.compile(r"(?<!\w)(?:tại|trong|vào|cụm từ|một số)(?!\w)")
_ACTIONS = {
    "ends": "bãi bỏ",
    "expires": "bãi bỏ",
    "replaces": "thay thế",
    "both": "sửa đổi, bổ sung",
    "amends": "sửa đổi",
    "adds": "bổ sung",
}
# What is done to words in a unit only changes it.
_WHOLE = ("bãi bỏ", "thay thế")


@dataclass(frozen=True, slots=True)
class Change(Value):
    """A unit that a later document changes.

    Attributes:
        action: ``bãi bỏ``, ``thay thế``, ``sửa đổi``, ``bổ sung`` or ``sửa đổi, bổ sung``.
        path: The unit as it is named.
        addresses: Where the changed document has it.
        section: Where the later document says so.
    """

    action: str
    path: Path
    addresses: tuple[str, ...]
    section: Section

    def touches(self, piece: Piece) -> bool:
        """Whether a piece of the changed document is the unit or lies in it."""
        return any(piece.address == one or piece.address.startswith(f"{one}/") for one in self.addresses)


@dataclass(frozen=True, slots=True)
class Amended(Value):
    """A document of which a later one changes a part.

    Attributes:
        entry: The later document, as the catalogue has it.
        by: The same, as it was read.
        changes: The units it names, in its order; none where it names none, or none that the changed document has.
    """

    entry: Entry
    by: Document
    changes: tuple[Change, ...]

    def place_of(self, change: Change) -> Citation:
        """Where the later document says so."""
        return cited(self.by, change.section.path, change.section.pages)


@dataclass(frozen=True, slots=True)
class _Said:
    """Units that a statement changes: where it stands, what it does, the units."""

    span: Span
    action: str
    paths: tuple[Path, ...]
    section: Section


def amended(document: Document, entry: Entry, by: Document) -> Amended:
    """What a later document changes of one.

    Args:
        document: The changed document, with a number.
        entry: The later one, which says that it changes a part of it, as the catalogue has it.
        by: The same, as it was read.
    """
    said = list(_inner_ones(list(_said(document, by))))
    changes = (
        Change(one.action, path, addresses, one.section)
        for one in said
        for path in one.paths
        if (addresses := addresses_named(document, path))
    )
    return Amended(entry, by, tuple(dict.fromkeys(changes)))


def _said(document: Document, by: Document) -> Iterator[_Said]:
    text = _without_quoted(by.text)
    form = match_form(text)
    mentions = find_mentions(text)
    own = identity_key(document.ref.number or "")
    ends = [match.end() for match in _SENTENCE_END.finditer(form)]
    starts = [section.span.start for section in by.sections]
    for span, paths in _units_of(own, text, mentions, amended_keys(by)):
        at = bisect_right(ends, span.start)
        begin, end = ends[at - 1] if at else 0, ends[at] if at < len(ends) else len(form)
        action = _action(form[begin : span.start], form[span.end : max(end, span.end)])
        place = bisect_right(starts, span.start) - 1
        if action and place >= 0:
            yield _Said(span, action, paths, by.sections[place])


def _units_of(
    own: str, text: str, mentions: Sequence[Mention], keys: frozenset[str]
) -> Iterator[tuple[Span, tuple[Path, ...]]]:
    """The units that a text names of one document, or names alone behind it, in order."""
    changed = [one for one in mentions if one.number and identity_key(one.number) in keys]
    starts = [one.span.start for one in changed]
    found = [(one.span, one.units) for one in changed if one.units and identity_key(one.number or "") == own]
    for alone in units_alone(text, mentions, but_own=True):
        last = bisect_right(starts, alone.span.start) - 1
        if last >= 0 and identity_key(changed[last].number or "") == own:
            found.append((alone.span, alone.units))
    return iter(sorted(found))


def _action(before: str, after: str) -> str | None:
    """What a statement does to units; ``None`` if it changes none of them.

    Args:
        before: What it says before them, as it is compared in matching.
        after: What it says behind them.
    """
    verb = next(reversed(list(_VERB.finditer(before))), None)
    if verb is not None and not _PROPOSES.search(before, 0, verb.start()):
        between = before[verb.end() :].rpartition(";")[2]
        if _BY.search(between) or _BESIDE.search(between) or (verb["adds"] and _PUT_BESIDE.match(after)):
            return None
        action = _ACTIONS[verb.lastgroup or ""]
        return "sửa đổi" if action in _WHOLE and _INSIDE.search(between) else action
    becomes = _BECOMES.match(after) if verb is None else None
    return _ACTIONS[becomes.lastgroup or ""] if becomes and not _PROPOSES.search(before) else None


def _inner_ones(said: Sequence[_Said]) -> Iterator[_Said]:
    """Statements, those inside another one's unit read with it; where there are such, the outer says no more."""
    around = [_around(one, said) for one in said]
    outer = [id(found[0]) for found in around if found is not None and found[1] == found[0].paths[0]]
    for one in said:
        if id(one) not in outer:
            unit = _unit_around(one, said)
            yield replace(one, paths=tuple((*unit, *path) for path in one.paths))


def _unit_around(one: _Said, said: Sequence[_Said]) -> Path:
    found = _around(one, said)
    return (*_unit_around(found[0], said), *found[1]) if found else ()


def _around(one: _Said, said: Sequence[_Said]) -> tuple[_Said, Path] | None:
    """The nearest statement over one, or before it in its unit, that names what its units lie in, and that."""
    named = {step.unit for path in one.paths for step in path}
    for other in sorted(said, key=lambda other: -len(other.section.path)):
        same = other.section is one.section and other.span.end <= one.span.start
        inside = same or one.section.address.startswith(f"{other.section.address}/")
        if inside and len(other.paths) == 1:
            unit = tuple(takewhile(lambda step: step.unit not in named, other.paths[0]))
            if unit:
                return other, unit
    return None


def _without_quoted(text: str) -> str:
    """A text with what stands between quotation marks blotted out, nothing moved."""
    parts: list[str] = []
    depth = at = 0
    for mark in re.finditer("[“”]", text):
        if mark.group() == "“":
            if not depth:
                parts.append(text[at : mark.start()])
                at = mark.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                parts.append("_" * (mark.end() - at))
                at = mark.end()
    return "".join((*parts, text[at:]))
