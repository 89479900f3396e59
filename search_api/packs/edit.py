"""What a client sends of a pack: all of it but the quotations, which are the stored ones always."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from corpus.errors import BadPack
from search_api.packs.content import MOST_PASSAGES, Note, PackContent, PackFrame, PackPassage, Quote
from search_api.schemas import Model


class PassageEdit(Model):
    """A passage of a pack, named by its label, with what its user says of it."""

    label: Annotated[int, Field(ge=1, le=1_000_000, description="Số của trích dẫn trong tập", examples=[3])]
    note: Annotated[Note, Field(description="Ghi chú của người soạn", examples=["Nhấn mạnh mốc thời gian."])] = ""
    question: Annotated[
        Note, Field(description="Câu hỏi thảo luận về đoạn này", examples=["Chi bộ đã làm đến đâu?"])
    ] = ""


class PackEdit(PackFrame):
    """A pack as a client wants it. A passage that is left out leaves the pack; the order is the one given."""

    passages: Annotated[
        tuple[PassageEdit, ...], Field(max_length=MOST_PASSAGES, description="Các đoạn trích, theo thứ tự trình bày")
    ] = ()


def edit_of(content: PackContent) -> PackEdit:
    """A pack without its quotations."""
    fields = {name: getattr(content, name) for name in PackFrame.model_fields}
    passages = tuple(PassageEdit(label=one.label, note=one.note, question=one.question) for one in content.passages)
    return PackEdit(**fields, passages=passages)


def content_of(edit: PackEdit, quotes: Mapping[int, Quote]) -> PackContent:
    """A pack with the quotations that were stored for its labels.

    Raises:
        BadPack: It names a label that nothing was stored for.
    """
    fields = {name: getattr(edit, name) for name in PackFrame.model_fields}
    require_labels(edit, quotes)
    passages = tuple(
        PackPassage(label=one.label, quote=quotes[one.label], note=one.note, question=one.question)
        for one in edit.passages
    )
    return PackContent(**fields, passages=passages)


def require_labels(edit: PackEdit, known: Mapping[int, Quote]) -> None:
    """Find out that every label is one of the pack's, once.

    Raises:
        BadPack: One is not, or stands twice.
    """
    labels = [one.label for one in edit.passages]
    for label in labels:
        if label not in known:
            raise BadPack(f"Tập này không có đoạn trích [{label}].", "Hãy thêm đoạn từ trang tìm kiếm trước.")
    if len(set(labels)) < len(labels):
        twice = next(label for label in labels if labels.count(label) > 1)
        raise BadPack(f"Đoạn trích [{twice}] có hai lần trong danh sách.", "Hãy giữ mỗi đoạn một lần.")
