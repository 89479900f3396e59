"""The passages of a pack as a list of citations in plain text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from corpus.text import one_line
from search_api.exports.sources import sources_of
from search_api.exports.worded import SOURCES_TITLE, kind_of, warnings_of
from search_api.packs.content import PackContent


def list_of(content: PackContent, warnings: Mapping[int, str]) -> bytes:
    """Every passage cited in full in the order of the pack, then every document once, as UTF-8 text."""
    return ("\n".join(_lines(content, warnings)) + "\n").encode()


def _lines(content: PackContent, warnings: Mapping[int, str]) -> Iterator[str]:
    yield one_line(content.title or kind_of(content))
    yield ""
    yield "CÁC ĐOẠN ĐƯỢC TRÍCH"
    for number, passage in enumerate(content.passages, start=1):
        yield f"{number}. {passage.quote.citation.full}"
        for warning in warnings_of(passage, warnings):
            yield f"   Lưu ý: {warning}"
    yield ""
    yield SOURCES_TITLE.upper()
    for number, source in enumerate(sources_of(content), start=1):
        yield f"{number}. {source.line}"
