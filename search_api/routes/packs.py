"""Study packs over HTTP.

A pack is named in an address by its id, which opens it for the browser or program that has its desk's cookie, or by the
key of a share link.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request, Response

from search_api.bounded import BoundedRoute
from search_api.packs import schemas
from search_api.packs.content import PackContent
from search_api.packs.cookie import keep_owner, new_owner, owner_of
from search_api.problems import answers
from search_api.routes.given import PackVisit, TheDesk
from search_api.routes.unstored import unstored

router = APIRouter(prefix="/api/packs", route_class=BoundedRoute, dependencies=[Depends(unstored)])

_NUMBER = Annotated[int, Path(ge=1, le=2**31 - 1, description="Số của bản", examples=[3])]
_LINK = Annotated[str, Path(max_length=64, description="Mã của liên kết", examples=["4f1d2c3b5a697887"])]
_READING = answers(403, 404, 422, 503)
_CHANGING = answers(403, 404, 409, 413, 422, 503)


def _own(request: Request, response: Response) -> str:
    """The token of the visitor's desk, which begins here if there is none yet."""
    owner = owner_of(request) or new_owner()
    keep_owner(request, response, owner)
    return owner


_Visitor = Annotated[str | None, Depends(owner_of)]
_Own = Annotated[str, Depends(_own)]


@router.get("", summary="Các tập của mình", responses=answers(503))
def owned(desk: TheDesk, owner: _Visitor) -> schemas.PackListOut:
    """Các tập lập ở trình duyệt này (nhận ra bằng cookie tracuu_ban), và các tập đã xoá còn khôi phục được."""
    return desk.owned(owner)


@router.post("", summary="Lập một tập", responses=_CHANGING)
def create(desk: TheDesk, owner: _Own, body: schemas.NewPackIn) -> schemas.PackOut:
    """Lập tập từ một mẫu; trả lời kèm cookie tracuu_ban nếu trình duyệt chưa có."""
    return desk.create_from(owner, body.template, body.title, body.passages)


@router.get("/templates", summary="Các mẫu để lập tập", responses=answers(503))
def templates(desk: TheDesk, owner: _Visitor) -> schemas.TemplateListOut:
    """Mẫu có sẵn và mẫu của mình."""
    return desk.templates(owner)


@router.get("/{pack}", summary="Một tập", responses=_READING)
def read(desk: TheDesk, visit: PackVisit) -> schemas.PackOut:
    """Nội dung tập hiện nay, kèm quyền của người hỏi."""
    return desk.read(visit)


@router.put("/{pack}", summary="Lưu một tập", responses=_CHANGING)
def save(desk: TheDesk, visit: PackVisit, body: schemas.SaveIn) -> schemas.PackOut:
    """Mỗi lần lưu là một bản; người khác đã sửa từ bản base thì trả lời 409 và không ghi đè gì."""
    return desk.save(visit, body.base, body.content)


@router.delete("/{pack}", summary="Xoá một tập", responses=_CHANGING)
def delete(desk: TheDesk, visit: PackVisit) -> schemas.PackListOut:
    """Xoá tập của mình; trong 30 ngày còn khôi phục được."""
    desk.delete(visit)
    return desk.owned(visit.owner)


@router.post("/{pack}/undelete", summary="Khôi phục một tập đã xoá", responses=_CHANGING)
def undelete(desk: TheDesk, visit: PackVisit) -> schemas.PackOut:
    """Lấy lại tập của mình đã xoá chưa quá 30 ngày."""
    return desk.undelete(visit)


@router.post("/{pack}/passages", summary="Thêm đoạn trích", responses=_CHANGING)
def add(desk: TheDesk, visit: PackVisit, body: schemas.AddIn) -> schemas.AddedOut:
    """Chép nguyên văn các đoạn vào cuối tập, giữ như lúc này; đoạn đã có thì được nêu trong present."""
    return desk.add(visit, body.passages)


@router.post("/{pack}/move", summary="Đổi chỗ một đoạn trích", responses=_CHANGING)
def move(desk: TheDesk, visit: PackVisit, body: schemas.MoveIn) -> schemas.PackOut:
    """Đưa một đoạn lên trên hoặc xuống dưới."""
    return desk.move(visit, body.label, body.by)


@router.post("/{pack}/undo", summary="Hoàn tác", responses=_CHANGING)
def undo(desk: TheDesk, visit: PackVisit, body: schemas.BaseIn) -> schemas.PackOut:
    """Trở về bản trước."""
    return desk.undo(visit, body.base)


@router.post("/{pack}/redo", summary="Làm lại", responses=_CHANGING)
def redo(desk: TheDesk, visit: PackVisit, body: schemas.BaseIn) -> schemas.PackOut:
    """Trở lại bản vừa hoàn tác."""
    return desk.redo(visit, body.base)


@router.get("/{pack}/history", summary="Lịch sử một tập", responses=_READING)
def history(desk: TheDesk, visit: PackVisit) -> schemas.HistoryOut:
    """Các bản còn giữ, mới nhất trước, kèm điều đã thay đổi."""
    return desk.history(visit)


@router.get("/{pack}/history/{number}", summary="Một bản cũ", responses=_READING)
def revision(desk: TheDesk, visit: PackVisit, number: _NUMBER) -> PackContent:
    """Nội dung tập ở một bản trong lịch sử."""
    return desk.revision(visit, number)


@router.post("/{pack}/restore", summary="Lấy lại một bản cũ", responses=_CHANGING)
def restore(desk: TheDesk, visit: PackVisit, body: schemas.RestoreIn) -> schemas.PackOut:
    """Đưa tập về như một bản trong lịch sử; việc này cũng hoàn tác được."""
    return desk.restore(visit, body.base, body.revision)


@router.post("/{pack}/copy", summary="Tạo bản sao", responses=_CHANGING)
def copy(desk: TheDesk, visit: PackVisit, owner: _Own, body: schemas.CopyIn) -> schemas.PackOut:
    """Bản sao hoặc mẫu ở bàn của mình, kèm các lời trích, không kèm lịch sử và liên kết."""
    return desk.duplicate(visit, owner, edit=body.content, as_template=body.as_template)


@router.get("/{pack}/quotes", summary="Các lời trích nay ra sao", responses=_READING)
def quotes(desk: TheDesk, visit: PackVisit) -> schemas.QuoteStatesOut:
    """So các lời trích với kho hiện nay: còn nguyên văn, đã khác, không còn; văn bản hết hiệu lực thì được nhắc."""
    return desk.states_of(desk.read(visit).content)


@router.get("/{pack}/shares", summary="Các liên kết chia sẻ", responses=_READING)
def shares(desk: TheDesk, visit: PackVisit) -> schemas.ShareListOut:
    """Các liên kết đang dùng được của tập của mình."""
    return desk.shares(visit)


@router.post("/{pack}/shares", summary="Chia sẻ bằng liên kết", responses=_CHANGING)
def share(desk: TheDesk, visit: PackVisit, body: schemas.ShareIn) -> schemas.ShareOut:
    """Lập một liên kết; ai có địa chỉ /tap/{khoá} thì xem, hoặc xem và sửa được."""
    return desk.share(visit, body.right)


@router.delete("/{pack}/shares/{link}", summary="Thu hồi một liên kết", responses=_CHANGING)
def unshare(desk: TheDesk, visit: PackVisit, link: _LINK) -> schemas.ShareListOut:
    """Liên kết ấy không mở được tập nữa."""
    return desk.unshare(visit, link)
