"""Two texts made from one template: the same words but for the names, or the numbers, that were filled in.

A copy of a document has its names misspelt at worst; another commune's resolution has other names in their places.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from re import Match

from corpus.differences import stretches
from corpus.text import fold, match_form, words

# A name is short, and stands for one not much longer; else one text says something the other does not.
_LONGEST_NAME = 6
# In less a scan may have read every letter wrong.
_FEWEST_LETTERS = 3
# Of two spellings of one name half of the letters agree: of 102 texts none seemed to have another name with 2 % of its
# letters wrong, one with 5 %.
_ALIKE = 0.5


def names_replaced(one: str, other: str) -> bool:
    """Whether a name in one text stands where the other, which has it nowhere, has a name of its own."""
    first, second = f" {_plain(one)} ", f" {_plain(other)} "
    return any(
        f" {name} " not in second and f" {instead} " not in first
        for here, there in _replaced(one, other)
        if (name := _name(here)) and (instead := _name(there)) and not _alike(here, there)
    )


def numbers_replaced(one: str, other: str) -> bool:
    """Whether a figure in one text stands where the other has another figure."""
    return any(all(match.group().isdecimal() for match in (*here, *there)) for here, there in _replaced(one, other))


def _replaced(one: str, other: str) -> Iterator[tuple[list[Match[str]], list[Match[str]]]]:
    """Few words of one text, and those that stand in their place in the other."""
    first, second = list(words(one)), list(words(other))
    forms = [[fold(match.group()) for match in found] for found in (first, second)]
    for begin, end, start, stop in stretches(*forms):
        here, there = end - begin, stop - start
        if 0 < max(here, there) <= min(_LONGEST_NAME, 2 * min(here, there)):
            yield first[begin:end], second[start:stop]


def _name(found: list[Match[str]]) -> str:
    """The words among them that are written as names are: "Tân Lập" in "xã Tân Lập", not "XÃ TÂN LẬP"."""
    return " ".join(match_form(match.group()) for match in found if match.group().istitle())


def _alike(here: list[Match[str]], there: list[Match[str]]) -> bool:
    """Whether one may be the other as it was misread; of a few letters that cannot be told."""
    one, other = (" ".join(fold(match.group()) for match in found) for found in (here, there))
    if min(len(one), len(other)) < _FEWEST_LETTERS:
        return True
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _plain(text: str) -> str:
    return " ".join(match.group() for match in words(match_form(text)))
