"""The words of the corpus: which there are, and in how many passages each term stands.

The functions that write work inside the transaction they are given a connection of; ``corpus.runtime.catalogue``
opens them.
"""

from __future__ import annotations

import struct
from collections.abc import Collection, Iterable, Iterator, Mapping

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert as upsert

from corpus.runtime.kept import Changes, KeptRows
from corpus.runtime.tables import TERMS, WORDS, among, listed_values
from corpus.terms import syllables, term_id, word_term
from corpus.text import fold

# Made once: making one takes longer than running it.
_COUNTS = sa.select(TERMS.c.id, TERMS.c.passages).where(among(TERMS.c.id, "ids"), TERMS.c.passages > 0)
_ALIKE = (
    sa.select(WORDS.c.plain, WORDS.c.word, TERMS.c.passages)
    .join(TERMS, TERMS.c.id == WORDS.c.id)
    .where(among(WORDS.c.plain, "plains"), TERMS.c.passages > 0)
)
# Kept in memory, some 100 bytes each: questions say the same words again and again.
_MOST_TERMS = 50_000
_MOST_WORDS = 10_000
_TERM = struct.Struct("<II")


class Vocabulary:
    """What a question can be checked against. Reading only: words come and go with the documents."""

    def __init__(self, engine: sa.Engine, changes: Changes) -> None:
        self._engine = engine
        self._counts = KeptRows(changes, self._read_counts, _MOST_TERMS)
        self._alike = KeptRows(changes, self._read_alike, _MOST_WORDS)

    def counts(self, terms: Collection[str]) -> dict[str, int]:
        """Term → number of passages that have it; terms that none has are absent."""
        names = {term_id(term): term for term in terms}
        return {names[term]: passages for term, passages in self.frequencies(names).items()}

    def frequencies(self, terms: Collection[int]) -> dict[int, int]:
        """The same by the ids of terms."""
        return self._counts.of(terms)

    def alike(self, plains: Collection[str]) -> dict[str, int]:
        """The words that are one of these without marks → number of passages that have them."""
        return {word: passages for words in self._alike.of(plains).values() for word, passages in words.items()}

    def _read_counts(self, terms: Collection[int]) -> dict[int, int]:
        with self._engine.connect() as connection:
            return dict(connection.execute(_COUNTS, {"ids": listed_values(terms)}).all())

    def _read_alike(self, plains: Collection[str]) -> dict[str, dict[str, int]]:
        found: dict[str, dict[str, int]] = {}
        with self._engine.connect() as connection:
            for plain, word, passages in connection.execute(_ALIKE, {"plains": listed_values(plains)}):
                found.setdefault(plain, {})[word] = passages
        return found


def words_of(texts: Iterable[str]) -> dict[int, str]:
    """Term id → word, for every word of letters alone."""
    found = {word for text in texts for word in syllables(text) if word.isalpha()}
    return {term_id(word_term(word)): word for word in found}


def add_words(connection: sa.Connection, words: Mapping[int, str]) -> None:
    """Note what the words among the terms of a document are."""
    if words:
        rows = [{"id": term, "word": word, "plain": fold(word)} for term, word in words.items()]
        connection.execute(upsert(WORDS).on_conflict_do_nothing(), rows)


def forget_words(connection: sa.Connection) -> None:
    """Take out the words that no passage has any more."""
    passages = sa.select(TERMS.c.passages).where(TERMS.c.id == WORDS.c.id).scalar_subquery()
    connection.execute(sa.delete(WORDS).where(passages <= 0))


def add_terms(connection: sa.Connection, terms: Mapping[int, int]) -> None:
    """Count passages that come (or, below 0, go) with each of these terms."""
    if not terms:
        return
    statement = upsert(TERMS)
    added = statement.on_conflict_do_update(
        index_elements=[TERMS.c.id], set_={"passages": TERMS.c.passages + statement.excluded.passages}
    )
    connection.execute(added, [{"id": term, "passages": count} for term, count in terms.items()])


def pack_terms(terms: Mapping[int, int]) -> bytes:
    """The terms of a document with the number of its passages that have each: 8 bytes a term."""
    return b"".join(_TERM.pack(term, count) for term, count in terms.items())


def unpack_terms(packed: bytes) -> Iterator[tuple[int, int]]:
    """What ``pack_terms`` packed."""
    return _TERM.iter_unpack(packed)
