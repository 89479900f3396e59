"""What a user could pick instead, each over the same passages: a question in, places of passages out, best first.

Passages are given as the model reads them (title, line break, text). Nothing is tuned: every library has the settings
it comes with, except that all of them give a hundred hits.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

import bm25s
import numpy as np
from haystack import Document
from haystack.components.joiners import DocumentJoiner
from haystack.components.retrievers.in_memory import InMemoryBM25Retriever, InMemoryEmbeddingRetriever
from haystack.document_stores.in_memory import InMemoryDocumentStore

from corpus.runtime.encoder import Encoder, Vectors
from corpus.terms import syllables
from corpus.text import fold

Search = Callable[[str], Sequence[int]]
"""A question → places of passages in the order they were given, best first."""

_HITS = 100
# The constant of rank fusion as it was published (Cormack et al. 2009) and as most libraries have it.
_RRF = 60


def syllables_and_pairs(text: str) -> list[str]:
    """Syllables and pairs of neighbours, as written and without marks."""
    plain = syllables(text)
    tokens = [*plain, *("_".join(pair) for pair in pairwise(plain))]
    return [*tokens, *(f"~{fold(token)}" for token in tokens)]


def bm25(texts: Sequence[str], tokens: Callable[[str], list[str]]) -> Search:
    """BM25 by bm25s over given tokens."""
    index = bm25s.BM25()
    index.index([tokens(text) for text in texts], show_progress=False)
    hits = min(_HITS, len(texts))

    def search(question: str) -> list[int]:
        places, scores = index.retrieve([tokens(question)], k=hits, show_progress=False)
        return [int(place) for place, score in zip(places[0], scores[0], strict=True) if score > 0]

    return search


def full_text(texts: Sequence[str]) -> Search:
    """SQLite's FTS5 with its tokenizer that removes diacritics: any of the words, ranked by its own BM25."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE texts USING fts5(text, tokenize = 'unicode61 remove_diacritics 2')")
    database.executemany("INSERT INTO texts (rowid, text) VALUES (?, ?)", enumerate(texts))
    query = "SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT ?"

    def search(question: str) -> list[int]:
        words = " OR ".join(f'"{word}"' for word in syllables(question))
        return [place for (place,) in database.execute(query, (words, _HITS))]

    return search


def model_alone(vectors: Vectors, encoder: Encoder) -> Search:
    """Exact cosine with every passage."""

    def search(question: str) -> list[int]:
        nearness = vectors @ encoder.encode_query(question)
        return [int(place) for place in np.argsort(-nearness, kind="stable")[:_HITS]]

    return search


def fused(sides: Iterable[Search]) -> Search:
    """Reciprocal rank fusion."""
    searches = tuple(sides)

    def search(question: str) -> list[int]:
        worth: defaultdict[int, float] = defaultdict(float)
        for side in searches:
            for rank, place in enumerate(side(question), 1):
                worth[place] += 1 / (_RRF + rank)
        return sorted(worth, key=lambda place: (-worth[place], place))[:_HITS]

    return search


def haystack_hybrid(texts: Sequence[str], vectors: Vectors, encoder: Encoder) -> Search:
    """Haystack's own hybrid: BM25 and embeddings of the in-memory store, joined by reciprocal rank."""
    store = InMemoryDocumentStore()
    store.write_documents(
        [
            Document(id=str(place), content=text, embedding=vector.tolist())
            for place, (text, vector) in enumerate(zip(texts, vectors, strict=True))
        ]
    )
    by_words = InMemoryBM25Retriever(store, top_k=_HITS)
    by_meaning = InMemoryEmbeddingRetriever(store, top_k=_HITS)
    joiner = DocumentJoiner(join_mode="reciprocal_rank_fusion", top_k=_HITS)

    def search(question: str) -> list[int]:
        asked = encoder.encode_query(question).tolist()
        sides = (by_words.run(query=question), by_meaning.run(query_embedding=asked))
        joined = joiner.run(documents=[side["documents"] for side in sides])
        return [int(document.id) for document in joined["documents"]]

    return search
