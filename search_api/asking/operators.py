"""What people type into a question beside words: "exact phrase", -word, and fields such as ``nam:2024``.

::

    "chuyển đổi số"         passages that hold these words in a row; also “…” and «…»
    -phường, -"đảng viên"   passages that do not hold them
    loai:"nghị quyết"       kind of document; several values by comma: loai:nq,ct
    so:57  so:57-NQ/TW      number
    coquan:"bộ chính trị"   issuing body; also cq:
    nam:2024  nam:2020-2024 year of issue; nam:2012.. and nam:..2012 are open on one side
    hieuluc:còn             in force or not

A hyphen inside a word or number, or with a blank behind it, is a hyphen: ``57-NQ/TW``, ``kinh tế - xã hội``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.errors import BadQuery
from corpus.text import clean, fold, one_line
from corpus.types import Value
from search_api.asking.phrase import Phrase, phrase

FIELDS = {"loai": "loại văn bản", "so": "số hiệu", "coquan": "cơ quan", "nam": "năm", "hieuluc": "hiệu lực"}
"""Fields a question can name, and what each is."""
_SHORT_FIELDS = {"cq": "coquan", "hl": "hieuluc"}

_QUOTED = r"\"[^\"]*\"|“[^”]*”|«[^»]*»"
_BARE = r"[^\s,\"“”«»]+"
_OPERATOR = re.compile(
    rf"(?<!\S)(?P<field>[^\W\d_]+):(?!//)(?P<values>(?:{_QUOTED}|{_BARE})(?:,(?:{_QUOTED}|{_BARE}))*)"
    rf"|(?<!\S)-(?P<without>{_QUOTED}|[^\W_][^\s\"“”«»]*)"
    rf"|(?<!\w)(?P<phrase>{_QUOTED})"
    r"|(?<!\S)(?P<unvalued>[a-z]+):(?!\S)"
)
_VALUE = re.compile(rf"{_QUOTED}|{_BARE}")
_QUOTES = '"“”«»'
_NEXT = re.compile(r"\s+([^\W\d_]+)(?![:\w])")


@dataclass(frozen=True, slots=True)
class FieldValue(Value):
    """A condition on a field: its name, and a value as it was typed, without quotes."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Asked(Value):
    """A question taken apart.

    Attributes:
        text: The words to look for: those of the phrases among them, the other operators left out.
        phrases: What a passage must hold.
        excluded: What it must not hold.
        fields: Conditions on the document; those on one field are alternatives.
    """

    text: str
    phrases: tuple[Phrase, ...]
    excluded: tuple[Phrase, ...]
    fields: tuple[FieldValue, ...]


def read_operators(raw: str) -> Asked:
    """Take a question apart.

    Raises:
        BadQuery: It names a field that is none, a field without a value, or nothing to look for.
    """
    text = one_line(clean(raw))
    phrases: list[Phrase] = []
    excluded: list[Phrase] = []
    fields: list[FieldValue] = []

    def take(match: re.Match[str]) -> str:
        if match["unvalued"]:
            return _unvalued(match)
        if match["field"]:
            return _field(match, fields)
        found = phrase((match["without"] or match["phrase"]).strip(_QUOTES))
        if found is not None:
            (excluded if match["without"] else phrases).append(found)
        return " " if match["without"] else f" {match['phrase'][1:-1]} "

    rest = one_line(_OPERATOR.sub(take, text))
    if (excluded or fields) and not any(char.isalnum() for char in rest):
        raise BadQuery(
            "Câu hỏi chỉ có phần loại trừ hoặc trường lọc, chưa có từ cần tìm.",
            "Hãy thêm vài từ cần tìm; muốn xem danh sách văn bản thì mở trang Văn bản.",
        )
    return Asked(rest, tuple(phrases), tuple(excluded), tuple(fields))


def hints(raw: str) -> Iterator[str]:
    """What a reader may have meant otherwise: a minus takes one word away, unless several stand in quotation marks."""
    for match in _OPERATOR.finditer(one_line(clean(raw))):
        without = match["without"]
        following = _NEXT.match(match.string, match.end())
        if without and without[0] not in _QUOTES and following:
            both = f"{without} {following[1]}"
            yield f'Dấu trừ chỉ bỏ những đoạn có «{without}»; muốn bỏ cả cụm thì viết -"{both}".'


def _field(match: re.Match[str], fields: list[FieldValue]) -> str:
    name = _SHORT_FIELDS.get(match["field"].lower(), fold(match["field"]))
    if name not in FIELDS:
        # Operators are typed in small letters without marks; anything else is a sentence without its blank.
        if name != match["field"]:
            return match[0]
        raise BadQuery(f"Không có trường «{name}».", f"Các trường: {known_fields()}. {_NOT_MEANT}")
    values = [value.strip(_QUOTES).strip() for value in _VALUE.findall(match["values"])]
    if not all(values):
        raise BadQuery(f"Trường «{name}» chưa có giá trị.", f"Hãy viết giá trị liền sau dấu hai chấm. {_NOT_MEANT}")
    fields += [FieldValue(name, value) for value in values]
    return " "


def _unvalued(match: re.Match[str]) -> str:
    name = _SHORT_FIELDS.get(match["unvalued"], match["unvalued"])
    if name in FIELDS:
        raise BadQuery(f"Trường «{name}» chưa có giá trị.", f"Hãy viết giá trị liền sau dấu hai chấm. {_NOT_MEANT}")
    return match[0]


_NOT_MEANT = "Nếu không định lọc, hãy bỏ dấu hai chấm."


def known_fields() -> str:
    """The fields with what they are, for a message."""
    return ", ".join(f"{name} ({meaning})" for name, meaning in FIELDS.items())
