"""The form of a study pack: what its fields mean, and what its buttons do.

One form holds the whole of a pack. A button of it carries what is to be done besides keeping what was typed
(``len:3`` moves passage 3 up), so nothing typed is lost whichever button is pressed, with scripts and without.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from pydantic import ValidationError

from corpus.errors import BadPack
from search_api.packs.content import TimeStep
from search_api.packs.edit import PackEdit, PassageEdit
from web.forms import Fields

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
    **dict.fromkeys(("plan", "what", "minutes"), "Kế hoạch thời gian"),
    "passages": "Nội dung quán triệt",
    "questions": "Câu hỏi thảo luận",
}
_STEPS = {"len": -1, "xuong": 1}
# No number of a pack has more figures; what has more is refused before it is looked at.
_LONGEST_NUMBER = 6
# The last field of the form: without it a page was sent of which the browser had read but a part.
_END = "whole"

_Line = TypeVar("_Line")


def read(fields: Fields) -> PackEdit:
    """What a pack becomes by its form.

    The form names quotations by their labels alone: it says which of them stay, in what order, and what is written
    beside them.

    Raises:
        BadPack: A field cannot be read or is longer than a pack holds; or the page was sent before it was there whole.
    """
    if _END not in fields:
        raise BadPack("Trang chưa tải xong khi bấm nút.", "Xin quay lại, đợi trang hiện đủ rồi bấm lại.")
    action, number = _action(fields)
    questions = _without(fields.getlist("question"), number if action == "bo-cau" else None)
    try:
        return PackEdit.model_validate(
            {
                **{name: _line(fields.get(name, "")) for name in LINES},
                **{name: _text(fields.get(name, "")) for name in TEXTS},
                "occasion": fields.get("occasion"),
                "held_on": _day(fields.get("held_on", "")),
                "plan": _plan(fields, number if action == "bo-viec" else None),
                "questions": [text for text in map(_text, questions) if text.strip()],
                "passages": _arranged(_passages(fields), action, number),
            }
        )
    except ValidationError as error:
        raise _told(error) from None


def number(typed: str) -> int:
    """A number that a form carries along; 0 for what is none."""
    return int(typed) if _is_number(typed) else 0


def _passages(fields: Fields) -> list[PassageEdit]:
    labels = [label for label in dict.fromkeys(fields.getlist("passage")) if _is_number(label)]
    return [
        PassageEdit(
            label=int(label),
            note=_text(fields.get(f"note_{label}", "")),
            question=_text(fields.get(f"question_{label}", "")),
        )
        for label in labels
    ]


def _plan(fields: Fields, dropped: int | None) -> list[TimeStep]:
    lines = _without(list(zip(fields.getlist("step_what"), fields.getlist("step_minutes"), strict=False)), dropped)
    steps = ((_line(what), minutes.strip()) for what, minutes in lines)
    return [_step(what, minutes) for what, minutes in steps if what or minutes not in ("", "0")]


def _step(what: str, minutes: str) -> TimeStep:
    if minutes and not _is_number(minutes):
        raise BadPack(f"Số phút «{minutes[:20]}» không phải là số.", "Xin gõ số phút bằng chữ số, ví dụ 10.")
    return TimeStep(what=what, minutes=int(minutes or 0))


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
        raise BadPack(
            f"Ngày sinh hoạt «{words[:20]}» không đọc được.", "Xin gõ ngày, tháng, năm, ví dụ 3/12/2026."
        ) from None


def _text(typed: str) -> str:
    """What was typed, with the ends of lines as they are kept; browsers send them as two characters."""
    return typed.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


def _line(typed: str) -> str:
    """What was typed into a field that holds one line, however many the browser shows it on."""
    return " ".join(_text(typed).split())


def _told(error: ValidationError) -> BadPack:
    place = error.errors(include_url=False)[0]["loc"]
    name = _NAMES.get(str(place[0]) if place else "", "Nội dung quán triệt")
    return BadPack(
        f"Ô «{name}» quá dài hoặc chưa hợp lệ.", "Xin rút ngắn hoặc sửa ô ấy rồi lưu lại; các ô khác vẫn giữ nguyên."
    )


def _action(fields: Fields) -> tuple[str, int | None]:
    """Which button was pressed, and the passage or line it stands beside."""
    name, _, place = fields.get("do", "").partition(":")
    return name, int(place) if _is_number(place) else None


def _is_number(typed: str) -> bool:
    return typed.isascii() and typed.isdigit() and len(typed) <= _LONGEST_NUMBER


def _without(lines: Sequence[_Line], place: int | None) -> Sequence[_Line]:
    return [line for index, line in enumerate(lines) if index != place]


def _arranged(passages: list[PassageEdit], action: str, label: int | None) -> list[PassageEdit]:
    """Passages after one of them was moved up or down, or taken out."""
    at = next((index for index, one in enumerate(passages) if one.label == label), None)
    if at is not None and action in _STEPS:
        # Above the first and below the last there is no place: there it stays.
        passages.insert(max(at + _STEPS[action], 0), passages.pop(at))
    elif at is not None and action == "bo":
        del passages[at]
    return passages
