"""Which old encoding a font's name stands for, and text converted by the fonts it is set in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from corpus.quality import quality
from ingest.read.legacy.convert import letters, to_unicode
from ingest.read.legacy.tables import Encoding

# A PDF puts a mark of six letters before a font of which it holds some glyphs only.
_SUBSET = re.compile(r"[A-Z]{6}\+")
_STYLE = re.compile(r"[\s,\-_]*(?:bold|italic|oblique|regular|normal)\b", re.IGNORECASE)
_STYLE_GLUED = re.compile(r"(?<=[a-zH])(?:Bold|Italic|Oblique)+$")
# Families by their stems, where a name lacks the dot or the hyphen that tells the encoding apart:
# "VnTime" (Distiller drops the dot) is TCVN3, "VNtimes new roman" is not.
_FAMILIES = (
    r"(?:3D|Arial(?: ?NarrowH?)?|Aristote|Avant|Bahamas(?:B)?|Black|Book-?Antiqua|Century ?Schoolbook|Clarendon"
    r"|Commercial ?Script|Cooper|Courier(?: New)?|Exotic|Free|Gothic|Helve(?:t(?:Ins)?)?|Koala|Linus|LucidaSans"
    r"|Lincoln|Memorandum|Mono|Monotype corsiva|Mystical|Park|Present|Revue|Shelley Allegro|Southern|Stamp"
    r"|Teknical|Times?|University|Vogue)"
)
_NAMES = (
    (Encoding.TCVN3, re.compile(r"\.Vn\w.*", re.IGNORECASE)),
    (Encoding.TCVN3, re.compile(rf"Vn{_FAMILIES}H?", re.IGNORECASE)),
    (Encoding.VNI, re.compile(rf"VNI(?:[- ]\w.*|{_FAMILIES})", re.IGNORECASE)),
    (Encoding.VPS, re.compile(rf"VPS(?:[- ]\w.*|{_FAMILIES}.*)", re.IGNORECASE)),
    (Encoding.VISCII, re.compile(rf"(?:VISCII\b.*|VI {_FAMILIES}.*)", re.IGNORECASE)),
)
# ".VnTimeH" and "VPS Times Hoa" draw small letters as capitals; VNI has no such fonts.
_CAPITALS = {
    Encoding.TCVN3: re.compile(r".*h", re.IGNORECASE),
    Encoding.VPS: re.compile(r".*\bhoa", re.IGNORECASE),
    Encoding.VISCII: re.compile(r".*\bhoa", re.IGNORECASE),
}
_UNICODE = re.compile("[\u1ea0-\u1ef9\u0103\u0111\u01a1\u01b0]")


class LegacyFont(NamedTuple):
    """What a font draws: the letters of an encoding, small ones as capitals if ``capitals``."""

    encoding: Encoding
    capitals: bool


class Piece(NamedTuple):
    """Some text and the name of the font it is set in, ``""`` where that is not known."""

    font: str
    text: str


def legacy_font(name: str) -> LegacyFont | None:
    """What a font of that name draws; ``None`` where it is not one of an old encoding."""
    family = _SUBSET.sub("", name.partition(";")[0].strip(), count=1)
    family = _STYLE_GLUED.sub("", _STYLE.sub("", family)).strip()
    for encoding, pattern in _NAMES:
        if pattern.fullmatch(family):
            capitals = _CAPITALS.get(encoding)
            return LegacyFont(encoding, capitals is not None and capitals.fullmatch(family) is not None)
    return None


def legacy_fonts(paragraphs: Iterable[Sequence[Piece]]) -> dict[str, LegacyFont]:
    """The fonts of a file that draw an old encoding, and do so in truth.

    A text that was converted often keeps the name of its old font, and different makers have used one name:
    where reading a font's text by its encoding does not give more Vietnamese, the name is not believed.
    """
    texts: dict[str, list[str]] = defaultdict(list)
    for pieces in paragraphs:
        for font, adjoining in groupby(pieces, key=attrgetter("font")):
            texts[font].append("".join(piece.text for piece in adjoining))
    named = {font: legacy_font(font) for font in texts}
    return {
        font: drawn for font, drawn in named.items() if drawn is not None and _is_true(drawn, " ".join(texts[font]))
    }


def has_unicode_letters(text: str) -> bool:
    """Whether a text has letters no old encoding hands on: it is in Unicode, whatever its font is called."""
    return _UNICODE.search(text) is not None


def _is_true(drawn: LegacyFont, text: str) -> bool:
    return quality(to_unicode(text, *drawn)).valid >= quality(text).valid


def by_font(pieces: Sequence[Piece], fonts: Mapping[str, LegacyFont]) -> list[str]:
    """The pieces of one paragraph in Unicode.

    Adjoining pieces of one encoding are converted as one, for a letter of VNI may begin in one and end in
    the next; it then stays in the first.

    Args:
        pieces: In reading order.
        fonts: The fonts that draw an old encoding, as ``legacy_fonts`` found them.
    """
    done = [piece.text for piece in pieces]
    start = 0
    while start < len(pieces):
        drawn, end = fonts.get(pieces[start].font), start + 1
        while end < len(pieces) and fonts.get(pieces[end].font) == drawn:
            end += 1
        if drawn is not None:
            done[start:end] = _converted(done[start:end], drawn)
        start = end
    return done


def _converted(texts: list[str], drawn: LegacyFont) -> list[str]:
    whole = "".join(texts)
    if has_unicode_letters(whole):
        return texts
    found = letters(whole, *drawn)
    done, start = [], 0
    for text in texts:
        done.append("".join(found[start : start + len(text)]))
        start += len(text)
    return done


def encodings_of(names: Iterable[str], fonts: Mapping[str, LegacyFont]) -> tuple[str, ...]:
    """Names of the encodings that some fonts draw, each once, in the order of ``Encoding``."""
    used = {fonts[name].encoding for name in names if name in fonts}
    return tuple(encoding.value for encoding in Encoding if encoding in used)
