"""The passages readers see, as the catalogue lists them: what puts them in order, without their texts.

Every function but ``contents_of`` works inside the transaction it is given a connection of;
``corpus.runtime.catalogue`` opens them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from corpus.record import point_id
from corpus.runtime.ended import VALIDITY
from corpus.runtime.tables import DOCUMENTS, PASSAGES, among, listed_values
from corpus.runtime.vocabulary import words_of
from corpus.types import DocumentRef, IndexedPassage, Listed, Value
from corpus.wording import packed_words

# A text of so few blank-separated words is a bare title ("3.2. Hạ tầng dữ liệu:").
_BRIEF_WORDS = 9

_REF = [DOCUMENTS.c[name] for name in ("id", "number", "kind", "issuer", "issued_on", "title", "secrecy")]
_PLACE = [PASSAGES.c.point, PASSAGES.c.address, PASSAGES.c.is_brief, DOCUMENTS.c.version, DOCUMENTS.c.source]
_LISTED = sa.select(*_PLACE, *_REF, VALIDITY)
_OF_DOCUMENT = _LISTED.join(DOCUMENTS, DOCUMENTS.c.id == PASSAGES.c.document)
# Made once: making them takes longer than running them.
_BY_POINT = _OF_DOCUMENT.where(among(PASSAGES.c.point, "points"))
_BY_ADDRESS = _OF_DOCUMENT.where(
    PASSAGES.c.document == sa.bindparam("document"), among(PASSAGES.c.address, "addresses")
)
_WORDS = sa.select(PASSAGES.c.point, PASSAGES.c.words).where(among(PASSAGES.c.point, "points"))


@dataclass(frozen=True, slots=True)
class Contents(Value):
    """What the passages of a document bring into the catalogue.

    Attributes:
        passages: Rows of ``PASSAGES``.
        terms: Term id → number of the passages that have it.
        words: Term id → word, for the terms that are words.
    """

    passages: tuple[Mapping[str, Any], ...]
    terms: Counter[int]
    words: Mapping[int, str]


def contents_of(document: str, passages: Sequence[IndexedPassage], version: str) -> Contents:
    """What the passages of one version of a document bring."""
    rows = tuple(
        {
            "point": point_id(one.passage.id, version),
            "document": document,
            "address": one.passage.id.partition("/")[2],
            "is_brief": one.passage.text.count(" ") < _BRIEF_WORDS,
            "words": packed_words(one.passage),
        }
        for one in passages
    )
    terms: Counter[int] = Counter()
    for one in passages:
        terms.update(one.sparse.ids)
    return Contents(rows, terms, words_of("\n".join((*one.passage.trail, one.passage.text)) for one in passages))


def list_passages(connection: sa.Connection, contents: Contents) -> None:
    """List the passages of a document that goes live."""
    if contents.passages:
        connection.execute(sa.insert(PASSAGES), list(contents.passages))


def forget_passages(connection: sa.Connection, documents: Collection[str]) -> None:
    """Take the passages of documents off the list."""
    connection.execute(sa.delete(PASSAGES).where(PASSAGES.c.document.in_(documents)))


def listed_points(connection: sa.Connection, points: Collection[int]) -> list[Listed]:
    """The passages that have these points; those that readers do not see are left out."""
    return _listed(connection.execute(_BY_POINT, {"points": listed_values(points)}))


def listed_addresses(connection: sa.Connection, document: str, addresses: Sequence[str]) -> list[Listed]:
    """Passages of a document, in the order asked; those that do not exist are left out."""
    rows = connection.execute(_BY_ADDRESS, {"document": document, "addresses": listed_values(addresses)})
    found = {one.id: one for one in _listed(rows)}
    return [found[name] for address in addresses if (name := f"{document}/{address}") in found]


def words_of_points(connection: sa.Connection, points: Collection[int]) -> dict[int, bytes]:
    """Point → the words of its passage, packed (``corpus.wording``)."""
    return dict(connection.execute(_WORDS, {"points": listed_values(points)}).all())


def _listed(rows: Iterable[Sequence[Any]]) -> list[Listed]:
    refs: dict[str, DocumentRef] = {}
    found = []
    for point, address, is_brief, version, source, *ref in rows:
        name = ref[0]
        if name not in refs:
            refs[name] = DocumentRef(*ref)
        found.append(Listed(point, f"{name}/{address}", refs[name], version, source, is_brief))
    return found
