"""Qdrant as a server or cluster (``qdrant-client``)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from qdrant_client import QdrantClient, models
from qdrant_client.http.exceptions import ApiException

from corpus.errors import CorpusIndexError
from corpus.record import FILTER_FIELDS, from_payload, point_id, to_payload
from corpus.runtime.store.hybrid import BATCH, Near, Reach, Side, hybrid
from corpus.runtime.store.protocol import Condition, Scored
from corpus.spec import IndexSpec
from corpus.types import Filters, IndexedPassage, Passage, SparseVector

_SCHEMA = {"keyword": models.PayloadSchemaType.KEYWORD, "integer": models.PayloadSchemaType.INTEGER}
_SPEC_KEY = "tracuu"


_P = ParamSpec("_P")
_R = TypeVar("_R")


def _asking(
    method: Callable[Concatenate[ServerStore, _P], _R],
) -> Callable[Concatenate[ServerStore, _P], _R]:
    """A method that asks the server; a server that is gone or refuses is an error a user understands."""

    @wraps(method)
    def asked(store: ServerStore, /, *args: _P.args, **kwargs: _P.kwargs) -> _R:
        try:
            return method(store, *args, **kwargs)
        except (ApiException, OSError) as error:
            raise CorpusIndexError(
                f"Máy chủ Qdrant tại {store.url} không trả lời hoặc từ chối yêu cầu.",
                "Hãy kiểm tra máy chủ đang chạy, biến TRACUU_QDRANT_URL và biến TRACUU_QDRANT_KEY.",
            ) from error

    return asked


class ServerStore:
    """A Qdrant server; see ``PassageStore``.

    Args:
        url: Address of the server.
        key: API key, empty for none.
        collection: Name of the collection.

    Raises:
        CorpusIndexError: The server does not answer, now or at any later call.
    """

    engine = "qdrant"

    @_asking
    def __init__(self, url: str, key: str = "", collection: str = "tracuu") -> None:
        self.url = url
        self._client = QdrantClient(url=url, api_key=key or None, timeout=30, check_compatibility=False)
        self._collection = collection
        self._exists = self._client.collection_exists(collection)

    @_asking
    def spec(self) -> IndexSpec | None:
        if not self._exists:
            return None
        metadata = self._client.get_collection(self._collection).config.metadata or {}
        return IndexSpec.from_record(metadata.get(_SPEC_KEY, {}))

    @_asking
    def create(self, spec: IndexSpec) -> None:
        if self._exists:
            self._client.delete_collection(self._collection)
        self._client.create_collection(
            self._collection,
            vectors_config={
                "dense": models.VectorParams(
                    size=spec.dimension, distance=models.Distance.DOT, datatype=models.Datatype.FLOAT16
                )
            },
            sparse_vectors_config={"sparse": models.SparseVectorParams()},
            metadata={_SPEC_KEY: spec.to_record()},
        )
        for name, schema in FILTER_FIELDS.items():
            self._client.create_payload_index(self._collection, name, _SCHEMA[schema], wait=True)
        self._exists = True

    @_asking
    def add(self, passages: Sequence[IndexedPassage], version: str) -> None:
        for start in range(0, len(passages), BATCH):
            points = [_point(passage, version) for passage in passages[start : start + BATCH]]
            self._client.upsert(self._collection, points, wait=True)

    @_asking
    def drop(self, document: str, version: str) -> None:
        selector = models.FilterSelector(filter=_of_version(document, version))
        self._client.delete(self._collection, selector, wait=True)

    @_asking
    def search(
        self, dense: Sequence[float], sparse: SparseVector, filters: Filters, condition: Condition | None = None
    ) -> list[Scored]:
        conditions = _conditions(filters)

        def nearest(side: Side, vector: Sequence[float] | SparseVector, reach: Reach) -> list[Near]:
            only = [] if reach.among is None else [models.HasIdCondition(has_id=list(reach.among))]
            response = self._client.query_points(
                self._collection,
                query=_vector(vector),
                using=side,
                query_filter=models.Filter(must=[*conditions, *only]),
                limit=reach.limit,
                offset=reach.offset,
                with_payload=reach.payloads,
                # The same ranking as the embedded engine, which searches exactly.
                search_params=models.SearchParams(exact=True) if side == "dense" else None,
            )
            return [Near(int(hit.id), hit.score, hit.payload) for hit in response.points]

        return hybrid(nearest, dense, sparse, condition)

    @_asking
    def get(self, points: Sequence[int]) -> list[Passage]:
        records = self._client.retrieve(self._collection, list(points), with_payload=True)
        found = {record.id: record.payload or {} for record in records}
        return [from_payload(found[point]) for point in points if point in found]

    @_asking
    def count(self) -> int:
        return self._client.count(self._collection, exact=True).count if self._exists else 0

    def close(self) -> None:
        self._client.close()


def _vector(vector: Sequence[float] | SparseVector) -> Any:
    if isinstance(vector, SparseVector):
        return models.SparseVector(indices=list(vector.ids), values=list(vector.weights))
    return list(vector)


def _point(indexed: IndexedPassage, version: str) -> models.PointStruct:
    return models.PointStruct(
        id=point_id(indexed.passage.id, version),
        vector={"dense": list(indexed.dense), "sparse": _vector(indexed.sparse)},
        payload=to_payload(indexed.passage, version),
    )


def _conditions(filters: Filters) -> list[Any]:
    return [
        models.FieldCondition(key=name, match=models.MatchAny(any=list(getattr(filters, name))))
        for name in FILTER_FIELDS
        if getattr(filters, name)
    ]


def _of_version(document: str, version: str) -> models.Filter:
    return models.Filter(
        must=[
            models.FieldCondition(key="document", match=models.MatchValue(value=document)),
            models.FieldCondition(key="version", match=models.MatchValue(value=version)),
        ]
    )
