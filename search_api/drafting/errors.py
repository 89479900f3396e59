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


class GeneratorOff(TraCuuError):
    """No generator is configured here."""

    exit_code = 5
    status = 404
    title = "Chưa bật bộ soạn lời"
    slug = "chua-bat-bo-soan-loi"

    def __init__(self) -> None:
        super().__init__(
            "Bản cài đặt này chưa bật bộ soạn lời.",
            "Người quản trị đặt TRACUU_GENERATOR_URL và TRACUU_GENERATOR_MODEL rồi khởi động lại; hoặc tự viết đề dẫn.",
        )


class GeneratorFailed(TraCuuError):
    """The generator did not answer, or not with a text; the pack stays as it was."""

    status = 502
    title = "Bộ soạn lời không trả lời"
    slug = "bo-soan-loi-khong-tra-loi"


class NothingToSend(TraCuuError):
    """No passage of the pack may be sent to the generator."""

    exit_code = 2
    status = 422
    title = "Không có đoạn trích gửi được"
    slug = "khong-co-doan-gui-duoc"
