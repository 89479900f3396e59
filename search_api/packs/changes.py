"""What a save changed, in words for the history, and whether it was but typing in one text."""

from __future__ import annotations

from collections.abc import Iterator

from search_api.packs.edit import PackEdit
from search_api.packs.held import Held

_FIELDS = {
    "title": "tên",
    "occasion": "dịp",
    "branch": "tên chi bộ",
    "superior": "tổ chức đảng cấp trên",
    "place": "địa danh",
    "held_on": "ngày sinh hoạt",
    "author": "người chuẩn bị",
    "aim": "mục đích, yêu cầu",
    "plan": "kế hoạch thời gian",
    "introduction": "đề dẫn",
    "local": "liên hệ thực tế",
    "questions": "câu hỏi thảo luận",
    "conclusion": "dự thảo kết luận",
}
# A list that names more is read by nobody.
_MOST_NAMED = 5


def single_text(before: PackEdit, after: PackEdit) -> str | None:
    """The name of the only text in which two states differ; ``None`` where they differ otherwise or in more."""
    one, two = dict(_texts(before)), dict(_texts(after))
    if one.keys() != two.keys() or _rest(before) != _rest(after):
        return None
    differing = [name for name in one if one[name] != two[name]]
    return differing[0] if len(differing) == 1 else None


def told_change(before: Held, after: PackEdit) -> str:
    """What a save changes, as the history tells it: "Sửa đề dẫn; thêm đoạn trích [4]"."""
    told = [*_told_fields(before.edit, after), *_told_passages(before.edit, after)]
    whole = "; ".join(told)
    return whole[:1].upper() + whole[1:]


def _told_fields(before: PackEdit, after: PackEdit) -> Iterator[str]:
    names = [words for field, words in _FIELDS.items() if getattr(before, field) != getattr(after, field)]
    if names:
        yield f"sửa {_listed(names)}"


def _told_passages(before: PackEdit, after: PackEdit) -> Iterator[str]:
    old = {one.label: one for one in before.passages}
    new = {one.label: one for one in after.passages}
    for words, labels in (
        ("thêm đoạn trích", [label for label in new if label not in old]),
        ("bỏ đoạn trích", [label for label in old if label not in new]),
        ("sửa ghi chú của", [label for label in new if label in old and old[label].note != new[label].note]),
        ("sửa câu hỏi của", [label for label in new if label in old and old[label].question != new[label].question]),
    ):
        if labels:
            yield f"{words} {_listed([f'[{label}]' for label in labels])}"
    if [label for label in old if label in new] != [label for label in new if label in old]:
        yield "đổi thứ tự các đoạn trích"


def _listed(names: list[str]) -> str:
    return ", ".join(names[:_MOST_NAMED]) + (" …" if len(names) > _MOST_NAMED else "")


def _texts(edit: PackEdit) -> Iterator[tuple[str, str]]:
    for field in ("title", "branch", "superior", "place", "author", "aim", "introduction", "local", "conclusion"):
        yield field, getattr(edit, field)
    yield from ((f"plan/{place}", step.what) for place, step in enumerate(edit.plan))
    yield from ((f"questions/{place}", question) for place, question in enumerate(edit.questions))
    for one in edit.passages:
        yield f"passages/{one.label}/note", one.note
        yield f"passages/{one.label}/question", one.question


def _rest(edit: PackEdit) -> tuple[object, ...]:
    """Everything but texts."""
    return edit.occasion, edit.held_on, [step.minutes for step in edit.plan], [one.label for one in edit.passages]
