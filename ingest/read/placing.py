"""Where the lines of one reader stand, by the letters another found on the same page.

pypdf and pdfplumber order and space text better now and then, but only pdfium says cheaply where it stands.
The letters are the same; how they are cut into lines may differ.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence
from difflib import SequenceMatcher

from ingest.read.layout import PdfiumPage, PlacedText, Visual

# A line whose letters differ by more than this share is not the same line.
_ALIKE = 0.6
# So much room is given to letters that the other reader has too many.
_LOOSE = 1.2
# In place of a letter that has found its line; no tidied text holds it.
_USED = "\0"


def placed_lines(texts: Sequence[str], placed: Sequence[PlacedText], page: PdfiumPage) -> list[Visual]:
    """Give lines the places pdfium found.

    Args:
        texts: Tidied lines of a page, as another reader found them.
        placed: The page's lines as pdfium finds them.
        page: The page itself.
    """
    same: defaultdict[str, deque[PlacedText]] = defaultdict(deque)
    for one in placed:
        same[_letters_of(one)].append(one)
    found: list[PlacedText | None] = []
    for text in texts:
        alike = same.get(text.replace(" ", ""))
        found.append(alike.popleft() if alike else None)
    pool = _Pool([line for lines in same.values() for line in lines])
    made = []
    for text, line in zip(texts, found, strict=True):
        if line is not None:
            made.append(line.visual.respaced(text))
        else:
            shown = pool.take(text.replace(" ", ""))
            made.append(page.visual(text, shown) if shown else Visual(text))
    return made


def _letters_of(line: PlacedText) -> str:
    return "".join(letter.text for letter in line.letters)


class _Pool:
    """Letters of lines that no line of the other reader equals, to be found again in pieces."""

    def __init__(self, lines: Sequence[PlacedText]) -> None:
        in_order = sorted(lines, key=lambda line: line.letters[0].place)
        letters = [(char, letter.place) for line in in_order for letter in line.letters for char in letter.text]
        self._text = "".join(char for char, _ in letters)
        self._indices = [index for _, index in letters]
        self._after = 0

    def take(self, wanted: str) -> list[int]:
        """Indices of the characters that print these letters, each used once; empty if they are not there."""
        start = self._text.find(wanted, self._after)
        if start < 0:
            start = self._text.find(wanted)
        places = list(range(start, start + len(wanted))) if start >= 0 else self._nearly(wanted)
        if len(places) < _ALIKE * len(wanted):
            return []
        text = list(self._text)
        for place in places:
            text[place] = _USED
        self._text = "".join(text)
        self._after = places[-1] + 1
        return sorted({self._indices[place] for place in places})

    def _nearly(self, wanted: str) -> list[int]:
        """Where most of these letters stand, in their order and close together."""
        matcher = SequenceMatcher(None, self._text, wanted, autojunk=False)
        core = matcher.find_longest_match()
        first = max(0, core.a - int(core.b * _LOOSE))
        last = core.a + int((len(wanted) - core.b) * _LOOSE)
        matcher.set_seq1(self._text[first:last])
        blocks = matcher.get_matching_blocks()
        return [first + at for block in blocks for at in range(block.a, block.a + block.size)]
