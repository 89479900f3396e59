"""The four old encodings: which letter each code, or each pair of codes, stands for.

A code is written as the Latin-1 character of its byte, the way readers that know nothing of the encoding
hand it on. The charts are laid out as their sources print them, sixteen codes a row; ``·`` is a code that
keeps its Latin-1 meaning.

Sources: TCVN3 (ABC, fonts ``.Vn…``): TCVN 5712:1993, third table, as glibc's ``TCVN5712-1`` has it without
the capitals that the third table leaves out. VISCII: RFC 1456. VPS: the chart of the Vietnamese Unicode
project (vietunicode, ``vps.gif``). VNI: the pairs of VNI for Windows as the keyboard program xvnkb lists them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from enum import Enum

_TCVN3 = """
a0 ·ĂÂÊÔƠƯĐăâêôơưđ·
b0 ·····àảãáạ·ằẳẵắ·
c0 ······ặầẩẫấậè·ẻẽ
d0 éẹềểễếệìỉ···ĩíịò
e0 ·ỏõóọồổỗốộờởỡớợù
f0 ·ủũúụừửữứựỳỷỹýỵ·
"""
_VPS = """
00 ··ẠẬẶẸỆ·········
10 ỊỌỘỢỤỰ···Ỵ··ẪỮ··
80 ÀẢÃẤẦẨọỗĂếềểệẮẰẲ
90 Ế··ỀỂỄỐỒỔỖýỷỵỚỜỞ
a0 ·ắằẳẵặỠớÙờởỡŨỨợỪ
b0 ổỬỲỸÍÌộỈĨÓửữÒỎÕự
c0 ầÁÂấẩẫậđẻÉÊẹỉễịỹ
d0 ƯỦồốÔỏơÈừứÚũưÝẺ·
e0 àáâãảạă·èéêẽìí·ĩ
f0 ẴĐòóôõ·Ơụùúủ·ỶẼỳ
"""
_VISCII = """
00 ··Ẳ··ẴẪ·········
10 ····Ỷ····Ỹ····Ỵ·
80 ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ
90 ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ
a0 Õắằặấầẩậẽẹếềểễệố
b0 ồổỗỠƠộờởịỰỨỪỬơớƯ
c0 ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ
d0 ĐứÒÓÔạỷừửÙÚỹỵÝỡư
e0 àáâãảăữẫèéêẻìíĩỉ
f0 đựòóôõỏọụùúũủýợỮ
"""
# VNI writes a vowel and then its marks; these are letters of their own.
_VNI_SINGLE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "ì": "ì", "í": "í", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI_TONES = {"ø": "\u0300", "ù": "\u0301", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_CIRCUMFLEX, _BREVE = "\u0302", "\u0306"
_VNI_HATS = {
    "â": _CIRCUMFLEX,
    "à": _CIRCUMFLEX + "\u0300",
    "á": _CIRCUMFLEX + "\u0301",
    "å": _CIRCUMFLEX + "\u0309",
    "ã": _CIRCUMFLEX + "\u0303",
    "ä": _CIRCUMFLEX + "\u0323",
    "ê": _BREVE,
    "è": _BREVE + "\u0300",
    "é": _BREVE + "\u0301",
    "ú": _BREVE + "\u0309",
    "ü": _BREVE + "\u0303",
    "ë": _BREVE + "\u0323",
}
# Which vowels take which marks; the first spelling of a letter is the one the keyboard programs write.
_VNI_BASES = {"a": "âàáåãäêèéúüëøùûõï", "e": "âàáåãäøùûõï", "o": "âàáåãäøùûõï", "u": "øùûõï", "y": "øùûõï"}


class Encoding(Enum):
    """An old encoding; the value is its name, as it is recorded and shown."""

    TCVN3 = "TCVN3"
    VNI = "VNI"
    VPS = "VPS"
    VISCII = "VISCII"


def table(encoding: Encoding) -> dict[str, str]:
    """What each code, or row of codes, of an encoding stands for, in NFC."""
    return dict(_vni_pairs()) if encoding is Encoding.VNI else dict(_chart(_CHARTS[encoding]))


_CHARTS = {Encoding.TCVN3: _TCVN3, Encoding.VPS: _VPS, Encoding.VISCII: _VISCII}


def _chart(chart: str) -> Iterator[tuple[str, str]]:
    for row in chart.split("\n"):
        start, _, letters = row.partition(" ")
        for column, letter in enumerate(letters):
            if letter != "·":
                yield chr(int(start, 16) + column), letter


def _vni_pairs() -> Iterator[tuple[str, str]]:
    small = {**_VNI_SINGLE, **dict(_vni_vowels())}
    for codes, letter in small.items():
        yield codes, letter
        yield codes.upper(), letter.upper()
        if len(codes) > 1:  # the mark under a capital is often typed without the shift key
            yield codes[0].upper() + codes[1:], letter.upper()


def _vni_vowels() -> Iterator[tuple[str, str]]:
    for vowel, marks in _VNI_BASES.items():
        for mark in marks:
            yield vowel + mark, _composed(vowel, _VNI_HATS.get(mark) or _VNI_TONES[mark])
        for hat in {"â", "ê"}.intersection(marks):  # a hat and a tone typed one after the other
            for tone, accent in _VNI_TONES.items():
                yield vowel + hat + tone, _composed(vowel, _VNI_HATS[hat] + accent)
    for code, letter in (("ô", "ơ"), ("ö", "ư")):
        for tone, accent in _VNI_TONES.items():
            yield code + tone, _composed(letter, accent)


def _composed(letter: str, marks: str) -> str:
    return unicodedata.normalize("NFC", letter + marks)
