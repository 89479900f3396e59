"""Names and subjects printed in capitals, in the letters the document itself uses for them elsewhere."""

from __future__ import annotations

import re
from collections import Counter

from corpus.text import match_form

# Words whose followers are names, where the text itself does not show how they are written.
_PROPER_AFTER = {"xã", "phường", "huyện", "quận", "tỉnh", "thôn", "bản"}
_PROPER_AFTER_TWO = {
    *(("tỉnh", "ủy"), ("thành", "ủy"), ("huyện", "ủy"), ("quận", "ủy")),
    *(("đặc", "khu"), ("thị", "trấn"), ("thành", "phố")),
}
_NEVER_PROPER = {"ủy", "khu", "phố", "trấn"}
_PROPER = {"đảng": "Đảng", "việt": "Việt", "nam": "Nam"}
_LONGEST_RUN = 6
_MID_SENTENCE = re.compile(r"[\w,;)”\"]\s$")


def small_letters(capitals: str, text: str) -> str:
    """Capitals as the text writes the same words in mid-sentence, run by run, else in small letters.

    Args:
        capitals: Words printed in capitals.
        text: The document.
    """
    words = match_form(capitals).split()
    haystack = match_form(text)
    written: list[str] = []
    while len(written) < len(words):
        written.extend(_longest_run(words[len(written) :], text, haystack) or [_by_rule(words, len(written))])
    return " ".join(written)


def _longest_run(words: list[str], text: str, haystack: str) -> list[str] | None:
    for length in range(min(_LONGEST_RUN, len(words)), 1, -1):
        found = _in_sentence(" ".join(words[:length]), text, haystack)
        if found:
            return found.split()
    return None


def _in_sentence(run: str, text: str, haystack: str) -> str | None:
    """How the text mostly writes a run of words where neither capitals nor a sentence's start hide it."""
    seen: Counter[str] = Counter()
    start = haystack.find(run)
    while start >= 0:
        written = text[start : start + len(run)]
        whole = not haystack[start + len(run) : start + len(run) + 1].isalnum()
        if whole and _MID_SENTENCE.search(text[max(0, start - 2) : start]) and not _is_capitals(written):
            seen[written] += 1
        start = haystack.find(run, start + 1)
    return max(seen, key=lambda written: (seen[written], written), default=None)


def _is_capitals(written: str) -> bool:
    letters = [c for c in written if c.isalpha()]
    return sum(c.isupper() for c in letters) > len(letters) / 2


def _by_rule(words: list[str], index: int) -> str:
    word = words[index]
    near = words[max(0, index - 3) : index]
    pairs = zip(words[max(0, index - 4) : index - 1], words[max(1, index - 3) : index], strict=False)
    named = word not in _NEVER_PROPER and (
        any(before in _PROPER_AFTER for before in near) or any(pair in _PROPER_AFTER_TWO for pair in pairs)
    )
    return _PROPER.get(word) or (word[0].upper() + word[1:] if named else word)
