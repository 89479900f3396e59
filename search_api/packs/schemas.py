"""The JSON of study packs: what ``/api/packs`` takes and answers."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from search_api.packs.content import MOST_PASSAGES, Occasion, PackContent
from search_api.packs.edit import PackEdit
from search_api.schemas import Model

_ID = "4f1d2c3b5a697887"
_KEY = "Zk3v9Qw1xY7uB2nM5pL8sT4rE6cA0dGh"
_WHEN = ["2026-11-20T02:14:50Z"]

_Base = Annotated[
    int, Field(ge=1, le=2**31 - 1, description="Bản mà thay đổi này dựa trên, lấy từ revision", examples=[7])
]
_Pack = Annotated[str, Field(description="Mã tập", examples=[_ID])]
_Revision = Annotated[int, Field(description="Số của bản hiện nay", examples=[7])]


class Right(StrEnum):
    """What somebody may do with a pack; each right includes those before it."""

    READ = "xem"
    EDIT = "sua"
    OWN = "chu"

    @property
    def words(self) -> str:
        """As readers see it."""
        return {Right.READ: "chỉ xem", Right.EDIT: "xem và sửa", Right.OWN: "chủ tập"}[self]

    def includes(self, other: Right) -> bool:
        """Whether who has this right has the other one, too."""
        order = list(Right)
        return order.index(self) >= order.index(other)


class Given(StrEnum):
    """What a share link may allow."""

    READ = "xem"
    EDIT = "sua"


class Standing(StrEnum):
    """What has become of a quotation's words in the corpus."""

    UNCHANGED = "nguyen-van"
    CHANGED = "da-khac"
    GONE = "khong-con"
    WITHHELD = "khong-hien"


class PackSummaryOut(Model):
    """A pack in a list."""

    id: _Pack
    title: Annotated[str, Field(description="Tên chuyên đề; rỗng nếu chưa đặt", examples=["Chuyển đổi số ở chi bộ"])]
    occasion: Annotated[Occasion, Field(description="Dịp", examples=["chuyen-de"])]
    branch: Annotated[str, Field(description="Chi bộ, đảng bộ hoặc lớp học", examples=["Chi bộ thôn Mẫu"])]
    held_on: Annotated[date | None, Field(description="Ngày sinh hoạt", examples=["2026-12-03"])]
    created: Annotated[datetime, Field(description="Lập lúc nào, giờ UTC", examples=_WHEN)]
    updated: Annotated[datetime, Field(description="Sửa lần cuối lúc nào, giờ UTC", examples=_WHEN)]
    deleted: Annotated[datetime | None, Field(description="Xoá lúc nào, giờ UTC; null nếu chưa xoá", examples=[None])]
    revision: _Revision
    is_template: Annotated[bool, Field(description="Là mẫu để lập tập khác", examples=[False])]


class PackListOut(Model):
    """The packs of a desk."""

    packs: Annotated[tuple[PackSummaryOut, ...], Field(description="Các tập, sửa gần nhất trước")]
    deleted: Annotated[tuple[PackSummaryOut, ...], Field(description="Các tập đã xoá, còn khôi phục được")]


class TemplateOut(Model):
    """What a pack can be begun from."""

    name: Annotated[str, Field(description="Tên gọi khi lập tập, hoặc mã mẫu của mình", examples=["chuyen-de"])]
    title: Annotated[str, Field(description="Tên mẫu", examples=["Sinh hoạt chuyên đề"])]
    minutes: Annotated[int, Field(description="Tổng thời gian của mẫu, phút", examples=[60])]
    own: Annotated[bool, Field(description="Mẫu của mình, không phải mẫu có sẵn", examples=[False])]


class TemplateListOut(Model):
    """Everything a pack can be begun from."""

    templates: Annotated[tuple[TemplateOut, ...], Field(description="Mẫu có sẵn, rồi đến mẫu của mình")]


class PackOut(Model):
    """A pack as it is now."""

    id: _Pack
    right: Annotated[Right, Field(description="Quyền của người hỏi", examples=["chu"])]
    revision: _Revision
    created: Annotated[datetime, Field(description="Lập lúc nào, giờ UTC", examples=_WHEN)]
    updated: Annotated[datetime, Field(description="Sửa lần cuối lúc nào, giờ UTC", examples=_WHEN)]
    is_template: Annotated[bool, Field(description="Là mẫu để lập tập khác", examples=[False])]
    can_undo: Annotated[bool, Field(description="Còn hoàn tác được", examples=[True])]
    can_redo: Annotated[bool, Field(description="Còn làm lại được", examples=[False])]
    content: Annotated[PackContent, Field(description="Nội dung tập")]


class AddedOut(Model):
    """A pack after passages were added."""

    pack: Annotated[PackOut, Field(description="Tập sau khi thêm")]
    added: Annotated[tuple[int, ...], Field(description="Số của các trích dẫn mới, theo thứ tự thêm", examples=[[4]])]
    present: Annotated[
        tuple[int, ...], Field(description="Số của các đoạn đã có từ trước, không thêm nữa", examples=[[2]])
    ]


class RevisionOut(Model):
    """A revision in the history."""

    number: Annotated[int, Field(description="Số của bản", examples=[7])]
    saved: Annotated[datetime, Field(description="Lưu lúc nào, giờ UTC", examples=_WHEN)]
    change: Annotated[str, Field(description="Đã thay đổi gì", examples=["Thêm đoạn trích [4]"])]
    title: Annotated[str, Field(description="Tên tập lúc đó", examples=["Chuyển đổi số ở chi bộ"])]
    current: Annotated[bool, Field(description="Là bản hiện nay", examples=[True])]
    undone: Annotated[bool, Field(description="Đã hoàn tác: không nằm trong bản hiện nay", examples=[False])]


class HistoryOut(Model):
    """The revisions that are kept."""

    revisions: Annotated[tuple[RevisionOut, ...], Field(description="Các bản còn giữ, mới nhất trước")]


class ShareOut(Model):
    """A share link."""

    id: Annotated[str, Field(description="Mã của liên kết, để thu hồi", examples=[_ID])]
    right: Annotated[Given, Field(description="Quyền của ai có liên kết", examples=["xem"])]
    created: Annotated[datetime, Field(description="Lập lúc nào, giờ UTC", examples=_WHEN)]
    key: Annotated[
        str | None,
        Field(
            description="Khoá trong địa chỉ /tap/{khoá}; null nếu liên kết do người quản trị lập", examples=[_KEY, None]
        ),
    ]


class ShareListOut(Model):
    """The share links of a pack."""

    shares: Annotated[tuple[ShareOut, ...], Field(description="Các liên kết còn dùng được, mới nhất trước")]


class QuoteStateOut(Model):
    """What has become of a quotation since it was taken."""

    label: Annotated[int, Field(description="Số của trích dẫn trong tập", examples=[3])]
    standing: Annotated[
        Standing,
        Field(
            description="Lời văn còn nguyên (nguyen-van), đã khác (da-khac), không còn trong kho (khong-con), hay "
            "không được hiện ở đây (khong-hien)"
        ),
    ]
    passage: Annotated[
        str | None,
        Field(description="Mã đoạn hiện nay; null nếu không còn", examples=["57-nq-tw-2024-12-22/muc-iii/khoan-2"]),
    ]
    text: Annotated[str | None, Field(description="Lời văn hiện nay, nếu đã khác", examples=["2. Đẩy mạnh số hoá."])]
    version: Annotated[
        str | None, Field(description="sha256 của tệp hiện dùng; null nếu không còn", examples=["9f86d081884c7d65" * 4])
    ]
    validity: Annotated[
        str | None, Field(description="Hiệu lực hiện nay của văn bản; null nếu không còn", examples=["chưa rõ"])
    ]
    ended: Annotated[bool, Field(description="Văn bản hiện đã hết hiệu lực, toàn bộ hay một phần", examples=[False])]
    warning: Annotated[
        str | None,
        Field(description="Lời nhắc cho người soạn; null nếu không có gì", examples=["Lời văn trong kho đã khác."]),
    ]


class QuoteStatesOut(Model):
    """What has become of the quotations of a pack."""

    quotes: Annotated[tuple[QuoteStateOut, ...], Field(description="Theo thứ tự các đoạn trong tập")]


class NewPackIn(Model):
    """A pack to begin."""

    template: Annotated[
        str, Field(max_length=64, description="Mẫu để bắt đầu; xem /api/packs/templates", examples=["chuyen-de"])
    ] = "chuyen-de"
    title: Annotated[str, Field(max_length=300, description="Tên chuyên đề", examples=["Chuyển đổi số ở chi bộ"])] = ""
    passages: Annotated[
        tuple[Annotated[str, Field(max_length=500)], ...],
        Field(
            max_length=MOST_PASSAGES,
            description="Mã các đoạn đưa vào ngay",
            examples=[["57-nq-tw-2024-12-22/muc-iii/khoan-2"]],
        ),
    ] = ()


class SaveIn(Model):
    """A pack as a client wants it."""

    base: _Base
    content: Annotated[PackEdit, Field(description="Nội dung; lời trích không gửi lại, chỉ nêu số của trích dẫn")]


class BaseIn(Model):
    """On which revision a step is based."""

    base: _Base


class RestoreIn(Model):
    """A revision to go back to."""

    base: _Base
    revision: Annotated[int, Field(ge=1, le=2**31 - 1, description="Bản cần lấy lại", examples=[3])]


class AddIn(Model):
    """Passages to add."""

    passages: Annotated[
        tuple[Annotated[str, Field(max_length=500)], ...],
        Field(
            min_length=1,
            max_length=MOST_PASSAGES,
            description="Mã các đoạn, theo thứ tự",
            examples=[["57-nq-tw-2024-12-22/muc-iii/khoan-2"]],
        ),
    ]


class MoveIn(Model):
    """A passage to move."""

    label: Annotated[int, Field(ge=1, le=1_000_000, description="Số của trích dẫn", examples=[3])]
    by: Annotated[
        int,
        Field(
            ge=-MOST_PASSAGES,
            le=MOST_PASSAGES,
            description="Số bậc: âm là lên trên, dương là xuống dưới",
            examples=[-1],
        ),
    ]


class CopyIn(Model):
    """A copy to make on one's own desk."""

    as_template: Annotated[bool, Field(description="Lưu làm mẫu của mình", examples=[False])] = False
    content: Annotated[
        PackEdit | None,
        Field(description="Nội dung của bản sao, khi không lưu được vì người khác đã sửa; null: như tập hiện nay"),
    ] = None


class ShareIn(Model):
    """A share link to make."""

    right: Annotated[Given, Field(description="Quyền: chỉ xem (xem) hay xem và sửa (sua)", examples=["xem"])]
