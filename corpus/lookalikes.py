"""Letters that look like those of Vietnamese and are others: a mark typed with them is still the mark a reader sees.

Cyrillic and Greek letters, full-width and mathematical ones, and signs that show nothing.
"""

from __future__ import annotations

import unicodedata

# Each pair of rows: letters of another script, and below them those of ours that they look like.
_ROWS = (
    ("АВЕЅІЈКМНОРСТУХҮԚԜ", "ABESIJKMHOPCTYXYQW"),
    ("аеѕіјкмнорстухԛԝ", "aesijkmhopctyxqw"),
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"),
    ("αικνορτυχ", "aiknoptux"),
    ("ᎪᎷᎢᏆᎡᏙᏞᏟᏦ", "AMTIRVLCK"),
)
_VARIANTS = (*range(0xFF01, 0xFF5F), *range(0x1D400, 0x1D800), *range(0x2100, 0x2150), *range(0x24B6, 0x24EA))
_UNSEEN = (0x34F, 0x61C, 0x115F, 0x1160, 0x180E, *range(0x200E, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070))
_SELECTORS = tuple(range(0xFE00, 0xFE10))
# Blanks that typesetters use and ``clean`` leaves: between the letters of a word they must not tell them apart.
_BLANKS = (*range(0x2000, 0x200B), 0x205F, 0x3000)


def _table() -> dict[int, str | None]:
    table: dict[int, str | None] = dict.fromkeys((*_UNSEEN, *_SELECTORS), None)
    table.update(dict.fromkeys(_BLANKS, " "))
    for code in _VARIANTS:
        letter = unicodedata.normalize("NFKC", chr(code))
        if len(letter) == 1 and letter.isascii():
            table[code] = letter
    for others, ours in _ROWS:
        table.update(zip(map(ord, others), ours, strict=True))
    return table


_TABLE = _table()


def plain(text: str) -> str:
    """A text with its look-alikes replaced and without what shows nothing; offsets are not kept."""
    return text if text.isascii() else text.translate(_TABLE)
