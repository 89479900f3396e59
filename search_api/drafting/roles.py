"""What a passage does in a session: says how to see things, what to reach, what to do, who does it, by when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum

from corpus.text import match_form
from corpus.types import Passage, Span
from search_api.targets.context import Context
from search_api.targets.prose import in_prose
from search_api.targets.values import Kind, Precision, Target


class Role(IntEnum):
    """In the order a session takes them."""

    VIEW = 0
    GOAL = 1
    TASK = 2
    DUTY = 3
    DEADLINE = 4
    PAST = 5
    """What was and what is: nothing a session carries out."""


_LABEL = r"^\s*(?:(?:phần|chương|mục|điều)\s[\divx]+[.\-:]?\s*|[\divxa-zđ]{1,5}(?:\.\d+)*[.)\-]+\s*|[-+]\s|\(\w+\)\s)*"
_TITLES = (
    (
        Role.PAST,
        re.compile(
            _LABEL + r"(?:(?:về|đánh giá|khái quát)\s)*(?:tình hình|kết quả|hạn chế|nguyên nhân|bối cảnh|thực trạng)"
        ),
    ),
    (Role.VIEW, re.compile(r"quan điểm|tư tưởng chỉ đạo|nguyên tắc|phương châm|mục đích, yêu cầu|định hướng")),
    (Role.GOAL, re.compile(r"mục tiêu|chỉ tiêu|tầm nhìn")),
    (Role.DUTY, re.compile(r"tổ chức thực hiện|trách nhiệm|phân công|điều khoản thi hành|thẩm quyền|nhiệm vụ của")),
    (Role.TASK, re.compile(r"nhiệm vụ|giải pháp|nội dung|biện pháp|hình thức|quy trình|thủ tục")),
)
_GOAL = re.compile(r"mục tiêu|chỉ tiêu|tầm nhìn")
_NEAREST_TITLES = 2
# A deadline a session can do something about; "đến năm 2045" is a goal.
_NEAR = (Precision.DAY, Precision.MONTH, Precision.QUARTER, Precision.RELATIVE, Precision.PERIODIC)


def role_of(passage: Passage, targets: Sequence[Target]) -> Role:
    """The role of a passage: what the titles around it say, the innermost first, else what it says itself.

    Args:
        passage: The passage.
        targets: Its figures and deadlines.
    """
    titled = next((role for title in reversed(passage.trail) if (role := _titled(match_form(title))) is not None), None)
    if titled in (Role.PAST, Role.VIEW, Role.GOAL):
        return titled
    if any(target.kind is Kind.GOAL for target in targets):
        return Role.GOAL
    if any(target.deadline and target.deadline.precision in _NEAR for target in targets):
        return Role.DEADLINE
    if titled is not None:
        return titled
    return Role.DUTY if any(target.body for target in targets) else Role.TASK


def _titled(title: str) -> Role | None:
    return next((role for role, pattern in _TITLES if pattern.search(title)), None)


def targets_in(passage: Passage) -> tuple[Target, ...]:
    """The figures and deadlines of a passage; spans point into its text."""
    is_goal = any(_GOAL.search(match_form(title)) for title in passage.trail[-_NEAREST_TITLES:])
    context = Context(is_goal=is_goal, issued_on=passage.ref.issued_on)
    return tuple(in_prose(passage.text, Span(0, len(passage.text)), passage.id, context))
