"""Qdrant in this process (``qdrant-edge-py``): one folder, one process.

The engine holds the interpreter lock in every call, so writes go in small batches and HNSW stays off: exact
search is fast enough to some 300,000 passages, and building the graph would freeze the process for minutes.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import qdrant_edge as edge

from corpus.errors import CorpusIndexError, IndexBusy
from corpus.record import FILTER_FIELDS, from_payload, point_id, to_payload
from corpus.runtime.files import write_atomically
from corpus.runtime.store.hybrid import BATCH, Near, Reach, Side, hybrid
from corpus.runtime.store.protocol import Condition, Scored
from corpus.spec import IndexSpec
from corpus.types import Filters, IndexedPassage, Passage, SparseVector

_NEVER = 1_000_000_000  # indexing threshold in kilobytes: HNSW off
_SPEC_FILE = "index.json"
_SCHEMA = {"keyword": edge.PayloadSchemaType.Keyword, "integer": edge.PayloadSchemaType.Integer}


class EdgeStore:
    """The embedded engine; see ``PassageStore``.

    Args:
        folder: Where the index lies; made when it is first created.
        load: Open the index that is there; without, it may be in any state until ``create`` replaces it.

    Raises:
        IndexBusy: Another process has the folder open.
        CorpusIndexError: The folder is damaged.
    """

    engine = "qdrant-edge"

    def __init__(self, folder: Path, *, load: bool = True) -> None:
        self._folder = folder
        self._shard: edge.EdgeShard | None = None
        if load and (folder / _SPEC_FILE).exists():
            self._shard = _load(folder / "shard")

    def spec(self) -> IndexSpec | None:
        if self._shard is None:
            return None
        return IndexSpec.from_record(json.loads((self._folder / _SPEC_FILE).read_text(encoding="utf-8")))

    def create(self, spec: IndexSpec) -> None:
        self.close()
        # The spec file is what says that an index is there: it goes first and comes back last, so that a
        # power cut in between leaves no index rather than half of one.
        (self._folder / _SPEC_FILE).unlink(missing_ok=True)
        shutil.rmtree(self._folder / "shard", ignore_errors=True)
        (self._folder / "shard").mkdir(parents=True)
        self._shard = edge.EdgeShard.create(str(self._folder / "shard"), _config(spec.dimension))
        for name, schema in FILTER_FIELDS.items():
            self._shard.update(edge.UpdateOperation.create_field_index(name, _SCHEMA[schema]))
        self._shard.flush()
        write_atomically(self._folder / _SPEC_FILE, json.dumps(spec.to_record(), ensure_ascii=False).encode())

    def add(self, passages: Sequence[IndexedPassage], version: str) -> None:
        shard = self._open()
        for start in range(0, len(passages), BATCH):
            points = [_point(passage, version) for passage in passages[start : start + BATCH]]
            shard.update(edge.UpdateOperation.upsert_points(points))
        shard.flush()

    def drop(self, document: str, version: str) -> None:
        shard = self._open()
        shard.update(edge.UpdateOperation.delete_points_by_filter(_of_version(document, version)))
        shard.flush()

    def search(
        self, dense: Sequence[float], sparse: SparseVector, filters: Filters, condition: Condition | None = None
    ) -> list[Scored]:
        shard = self._open()
        conditions = _conditions(filters)

        def nearest(side: Side, vector: Sequence[float] | SparseVector, reach: Reach) -> list[Near]:
            only = [] if reach.among is None else [edge.HasIdCondition(set(reach.among))]
            request = edge.QueryRequest(
                limit=reach.limit,
                offset=reach.offset,
                query=edge.Query.Nearest(_vector(vector), using=side),
                filter=edge.Filter(must=[*conditions, *only]),
                with_payload=reach.payloads,
            )
            return [Near(int(hit.id), hit.score, hit.payload) for hit in shard.query(request)]

        return hybrid(nearest, dense, sparse, condition)

    def get(self, points: Sequence[int]) -> list[Passage]:
        found = {record.id: record.payload or {} for record in self._open().retrieve(list(points), True, False)}
        return [from_payload(found[point]) for point in points if point in found]

    def count(self) -> int:
        return self._shard.count(edge.CountRequest(exact=True)) if self._shard else 0

    def close(self) -> None:
        if self._shard is not None:
            self._shard.flush()
            self._shard.close()
            self._shard = None

    def _open(self) -> edge.EdgeShard:
        if self._shard is None:
            raise CorpusIndexError("Kho chưa có văn bản nào.", "Hãy chạy «tracuu ingest THƯ_MỤC» trước.")
        return self._shard


def _load(folder: Path) -> edge.EdgeShard:
    try:
        return edge.EdgeShard.load(str(folder))
    except Exception as error:
        if "WouldBlock" in str(error):
            raise IndexBusy(
                "Kho đang được một tiến trình khác sử dụng.",
                "Hãy đợi tiến trình đó xong, hoặc tắt nó rồi thử lại.",
            ) from error
        raise CorpusIndexError(
            "Không mở được kho chỉ mục.", "Hãy chạy «tracuu reindex» để lập lại kho từ các tệp gốc đã lưu."
        ) from error


def _config(dimension: int) -> edge.EdgeConfig:
    return edge.EdgeConfig(
        # One byte a number: a cosine moves by less than 0.001, a twentieth of what those of one question differ by, and
        # the scan of 42,500 vectors, which waits for memory, takes 2.2 instead of 3.4 ms with two bytes.
        vectors={
            "dense": edge.EdgeVectorParams(
                size=dimension, distance=edge.Distance.Dot, datatype=edge.VectorStorageDatatype.Turbo8
            )
        },
        sparse_vectors={"sparse": edge.EdgeSparseVectorParams()},
        wal_enabled=True,
        optimizers=edge.EdgeOptimizersConfig(indexing_threshold=_NEVER),
    )


def _vector(vector: Sequence[float] | SparseVector) -> Any:
    if isinstance(vector, SparseVector):
        return edge.SparseVector(indices=list(vector.ids), values=list(vector.weights))
    return list(vector)


def _point(indexed: IndexedPassage, version: str) -> edge.Point:
    return edge.Point(
        id=point_id(indexed.passage.id, version),
        vector={"dense": list(indexed.dense), "sparse": _vector(indexed.sparse)},
        payload=to_payload(indexed.passage, version),
    )


def _conditions(filters: Filters) -> list[Any]:
    return [
        edge.FieldCondition(key=name, match=edge.MatchAny(list(getattr(filters, name))))
        for name in FILTER_FIELDS
        if getattr(filters, name)
    ]


def _of_version(document: str, version: str) -> edge.Filter:
    return edge.Filter(
        must=[
            edge.FieldCondition(key="document", match=edge.MatchValue(document)),
            edge.FieldCondition(key="version", match=edge.MatchValue(version)),
        ]
    )
