"""The copies of a document, and the words in which one differs, as JSON."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from corpus.citation import cited
from corpus.differences import MOST_WORDS, Difference, differences
from corpus.errors import TooLong
from corpus.runtime.copy_rows import CopyEntry
from corpus.text import words
from corpus.types import Document
from search_api import schemas

# Who compares reads some dozens; texts that differ in more places than this are two texts.
_MOST = 1000
# A part that one copy lacks is shown by its beginning: the reader has the whole of it.
_LONGEST = 400
_MOST_WORDS = f"{MOST_WORDS:,}".replace(",", ".")


def copy_out(copy: CopyEntry, *, served: bool) -> schemas.CopyOut:
    """A copy as JSON; of where its file was read only the file's name leaves this machine."""
    return schemas.CopyOut(
        version=copy.version,
        name=copy.name,
        media_type=copy.media_type,
        pages=copy.pages,
        conversion=copy.conversion,
        served=served,
    )


def differences_out(
    document: schemas.DocumentOut, copy: schemas.CopyOut, served: Document, other: Document
) -> schemas.DifferencesOut:
    """Where the words of a copy differ from those readers see.

    Raises:
        TooLong: One of both is too long to be compared while somebody waits.
    """
    _require_short(served, other)
    found = differences(served.text, other.text)
    begins = [section.span.start for section in served.sections]
    return schemas.DifferencesOut(
        document=document,
        copy_compared=copy,
        total=len(found),
        differences=tuple(_out(served, begins, difference) for difference in found[:_MOST]),
    )


def _require_short(*documents: Document) -> None:
    for document in documents:
        if sum(1 for _ in words(document.text)) > MOST_WORDS:
            raise TooLong(
                f"Bản «{document.source.name}» dài quá {_MOST_WORDS} chữ nên không so sánh được.",
                "Hãy tải tệp của hai bản về và so sánh bằng trình soạn thảo.",
            )


def _out(served: Document, begins: Sequence[int], difference: Difference) -> schemas.DifferenceOut:
    section = served.sections[max(0, bisect_right(begins, difference.start) - 1)]
    return schemas.DifferenceOut(
        place=cited(served, section.path, section.pages).place,
        address=section.address,
        served=_cut(difference.served),
        copied=_cut(difference.copy),
        before=difference.before,
        after=difference.after,
    )


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"
