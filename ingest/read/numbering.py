"""Word's automatic numbering: the label a paragraph shows without holding it.

Counters belong to the abstract list, so that lists which share one go on counting; a level begins anew when
a higher one moves on, and where a concrete list says so (``startOverride``).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from docx.oxml.ns import qn
from lxml.etree import _Element

_LEVEL_REFERENCE = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_LETTERS = 26 * 4
# Bullets are glyphs of symbol fonts (private use) or letters that only look like bullets in such a font.
_BULLET_LETTERS = frozenset("o§·•")


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: str
    text: str
    restart: int | None
    glued: bool
    """No blank between label and text."""


@dataclass(slots=True)
class _Counters:
    """What an abstract list has counted so far, by level."""

    counts: dict[int, int] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)


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
        self._lists: dict[str, tuple[str, dict[int, _Level], dict[int, int]]] = {}
        self._counters: dict[str, _Counters] = {}
        if root is not None:
            self._read(root)

    def _read(self, root: _Element) -> None:
        for element in root.iterfind(qn("w:abstractNum")):
            self._abstract[attribute(element, "w:abstractNumId") or ""] = _levels(element)
        for element in root.iterfind(qn("w:num")):
            overrides = element.findall(qn("w:lvlOverride"))
            levels: dict[int, _Level] = {}
            starts: dict[int, int] = {}
            for override in overrides:
                levels.update(_levels(override))
                start = attribute(override.find(qn("w:startOverride")))
                if start is not None:
                    starts[whole_number(attribute(override, "w:ilvl"), 0)] = whole_number(start, 1)
            abstract = attribute(element.find(qn("w:abstractNumId"))) or ""
            self._lists[attribute(element, "w:numId") or ""] = (abstract, levels, starts)

    def label(self, list_id: str, level: int) -> str:
        """Count one paragraph and give its printed label with the blank after it; empty if it has none."""
        if list_id not in self._lists:
            return ""
        abstract, own_levels, starts = self._lists[list_id]
        levels = self._abstract.get(abstract, {}) | own_levels
        here = levels.get(level)
        if here is None:
            return ""
        counters = self._counters.setdefault(abstract, _Counters())
        if list_id not in counters.begun:
            counters.begun.add(list_id)
            for deep, start in starts.items():
                counters.counts[deep] = start - 1
        self._advance(counters.counts, levels, level)
        return _printed(here, levels, counters.counts)

    def _advance(self, counts: dict[int, int], levels: dict[int, _Level], level: int) -> None:
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deep in [deep for deep in counts if deep > level]:
            restart = levels[deep].restart if deep in levels else None
            # lvlRestart 0 never begins anew; k does so only when level k or a higher one moves on.
            if restart is None or level < restart:
                del counts[deep]


def _levels(element: _Element) -> dict[int, _Level]:
    return {
        whole_number(attribute(level, "w:ilvl"), 0): _Level(
            start=whole_number(attribute(level.find(qn("w:start"))), 1),
            form=attribute(level.find(qn("w:numFmt"))) or "decimal",
            text=attribute(level.find(qn("w:lvlText"))) or "",
            restart=_optional_number(attribute(level.find(qn("w:lvlRestart")))),
            glued=attribute(level.find(qn("w:suff"))) == "nothing",
        )
        for level in element.iterfind(qn("w:lvl"))
    }


def _optional_number(text: str | None) -> int | None:
    return None if text is None else whole_number(text, 0)


def _printed(here: _Level, levels: dict[int, _Level], counts: dict[int, int]) -> str:
    if here.form == "none":
        return ""
    blank = "" if here.glued else " "
    if here.form == "bullet":
        symbol = here.text.strip()
        private = any("\ue000" <= char <= "\uf8ff" for char in symbol)
        return ("-" if private or symbol in _BULLET_LETTERS else symbol) + " "

    def number(match: re.Match[str]) -> str:
        level = int(match[1]) - 1
        if level not in levels:
            return ""
        form = _FORMS.get(levels[level].form, str)
        return form(counts.get(level, levels[level].start))

    return _LEVEL_REFERENCE.sub(number, here.text) + blank


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
