"""Made-up packs, and a clock that stands until it is set."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from search_api.packs.content import Quote, QuotedDocument
from search_api.packs.edit import PackEdit, PassageEdit
from search_api.packs.held import Change
from search_api.schemas import CitationOut

OWNER = "a" * 43
OTHER = "b" * 43


class Clock:
    """Told when it is."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 20, 8, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def pass_by(self, seconds: float) -> None:
        self.time += timedelta(seconds=seconds)


def quote(passage: str = "57-nq-tw-2024-12-22/muc-i", text: str = "I- TÌNH HÌNH") -> Quote:
    document = QuotedDocument(
        id=passage.partition("/")[0],
        version="v" * 64,
        number="57-NQ/TW",
        kind="Nghị quyết",
        issuer="Bộ Chính trị",
        issued_on=None,
        title="về phát triển vườn ươm",
        citation="Nghị quyết 57-NQ/TW",
        validity="chưa rõ",
    )
    cited = CitationOut(full="đủ", short="ngắn", footnote="chú", place="mục I")
    return Quote(passage=passage, document=document, trail=(), text=text, pages=(1,), recognised=False, citation=cited)


def edit(*labels: int, **fields: Any) -> PackEdit:
    return PackEdit(passages=tuple(PassageEdit(label=label) for label in labels), **fields)


def to(wanted: PackEdit, words: str = "Sửa", text: str | None = None, **more: Any):
    """A change to just this."""
    return lambda _held: Change(wanted, words, text, **more)
