"""What became of a mention, in the words readers see."""

from __future__ import annotations

from corpus.citation import Citation
from corpus.text import one_line
from search_api.references.resolve import Resolved, Status


def told(resolved: Resolved) -> str:
    """What became of a mention, in a sentence; of units named alone first of which document they are taken to be."""
    if resolved.through is not None:
        return f"Chỉ nêu đơn vị; hiểu là của «{one_line(resolved.through.text)}» nêu ở trước. {_told(resolved)}"
    return _told(resolved)


def _told(resolved: Resolved) -> str:
    match resolved.status:
        case Status.SELF:
            return "Nói về chính văn bản chứa lời này."
        case Status.AMBIGUOUS:
            return "Nhiều văn bản trong kho có tên gọi này; hãy ghi thêm ngày, cơ quan ban hành."
        case Status.NOT_IN_CORPUS:
            return "Kho chưa có văn bản này; chưa đối chiếu được."
        case Status.NO_SUCH_UNIT:
            return "Văn bản có trong kho, nhưng không có điều, khoản, mục được nêu."
        case Status.DATE_DIFFERS:
            dates = "; ".join(Citation(entry.ref).document for entry in resolved.candidates)
            return f"Ngày, năm nêu không đúng với văn bản trong kho: {dates}."
        case Status.FOUND:
            return _found(resolved)


def _found(resolved: Resolved) -> str:
    if resolved.has_ended:
        return f"Văn bản này {resolved.documents[0].ref.validity}."
    return "; ".join(Citation(entry.ref).document for entry in resolved.documents) + "."
