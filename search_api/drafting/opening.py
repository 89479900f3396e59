"""The words of a draft that are no quotation: title, aim, headings; and its đề dẫn, which is made of quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.sentences import sentences
from search_api.drafting.candidates import Candidate
from search_api.drafting.roles import Role
from search_api.packs.content import Occasion

LONGEST_TITLE = 300
_HEADINGS = (
    ((Role.VIEW,), "Về quan điểm:"),
    ((Role.GOAL,), "Về mục tiêu, chỉ tiêu:"),
    ((Role.TASK, Role.DEADLINE), "Về nhiệm vụ và thời hạn:"),
    ((Role.DUTY,), "Về trách nhiệm thực hiện:"),
)
# Of each role so many sentences: a đề dẫn is read out in ten minutes.
_MOST_OF_A_ROLE = 2
_SHORTEST, _LONGEST = 40, 420
_LABEL = re.compile(r"^\s*(?:[-+•*–]\s*|\(?\w{1,4}[.)]\s+|(?:\d{1,2}\.)+(?:\d{1,2}\.?)?\s+)")

_AIMS = {
    Occasion.REGULAR: (
        "Giúp đảng viên nắm nội dung các văn bản về «{topic}»; đối chiếu với việc của chi bộ trong tháng; thống nhất "
        "việc phải làm, người phụ trách và thời hạn."
    ),
    Occasion.THEMATIC: (
        "Giúp đảng viên nắm vững nội dung các văn bản về «{topic}»; liên hệ với thực tế chi bộ; thống nhất những việc "
        "cụ thể phải làm, người phụ trách và thời hạn."
    ),
    Occasion.LESSON: (
        "Người học nắm được quan điểm, mục tiêu, nhiệm vụ mà các văn bản nêu về «{topic}»; biết vận dụng vào nhiệm vụ "
        "được giao và dẫn đúng văn bản."
    ),
}


def title_of(topic: str) -> str:
    """The topic as a title."""
    return (topic[:1].upper() + topic[1:])[:LONGEST_TITLE]


def aim_of(topic: str, occasion: Occasion) -> str:
    """What a session on a topic is for."""
    return _AIMS[occasion].format(topic=topic)


def introduction_of(chosen: Sequence[Candidate]) -> str:
    """A đề dẫn of quotations, each with the label of its passage; labels are places from 1."""
    parts = []
    for roles, heading in _HEADINGS:
        quoted = [
            f"“{words}” [{label}]"
            for label, one in enumerate(chosen, 1)
            if one.role in roles
            for words in list(_first_sentence(one.passage.text))[:1]
        ]
        if quoted:
            parts.append("\n".join((heading, *quoted[:_MOST_OF_A_ROLE])))
    return "\n\n".join(parts)


def _first_sentence(text: str) -> Iterator[str]:
    """The first whole sentence of a passage, as printed, without the label before it."""
    for span in sentences(text):
        words = text[slice(*span)]
        label = _LABEL.match(words)
        words = words[label.end() :] if label else words
        if words.endswith(".") and _SHORTEST <= len(words) <= _LONGEST and words[:1].isupper():
            yield words
