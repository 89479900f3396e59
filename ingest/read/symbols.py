"""Symbol fonts: the characters that their glyphs are in Unicode.

Word stores a glyph of such a font as a private character U+F0xx, whose second byte is the font's own code, or
as that code alone. The tables are Adobe's for Symbol and, for the rest, what offices use of the dingbats.
"""

from __future__ import annotations

_SYMBOL_LOW = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
_SYMBOL_HIGH = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"
_TABLES: dict[str, dict[int, str]] = {
    "symbol": dict(enumerate(_SYMBOL_LOW, 0x20))
    | dict(enumerate(_SYMBOL_HIGH, 0xA0))
    | dict(enumerate("〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭", 0xF1)),
    "wingdings": {
        0x20: " ", 0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x3F: "✍", 0x45: "☜", 0x46: "☞", 0x4A: "☺", 0x6C: "●",
        0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖",
        0x77: "⬥", 0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xD8: "➢", 0xDF: "←",
        0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒",
        0xFE: "☑",
    },
    "wingdings 2": {0x4F: "✗", 0x50: "✓", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0xA3: "□"},
    "webdings": {0x34: "➤", 0x61: "✓", 0x63: "□", 0x67: "■", 0x6E: "●", 0x72: "✗"},
}  # fmt: skip
_PRIVATE = range(0xF000, 0xF100)


def is_symbol_font(font: str | None) -> bool:
    """Whether letters set in the font are signs."""
    return font is not None and font.lower() in _TABLES


def is_private(char: str) -> bool:
    """Whether a character has no meaning without its font."""
    return "\ue000" <= char <= "\uf8ff"


def real_text(text: str, font: str | None) -> str:
    """Text set in a symbol font in the characters a reader sees; a blank for one that is not known.

    Args:
        text: As stored.
        font: Its font, ``None`` if none is named; private characters then tell nothing.
    """
    table = _TABLES.get((font or "").lower())
    return "".join(_real(char, table) for char in text)


def _real(char: str, table: dict[int, str] | None) -> str:
    if table is None:
        return " " if is_private(char) else char
    code = ord(char) - _PRIVATE.start if ord(char) in _PRIVATE else ord(char)
    return table.get(code, " ")
