"""Secrecy and circulation marks, and how far an installation may take in what carries one.

The marks are those of the rules on state secrets (Law 117/2025/QH15) and of Party offices (Quy định 66-QĐ/TW with
Hướng dẫn 36-HD/VPTW). How they are found on a document is told in ``corpus.stamps``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Level(IntEnum):
    """How far a mark restricts; a document with several has the highest."""

    DRAFT = 1
    INTERNAL = 2
    NOT_PUBLISHED = 3
    RETURN = 4
    SECRET = 5
    TOP_SECRET = 6
    STRICTLY_SECRET = 7


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark found on a document.

    Attributes:
        text: The mark as rules write it, whatever form it had: ``TỐI MẬT``.
        level: How far it restricts.
    """

    text: str
    level: Level

    @property
    def secret(self) -> bool:
        """Whether it marks a state secret: such a file is turned away everywhere."""
        return self.level >= Level.SECRET


STRICTLY_SECRET = Mark("TUYỆT MẬT", Level.STRICTLY_SECRET)
TOP_SECRET = Mark("TỐI MẬT", Level.TOP_SECRET)
SECRET = Mark("MẬT", Level.SECRET)
RECALLED = Mark("TÀI LIỆU THU HỒI", Level.RETURN)
RETURNED = Mark("XEM XONG TRẢ LẠI", Level.RETURN)
NOT_PUBLISHED = Mark("KHÔNG PHỔ BIẾN TRÊN CÁC PHƯƠNG TIỆN THÔNG TIN ĐẠI CHÚNG", Level.NOT_PUBLISHED)
INTERNAL = Mark("LƯU HÀNH NỘI BỘ", Level.INTERNAL)
DRAFT = Mark("DỰ THẢO", Level.DRAFT)
_MARKS = (STRICTLY_SECRET, TOP_SECRET, SECRET, RECALLED, RETURNED, NOT_PUBLISHED, INTERNAL, DRAFT)


class Clearance(StrEnum):
    """How restricted a document an installation takes in and shows; the value is what the setting is written as."""

    PUBLIC = "cong-khai"
    INTERNAL = "noi-bo"

    def admits(self, mark: str | None) -> bool:
        """Whether a document with this mark (``Mark.text``) may be kept and shown here.

        A text that is no known mark is not admitted: what cannot be judged stays out.
        """
        if mark is None:
            return True
        level = next((known.level for known in _MARKS if known.text == mark), Level.STRICTLY_SECRET)
        return level <= (Level.DRAFT if self is Clearance.PUBLIC else Level.RETURN)
