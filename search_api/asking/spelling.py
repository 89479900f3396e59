"""Spelling, against the words of a corpus: a word it does not have, or never beside its neighbours."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Protocol

from corpus.abbreviations import readings
from corpus.quality import is_syllable, plain_syllables
from corpus.terms import pair_term, word_term
from corpus.text import fold, has_marks, match_form
from corpus.types import Value
from corpus.typing_slips import with_capitals
from search_api.asking.misspelled import at_one_letter, is_everyday, often_mistaken

# A pair that stands in fewer passages may be a slip of the corpus itself (recognised pages have some).
_SURE_PAIR = 3
# A pair makes a word ("chi bộ", "kỷ luật") if the rarer of the two stands in it so often. With it no well-typed one of
# the labelled Party questions is changed; told by the pair alone, about one in six was ("bao lâu" to "báo lâu").
_TIE = 0.3
_TIE_FOR_A_LETTER = 0.5
_PAIR_FOR_A_LETTER = 2
# Without a neighbour to tell, a word must be this much more frequent than the next one like it.
_DOMINANT = 3
_SHORTEST, _LONGEST = 2, 8
_SHORTEST_FOR_A_LETTER = 4
# How far a word is from the one that was typed: other marks only, a spelling that sounds alike, a letter.
_SOUNDS_ALIKE, _A_LETTER = 1, 2


class KnownWords(Protocol):
    """The words of a corpus."""

    def counts(self, terms: Collection[str]) -> Mapping[str, int]:
        """Term → number of passages that have it."""

    def alike(self, plains: Collection[str]) -> Mapping[str, int]:
        """The words that are one of these without marks → number of passages that have them."""


# The same few words are compared many times over.
_form = lru_cache(maxsize=4096)(match_form)


@dataclass(slots=True)
class Word:
    """A word of a question.

    Attributes:
        start: Its first character.
        end: One past its last.
        typed: As it was typed.
        read: As it is read.
        meant: What may have been meant, if the word is in doubt.
        phrase: The same with the neighbour that tells so.
    """

    start: int
    end: int
    typed: str
    read: str
    meant: str = ""
    phrase: str = ""

    @property
    def form(self) -> str:
        """As it is compared."""
        return _form(self.read)


@dataclass(frozen=True, slots=True)
class _Meant(Value):
    """A word of the corpus that may have been meant.

    Attributes:
        word: The word.
        distance: How far it is from what was typed.
        passages: How many have it.
        beside: How many have it beside the neighbour it is tied to.
        tie: Share of the rarer of the two that stands in this pair.
        phrase: The pair.
    """

    word: str
    distance: int
    passages: int
    beside: int
    tie: float
    phrase: str


def term_of(word: str) -> str:
    """The term of a word as it stands in a question."""
    return word_term(_form(word))


def correct(found: Sequence[Word], known: KnownWords) -> None:
    """Read what the corpus does not have as what it has, and note what words in doubt may mean.

    Args:
        found: The words of a question; changed.
        known: The words of the corpus.
    """
    counts = known.counts({*(term_of(word.read) for word in found), *_pairs(found)})
    is_marked = any(has_marks(word.read) for word in found)
    everyday = {place for place, word in enumerate(found) if is_everyday(word.form, is_marked=is_marked)}
    suspects = [place for place in range(len(found)) if place not in everyday and _may_be_a_slip(found, place)]
    missing = {place: _near(found[place].form) for place in suspects if not counts.get(term_of(found[place].read))}
    for place, best in _best(found, missing, counts, known):
        if _reads(found[place].form, best):
            found[place].read = with_capitals(best[0].word, found[place].read)
    if any(found[place].read != found[place].typed for place in missing):
        counts = known.counts({*(term_of(word.read) for word in found), *_pairs(found)})
    doubtful = {place: _alike(found[place].form) for place in suspects if _is_alone(found, place, counts)}
    for place, best in _best(found, doubtful, counts, known):
        if _makes_a_word(best[0]):
            found[place].meant = with_capitals(best[0].word, found[place].read)
            found[place].phrase = best[0].phrase


def _pairs(found: Sequence[Word]) -> Iterable[str]:
    return (pair_term(left.form, right.form) for left, right in pairwise(found))


def _may_be_a_slip(found: Sequence[Word], place: int) -> bool:
    """Whether a word is one a slip can be seen in: no number, abbreviation, name or word of every day."""
    word = found[place].read
    is_name = place > 0 and word[0] != word[0].lower() and not all(one.read.isupper() for one in found)
    return word.isalpha() and _SHORTEST <= len(word) <= _LONGEST and not (is_name or readings(word))


def _near(form: str) -> set[str]:
    plain = fold(form)
    return {plain, *often_mistaken(plain), *at_one_letter(plain)} & {plain, *plain_syllables()}


def _alike(form: str) -> set[str]:
    return {fold(form), *often_mistaken(fold(form))}


def _is_alone(found: Sequence[Word], place: int, counts: Mapping[str, int]) -> bool:
    """Whether the corpus has a word, but beside neither of its neighbours."""
    around = found[max(0, place - 1) : place + 2]
    is_known = bool(counts.get(term_of(found[place].read)))
    return is_known and len(around) > 1 and not any(counts.get(pair) for pair in _pairs(around))


def _best(
    found: Sequence[Word], near: Mapping[int, Collection[str]], counts: Mapping[str, int], known: KnownWords
) -> Iterable[tuple[int, list[_Meant]]]:
    """For each word what may have been meant, likeliest first; words for which there is nothing are left out."""
    alike = known.alike({plain for plains in near.values() for plain in plains}) if near else {}
    is_marked = any(has_marks(word.read) for word in found)
    options = {place: _options(found[place], plains, alike, is_marked) for place, plains in near.items()}
    pairs = {pair for place, few in options.items() for one in few for pair in _pairs_with(found, place, one)}
    every = {**counts, **(known.counts(pairs) if pairs else {})}
    for place, few in options.items():
        weighed = [_weighed(found, place, word, passages, every) for word, passages in few.items()]
        if weighed:
            yield place, sorted(weighed, key=lambda one: (one.beside == 0, one.distance, -one.tie, -one.passages))


def _options(word: Word, plains: Collection[str], alike: Mapping[str, int], is_marked: bool) -> dict[str, int]:
    """Words of the corpus with their passages; without marks if the whole question was typed without any."""
    fitting = {one: passages for one, passages in alike.items() if fold(one) in plains}
    marked = {one: passages for one, passages in fitting.items() if has_marks(one)}
    for one, passages in marked.items():
        # The term of a word without marks counts the passages of every marked one with it.
        fitting[fold(one)] = fitting.get(fold(one), 0) + (-passages if is_marked else passages)
    options = {one: passages for one, passages in fitting.items() if passages > 0 and (is_marked or one not in marked)}
    options.pop(word.form, None)
    return options


def _pairs_with(found: Sequence[Word], place: int, option: str) -> Iterable[str]:
    around = (*found[max(0, place - 1) : place], None, *found[place + 1 : place + 2])
    forms = [word.form if word else option for word in around]
    return (pair_term(left, right) for left, right in pairwise(forms))


def _weighed(found: Sequence[Word], place: int, option: str, passages: int, counts: Mapping[str, int]) -> _Meant:
    is_marked = any(has_marks(word.read) for word in found)
    plain = fold(found[place].form)
    distance = 0 if fold(option) == plain else _SOUNDS_ALIKE if fold(option) in often_mistaken(plain) else _A_LETTER
    ties = []
    for near in (place - 1, place + 1):
        if 0 <= near < len(found) and not is_everyday(found[near].form, is_marked=is_marked):
            sides = (found[near].form, option) if near < place else (option, found[near].form)
            beside = counts.get(pair_term(*sides), 0)
            rarer = min(passages, counts.get(term_of(found[near].read), 0))
            ties.append((beside / rarer if rarer else 0.0, beside, " ".join(sides)))
    tie, beside, phrase = max(ties, default=(0.0, 0, option))
    return _Meant(option, distance, passages, beside, tie, phrase)


def _makes_a_word(best: _Meant) -> bool:
    return best.beside >= _SURE_PAIR and best.tie >= _TIE


def _reads(form: str, best: Sequence[_Meant]) -> bool:
    """Whether a word the corpus does not have is read as the first of these.

    What is a syllable may be a word that happens not to be here: there a word must come out of it.
    """
    first = best[0]
    if is_syllable(form) or form in plain_syllables():
        is_long = len(form) >= _SHORTEST_FOR_A_LETTER and first.tie >= _TIE_FOR_A_LETTER
        return _makes_a_word(first) and (first.distance <= _SOUNDS_ALIKE or is_long)
    if first.beside:
        return first.distance <= _SOUNDS_ALIKE or first.beside >= _PAIR_FOR_A_LETTER
    second = max((one.passages for one in best[1:] if one.distance == first.distance), default=0)
    return first.distance <= _SOUNDS_ALIKE and first.passages >= _DOMINANT * second
