"""How much of a topic a passage carries: the search finds who has its words, a draft wants who is about it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.abbreviations import in_full
from corpus.terms import pair_term, syllables
from corpus.text import fold, one_line
from corpus.types import DocumentRef, Passage, Value
from search_api.ranking.finding import Found

# What standing in the text, in the titles around it, or in the title of the document is worth.
_IN_TEXT, _IN_TRAIL, _IN_TITLE = 0.8, 0.8, 0.65
# A passage that has the words once and not at its beginning only mentions the topic in passing.
_PASSING, _BEGINNING, _LONG = 0.72, 18, 25
# A title has no end of a sentence in it, behind its label.
_SENTENCES = re.compile(r"[^\W\dIVX][.;]\s")
# Said in both halves of a passage.
_AGAIN = 0.9
# Said by the passage and by a title over it as well.
_TITLED = 0.25
# The words of a topic may have others between them ("phòng, chống tham nhũng, lãng phí"), so many to each.
_LOOSE = 1
_LOOSELY_SAID = 0.9
# All its pairs scattered over a passage say less than its words in a row.
_SCATTERED = 0.55
# Of "chuyển đổi số ở chi bộ" what stands behind "ở" is where: the matter without it is so much of the topic.
_WHERE, _MATTER = ("ở", "tại", "trong"), 0.7
# Behind these the words of a topic are the name of a thing: a "nhà văn hoá" is a house.
_NAMED = (("nhà",), ("bản", "tin"), ("ban", "chỉ", "đạo"))
# Another document that names the one asked for, and one that is only found beside it.
_NAMES_IT = 0.8
# Words before a topic that are none of it: what a session is called, and what is to be done about the matter.
_ASKING = (
    *("chuyên đề", "công tác", "về", "học tập", "quán triệt", "sinh hoạt chuyên đề", "tìm hiểu", "nghiên cứu"),
    *(
        "đẩy mạnh",
        "tăng cường",
        "tiếp tục",
        "chủ động",
        "thực hiện",
        "thực hiện tốt",
        "triển khai",
        "tổ chức thực hiện",
    ),
    *("nâng cao", "nâng cao chất lượng", "nâng cao hiệu quả", "nâng cao chất lượng, hiệu quả", "giải pháp"),
)


@dataclass(frozen=True, slots=True)
class Topic(Value):
    """A topic as passages are held against it.

    Attributes:
        spellings: Its words, and what its abbreviations and popular names stand for; each as the matter, and behind it
            where.
        weights: What its terms are worth.
        documents: Documents it names.
        numbers: Their numbers, in lower case.
        alone: It names a document and nothing beside it.
    """

    spellings: tuple[tuple[tuple[str, ...], ...], ...]
    weights: Mapping[str, float]
    documents: frozenset[str]
    numbers: tuple[str, ...]
    alone: bool

    @classmethod
    def of(cls, found: Found, others: Sequence[Found], numbers: Collection[str]) -> Topic:
        """From what a search understood the topic as.

        Args:
            found: The search for the topic.
            others: The same for what the topic is in other words (``corpus.synonyms``).
            numbers: The numbers of the documents it names for sure.
        """
        addressed = found.addressed
        asked = [matter_of(one_line(one.addressed.typed or one.addressed.query.text)) for one in (found, *others)]
        texts = (asked[0], in_full(asked[0]), *(other.text for other in addressed.beside), *asked[1:])
        return cls(
            spellings=tuple(dict.fromkeys(_parts(syllables(text)) for text in texts if text.strip())),
            weights={term: weight for one in (*others, found) for term, weight in one.weights.items()},
            documents=frozenset(addressed.documents if addressed.is_sure else ()),
            numbers=tuple(number.lower() for number in numbers),
            alone=bool(addressed.is_sure and addressed.documents and not addressed.query.topic),
        )

    def carried_by(self, passage: Passage) -> float:
        """How much of the topic a passage carries, 0 to 1."""
        if self.alone:
            if passage.ref.id in self.documents:
                return 1.0
            return _NAMES_IT if any(number in passage.text.lower() for number in self.numbers) else 0.0
        over = max(_IN_TRAIL * self._titled_by(passage.trail), _IN_TITLE * self.said_in(passage.ref.title or ""))
        own = _IN_TEXT * self._told_by(syllables(passage.text))
        return min(1.0, max(own, over) + _TITLED * min(own, over))

    def titles(self, ref: DocumentRef) -> float:
        """How much of the topic the title of a document says, 0 to 1."""
        return 1.0 if ref.id in self.documents else self._said_by(syllables(ref.title or ""))

    def said_in(self, text: str) -> float:
        """How much of the topic a few words say, 0 to 1."""
        return self._said_by(syllables(text))

    def _titled_by(self, trail: Sequence[str]) -> float:
        """How much of the topic the titles around a passage say; a sentence that leads to it only mentions it."""
        titles = " ".join(title for title in trail if not _SENTENCES.search(title))
        return max(self.said_in(titles), _PASSING * self.said_in(" ".join(trail)))

    def _told_by(self, said: Sequence[str]) -> float:
        """How much of the topic a text is about: at its beginning or said again it is no mention in passing."""
        whole = self._said_by(said)
        if len(said) < _LONG or not whole:
            return whole
        half = len(said) // 2
        again = min(self._said_by(said[:half]), self._said_by(said[half:]))
        return max(self._said_by(said[:_BEGINNING]), _AGAIN * again, _PASSING * whole)

    def _said_by(self, said: Sequence[str]) -> float:
        return max((self._all_said(*parts, said=said) for parts in self.spellings), default=0.0)

    def _all_said(self, matter: Sequence[str], *where: Sequence[str], said: Sequence[str]) -> float:
        whole = self._said(matter, said)
        for words in where if whole else ():
            whole *= _MATTER + (1 - _MATTER) * self._said(words, said)
        return whole

    def _said(self, words: Sequence[str], said: Sequence[str]) -> float:
        """How much of the words a text says: all in a row, all in their order close together, or some pairs of them."""
        if not words:
            return 0.0
        said = _unnamed(words, said)
        shortest = _shortest_window(words, said)
        if shortest == len(words):
            return 1.0
        if shortest and shortest <= len(words) + _LOOSE * (len(words) - 1):
            return _LOOSELY_SAID
        return _SCATTERED * self._pairs_said(words, said)

    def _pairs_said(self, words: Sequence[str], said: Sequence[str]) -> float:
        pairs = {pair: self.weights.get(pair_term(*pair), 0.0) for pair in pairwise(words)}
        total = sum(pairs.values())
        if not total:
            return 0.0
        plain = {(fold(left), fold(right)) for left, right in pairwise(said)}
        there = {*pairwise(said), *plain}
        # A topic without one of its words is another topic: "cán bộ" is not "cán bộ nữ".
        known = {*said, *map(fold, said)}
        whole = sum(word in known for word in words) / len(words)
        return whole**3 * sum(weight for pair, weight in pairs.items() if pair in there) / total


def _parts(words: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """The matter of a topic, and where."""
    parts: list[list[str]] = [[]]
    for word in words:
        # One syllable is no matter: in "nhà ở xã hội" nothing is said of where.
        if word not in _WHERE or len(parts[-1]) == 1:
            parts[-1].append(word)
        elif parts[-1]:
            parts.append([])
    return tuple(tuple(part) for part in parts if part) or ((),)


def _unnamed(words: Sequence[str], said: Sequence[str]) -> Sequence[str]:
    """A text without the words where they are only the name of a thing."""
    left: list[str] = []
    place = 0
    while place < len(said):
        is_name = tuple(said[place : place + len(words)]) == tuple(words)
        if is_name and any(tuple(left[-len(kind) :]) == kind for kind in _NAMED):
            place += len(words)
        else:
            left.append(said[place])
            place += 1
    return left


def _shortest_window(words: Sequence[str], said: Sequence[str]) -> int:
    """How many words of a text the shortest stretch has that says all these in their order; 0 if none does."""
    there = {*said, *map(fold, said)}
    if not there.issuperset(words):
        return 0
    # Where the best match of the first so many words that ends here began.
    began = [-1] * len(words)
    best = 0
    for place, syllable in enumerate(said):
        for index in range(len(words) - 1, -1, -1):
            if syllable == words[index] or fold(syllable) == words[index]:
                began[index] = place if index == 0 else began[index - 1]
                if index == len(words) - 1 and began[index] >= 0:
                    length = place - began[index] + 1
                    best = min(best, length) if best else length
    return best


def matter_of(text: str) -> str:
    """What a topic is about: without what a session is called and what is to be done about it."""
    form = text.lower()
    for words in sorted(_ASKING, key=len, reverse=True):
        if form.startswith(words + " ") and len(form) > len(words) + 4:
            return matter_of(text[len(words) + 1 :])
    return text
