"""Vectors of passages, kept from one run to the next: encoding is what takes long, and a corpus rarely changes."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import numpy as np

from corpus.runtime.encoder import Encoder, Vector, Vectors
from corpus.runtime.opening import open_encoder
from corpus.runtime.settings import Settings

# Kept after every so many texts, about half a minute's work on two cores: an interrupted run loses little.
_BATCH = 512


class KeptVectors:
    """An encoder whose passages are encoded once; questions are encoded every time, since that is measured.

    Half precision moves a cosine by less than 0.0005; the index keeps no more.

    Args:
        encoder: The encoder.
        file: SQLite database, made if it is not there.
    """

    def __init__(self, encoder: Encoder, file: Path) -> None:
        self._encoder = encoder
        self._file = file
        self.name = encoder.name
        self.runtime = encoder.runtime
        self.dimension = encoder.dimension
        self.query_prefix = encoder.query_prefix
        self.passage_prefix = encoder.passage_prefix
        self.fingerprint = encoder.fingerprint
        file.parent.mkdir(parents=True, exist_ok=True)
        with closing(self._connect()) as kept, kept:
            kept.execute(
                "CREATE TABLE IF NOT EXISTS vectors (encoder TEXT, text BLOB, vector BLOB, PRIMARY KEY (encoder, text))"
                " WITHOUT ROWID"
            )

    def encode_query(self, text: str) -> Vector:
        """The vector of a question."""
        return self._encoder.encode_query(text)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """The vectors of passages; those that are not kept are encoded, shortest first, and kept."""
        with closing(self._connect()) as kept:
            missing = sorted(
                {text for text in texts if self._of(kept, text) is None}, key=lambda text: (len(text), text)
            )
            for start in range(0, len(missing), _BATCH):
                batch = missing[start : start + _BATCH]
                self._keep(kept, batch, self._encoder.encode_passages(batch))
            rows = [self._of(kept, text) for text in texts]
        vectors = np.array([np.frombuffer(row or b"", np.float16) for row in rows], np.float32)
        vectors = vectors.reshape(-1, self.dimension)
        unit: Vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        return unit

    def _keep(self, kept: sqlite3.Connection, texts: Sequence[str], vectors: Vectors) -> None:
        rows = zip(texts, vectors.astype(np.float16), strict=True)
        with kept:
            kept.executemany(
                "INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)",
                [(self.fingerprint, _key(text), vector.tobytes()) for text, vector in rows],
            )

    def _of(self, kept: sqlite3.Connection, text: str) -> bytes | None:
        query = "SELECT vector FROM vectors WHERE encoder = ? AND text = ?"
        row = kept.execute(query, (self.fingerprint, _key(text))).fetchone()
        return row[0] if row else None

    def _connect(self) -> sqlite3.Connection:
        return sqlite3.connect(self._file)


def kept_encoder(work: Path) -> KeptVectors:
    """The encoder of this machine, with the vectors that are kept in the benchmarks' folder.

    Raises:
        ModelError: The model was not made yet.
    """
    return KeptVectors(open_encoder(Settings.from_environment()), work / "vectors.sqlite")


def _key(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()
