"""Where in a passage the words of a question stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from corpus.figures import figures
from corpus.text import fold, has_marks, match_form, words

# Syllables too common to be worth a mark on their own; as part of a run of the question's words they count.
_COMMON = frozenset(
    match_form(
        "và của các là có cho với trong được những theo về từ đến tại này khi không như để ra vào một người phải thì ở "
        "do trên bị đã sẽ hoặc gì nào bao nhiêu thế"
    ).split()
)

_COMMON_FOLDED = frozenset(map(fold, _COMMON))


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is to be marked.

    Attributes:
        exact: Words that were typed with marks.
        loose: Words that were typed without.
        pattern: Where a folded text may have one of them.
        neighbours: Folded words that stand side by side in the question.
        figures: Keys of the figures.
    """

    exact: frozenset[str]
    loose: frozenset[str]
    pattern: re.Pattern[str] | None
    neighbours: frozenset[tuple[str, str]]
    figures: frozenset[str]


def highlights(text: str, topic: str) -> tuple[tuple[int, int], ...]:
    """Ranges ``[start, end)`` of the passage that match words or figures of the question, joined where they touch.

    A syllable typed with marks must have the same marks; one typed without matches any. Most Vietnamese words
    have two syllables, so a lone one ("bộ" of "chi bộ") is marked only where no two stand together.
    """
    wanted = _wanted(topic)
    runs = list(_runs(text, wanted))
    together = [run for run in runs if len(run) > 1]
    found = [(run[0][0], run[-1][1]) for run in together or runs if any(telling for _, _, telling in run)]
    return _merged([*found, *_figures(text, wanted)])


# All passages of a page are marked for one question.
@lru_cache(maxsize=64)
def _wanted(topic: str) -> _Wanted:
    in_order = [match.group() for match in words(match_form(topic))]
    every = set(in_order)
    exact = frozenset(word for word in every if has_marks(word))
    plain = "|".join(sorted(map(re.escape, map(fold, every))))
    pattern = re.compile(rf"(?<![^\W_])(?:{plain})(?![^\W_])") if every else None
    neighbours = frozenset(pairwise(map(fold, in_order)))
    keys = frozenset(figure.key for figure in figures(topic))
    return _Wanted(exact, frozenset(every - exact), pattern, neighbours, keys)


def _figures(text: str, wanted: _Wanted) -> Iterator[tuple[int, int]]:
    """Where figures of the question stand, however either is written."""
    if wanted.figures:
        for figure in figures(text):
            if figure.key in wanted.figures:
                yield figure.span.start, figure.span.end


def _merged(ranges: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def is_common(syllable: str) -> bool:
    """Whether a syllable, written with its marks and in small letters, tells nothing on its own."""
    return syllable in _COMMON


def _runs(text: str, wanted: _Wanted) -> Iterator[list[tuple[int, int, bool]]]:
    """Matching syllables that stand side by side, each with its range and whether it tells anything.

    One that tells nothing belongs to a run only as in the question: "về đổi mới" has no run of "về chuyển đổi số".
    """
    if wanted.pattern is None:
        return
    form = match_form(text)
    run: list[tuple[int, int, bool]] = []
    for match in wanted.pattern.finditer(fold(form)):
        word = form[match.start() : match.end()]
        if word not in wanted.exact and match.group() not in wanted.loose:
            continue
        tells = _tells(word, wanted.exact)
        if run:
            start, end, last_tells = run[-1]
            pair = fold(form[start:end]), match.group()
            if text[end : match.start()].strip() or not ((tells and last_tells) or pair in wanted.neighbours):
                yield run
                run = []
        run.append((match.start(), match.end(), tells))
    if run:
        yield run


def _tells(word: str, exact: frozenset[str]) -> bool:
    return word not in _COMMON if word in exact else fold(word) not in _COMMON_FOLDED
