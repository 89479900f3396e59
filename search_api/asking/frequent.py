"""Popular terms: runs of two to four syllables that titles and headings repeat, to complete what is being typed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.text import fold, has_marks, match_form, words
from corpus.types import Value
from search_api.ranking.highlight import is_common

_SHORTEST, _LONGEST = 2, 4
# Runs are counted farther than terms reach: "dụng sổ tay đảng" is a piece of something longer.
_FARTHEST = 6
# What stands in one heading alone is a heading, not a term.
_FEWEST = 2
# "đổi số" is a part of "chuyển đổi số" and nothing else: a run that a longer one holds this often is no term.
_PART = 0.8
# Before this much is typed nearly every term would do.
_TYPED = 2
# Letter by letter people wait for one word; further back they have said what they mean.
_WORDS_COMPLETED = 3
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Terms(Value):
    """Terms in the order of their folded forms.

    Attributes:
        folded: What is typed is looked up here; ascending.
        written: The same terms as they are written, in small letters.
        counts: How many headings have each.
        pairs: Folded pairs of syllables that belong together, whether or not they are a term.
    """

    folded: tuple[str, ...] = ()
    written: tuple[str, ...] = ()
    counts: tuple[int, ...] = ()
    pairs: frozenset[str] = frozenset()

    def completing(self, typed: str, most: int) -> list[str]:
        """What a question may be going to be: its beginning as typed, its last words completed; likeliest first."""
        found = list(words(match_form(typed)))
        if not found or found[-1].end() < len(typed.rstrip()):
            return []
        for taken in range(min(_WORDS_COMPLETED, len(found)), 0, -1):
            start = found[-taken].start()
            # Behind "nghị quyết" nobody wants "nghị quyết định".
            if taken == 1 and fold(typed[found[-2].start() :] if len(found) > 1 else "") in self.pairs:
                return []
            if completed := self._beginning_with(match_form(typed[start:]), most):
                return [typed[:start] + term for term in completed]
        return []

    def _beginning_with(self, typed: str, most: int) -> list[str]:
        prefix = " ".join(match.group() for match in words(fold(typed)))
        if len(prefix) < _TYPED:
            return []
        first, last = bisect_left(self.folded, prefix), bisect_left(self.folded, prefix + "\uffff")
        whole = [match.group() for match in words(typed)][:-1]
        fitting = [place for place in range(first, last) if self._agrees(whole, place, prefix)]
        fitting.sort(key=lambda place: (-self.counts[place], self.written[place]))
        return [self.written[place] for place in fitting[:most]]

    def _agrees(self, whole: list[str], place: int, prefix: str) -> bool:
        """Whether words typed to their end have no other marks than the term, and there is something to complete."""
        term = self.written[place].split(" ")
        same = all(typed == word or not has_marks(typed) for typed, word in zip(whole, term, strict=False))
        return same and self.folded[place] != prefix


def popular_terms(headings: Iterable[str]) -> Terms:
    """The terms of titles and headings."""
    counts = Counter(run for heading in headings for run in set(_runs(heading)))
    often = {run: count for run, count in counts.items() if count >= _FEWEST and _stands_alone(run)}
    parts = {part for run, count in often.items() for part in _parts(run) if count >= _PART * counts[part]}
    terms = [run for run in often if run not in parts and _is_term(run)]
    kept = sorted((fold(" ".join(run)), " ".join(run), often[run]) for run in terms)
    folded, written, numbers = zip(*kept, strict=True) if kept else ((), (), ())
    return Terms(folded, written, numbers, frozenset(fold(" ".join(run)) for run in often if len(run) == _SHORTEST))


def _runs(heading: str) -> Iterator[tuple[str, ...]]:
    """Every run of syllables between which there is nothing but a blank."""
    form = match_form(heading)
    for clause in re.split(r"[^\w ]|_", form):
        syllables = clause.split()
        for length in range(_SHORTEST, _FARTHEST + 1):
            for start in range(len(syllables) - length + 1):
                yield tuple(syllables[start : start + length])


def _parts(run: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for length in range(_SHORTEST, len(run)):
        for start in range(len(run) - length + 1):
            yield run[start : start + length]


def _stands_alone(run: tuple[str, ...]) -> bool:
    return not is_common(run[0]) and not is_common(run[-1])


def _is_term(run: tuple[str, ...]) -> bool:
    return len(run) <= _LONGEST and all(_LETTER.search(syllable) for syllable in run)
