"""Errors of drafting."""

from __future__ import annotations

from corpus.errors import TraCuuError


class NotAnswered(TraCuuError):
    """The corpus has nothing that carries the topic: there is no draft, and none is made up.

    Args:
        message: What is wrong, in Vietnamese, naming the topic.
        next_step: What the user can do, in Vietnamese.
        nearest: Ids of the passages nearest to the topic.
    """

    exit_code = 5
    status = 422
    title = "Kho chưa có căn cứ để soạn"
    slug = "chua-co-can-cu"

    def __init__(self, message: str, next_step: str, nearest: tuple[str, ...] = ()) -> None:
        super().__init__(message, next_step)
        self.nearest = nearest
