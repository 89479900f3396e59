"""Where in a passage the words of a question stand."""

from __future__ import annotations

from corpus.text import fold, has_marks, match_form, words

# Syllables too common to be worth a mark on their own; as part of a run of the question's words they count.
_COMMON = frozenset(
    match_form(
        "và của các là có cho với trong được những theo về từ đến tại này khi không như để ra vào một người phải thì ở "
        "do trên bị đã sẽ hoặc gì nào bao nhiêu thế"
    ).split()
)


def highlights(text: str, topic: str) -> tuple[tuple[int, int], ...]:
    """Ranges ``[start, end)`` of the passage that match words of the question, joined where they touch.

    A syllable typed with marks must have the same marks; one typed without matches any.
    """
    wanted = [match.group() for match in words(match_form(topic))]
    exact = {word for word in wanted if has_marks(word)}
    loose = {word for word in wanted if not has_marks(word)}
    loose_common = {fold(word) for word in _COMMON}
    spans: list[tuple[int, int, bool]] = []
    form = match_form(text)
    for match in words(form):
        word = match.group()
        if word in exact or fold(word) in loose:
            common = word in _COMMON if word in exact else fold(word) in loose_common
            spans.append((match.start(), match.end(), not common))
    return tuple(_joined(text, spans))


def _joined(text: str, spans: list[tuple[int, int, bool]]) -> list[tuple[int, int]]:
    runs: list[list[tuple[int, int, bool]]] = []
    for span in spans:
        if runs and text[runs[-1][-1][1] : span[0]].strip() == "":
            runs[-1].append(span)
        else:
            runs.append([span])
    return [(run[0][0], run[-1][1]) for run in runs if any(telling for _, _, telling in run)]
