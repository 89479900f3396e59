"""The units a question names: "khoản 2 mục III", in any order, either numeral, with marks or without.

What may be another word as well ("khoản ba", "đ39", "thứ 6") is a unit only right beside the document or another unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.numbers import KINDS
from corpus.numerals import NUMERAL
from corpus.text import fold, has_marks
from corpus.types import Span
from search_api.asking.question import END, Question, counts
from search_api.asking.unit_labels import WantedUnit, labels_between, plain_label, read_unit

_UNITS = {
    "phu luc": "phụ lục",
    "phan": "phần",
    "chuong": "chương",
    "tieu muc": "tiểu mục",
    "muc": "mục",
    "dieu": "điều",
    "khoan": "khoản",
    "diem": "điểm",
    # Below điểm where điểm bears a number: "tiết a, điểm 10.6.2".
    "tiet": "tiết",
    "y": "ngoặc",
    "gach dau dong": "gạch",
    "gach": "gạch",
    "dau cong": "cộng",
    "bang": "bảng",
    "dong": "dòng",
}
_SPELLED = {"gach dau dong": "gạch đầu dòng", "dau cong": "dấu cộng", "y": "ý"}
_SHORTENED = {"d": "điều", "k": "khoản", "m": "mục", "ch": "chương", "pl": "phụ lục"}
_LETTERED = ("điểm", "tiết", "phần", "mục", "chương", "phụ lục")
_DOTTED = r"(?:[ivxl]{1,5}|\d{1,2})(?:\.\d{1,2}){1,3}(?:\.[a-z])?"
# "mục B.III.5", "mục B III 5": phần B, mục III, khoản 5.
_STAIRS = r"[a-d][.\s\-]\s?[ivxl]{1,5}(?:[.\s\-]\s?\d{1,2}(?:[.\s\-]\s?[a-z])?)?"
_BRACKETED = r"\(\d{1,2}\)"
_IN_WORDS = re.compile(NUMERAL)
_LABEL = rf"{_STAIRS}|{_DOTTED}|\d{{1,3}}[a-z]?|{_BRACKETED}|{NUMERAL}|nhat|[ivxl]{{1,7}}|[a-z]"
_NAMES = "|".join(_UNITS)
_NO_FRACTION = r"(?!\s*/\s*\d)"
_UNIT = re.compile(rf"(?<!\w)(?P<unit>{_NAMES})\s+(?:(?P<nth>thu)\s+|so\s+)?(?P<label>{_LABEL}){END}{_NO_FRACTION}")
_SHORT = re.compile(
    rf"(?<![\w/.\-])(?P<unit>{'|'.join(_SHORTENED)})\s?(?P<dot>\.)?\s?"
    rf"(?P<label>\d{{1,3}}[a-z]?|[ivxl]{{1,5}}|[a-z]){END}{_NO_FRACTION}"
)
_NTH = re.compile(rf"(?<!lan )(?<!hang )(?<!ngay )(?<!\w)thu (?P<label>\d{{1,2}}|{NUMERAL}|nhat){END}{_NO_FRACTION}")
_MORE = re.compile(
    rf"(?:\s*[,;]\s*(?:(?:va|hoac)\s+)?|\s+(?:va|hoac|hay)\s+|(?P<to>\s*-\s*|\s+(?:den|toi)\s+))"
    rf"(?:(?P<unit>{_NAMES})\s+)?(?P<label>{_LABEL}){END}(?!\s*[/\-]\s*\d)"
)
# What may follow the last of a list: "khoản 1, 3 điều 9", but not "điều 5 và 3 người".
_BEHIND_LIST = re.compile(
    rf"\s*(?:$|[,;.:?!)\-]|(?:{_NAMES}|{'|'.join(map(fold, KINDS))}|cua|trong|tai|theo|o|thuoc|va|hoac|hay|den|toi|"
    r"quy dinh|noi|la|co)(?!\w))"
)
_BARE = rf"{_STAIRS}|{_DOTTED}|{_BRACKETED}"
_BARE_BEFORE = re.compile(rf"(?<![\w.,/])(?P<label>{_BARE})[\s,]*$")
_BARE_AFTER = re.compile(rf"[\s,]*(?P<label>{_BARE}){END}")
# Words of two syllables that end like a unit, shares ("hai phần ba"), and "vi" where it is no numeral.
_COMPOUND = re.compile(
    r"(?<!\w)(?:danh muc|hang muc|chuyen muc|thanh phan|co phan|tai khoan|thi diem|trong diem|dia diem|"
    r"thoi diem|dac diem|quan diem|cham diem|so diem|tru diem|cong diem|chi tiet|thoi tiet|"
    rf"(?:\d|{NUMERAL}) phan)$"
)
# "phụ lục của nghị quyết 57": a document with one annex does not number it.
_ANNEX = re.compile(r"(?<!\w)phu luc(?!\w)")
_NOT_SIX = re.compile(r"\s+(?:pham|mo|sinh|khuan|tri)(?!\w)")
_YEAR = re.compile(r"\s+\d")
# What may stand between two names of one address.
_BESIDE = re.compile(r"[\s,;:.()\-]*(?:(?:cua|tai|trong|o|va|thuoc|theo)\s+)?")
# A title goes on behind its kind: "điều lệ đảng, chương hai".
_TITLE = re.compile(r"(?: \w+){0,8}")
_ALONE_BEFORE, _ALONE_AFTER = re.compile(r"(?:^|[,;(])\s*$"), re.compile(r"\s*(?:$|[,;.)?])")
# Tables and rows are units only beside another: typed without marks "dong 500" may be a sum of money.
_INNER = frozenset(("bảng", "dòng", "tiết"))


@dataclass(frozen=True, slots=True)
class _Found:
    """Units as they stand in a question, and whether the words can mean nothing else."""

    units: tuple[WantedUnit, ...]
    span: Span
    is_sure: bool

    @property
    def is_by_order(self) -> bool:
        """Whether it is named by nothing but its place: "thứ 3" and "ý 3" are said of much else."""
        return any(unit.unit in ("thứ", "ngoặc") for unit in self.units)


def named_units(asked: Question, document: Span | None, title: Span | None = None) -> list[tuple[WantedUnit, Span]]:
    """Every unit a question names, outside the words that name the document.

    Args:
        asked: The question.
        document: The words that name a document by its number or a popular name.
        title: The word that begins the title of one, where none is named so.
    """
    found: list[_Found] = []
    for one in (*_spelled(asked, document), *_shortened(asked), *_by_order(asked)):
        taken = (document, *(other.span for other in found))
        if not any(span and span.overlaps(one.span) for span in taken):
            found.append(one)
    found = _told_by_neighbours(asked, found, document, title)
    if document:
        found += _bare(asked, document, [one.span for one in found])
        found += _annex(asked, [one.span for one in found])
    return _in_place([(unit, one.span) for one in sorted(found, key=lambda one: one.span) for unit in one.units])


def _in_place(found: list[tuple[WantedUnit, Span]]) -> list[tuple[WantedUnit, Span]]:
    """Without those that are units only inside another where no other is named."""
    units = {unit.unit for unit, _ in found}
    placed = bool(units - _INNER) or {"bảng", "dòng"} <= units
    return [(unit, span) for unit, span in found if placed or unit.unit not in _INNER]


def _spelled(asked: Question, document: Span | None) -> Iterator[_Found]:
    for match in _UNIT.finditer(asked.folded):
        if not _is_unit(asked, match):
            continue
        unit = _UNITS[match["unit"]]
        labels, end = _listed(asked, match, document)
        made = [one for label in labels for one in read_unit(unit, label, _letters(asked, unit, label))]
        in_words = match["nth"] is None and _IN_WORDS.fullmatch(match["label"]) is not None
        yield _Found(tuple(made), Span(match.start(), end), unit != "ngoặc" and not in_words)


def _is_roman(label: str) -> bool:
    return not label.strip("ivxl")


def _is_unit(asked: Question, match: re.Match[str]) -> bool:
    name, label = match["unit"], match["label"]
    unit = _UNITS[name]
    written = asked.written[slice(*match.span("label"))]
    is_letters = label.isalpha() and (len(label) == 1 or _is_roman(label))
    return (
        asked.is_plain(match.span("unit"), _SPELLED.get(name, unit))
        and _COMPOUND.search(asked.folded, 0, match.end("unit")) is None
        and (label != "nhat" or match["nth"] is not None)
        and (not is_letters or (unit in _LETTERED and not has_marks(written.replace("đ", ""))))
        and bool(plain_label(written) or is_letters)
        and not (label == "vi" and _NOT_SIX.match(asked.folded, match.end()))
        and not (label.endswith("nam") and _YEAR.match(asked.folded, match.end()))
        and not counts(asked, match.end())
    )


def _listed(asked: Question, match: re.Match[str], document: Span | None) -> tuple[list[str], int]:
    """The labels of a unit and of those listed behind it ("khoản 1, 3", "điều 30 đến 33"), and where they end."""
    labels, end = [_label(asked, match)], match.end()
    for _ in range(len(asked.text)):
        more = _MORE.match(asked.folded, end)
        if more is None or not _goes_on(asked, match, more, document):
            break
        label = _label(asked, more)
        between = labels_between(labels[-1], label) if more["to"] else (labels[-1], label)
        if between is None:
            break
        labels, end = [*labels[:-1], *between], more.end()
    return labels, end


def _goes_on(asked: Question, match: re.Match[str], more: re.Match[str], document: Span | None) -> bool:
    # With its unit before it ("khoản 1, khoản 3") it is found by itself, unless it ends a range.
    same_unit = more["unit"] is None or (more["unit"] == match["unit"] and more["to"] is not None)
    inside = document is not None and document.overlaps(Span(more.start("label"), more.end()))
    at_document = document is not None and not asked.folded[more.end() : document.start].strip(" ,")
    return (
        same_unit
        and not inside
        and _sort(match["label"]) == _sort(more["label"])
        and bool(_label(asked, more))
        and (at_document or _BEHIND_LIST.match(asked.folded, more.end()) is not None)
        and not counts(asked, more.end())
    )


def _sort(label: str) -> str:
    """Labels of one sort make a list: figures, dotted figures, letters, numerals in words."""
    if any(char.isdigit() for char in label):
        return "dotted" if "." in label else "figures"
    return "letters" if len(label) == 1 or _is_roman(label) else "words"


def _label(asked: Question, match: re.Match[str]) -> str:
    written = asked.written[slice(*match.span("label"))]
    if re.fullmatch(_STAIRS, match["label"]):
        return re.sub(r"[.\s\-]+", ".", match["label"])
    return plain_label(written)


def _letters(asked: Question, unit: str, label: str) -> tuple[str, ...]:
    """Which of điểm d and điểm đ was asked for; both, if the question was typed without marks."""
    if unit not in ("điểm", "tiết") or label not in ("d", "đ"):
        return ()
    return (label,) if has_marks(asked.written) else ("d", "đ")


def _shortened(asked: Question) -> Iterator[_Found]:
    """The units of articles by their first letters: "Đ.39 k.7"; "đ.a" is điểm a."""
    for match in _SHORT.finditer(asked.folded):
        name, label = match["unit"], match["label"]
        is_figure, dotted = label[0].isdigit(), match["dot"] is not None
        if is_figure and (dotted or name != "m"):
            unit = _SHORTENED[name]
        elif dotted and name == "d" and len(label) == 1:
            unit = "điểm"
        elif dotted and name in ("m", "ch", "pl") and _is_roman(label):
            unit = _SHORTENED[name]
        else:
            continue
        written = asked.written[slice(*match.span("label"))]
        units = tuple(read_unit(unit, written, _letters(asked, unit, written)))
        yield _Found(units, Span(*match.span()), is_sure=False)


def _by_order(asked: Question) -> Iterator[_Found]:
    """What is asked for by its place: "giải pháp thứ 6 của nghị quyết 72" is the sixth, whatever it is called."""
    for match in _NTH.finditer(asked.folded):
        label = plain_label(asked.written[slice(*match.span("label"))])
        if label and asked.is_plain((match.start(), match.start() + 3), "thứ"):
            yield _Found(tuple(read_unit("thứ", label)), Span(*match.span()), is_sure=False)


def _told_by_neighbours(
    asked: Question, found: Sequence[_Found], document: Span | None, title: Span | None
) -> list[_Found]:
    """Those that are sure, and those that stand right beside one or beside the document."""
    kept = [one for one in found if one.is_sure]
    waiting = [one for one in found if not one.is_sure]
    while waiting:
        names = [*(one.span for one in kept), *([document] if document else [])]
        told = [
            one
            for one in waiting
            if any(_are_beside(asked, one.span, name) for name in names)
            or (title and _is_beside_title(asked, one, title))
            or (names and _stands_alone(asked, one))
        ]
        if not told:
            break
        kept += told
        waiting = [one for one in waiting if one not in told]
    return kept


def _are_beside(asked: Question, one: Span, other: Span) -> bool:
    first, second = sorted((one, other))
    return _BESIDE.fullmatch(asked.folded, first.end, second.start) is not None


def _is_beside_title(asked: Question, one: _Found, title: Span) -> bool:
    if one.span.start < title.start or one.is_by_order:
        return _are_beside(asked, one.span, title)
    words = _TITLE.match(asked.folded, title.end, one.span.start)
    return words is not None and _BESIDE.fullmatch(asked.folded, words.end(), one.span.start) is not None


def _stands_alone(asked: Question, one: _Found) -> bool:
    """Whether a unit stands between commas: "nghị quyết 66 về pháp luật, mục năm"."""
    return (
        not one.is_by_order
        and _ALONE_BEFORE.search(asked.folded, 0, one.span.start) is not None
        and _ALONE_AFTER.match(asked.folded, one.span.end) is not None
    )


def _bare(asked: Question, document: Span, units: list[Span]) -> Iterator[_Found]:
    """A label right beside the document: "18.2 hướng dẫn 06-HD/TW", "nghị quyết 72 (6)"."""
    before = _BARE_BEFORE.search(asked.folded, 0, document.start)
    after = _BARE_AFTER.match(asked.folded, document.end)
    for match in (before, after):
        if match and not counts(asked, match.end()):
            span = Span(*match.span("label"))
            if not any(span.overlaps(unit) for unit in units):
                unit = "ngoặc" if match["label"].startswith("(") else "mục"
                yield _Found(tuple(read_unit(unit, _label(asked, match))), span, is_sure=True)


def _annex(asked: Question, units: list[Span]) -> Iterator[_Found]:
    match = _ANNEX.search(asked.folded)
    if match and asked.is_plain(match.span(), "phụ lục") and not any(Span(*match.span()).overlaps(u) for u in units):
        yield _Found((WantedUnit("phụ lục", ()),), Span(*match.span()), is_sure=True)
