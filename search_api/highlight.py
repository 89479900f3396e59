"""Where in a passage the words of a question stand."""

from __future__ import annotations

from collections.abc import Iterator

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


def highlights(text: str, topic: str) -> tuple[tuple[int, int], ...]:
    """Ranges ``[start, end)`` of the passage that match words or figures of the question, joined where they touch.

    A syllable typed with marks must have the same marks; one typed without matches any. Most Vietnamese words
    have two syllables, so a lone one ("bộ" of "chi bộ") is marked only where no two stand together.
    """
    runs = list(_runs(text, topic))
    together = [run for run in runs if len(run) > 1]
    found = [(run[0][0], run[-1][1]) for run in together or runs if any(telling for _, _, telling in run)]
    return _merged([*found, *_figures(text, topic)])


def _figures(text: str, topic: str) -> Iterator[tuple[int, int]]:
    """Where figures of the question stand, however either is written."""
    wanted = {figure.key for figure in figures(topic)}
    return ((figure.span.start, figure.span.end) for figure in figures(text) if figure.key in wanted)


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


def _runs(text: str, topic: str) -> Iterator[list[tuple[int, int, bool]]]:
    """Matching syllables that stand side by side, each with its range and whether it tells anything."""
    wanted = [match.group() for match in words(match_form(topic))]
    exact = {word for word in wanted if has_marks(word)}
    loose = {word for word in wanted if not has_marks(word)}
    run: list[tuple[int, int, bool]] = []
    for match in words(match_form(text)):
        word = match.group()
        if word not in exact and fold(word) not in loose:
            continue
        if run and text[run[-1][1] : match.start()].strip():
            yield run
            run = []
        run.append((match.start(), match.end(), _tells(word, exact)))
    if run:
        yield run


def _tells(word: str, exact: set[str]) -> bool:
    return word not in _COMMON if word in exact else fold(word) not in _COMMON_FOLDED
