"""How much a text looks like Vietnamese: the share of its words that are syllables the language can have.

A text layer in an old encoding, or one whose glyphs map to the wrong characters, has the look of text and
says nothing; its words are not syllables. Real Party text scores about 0.99, TCVN3 or VNI read raw 0.3.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from corpus.text import fold

_TONES = frozenset("\u0300\u0301\u0309\u0303\u0323")
_RISING_OR_DROP = frozenset("\u0301\u0323")
# Longest first: "ngh" must be tried before "ng" and "n".
_ONSET_LIST = "ngh ch gh gi kh ng nh ph qu th tr b c d đ g h k l m n p r s t v x"
_ONSETS = (*_ONSET_LIST.split(), "")
_RIME_LIST = """
    a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong
    ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uâc uân uâng uât uây uc uê uêch uên uênh uêt
    ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uynh uyt uyn uyu
    ư ưa ưc ưi ưm ưn ưng ươ ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêt yêu yêng ynh ich
"""
_RIMES = frozenset(_RIME_LIST.split())
_RIME_AFTER_QU_LIST = """
    a ac ach ai am an ang anh ao at au ay ăc ăm ăn ăng ăp ăt âm ân âng ât ây e en eo et ê ên ênh êt êu
    i ich iêm iên iêt iêu in inh it iu o ơ ôc ôi y yên yêt ynh ych yt yn ya yu uy uyên
"""
_RIMES_AFTER_QU = frozenset(_RIME_AFTER_QU_LIST.split())
_STOPS = ("c", "ch", "p", "t")
# Real text in Unicode scores above 0.96 even from poor scans, old encodings below 0.35.
_READABLE = 0.80
_ENOUGH_WORDS = 50
_ENOUGH_MARKED = 30
_LONGEST = 7  # "nghiêng"
_WORD = re.compile(r"[^\W\d_]+")
_PAIR = re.compile(r"(?<![^\W\d_])([^\W\d_]+) (?=([^\W\d_]+)(?![^\W\d_]))")


@dataclass(frozen=True, slots=True)
class Quality:
    """How a text scores.

    Attributes:
        words: Number of words, numbers left out.
        valid: Share of them that are possible Vietnamese syllables, 0 to 1; 0 without words.
        marked: Number of words with a letter beyond ASCII.
        marked_valid: Share of those that are possible syllables; 0 without any.
        broken: Share of neighbouring words that are one syllable in two pieces ("ph át"); 0 without any.
    """

    words: int
    valid: float
    marked: int
    marked_valid: float
    broken: float

    @property
    def readable(self) -> bool:
        """Whether a reader would see Vietnamese; ``True`` where there is too little text to tell.

        Words with marks decide: lists of chemicals or foreign names are no syllables either, but plain
        letters, while old encodings put letters with marks where no syllable has them.
        """
        if self.words < _ENOUGH_WORDS:
            return True
        if self.marked >= _ENOUGH_MARKED:
            return self.marked_valid >= _READABLE
        return self.valid >= _READABLE


def quality(text: str) -> Quality:
    """Score a text in any normal form, in either style of tone placement."""
    composed = unicodedata.normalize("NFC", text)
    words = _WORD.findall(composed)
    marked = [word for word in words if not word.isascii()]
    return Quality(len(words), _valid_share(words), len(marked), _valid_share(marked), _broken_share(composed))


def _broken_share(text: str) -> float:
    pairs = _PAIR.findall(text)
    return sum(_is_broken(first, second) for first, second in pairs) / len(pairs) if pairs else 0.0


def _is_broken(first: str, second: str) -> bool:
    """Whether two words are the pieces of one: abbreviations are no syllables either, but stand in capitals."""
    if (first.isupper() and len(first) > 1) or second.isupper():
        return False
    return not (is_syllable(first) and is_syllable(second)) and is_syllable(first + second)


def _valid_share(words: list[str]) -> float:
    return sum(is_syllable(word) for word in words) / len(words) if words else 0.0


@lru_cache(maxsize=1)
def plain_syllables() -> frozenset[str]:
    """Every possible syllable, folded."""
    return frozenset(
        fold(onset + rime)
        for onset in _ONSETS
        for rime in (_RIMES_AFTER_QU if onset == "qu" else _RIMES)
        if _is_rime(onset, rime)
    )


def is_syllable(word: str) -> bool:
    """Whether a word in NFC is a possible Vietnamese syllable, with or without all its marks."""
    return _is_lower_syllable(word.lower())


@lru_cache(maxsize=65536)
def _is_lower_syllable(word: str) -> bool:
    decomposed = unicodedata.normalize("NFD", word)
    tones = [char for char in decomposed if char in _TONES]
    base = unicodedata.normalize("NFC", "".join(char for char in decomposed if char not in _TONES))
    if not 0 < len(base) <= _LONGEST or len(tones) > 1:
        return False
    spelled = any(base.startswith(onset) and _is_rime(onset, base[len(onset) :]) for onset in _ONSETS)
    return spelled and _fits_tone(base, tones)


def _is_rime(onset: str, rime: str) -> bool:
    if onset == "qu":
        return rime in _RIMES_AFTER_QU
    if onset == "gi":
        return rime == "" or rime in _RIMES or "i" + rime in _RIMES
    return rime in _RIMES


def _fits_tone(base: str, tones: list[str]) -> bool:
    """Syllables that end in a stop take the rising or the drop tone only."""
    return not base.endswith(_STOPS) or bool(tones and tones[0] in _RISING_OR_DROP)
