"""Errors a user can meet, as a tree.

::

    TraCuuError                    exit 1, HTTP 500
    ├── SettingsError              exit 2           a setting or command-line value is wrong
    ├── ModelError                 exit 3           the model is missing, damaged or not to be had
    ├── CorpusIndexError           exit 4, HTTP 503
    │   ├── IndexMismatch                    409    the index was made by another model or version
    │   └── IndexBusy                               another process owns the corpus
    ├── NotFound                   exit 5, HTTP 404 no such document or passage
    ├── BadQuery                   exit 2, HTTP 422 a question we cannot read
    ├── TooLong                    exit 2, HTTP 422 more than can be answered while somebody waits
    ├── TooBig                     exit 2, HTTP 413 more bytes than are read
    ├── TooSlow                    exit 2, HTTP 408 what is sent does not come
    ├── BadPack                    exit 2, HTTP 422 what cannot be kept in a study pack
    ├── NotAllowed                 exit 7, HTTP 403 a right that was not given
    ├── Conflict                   exit 8, HTTP 409 somebody else was quicker; see ``Conflict.revision``
    ├── Busy                       exit 4, HTTP 503 too much work of that kind already
    ├── PacksError                 exit 4, HTTP 503 the database of the study packs cannot be used
    └── Refusal                    exit 6, HTTP 422 a file that is not taken in; see ``Refusal.reason``

Each carries a message in Vietnamese that names the file or field, and the reader's next step.
"""

from __future__ import annotations

from enum import StrEnum


class TraCuuError(Exception):
    """Base of every error shown to a user.

    Args:
        message: What is wrong, in Vietnamese, naming the file or field.
        next_step: What the reader can do about it, in Vietnamese.
    """

    exit_code = 1
    status = 500
    title = "Lỗi"
    slug = "loi"

    def __init__(self, message: str, next_step: str) -> None:
        super().__init__(message)
        self.message = message
        self.next_step = next_step

    def __str__(self) -> str:
        return f"{self.message} {self.next_step}".rstrip()


class SettingsError(TraCuuError):
    """A setting or a command-line value is wrong."""

    exit_code = 2
    title = "Cấu hình sai"
    slug = "cau-hinh-sai"


class ModelError(TraCuuError):
    """The model is missing, damaged, or cannot be fetched."""

    exit_code = 3
    title = "Chưa có mô hình"
    slug = "chua-co-mo-hinh"


class CorpusIndexError(TraCuuError):
    """The index cannot be used."""

    exit_code = 4
    status = 503
    title = "Kho chưa sẵn sàng"
    slug = "kho-chua-san-sang"


class IndexMismatch(CorpusIndexError):
    """The index was made by another model or another version of the rules."""

    status = 409


class IndexBusy(CorpusIndexError):
    """Another process owns the corpus and does not answer."""


class NotFound(TraCuuError):
    """There is no such document or passage."""

    exit_code = 5
    status = 404
    title = "Không tìm thấy"
    slug = "khong-tim-thay"


class BadQuery(TraCuuError):
    """A question that cannot be read: empty, too long, a filter that makes no sense."""

    exit_code = 2
    status = 422
    title = "Câu hỏi chưa hợp lệ"
    slug = "cau-hoi-chua-hop-le"


class TooLong(TraCuuError):
    """Texts too long for what was asked of them."""

    exit_code = 2
    status = 422
    title = "Văn bản quá dài"
    slug = "van-ban-qua-dai"


class TooBig(TraCuuError):
    """More bytes than are read."""

    exit_code = 2
    status = 413
    title = "Dữ liệu quá lớn"
    slug = "du-lieu-qua-lon"


class TooSlow(TraCuuError):
    """What somebody sends does not come in the time it should."""

    exit_code = 2
    status = 408
    title = "Gửi quá chậm"
    slug = "gui-qua-cham"


class BadPack(TraCuuError):
    """What cannot be kept in a study pack: a passage it does not have, one more than it holds."""

    exit_code = 2
    status = 422
    title = "Tập tài liệu chưa hợp lệ"
    slug = "tap-tai-lieu-chua-hop-le"


class NotAllowed(TraCuuError):
    """A right that was not given."""

    exit_code = 7
    status = 403
    title = "Không có quyền"
    slug = "khong-co-quyen"


class Conflict(TraCuuError):
    """Somebody else changed the same thing in between; nothing was overwritten.

    Args:
        message: What happened, in Vietnamese.
        next_step: What the reader can do, in Vietnamese.
        revision: What is current now.
    """

    exit_code = 8
    status = 409
    title = "Đã có thay đổi khác"
    slug = "da-co-thay-doi-khac"

    def __init__(self, message: str, next_step: str, revision: int) -> None:
        super().__init__(message, next_step)
        self.revision = revision


class Busy(TraCuuError):
    """Too many ask for work that takes long; whoever asks later is served."""

    exit_code = 4
    status = 503
    title = "Máy chủ đang bận"
    slug = "may-chu-dang-ban"


class PacksError(TraCuuError):
    """The database of the study packs cannot be opened, or does not answer."""

    exit_code = 4
    status = 503
    title = "Chưa mở được kho tập tài liệu"
    slug = "chua-mo-duoc-kho-tap"


class RefusalReason(StrEnum):
    """Why a file is not taken in; the value is what the report prints."""

    EMPTY = "tệp rỗng"
    DAMAGED = "tệp hỏng hoặc bị cắt cụt"
    ENCRYPTED = "tệp đặt mật khẩu"
    MACROS = "tệp có macro"
    MISLABELLED = "nội dung không đúng với đuôi tệp"
    UNSUPPORTED = "định dạng chưa hỗ trợ"
    NO_TEXT = "không có lớp chữ (bản quét)"
    SECRET = "có dấu chỉ mức độ mật"  # noqa: S105 - a reason, not a password
    RESTRICTED = "lưu hành hạn chế hơn mức bản cài đặt được đặt"
    TOO_BIG = "tệp quá lớn"
    TOO_MANY_PAGES = "quá nhiều trang"
    ARCHIVE_BOMB = "tệp nén bất thường"
    MISNAMED = "tên tệp không đọc được"
    CHANGED = "tệp bị thay đổi trong khi đang được nạp"
    ENDLESS = "tệp có thể làm treo máy"
    UNREADABLE_TEXT = "chữ không đọc được (bảng mã cũ hoặc lớp chữ hỏng)"


class Refusal(TraCuuError):
    """A file that is not taken in.

    Args:
        reason: Which rule refused it.
        message: What was found, in Vietnamese.
        next_step: What the user can do, in Vietnamese.
    """

    exit_code = 6
    status = 422
    title = "Không nhận tệp"
    slug = "khong-nhan-tep"

    def __init__(self, reason: RefusalReason, message: str, next_step: str) -> None:
        super().__init__(message, next_step)
        self.reason = reason
