"""Word's automatic numbering: the label a paragraph shows without holding it.

Counters belong to the abstract list, so that lists which share one go on counting; a level begins anew when
a higher one moves on, and where a concrete list says so (``startOverride``). The rules are those of
ISO/IEC 29500-1, 17.9.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from docx.oxml.ns import qn
from lxml.etree import _Element

from ingest.bullets import DASHES
from ingest.read.symbols import is_private, is_symbol_font, real_text

_LEVEL_REFERENCE = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_LETTERS = 26 * 4
_BULLET = "•"
# Word's bullets that only look like one in their font: Courier New's "o" is a ring, and without its font
# Symbol's or Wingdings' bullet is one of the others.
_LOOKALIKES = {"o": "○", "§": "▪", "·": _BULLET}
_OFF = ("0", "false", "off")


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: str
    text: str
    restart: int | None
    glued: bool
    """No blank between label and text."""
    legal: bool
    """All numbers of the label are printed in digits, whatever form their own levels have."""
    style: str | None
    """The paragraph style that stands on this level."""
    font: str | None
    shown: bool
    capitals: bool


@dataclass(slots=True)
class _Counters:
    """What an abstract list has counted so far, by level."""

    counts: dict[int, int] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _List:
    """A concrete list: its abstract one, its levels, and those that begin anew with it."""

    abstract: str
    levels: dict[int, _Level]
    restarts: frozenset[int]


def attribute(element: _Element | None, name: str = "w:val") -> str | None:
    """A WordprocessingML attribute of an element that may be missing."""
    return None if element is None else element.get(qn(name))


def whole_number(text: str | None, fallback: int) -> int:
    """A number of the file, or the fallback where it is missing or broken."""
    return int(text) if text is not None and text.isdecimal() and len(text) < 10 else fallback


class Numbering:
    """The lists of one document, counting as paragraphs go by.

    Args:
        root: The root of ``numbering.xml``, ``None`` in a document without lists.
    """

    def __init__(self, root: _Element | None) -> None:
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, _List] = {}
        self._counters: dict[str, _Counters] = {}
        if root is not None:
            self._read(root)

    def _read(self, root: _Element) -> None:
        named: dict[str, dict[int, _Level]] = {}
        links: dict[str, str] = {}
        for element in root.iterfind(qn("w:abstractNum")):
            name = attribute(element, "w:abstractNumId") or ""
            self._abstract[name] = _levels(element)
            named[attribute(element.find(qn("w:styleLink"))) or ""] = self._abstract[name]
            links[name] = attribute(element.find(qn("w:numStyleLink"))) or ""
        for name, style in links.items():
            if style in named and style:
                self._abstract[name] = named[style]
        for element in root.iterfind(qn("w:num")):
            self._lists[attribute(element, "w:numId") or ""] = self._list(element)

    def _list(self, element: _Element) -> _List:
        abstract = attribute(element.find(qn("w:abstractNumId"))) or ""
        levels = dict(self._abstract.get(abstract, {}))
        restarts: set[int] = set()
        for override in element.iterfind(qn("w:lvlOverride")):
            levels.update(_levels(override))
            deep = whole_number(attribute(override, "w:ilvl"), 0)
            start = attribute(override.find(qn("w:startOverride")))
            if start is not None and deep in levels:
                restarts.add(deep)
                levels[deep] = replace(levels[deep], start=whole_number(start, 1))
        return _List(abstract, levels, frozenset(restarts))

    def label(self, list_id: str, level: int | None, styles: Iterable[str] = ()) -> str:
        """Count one paragraph and give its printed label with the blank after it; empty if it has none.

        Args:
            list_id: The list (``numId``).
            level: The level in it, ``None`` for the one tied to the paragraph's style.
            styles: That style and those it is based on.
        """
        found = self._lists.get(list_id)
        if found is None:
            return ""
        if level is None:
            by_style = {here.style: deep for deep, here in found.levels.items()}
            level = next((by_style[style] for style in styles if style in by_style), 0)
        if level not in found.levels:
            return ""
        counters = self._counters.setdefault(found.abstract, _Counters())
        if list_id not in counters.begun:
            counters.begun.add(list_id)
            for deep in found.restarts:
                counters.counts.pop(deep, None)
        self._advance(counters.counts, found.levels, level)
        return _printed(found.levels[level], found.levels, counters.counts)

    def _advance(self, counts: dict[int, int], levels: dict[int, _Level], level: int) -> None:
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for above in range(level):  # one that was passed over has been counted all the same
            if above in levels:
                counts.setdefault(above, levels[above].start)
        for deep in [deep for deep in counts if deep > level]:
            restart = levels[deep].restart if deep in levels else None
            # lvlRestart 0 never begins anew; k does so only when level k or a higher one moves on.
            if restart is None or level < restart:
                del counts[deep]


def _levels(element: _Element) -> dict[int, _Level]:
    return {whole_number(attribute(level, "w:ilvl"), 0): _level(level) for level in element.iterfind(qn("w:lvl"))}


def _level(level: _Element) -> _Level:
    fonts = level.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
    return _Level(
        start=whole_number(attribute(level.find(qn("w:start"))), 1),
        form=attribute(level.find(qn("w:numFmt"))) or "decimal",
        text=attribute(level.find(qn("w:lvlText"))) or "",
        restart=_optional_number(attribute(level.find(qn("w:lvlRestart")))),
        glued=attribute(level.find(qn("w:suff"))) == "nothing",
        legal=_has(level, "w:isLgl"),
        style=attribute(level.find(qn("w:pStyle"))),
        font=attribute(fonts, "w:ascii") or attribute(fonts, "w:hAnsi"),
        shown=not _has(level, "w:rPr", "w:vanish"),
        capitals=_has(level, "w:rPr", "w:caps"),
    )


def _has(element: _Element, *path: str) -> bool:
    found = element.find("/".join(map(qn, path)))
    return found is not None and attribute(found) not in _OFF


def _optional_number(text: str | None) -> int | None:
    return None if text is None else whole_number(text, 0)


def _printed(here: _Level, levels: dict[int, _Level], counts: dict[int, int]) -> str:
    if not here.shown:
        return ""
    if here.form == "bullet":
        return f"{_bullet(here)} "

    def number(match: re.Match[str]) -> str:
        level = int(match[1]) - 1
        if level not in levels or levels[level].form in ("none", "bullet"):
            return ""
        form = "decimal" if here.legal else levels[level].form
        return in_form(form, counts.get(level, levels[level].start))

    label = _LEVEL_REFERENCE.sub(number, here.text)
    return (label.upper() if here.capitals else label) + ("" if here.glued else " ")


def _bullet(level: _Level) -> str:
    """The sign before an item as its font draws it; that of a font we do not know is some bullet."""
    symbol = level.text.strip()
    if len(symbol) == 1 and symbol in DASHES + "+":
        return symbol
    return real_text(symbol, level.font).strip() or _BULLET if _is_sign(level) else _LOOKALIKES.get(symbol, symbol)


def _is_sign(level: _Level) -> bool:
    return is_symbol_font(level.font) or any(map(is_private, level.text))


def in_form(form: str, number: int) -> str:
    """A number in one of Word's forms (``lowerRoman``); in digits where the form is another."""
    return _FORMS.get(form, str)(number)


def in_letters(number: int) -> str:
    """From a to z, then aa, bb …, as Word and browsers count; digits where that would not be read."""
    if not 0 < number <= _MOST_LETTERS:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def in_roman(number: int) -> str:
    """Small Roman figures; digits where there are none."""
    if not 0 < number < 4000:
        return str(number)
    digits = ""
    for value, letters in _ROMAN:
        while number >= value:
            digits += letters
            number -= value
    return digits


_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "lowerLetter": in_letters,
    "upperLetter": lambda number: in_letters(number).upper(),
    "lowerRoman": in_roman,
    "upperRoman": lambda number: in_roman(number).upper(),
}
