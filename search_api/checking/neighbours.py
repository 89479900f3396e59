"""Which documents share the most pairs of words with a quotation: the ones it may be from."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from corpus.text import match_form, repaired, words
from corpus.wording import SENTENCE_END, word_id

_Ids = npt.NDArray[np.uint64]
# Pairs that stand in so many places are counted only after the rare ones, and no more of them than this together.
_MOST_POSTINGS = 300_000


class Neighbours:
    """Every pair of neighbouring words of a corpus, 12 bytes each: 12 MB for a million words.

    Args:
        passages: Document and packed words of each passage (``corpus.wording``), a document's one after the other.
    """

    def __init__(self, passages: Iterable[tuple[str, bytes]]) -> None:
        self._documents: list[str] = []
        pairs: list[_Ids] = []
        owners: list[npt.NDArray[np.uint32]] = []
        for document, packed in passages:
            if not self._documents or self._documents[-1] != document:
                self._documents.append(document)
            own = _own_words(packed)
            if len(own) > 1:
                pairs.append(own[:-1] << np.uint64(32) | own[1:])
                owners.append(np.full(len(own) - 1, len(self._documents) - 1, np.uint32))
        keys = np.concatenate(pairs) if pairs else np.empty(0, np.uint64)
        # Stable: the documents of a pair stay in order, and the same corpus gives the same answers.
        order = np.argsort(keys, kind="stable")
        self._keys = keys[order]
        self._owners = np.concatenate(owners)[order] if owners else np.empty(0, np.uint32)

    def nearest(self, text: str, limit: int) -> tuple[str, ...]:
        """The documents that have the most of a text's pairs of words, rare ones counting more; best first.

        Args:
            text: The words of a quotation.
            limit: How many at most.
        """
        ids = [word_id(match.group()) for match in words(match_form(repaired(text)))]
        wanted = np.unique(np.array([left << 32 | right for left, right in pairwise(ids)], np.uint64))
        begins, ends = (np.searchsorted(self._keys, wanted, side) for side in ("left", "right"))
        worth = np.zeros(len(self._documents))
        counted = 0
        for at in np.argsort(ends - begins, kind="stable"):
            count = int(ends[at] - begins[at])
            if count and (not counted or counted + count <= _MOST_POSTINGS):
                counted += count
                # A document that has a pair twice has it.
                worth[self._owners[begins[at] : ends[at]]] += np.log1p(len(self._keys) / count)
        best = np.argsort(-worth, kind="stable")[:limit]
        return tuple(self._documents[at] for at in best if worth[at] > 0)


def _own_words(packed: bytes) -> _Ids:
    """The words of a passage itself, without those of the titles around it."""
    every = np.frombuffer(packed, np.uint32)
    ends = np.flatnonzero(every == SENTENCE_END)
    own = every[ends[0] :] if len(ends) else every[:0]
    kept: _Ids = own[own != SENTENCE_END].astype(np.uint64)
    return kept
