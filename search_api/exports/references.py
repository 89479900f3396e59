"""The documents of a pack as reference managers know them: one record each, whatever format it is written in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from corpus.text import one_line, slug
from search_api.exports.sources import Source, sources_of
from search_api.exports.worded import warnings_of
from search_api.packs.content import PackContent


@dataclass(frozen=True, slots=True)
class Reference:
    """A document.

    Attributes:
        key: Its id in the corpus, so it stays what it is from one export to the next; ASCII, no two alike.
        title: Kind and subject as the document has them: ``Nghị quyết về phát triển vườn ươm``.
        issuer: The body that wrote it; never to be taken for a person's name.
        note: Where the quoted passages stand, the force when quoted, and what to beware of.
    """

    key: str
    title: str
    issuer: str | None
    kind: str | None
    number: str | None
    issued_on: date | None
    note: str


def references_of(content: PackContent, warnings: Mapping[int, str]) -> Iterator[Reference]:
    """A reference for each document quoted."""
    taken: set[str] = set()
    for source in sources_of(content):
        document = source.document
        key = _free(slug(document.id) or "van-ban", taken)
        taken.add(key)
        yield Reference(
            key=key,
            title=one_line(f"{document.kind or 'Văn bản'} {document.title or document.number or ''}"),
            issuer=document.issuer,
            kind=document.kind,
            number=document.number,
            issued_on=document.issued_on,
            note=_note(source, warnings),
        )


def _free(key: str, taken: set[str]) -> str:
    """The key, numbered where another document has it."""
    number, free = 1, key
    while free in taken:
        number += 1
        free = f"{key}-{number}"
    return free


def _note(source: Source, warnings: Mapping[int, str]) -> str:
    parts = [f"Trích: {'; '.join(source.places)}"] if source.places else []
    parts.append(f"Hiệu lực lúc trích: {source.document.validity}")
    told = dict.fromkeys(warning for passage in source.passages for warning in warnings_of(passage, warnings))
    parts += [f"Lưu ý: {warning.removesuffix('.')}" for warning in told]
    return ". ".join(parts) + "."
