"""What a save is told to have changed, and when it is but typing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from made_packs import edit

from search_api.packs.changes import _FIELDS, single_text, told_change
from search_api.packs.content import Occasion, PackFrame, TimeStep
from search_api.packs.edit import PackEdit, PassageEdit
from search_api.packs.held import Held, PackRow

ROW = PackRow("x", "", Occasion.THEMATIC, "", None, *(datetime(2026, 11, 20, tzinfo=UTC),) * 2, None, 1, False)
BEFORE = edit(1, 2, title="Một", questions=("Ai?", "Bao giờ?"), plan=(TimeStep(what="Đề dẫn", minutes=10),))


def changed(**fields: object) -> PackEdit:
    return BEFORE.model_copy(update=fields)


def passages(*notes: str) -> tuple[PassageEdit, ...]:
    return tuple(PassageEdit(label=label, note=note) for label, note in enumerate(notes, 1))


def test_every_field_has_words() -> None:
    assert set(_FIELDS) == set(PackFrame.model_fields)


@pytest.mark.parametrize(
    ("after", "text", "told"),
    [
        (BEFORE, None, ""),
        (changed(title="Hai"), "title", "Sửa tên"),
        (changed(local="Chi bộ"), "local", "Sửa liên hệ thực tế"),
        (changed(questions=("Ai?", "Khi nào?")), "questions/1", "Sửa câu hỏi thảo luận"),
        (changed(questions=("Ai?",)), None, "Sửa câu hỏi thảo luận"),
        (changed(plan=(TimeStep(what="Mở đầu", minutes=10),)), "plan/0", "Sửa kế hoạch thời gian"),
        (changed(plan=(TimeStep(what="Đề dẫn", minutes=15),)), None, "Sửa kế hoạch thời gian"),
        (changed(passages=passages("", "Nhấn mạnh")), "passages/2/note", "Sửa ghi chú của [2]"),
        (changed(passages=passages("a", "b")), None, "Sửa ghi chú của [1], [2]"),
        (changed(passages=passages("")), None, "Bỏ đoạn trích [2]"),
        (changed(passages=passages(*[""] * 9)), None, "Thêm đoạn trích [3], [4], [5], [6], [7] …"),
        (changed(passages=passages("", "")[::-1]), None, "Đổi thứ tự các đoạn trích"),
        (changed(title="Hai", aim="Nắm vững"), None, "Sửa tên, mục đích, yêu cầu"),
        (changed(occasion=Occasion.LESSON, held_on=date(2026, 12, 3)), None, "Sửa dịp, ngày sinh hoạt"),
        (changed(title="Hai", passages=passages("")), None, "Sửa tên; bỏ đoạn trích [2]"),
    ],
)
def test_a_change_is_told_as_people_would(after: PackEdit, text: str | None, told: str) -> None:
    held = Held(replace(ROW), BEFORE, {}, 2, can_undo=False, can_redo=False)
    assert single_text(BEFORE, after) == text
    assert told_change(held, after) == told
