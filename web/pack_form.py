"""The form of a study pack: what its fields mean, and what its buttons do.

One form holds the whole of a pack. A button of it carries what is to be done besides keeping what was typed
(``len:3`` moves passage 3 up), so nothing typed is lost whichever button is pressed, with scripts and without.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, TypeVar

from pydantic import ValidationError

from search_api.packs.content import PackContent, PackPassage, TimeStep
from web.forms import BadForm, Fields

LINES = {
    "title": "Tên chuyên đề",
    "branch": "Chi bộ, đảng bộ hoặc lớp học",
    "superior": "Tổ chức đảng cấp trên trực tiếp",
    "place": "Địa danh",
    "author": "Người chuẩn bị",
}
"""Fields of one line, with the words they are called by."""

TEXTS = {
    "aim": "Mục đích, yêu cầu",
    "introduction": "Đề dẫn",
    "local": "Liên hệ thực tế",
    "conclusion": "Dự thảo kết luận",
}
"""Fields of many lines."""

_NAMES = {
    **LINES,
    **TEXTS,
    "occasion": "Dịp",
    "held_on": "Ngày sinh hoạt",
    "plan": "Kế hoạch thời gian",
    "passages": "Nội dung quán triệt",
    "questions": "Câu hỏi thảo luận",
}
_STEPS = {"len": -1, "xuong": 1}
# No number of a pack has more figures; what has more is refused before it is looked at.
_LONGEST_NUMBER = 6

_Line = TypeVar("_Line")


def read(fields: Fields, before: PackContent) -> PackContent:
    """What a pack becomes by its form.

    Quotations come from the pack as it is kept, never from the form: the form only says which of them stay, in what
    order, and what is written beside them.

    Args:
        fields: What was sent. A field that is lacking stays as it was.
        before: The pack as the form was made from it, or as it is now.

    Raises:
        BadForm: A field cannot be read or is longer than a pack holds.
    """
    action, number = _action(fields)
    made: dict[str, Any] = {name: _text(fields[name]) for name in (*LINES, *TEXTS) if name in fields}
    if "occasion" in fields:
        made["occasion"] = fields["occasion"]
    if "held_on" in fields:
        made["held_on"] = _day(fields["held_on"])
    if "step_what" in fields:
        made["plan"] = _plan(fields, number if action == "bo-viec" else None)
    if "question" in fields:
        questions = _without(fields.getlist("question"), number if action == "bo-cau" else None)
        made["questions"] = tuple(filter(str.strip, map(_text, questions)))
    if "passages" in fields:
        made["passages"] = _arranged(_passages(fields, before), action, number)
    try:
        return PackContent.model_validate({**dict(before), **made})
    except ValidationError as error:
        raise _told(error) from None


def _passages(fields: Fields, before: PackContent) -> tuple[PackPassage, ...]:
    known = {str(one.label): one for one in before.passages}
    labels = [label for label in dict.fromkeys(fields.getlist("passage")) if label in known]
    return tuple(
        known[label].model_copy(
            update={
                name: _text(fields.get(f"{name}_{label}", getattr(known[label], name))) for name in ("note", "question")
            }
        )
        for label in labels
    )


def _plan(fields: Fields, dropped: int | None) -> tuple[TimeStep, ...]:
    lines = _without(list(zip(fields.getlist("step_what"), fields.getlist("step_minutes"), strict=False)), dropped)
    steps = ((_text(what).strip(), minutes.strip()) for what, minutes in lines)
    return tuple(_step(what, minutes) for what, minutes in steps if what or minutes not in ("", "0"))


def _step(what: str, minutes: str) -> TimeStep:
    if minutes and not (minutes.isascii() and minutes.isdigit() and len(minutes) < _LONGEST_NUMBER):
        raise BadForm(f"Số phút «{minutes[:20]}» không phải là số.", "Xin gõ số phút bằng chữ số, ví dụ 10.")
    try:
        return TimeStep(what=what, minutes=int(minutes or 0))
    except ValidationError as error:
        raise _told(error) from None


def _day(typed: str) -> date | None:
    """A day as browsers send it, or as people write it: ``3/12/2026``."""
    words = typed.strip()
    if not words:
        return None
    parts = words.split("/")
    written = "-".join((parts[2], parts[1].zfill(2), parts[0].zfill(2))) if len(parts) == 3 else words
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise BadForm(
            f"Ngày sinh hoạt «{words[:20]}» không đọc được.", "Xin gõ ngày, tháng, năm, ví dụ 3/12/2026."
        ) from None


def _text(typed: str) -> str:
    """What was typed, with the ends of lines as they are kept; browsers send them as two characters."""
    return typed.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


def _told(error: ValidationError) -> BadForm:
    place = error.errors(include_url=False)[0]["loc"]
    name = _NAMES.get(str(place[0]) if place else "", "Kế hoạch thời gian")
    return BadForm(
        f"Ô «{name}» quá dài hoặc chưa hợp lệ.", "Xin rút ngắn hoặc sửa ô ấy rồi lưu lại; các ô khác vẫn giữ nguyên."
    )


def _action(fields: Fields) -> tuple[str, int | None]:
    """Which button was pressed, and the passage or line it stands beside."""
    name, _, place = fields.get("do", "").partition(":")
    return name, int(place) if place.isascii() and place.isdigit() and len(place) < _LONGEST_NUMBER else None


def _without(lines: Sequence[_Line], place: int | None) -> Sequence[_Line]:
    return [line for index, line in enumerate(lines) if index != place]


def _arranged(passages: Sequence[PackPassage], action: str, label: int | None) -> tuple[PackPassage, ...]:
    """Passages after one of them was moved up or down, or taken out."""
    arranged = list(passages)
    at = next((index for index, one in enumerate(arranged) if one.label == label), None)
    if at is not None and action in _STEPS:
        # Above the first and below the last there is no place: there it stays.
        arranged.insert(max(at + _STEPS[action], 0), arranged.pop(at))
    elif at is not None and action == "bo":
        del arranged[at]
    return tuple(arranged)
