"""The fonts that are shipped hold every character that Vietnamese papers are written with."""

from __future__ import annotations

import unicodedata
from itertools import product
from pathlib import Path

import pytest
from pdfminer.pdffont import TrueTypeFont

import search_api.exports

FOLDER = Path(search_api.exports.__file__).parent / "fonts"
FONTS = sorted(FOLDER.glob("*.ttf"))
MARKED = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
SIGNS = "“”‘’\"'«»–—-…·•›§%‰°±×÷/\\()[]{}<>=+*&@#|~^_`.,;:!?0123456789¹²³\u00a0"


def _letters() -> set[str]:
    lower = {unicodedata.normalize("NFC", letter + tone) for letter, tone in product(MARKED, TONES)}
    lower |= set("bcdđghklmnpqrstvx") | set("fjwz")
    return lower | {letter.upper() for letter in lower}


def _held(font: Path) -> set[str]:
    with font.open("rb") as file:
        return set(TrueTypeFont(font.name, file).create_unicode_map().cid2unichr.values())


def test_alphabet_is_counted_right() -> None:
    """134 letters carry a mark (67 and their capitals, đ among them)."""
    assert len([letter for letter in _letters() if not letter.isascii()]) == 134


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font.stem)
def test_font_holds_every_letter_and_sign(font: Path) -> None:
    assert not (_letters() | set(SIGNS)) - _held(font)


def test_faces_are_those_used_and_their_licence_is_with_them() -> None:
    assert [font.stem for font in FONTS] == [
        *("LiberationSans-Bold", "LiberationSans-Regular"),
        *("LiberationSerif-Bold", "LiberationSerif-BoldItalic", "LiberationSerif-Italic", "LiberationSerif-Regular"),
    ]
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FOLDER / "OFL.txt").read_text("utf-8")
