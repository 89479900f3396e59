"""Slips in a question, against the words of the corpus: what is read otherwise, and what may have been meant.

A word is read otherwise only if the corpus does not have it as it was typed; a word the corpus has, but never
beside its neighbours, stays, and what was likely meant is looked for beside it. Both are told.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from corpus.abbreviations import readings
from corpus.quality import is_syllable, plain_syllables
from corpus.terms import pair_term, word_term
from corpus.text import fold, has_marks, match_form, words
from corpus.types import Value
from corpus.typing_slips import decode, well_placed, with_capitals
from search_api.misspelled import at_one_letter, often_mistaken

# A pair that stands in so few passages may be a slip of the corpus itself (recognised pages have some).
_SURE_PAIR = 3
_PAIR_FOR_A_LETTER = 2
# Without a neighbour to tell, a word must be this much more frequent than the next one like it.
_DOMINANT = 3
_LONGEST = 8
# How far a word is from the one that was typed: other marks only, a spelling that sounds alike, a letter.
_SOUNDS_ALIKE, _A_LETTER = 1, 2
_QUOTED = re.compile(r"[\"“”«»][^\"“”«»]*[\"“”«»]")


class KnownWords(Protocol):
    """The words of a corpus."""

    def counts(self, terms: Collection[str]) -> Mapping[str, int]:
        """Term → number of passages that have it."""

    def alike(self, plains: Collection[str]) -> Mapping[str, int]:
        """The words that are one of these without marks → number of passages that have them."""


@dataclass(frozen=True, slots=True)
class Change(Value):
    """A word of a question and what it is taken for."""

    typed: str
    read: str


@dataclass(frozen=True, slots=True)
class Reading(Value):
    """A question as it is read.

    Attributes:
        text: The question with the words that were read otherwise.
        changes: Those words.
        suggestion: The question as it was likely meant; empty if nothing is in doubt.
        also: What the words in doubt likely mean, with the neighbours that tell so.
    """

    text: str
    changes: tuple[Change, ...] = ()
    suggestion: str = ""
    also: tuple[str, ...] = ()


@dataclass(slots=True)
class _Word:
    """A word of a question: where it stands, what was typed, what it is read as, what may have been meant."""

    start: int
    end: int
    typed: str
    read: str
    meant: str = ""

    @property
    def form(self) -> str:
        return match_form(self.read)


@dataclass(frozen=True, slots=True)
class _Meant:
    """A word of the corpus that may have been meant."""

    word: str
    distance: int
    passages: int
    beside: int


def read(text: str, known: KnownWords | None = None) -> Reading:
    """Read a question; what stands in quotation marks is taken as it is.

    Args:
        text: In NFC, on one line.
        known: The words of the corpus; without them only leftover keys and misplaced tones are read.
    """
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    found = [
        _Word(*match.span(), match.group(), well_placed(match.group()))
        for match in words(text)
        if not any(start <= match.start() < end for start, end in quoted)
    ]
    _decode(found, known)
    if known is not None and found:
        _correct(text, found, known)
    changes = tuple(Change(word.typed, word.read) for word in found if word.read != word.typed)
    suggested = _put(text, found, meant=True) if any(word.meant for word in found) else ""
    return Reading(_put(text, found), changes, suggested, tuple(_phrases(found)))


def _put(text: str, found: Sequence[_Word], *, meant: bool = False) -> str:
    made, at = [], 0
    for word in found:
        made += [text[at : word.start], (meant and word.meant) or word.read]
        at = word.end
    return "".join((*made, text[at:]))


def _phrases(found: Sequence[_Word]) -> Iterable[str]:
    for place, word in enumerate(found):
        if word.meant:
            around = (found[place - 1 : place] if place else []), found[place + 1 : place + 2]
            left, right = ([near.meant or near.read for near in side] for side in around)
            yield " ".join((*left, word.meant, *right))


def _decode(found: Sequence[_Word], known: KnownWords | None) -> None:
    """Read leftover keys: one key alone may be chance, unless the corpus or another word of the question tells."""
    is_loud = all(word.read == word.read.upper() for word in found)
    made = {
        place: read
        for place, word in enumerate(found)
        # "NASA", "TAR" among small letters is no syllable with the shift key held.
        if (is_loud or not word.read.isupper()) and (read := decode(word.read))
    }
    if not made:
        return
    terms = {place: (_term(found[place].read), _term(read.word)) for place, read in made.items()}
    counts = known.counts({term for pair in terms.values() for term in pair}) if known else {}
    unknown = {place for place, (typed, _) in terms.items() if not counts.get(typed)}
    sure = {place for place in unknown if made[place].keys > 1 or known is None or counts.get(terms[place][1])}
    for place in unknown if sure else ():
        found[place].read = made[place].word


def _term(word: str) -> str:
    return word_term(match_form(word))


def _correct(text: str, found: Sequence[_Word], known: KnownWords) -> None:
    """Compare every word with the corpus: alone and beside its neighbours."""
    counts = known.counts({*(_term(word.read) for word in found), *_pairs(found)})
    likely = {
        place: plains
        for place, word in enumerate(found)
        if _may_be_a_slip(text, found, place) and (plains := _plains(found, place, counts))
    }
    if not likely:
        return
    alike = known.alike({plain for plains in likely.values() for plain in plains})
    is_marked = has_marks(text)
    options = {place: _options(found[place], plains, alike, is_marked) for place, plains in likely.items()}
    beside = known.counts({pair for place, words_ in options.items() for pair in _pairs_with(found, place, words_)})
    for place, words_ in options.items():
        is_known = bool(counts.get(_term(found[place].read)))
        weighed = [_weighed(found, place, one, alike, beside) for one in words_]
        meant = _best(found[place], weighed, is_known=is_known)
        if meant and is_known:
            found[place].meant = meant
        elif meant:
            found[place].read = meant


def _pairs(found: Sequence[_Word]) -> Iterable[str]:
    return (pair_term(left.form, right.form) for left, right in pairwise(found))


def _may_be_a_slip(text: str, found: Sequence[_Word], place: int) -> bool:
    """Whether a word is one a slip can be seen in: no number, no abbreviation, no name."""
    word = found[place]
    is_capital = word.read[:1] != word.read[:1].lower() and place > 0 and text != text.upper()
    is_short = not 2 <= len(word.read) <= _LONGEST
    return word.read.isalpha() and not is_capital and not is_short and not readings(word.read)


def _plains(found: Sequence[_Word], place: int, counts: Mapping[str, int]) -> set[str]:
    """What the word would be without marks if it were a slip; nothing if the corpus knows it where it stands."""
    form = found[place].form
    plain = fold(form)
    if not counts.get(_term(form)):
        return {plain, *often_mistaken(plain), *at_one_letter(plain)} & {plain, *plain_syllables()}
    near = [word.form for word in _neighbours(found, place)]
    if not near or any(counts.get(pair) for pair in _pairs(found[max(0, place - 1) : place + 2])):
        return set()
    return {plain, *often_mistaken(plain)}


def _neighbours(found: Sequence[_Word], place: int) -> list[_Word]:
    return [word for word in (*found[max(0, place - 1) : place], *found[place + 1 : place + 2]) if word.read.isalpha()]


def _options(word: _Word, plains: Collection[str], alike: Mapping[str, int], is_marked: bool) -> list[str]:
    """Words of the corpus that may have been meant; without marks if the whole question was typed without any."""
    fitting = [one for one in alike if fold(one) in plains and one != word.form]
    if is_marked:
        return fitting
    return sorted({fold(one) for one in fitting} - {word.form})


def _pairs_with(found: Sequence[_Word], place: int, options: Sequence[str]) -> Iterable[str]:
    for option in options:
        if place:
            yield pair_term(found[place - 1].form, option)
        if place + 1 < len(found):
            yield pair_term(option, found[place + 1].form)


def _weighed(
    found: Sequence[_Word], place: int, option: str, alike: Mapping[str, int], beside: Mapping[str, int]
) -> _Meant:
    plain = fold(found[place].form)
    same, mistaken = fold(option) == plain, fold(option) in often_mistaken(plain)
    left = beside.get(pair_term(found[place - 1].form, option), 0) if place else 0
    right = beside.get(pair_term(option, found[place + 1].form), 0) if place + 1 < len(found) else 0
    passages = alike.get(option) or sum(count for word, count in alike.items() if fold(word) == option)
    return _Meant(option, 0 if same else _SOUNDS_ALIKE if mistaken else _A_LETTER, passages, left + right)


def _best(word: _Word, options: Sequence[_Meant], *, is_known: bool) -> str:
    """The word that was meant, with the capitals of the one that was typed; empty if nothing tells."""
    ranked = sorted(options, key=lambda one: (one.beside == 0, one.distance, -one.beside, -one.passages))
    if not ranked:
        return ""
    first = ranked[0]
    if is_known:
        tells = first.beside >= _SURE_PAIR
    elif first.beside:
        tells = first.distance <= _SOUNDS_ALIKE or first.beside >= _PAIR_FOR_A_LETTER
    else:
        second = max((one.passages for one in ranked[1:] if one.distance == first.distance), default=0)
        is_frequent = first.passages >= _DOMINANT * second
        tells = first.distance <= _SOUNDS_ALIKE and is_frequent and not is_syllable(word.form)
    return with_capitals(first.word, word.read) if tells else ""
