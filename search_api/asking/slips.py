"""Slips in a question: what is read otherwise than it was typed, and what may have been meant.

A word is read otherwise only if the corpus does not have it as it was typed; a word the corpus has, but never
beside its neighbours, stays, and what was likely meant is looked for beside it. Both are told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.text import words
from corpus.types import Span, Value
from corpus.typing_slips import decode, well_placed
from search_api.asking.spelling import KnownWords, Word, correct, term_of

_QUOTED = re.compile(r"[\"“”«»][^\"“”«»]*[\"“”«»]")


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


def read(text: str, known: KnownWords | None = None, certain: Sequence[Span] = ()) -> Reading:
    """Read a question; what stands in quotation marks is taken as it is.

    Args:
        text: In NFC, on one line.
        known: The words of the corpus; without them only leftover keys and misplaced tones are read.
        certain: Words that are taken as they are, too.
    """
    as_they_are = [*certain, *(match.span() for match in _QUOTED.finditer(text))]
    found = [
        Word(*match.span(), match.group(), well_placed(match.group()))
        for match in words(text)
        if not any(start <= match.start() < end for start, end in as_they_are)
    ]
    _decode(found, known)
    if known is not None and found:
        correct(found, known)
    changes = tuple(Change(word.typed, word.read) for word in found if word.read != word.typed)
    doubtful = [word for word in found if word.meant]
    suggestion = _put(text, found, meant=True) if doubtful else ""
    return Reading(_put(text, found), changes, suggestion, tuple(dict.fromkeys(word.phrase for word in doubtful)))


def _put(text: str, found: Sequence[Word], *, meant: bool = False) -> str:
    made, at = [], 0
    for word in found:
        made += [text[at : word.start], (meant and word.meant) or word.read]
        at = word.end
    return "".join((*made, text[at:]))


def _decode(found: Sequence[Word], known: KnownWords | None) -> None:
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
    terms = {place: (term_of(found[place].read), term_of(read.word)) for place, read in made.items()}
    counts = known.counts({term for pair in terms.values() for term in pair}) if known else {}
    unknown = {place for place, (typed, _) in terms.items() if not counts.get(typed)}
    sure = {place for place in unknown if made[place].keys > 1 or known is None or counts.get(terms[place][1])}
    for place in unknown if sure else ():
        found[place].read = made[place].word
