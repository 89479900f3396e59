"""A question in the forms the grammar reads: as written and folded.

Patterns run on the folded form (``fold`` keeps offsets), so that one pattern reads a question with marks and
without. Where a fold joins words that mean different things ("mục 3" and "mức 3"), the written form decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.text import fold, has_marks, match_form

END = r"(?![\w%]|[.,]\d)"
"""Pattern of where a number or label may end: not inside a word, a decimal or a percentage."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question in the forms the patterns need; all have the same length.

    Attributes:
        text: As it is shown.
        written: Lower case, marks kept.
        folded: Lower case without marks, every dash a hyphen.
    """

    text: str
    written: str
    folded: str

    def is_plain(self, span: tuple[int, int], accented: str) -> bool:
        """Whether a word was typed without marks, or with those of ``accented`` and no others."""
        written = self.written[slice(*span)]
        return written == accented or not has_marks(written)


# "TƯ" is how many type TW; in lower case only behind a slash or hyphen, else it is a word ("tư tưởng").
_CENTRAL = re.compile(r"TƯ(?!\w)|(?<=[/\-])tư(?!\w)")
_DASHES = str.maketrans(dict.fromkeys("\u2012\u2013\u2014\u2212", "-"))


def question(text: str) -> Question:
    """The forms of a question that is NFC."""
    central = _CENTRAL.sub("TW", text)
    return Question(text, match_form(text), fold(central).translate(_DASHES))


# After a number these make it a quantity: "kế hoạch 5 năm", "báo cáo 6 tháng", "khoản 5 triệu đồng".
_COUNTED = "|".join(
    (
        r"%|phần trăm|triệu|nghìn|ngàn|km|sao|giờ|phút|tuần|trở (?:lên|xuống)|(?:hằng|hàng) (?:tháng|năm|quý|tuần)",
        r"năm(?! (?:19|20)\d\d)|tháng(?! \d)|ngày(?! \d)|lần(?! đầu| thứ)|tỷ(?! lệ)|tỉ(?! lệ)",
        r"đồng(?! (?:bộ|chí|thời|thuận|hành|lòng|tình))|tuổi(?! đời| đảng)|trang(?! \d| thiết| bị)",
        r"điều (?:đảng viên|cấm)|điều$",
    )
)
_IS_COUNTED = re.compile(rf"\s*(?:{_COUNTED})(?!\w)")
_IS_COUNTED_FOLDED = re.compile(rf"\s*(?:{fold(_COUNTED)})(?!\w)")


def counts(asked: Question, end: int) -> bool:
    """Whether what ends here is a quantity of what follows."""
    if has_marks(asked.written):
        return counts_with_marks(asked, end)
    return _IS_COUNTED_FOLDED.match(asked.folded, end) is not None


def counts_with_marks(asked: Question, end: int) -> bool:
    """The same of a text that is known to have marks, at no cost that grows with it."""
    return _IS_COUNTED.match(asked.written, end) is not None
