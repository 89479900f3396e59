"""Text that every format can hold: what has no shape on paper is left out, everything else is as it was."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from enum import Enum
from typing import Any

from corpus.text import CONTROLS, NO_CHARACTERS, one_line
from search_api.packs.content import PackContent
from search_api.schemas import Model

# Ends of lines of other systems and of office software (vertical tab: Word's line break; form feed: its page break).
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Bidi controls would show a text in another order than it has: a number or a quotation could read otherwise than it is.
_SHAPELESS = re.compile(rf"[{CONTROLS}\x80-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
# A reader should see that something was.
_NO_CHARACTER = re.compile(f"[{NO_CHARACTERS}]")


def printable(text: str) -> str:
    """A text without what breaks a file or deceives its reader; characters composed (NFC), lines ended by LF."""
    text = _LINE_ENDS.sub("\n", text)
    return unicodedata.normalize("NFC", _NO_CHARACTER.sub("\ufffd", _SHAPELESS.sub("", text)))


def printable_pack(content: PackContent) -> PackContent:
    """A pack with every text in it printable."""
    cleaned: PackContent = _cleaned(content)
    return cleaned


def printable_warnings(warnings: Mapping[int, str]) -> dict[int, str]:
    """Warnings that are not empty, printable, each on one line."""
    return {label: one for label, text in warnings.items() if (one := one_line(printable(text)))}


def lines(text: str) -> list[str]:
    """The lines of a text that hold something, without the white space around them."""
    return [line.strip() for line in text.split("\n") if line.strip()]


def _cleaned(value: Any) -> Any:
    match value:
        case Model():
            # Not validated again: composing may lengthen a text that is as long as it may be.
            return value.model_copy(update={name: _cleaned(getattr(value, name)) for name in type(value).model_fields})
        case Enum():
            return value
        case str():
            return printable(value)
        case tuple():
            return tuple(map(_cleaned, value))
        case _:
            return value
