"""The units a question names: "khoản 2 mục III", in any order, either numeral, with marks or without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.text import has_marks
from corpus.types import Span, Value
from search_api.asking.question import END, Question, counts


@dataclass(frozen=True, slots=True)
class WantedUnit(Value):
    """A unit a question names: ``("khoản", ("2", "ii"))``.

    Attributes:
        unit: Its kind.
        labels: Its label, folded except đ, in both numerals; empty for any label.
    """

    unit: str
    labels: tuple[str, ...]


_UNITS = {
    "phu luc": "phụ lục",
    "phan": "phần",
    "chuong": "chương",
    "tieu muc": "tiểu mục",
    "muc": "mục",
    "dieu": "điều",
    "khoan": "khoản",
    "diem": "điểm",
    "gach dau dong": "gạch",
    "gach": "gạch",
    "dau cong": "cộng",
    "bang": "bảng",
    "dong": "dòng",
}
_SPELLED = {"gach dau dong": "gạch đầu dòng", "dau cong": "dấu cộng"}
_ORDINALS = dict(
    zip(["nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi"], map(str, range(1, 11)), strict=True)
)
_LETTERED = ("điểm", "phần", "mục", "chương", "phụ lục")
_DOTTED = r"(?:[ivxl]{1,5}|\d{1,2})(?:\.\d{1,2}){1,3}(?:\.[a-z])?"
_UNIT = re.compile(
    rf"(?<!\w)(?P<unit>{'|'.join(_UNITS)})\s+(?:(?P<nth>thu)\s+|so\s+)?"
    rf"(?P<label>{_DOTTED}|\d{{1,3}}[a-z]?|[ivxl]{{1,7}}|[a-z]|{'|'.join(_ORDINALS)}){END}(?!\s*/\s*\d)"
)
_BARE_BEFORE = re.compile(rf"(?<![\w.,/])(?P<label>{_DOTTED})[\s,]*$")
_BARE_AFTER = re.compile(rf"[\s,]*(?P<label>{_DOTTED}){END}")
# Words of two syllables that end like a unit, and "vi" where it is no numeral.
_COMPOUND = re.compile(
    r"(?<!\w)(?:danh muc|hang muc|chuyen muc|thanh phan|mot phan|co phan|tai khoan|thi diem|trong diem|dia diem|"
    r"thoi diem|dac diem|quan diem|cham diem|so diem|tru diem|cong diem)$"
)
# "phụ lục của nghị quyết 57": a document with one annex does not number it.
_ANNEX = re.compile(r"(?<!\w)phu luc(?!\w)")
_NOT_SIX = re.compile(r"\s+(?:pham|mo|sinh|khuan|tri)(?!\w)")


def named_units(asked: Question, taken: Span | None) -> list[tuple[WantedUnit, Span]]:
    """Every unit a question names, outside the words that name the document."""
    found: list[tuple[WantedUnit, Span]] = []
    for match in _UNIT.finditer(asked.folded):
        span = Span(*match.span())
        if (taken and taken.overlaps(span)) or not _is_unit(asked, match):
            continue
        found += [(unit, span) for unit in read_unit(_UNITS[match["unit"]], match["label"], _letter(asked, match))]
    if taken:
        found += _bare(asked, taken, [span for _, span in found])
        found += _annex(asked, [span for _, span in found])
    return _without_loose_rows(found)


def _without_loose_rows(found: list[tuple[WantedUnit, Span]]) -> list[tuple[WantedUnit, Span]]:
    """Tables and rows are units only beside another: typed without marks "dong 500" may be a sum of money."""
    units = {unit.unit for unit, _ in found}
    placed = bool(units - {"bảng", "dòng"}) or {"bảng", "dòng"} <= units
    return [(unit, span) for unit, span in found if placed or unit.unit not in ("bảng", "dòng")]


def _is_unit(asked: Question, match: re.Match[str]) -> bool:
    name, label = match["unit"], match["label"]
    unit = _UNITS[name]
    written_label = asked.written[slice(*match.span("label"))]
    return (
        asked.is_plain(match.span("unit"), _SPELLED.get(name, unit))
        and _COMPOUND.search(asked.folded, 0, match.end("unit")) is None
        and (label not in _ORDINALS or match["nth"] is not None)
        and (label in _ORDINALS or not has_marks(written_label.replace("đ", "")))
        and (not label.isalpha() or label in _ORDINALS or unit in _LETTERED)
        and not (label == "vi" and _NOT_SIX.match(asked.folded, match.end()))
        and not counts(asked, match.end())
    )


def _bare(asked: Question, document: Span, units: list[Span]) -> Iterator[tuple[WantedUnit, Span]]:
    """A dotted label right beside the document: "18.2 hướng dẫn 06-HD/TW"."""
    before = _BARE_BEFORE.search(asked.folded, 0, document.start)
    after = _BARE_AFTER.match(asked.folded, document.end)
    for match in (before, after):
        if match and not counts(asked, match.end()):
            span = Span(*match.span("label"))
            if not any(span.overlaps(unit) for unit in units):
                for unit in read_unit("mục", match["label"], ()):
                    yield unit, span


def _annex(asked: Question, units: list[Span]) -> Iterator[tuple[WantedUnit, Span]]:
    match = _ANNEX.search(asked.folded)
    if match and asked.is_plain(match.span(), "phụ lục") and not any(Span(*match.span()).overlaps(u) for u in units):
        yield WantedUnit("phụ lục", ()), Span(*match.span())


def _letter(asked: Question, match: re.Match[str]) -> tuple[str, ...]:
    """Which of điểm d and điểm đ was asked for; both, if the question was typed without marks."""
    if match["label"] != "d" or _UNITS[match["unit"]] != "điểm":
        return ()
    return (asked.written[match.start("label")],) if has_marks(asked.written) else ("d", "đ")


def read_unit(unit: str, label: str, letters: tuple[str, ...] = ()) -> Iterator[WantedUnit]:
    """The units a label means: "mục III.2.a" is mục III, khoản 2, điểm a; "mục 3.2" is the item printed 3.2.

    Args:
        unit: Its kind.
        label: In small letters.
        letters: Which letters it may be instead, where d and đ are told apart.
    """
    first, *inner = label.split(".")
    if inner and unit in ("bảng", "dòng"):
        yield WantedUnit(unit, (label,))
    elif not inner:
        yield WantedUnit(unit, letters or spellings(_ORDINALS.get(label, label)))
    elif first.isdigit() and unit != "điều":
        numbers = [part for part in inner if part.isdigit()]
        yield WantedUnit("số", (".".join((first, *numbers)),))
        if len(numbers) < len(inner):
            yield WantedUnit("điểm", (inner[-1],))
    else:
        yield WantedUnit(unit, spellings(first))
        for name, part in zip(("khoản", "điểm", "điểm"), inner, strict=False):
            yield WantedUnit(name, spellings(part))


_ROMANS = [
    "i",
    "ii",
    "iii",
    "iv",
    "v",
    "vi",
    "vii",
    "viii",
    "ix",
    "x",
    "xi",
    "xii",
    "xiii",
    "xiv",
    "xv",
    "xvi",
    "xvii",
    "xviii",
    "xix",
    "xx",
]


def spellings(label: str) -> tuple[str, ...]:
    """A label in both numerals, as it was given first: people type "mục 3" for "mục III"."""
    if label in _ROMANS:
        return (label, str(_ROMANS.index(label) + 1))
    if label.isdigit() and 1 <= int(label) <= len(_ROMANS):
        return (str(int(label)), _ROMANS[int(label) - 1])
    return (label,)
