"""The units a text names: "điểm a và điểm b khoản 2 Điều 5", "Điều 5, khoản 2", "các khoản 1, 2 và 3 Điều này".

Units that belong together are a chain. Within one the order tells what lies in what: from within outwards as
statutes name them, or from without inwards as citations do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.types import Path, Span, Step

THIS = "này"
"""The label of the unit a text stands in: "Điều này"."""

# What may hold what: the smaller holds the larger. A point in figures holds those in letters: "điểm 3.1, điểm a".
_DOTTED_POINT = 6.5
_RANKS = {
    "phụ lục": 0,
    "phần": 1,
    "chương": 2,
    "mục": 3,
    "tiểu mục": 4,
    "điều": 5,
    "khoản": 6,
    "điểm": 7,
    "gạch": 8,
    "cộng": 9,
}
_SPELLED = {"gạch đầu dòng": "gạch", "dấu cộng": "cộng"}
_ORDINALS = {
    "nhất": "1",
    "hai": "2",
    "ba": "3",
    "tư": "4",
    "bốn": "4",
    "năm": "5",
    "sáu": "6",
    "bảy": "7",
    "bẩy": "7",
    "tám": "8",
    "chín": "9",
    "mười": "10",
}
_LETTERED = ("điểm", "phần", "phụ lục")
_END = r"(?!\w|[.,]\d|\s?[/%]|\s?-\s?[a-zđ]{2})"
_DOTTED = r"(?:[ivxl]{1,5}|\d{1,2})(?:\.\d{1,2}){1,3}(?:\.[a-zđ])?"
_LABEL = rf"(?:{_DOTTED}|\d{{1,3}}[a-zđ]?|[ivxl]{{1,7}}|[a-zđ]\d{{0,2}}){_END}"
_ORDINAL = rf"thứ\s(?:{'|'.join(_ORDINALS)}|\d{{1,2}})(?!\w)"
_MORE = rf"(?:\s?,\s?|\s?;\s?|\s?,?\s(?:và|hoặc|hay)\s){_LABEL}"
_NAMES = "|".join(sorted((*_RANKS, *_SPELLED), key=len, reverse=True))
_UNIT = re.compile(
    rf"(?<!\w)(?:các\s)?(?P<unit>{_NAMES})\s(?:số\s)?(?:(?P<this>này)(?!\w)|(?P<nth>{_ORDINAL})"
    rf"|(?P<labels>{_LABEL}(?:{_MORE}){{0,40}}))"
)
_ONE_LABEL = re.compile(_LABEL)
# Words of two syllables that end like a unit.
_COMPOUND = re.compile(
    r"(?<!\w)(?:danh|hạng|chuyên|thành|một|cổ|tài|thí|trọng|địa|thời|đặc|quan|chấm|luận|ưu|nhược|kết|điều)\s$"
)
# What stands between two units of a chain. A law that strikes words out names its places so: "cụm từ “…” tại".
_JOINT = re.compile(
    r"\s?(?:[,;]|(?:,\s?)?(?:và|hoặc|hay)(?=\s))?\s?(?:(?:bãi bỏ|bỏ)\s)?"
    r"(?:cụm từ\s“[^”]{1,200}”\s)?(?:(?:tại|của|thuộc|trong)\s)?(?:các\s)?"
)
_LONGEST_JOINT = 240
# A law that repeals in many places names some ten at once.
_LONGEST_CHAIN = 40


@dataclass(frozen=True, slots=True)
class Chain:
    """Units that are named together.

    Attributes:
        span: From the first word to the last label, in the evened text.
        paths: Each unit, outermost step first.
        is_this: The outermost of them is the one the text stands in.
    """

    span: Span
    paths: tuple[Path, ...]
    is_this: bool


@dataclass(frozen=True, slots=True)
class _Group:
    """Units of one kind, named by one word: "khoản 1, 2 và 3"."""

    span: Span
    unit: str
    labels: tuple[str, ...]

    @property
    def rank(self) -> float:
        return _rank(Step(self.unit, self.labels[0]))


def unit_chains(text: str, form: str) -> list[Chain]:
    """Every chain of units in a text, in order.

    Args:
        text: Evened.
        form: The same as it is compared in matching (``match_form``).
    """
    return [_chain(groups) for groups in _joined(list(_groups(text, form)), form)]


def _groups(text: str, form: str) -> Iterator[_Group]:
    for match in _UNIT.finditer(form):
        unit = _SPELLED.get(match["unit"], match["unit"])
        if _COMPOUND.search(form, max(0, match.start("unit") - 10), match.start("unit")):
            continue
        if match["this"]:
            labels: tuple[str, ...] = (THIS,)
        elif match["nth"]:
            nth = match["nth"].split()[1]
            labels = (_ORDINALS.get(nth, nth),)
        else:
            start = match.start("labels")
            labels = tuple(text[slice(*found.span())] for found in _ONE_LABEL.finditer(form, start, match.end()))
            labels = tuple(label for label in labels if _fits(unit, label))
        if labels:
            yield _Group(Span(match.start(), match.end()), unit, labels)


def _rank(step: Step) -> float:
    return _DOTTED_POINT if step.unit == "điểm" and "." in step.label else _RANKS[step.unit]


def _fits(unit: str, label: str) -> bool:
    """Whether a unit may be called so: "điều a" and "khoản c" are none."""
    return label[0].isdigit() or unit in _LETTERED or label.isupper() or not label.isalpha()


def _joined(groups: Sequence[_Group], form: str) -> Iterator[list[_Group]]:
    chain: list[_Group] = []
    for group in groups:
        if chain and (len(chain) == _LONGEST_CHAIN or not _goes_on(chain[-1], group, form)):
            yield chain
            chain = []
        chain.append(group)
    if chain:
        yield chain


def _goes_on(last: _Group, group: _Group, form: str) -> bool:
    start, end = last.span.end, group.span.start
    is_near = end - start <= _LONGEST_JOINT and THIS not in last.labels
    return is_near and _JOINT.fullmatch(form, start, end) is not None


def _chain(groups: Sequence[_Group]) -> Chain:
    ranks = [group.rank for group in groups]
    from_without = len(set(ranks)) > 1 and all(outer <= inner for outer, inner in pairwise(ranks))
    paths = _from_without(groups) if from_without else _from_within(groups)
    return Chain(
        Span(groups[0].span.start, groups[-1].span.end),
        tuple(dict.fromkeys(paths)),
        THIS in groups[-1].labels,
    )


def _from_within(groups: Sequence[_Group]) -> list[Path]:
    """Of "điểm e khoản 1, điểm d khoản 2 Điều 62" the two points, each in its clause of the same article."""
    paths: list[Path] = []
    for group in groups:
        steps = [Step(group.unit, label) for label in group.labels]
        inside = [path for path in paths if _rank(path[0]) > group.rank]
        if inside:
            outside = [path for path in paths if _rank(path[0]) <= group.rank]
            paths = [*outside, *((step, *path) for path in inside for step in steps)]
        else:
            paths += [(step,) for step in steps]
    return paths


def _from_without(groups: Sequence[_Group]) -> list[Path]:
    """Of "Điều 9, khoản 3, điểm c và d" the two points; of "Điều 5, Điều 7 khoản 1" both articles."""
    paths: list[Path] = []
    around: list[Path] = [()]
    for group, following in zip(groups, (*groups[1:], None), strict=True):
        around = [path for path in around if not path or _rank(path[-1]) < group.rank] or [
            tuple(step for step in around[0] if _rank(step) < group.rank)
        ]
        inner = [(*path, Step(group.unit, label)) for path in around for label in group.labels]
        if following is not None and following.rank > group.rank:
            around = inner[-1:]
            paths += inner[:-1]
        else:
            paths += inner
    return paths
