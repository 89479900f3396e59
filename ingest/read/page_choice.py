"""Which reading of a page is taken.

Every way to read a page is a ``Candidate``. They are asked in turn; each but the first is tried only where the
best reading so far asks for it, and taken only if it measures better. What counts as better is one rule for all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from corpus.quality import Quality, quality
from ingest.read.layout import Visual

# A reading has lost text if another finds this much more, in words that are syllables.
_FEWER = 0.98
# A reading that finds less than this of the other's text is no reading of the page, however clean.
_TOO_FEW = 0.5
# Shares of valid words closer than this are equal: a word or two a page.
_LESS_VALID = 0.003
# Broken words make this many more of them.
_MORE = 1.01
# Real text has hardly a pair that looks like one broken syllable; FineReader's and Distiller's layers have many.
_MUCH_BROKEN = 0.004
_ENOUGH_WORDS = 20
# Below this the letters are wrong, not the blanks between them (old encodings score 0.3).
_RIGHT_LETTERS = 0.63


@dataclass(frozen=True)
class PageReading:
    """One reading of a page.

    Attributes:
        lines: Its lines in reading order.
        library: What read it, as ``Reading.reader`` names it.
        encodings: Old encodings its text was converted from.
    """

    lines: Sequence[Visual]
    library: str
    encodings: tuple[str, ...] = ()

    @cached_property
    def score(self) -> Quality:
        """How much it looks like Vietnamese."""
        return quality("\n".join(line.text for line in self.lines))


class Candidate(NamedTuple):
    """A way to read a page.

    Attributes:
        wanted: Whether it is worth trying, by the best reading so far.
        read: The reading, ``None`` where this way fails.
    """

    wanted: Callable[[PageReading], bool]
    read: Callable[[], PageReading | None]


def always(_best: PageReading) -> bool:
    """``wanted`` of a way to read that costs little."""
    return True


def has_broken_words(best: PageReading) -> bool:
    """``wanted`` of a way to read that puts blanks where they belong: syllables are in pieces."""
    score = best.score
    return score.words >= _ENOUGH_WORDS and score.valid > _RIGHT_LETTERS and score.broken > _MUCH_BROKEN


def best_reading(candidates: Iterable[Candidate]) -> PageReading | None:
    """The best reading of a page; ``None`` if every way fails.

    Args:
        candidates: In the order of trust: of two equally good readings the earlier is taken.
    """
    best: PageReading | None = None
    for candidate in candidates:
        if best is not None and not candidate.wanted(best):
            continue
        made = candidate.read()
        if made is not None and (best is None or is_better(made.score, best.score)):
            best = made
    return best


def is_better(new: Quality, old: Quality) -> bool:
    """Whether a new reading of a page is better than an old one: it has more of the text, or cleaner text."""
    found, had = _sound(new), _sound(old)
    if had < _FEWER * found:
        return True
    if found < _TOO_FEW * had:
        return False
    # More words that are no more valid: syllables were taken apart.
    mended = old.words > _MORE * new.words > 0 and new.valid >= old.valid
    return mended or new.valid > old.valid + _LESS_VALID


def _sound(score: Quality) -> float:
    """Words that are syllables; two pieces of a broken one count once at most."""
    return score.words * (score.valid - score.broken)
