"""Questions for discussion, made by rule from what a passage says; where no rule fits there is none.

Every question is one of the sentences below; what it takes from a passage stands word for word in «».
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from corpus.sentences import sentences
from corpus.text import match_form
from search_api.drafting.candidates import Candidate
from search_api.drafting.choosing import level_of
from search_api.drafting.roles import Role
from search_api.drafting.topic import Topic
from search_api.targets.bodies import body_in
from search_api.targets.clauses import clauses
from search_api.targets.values import Comparison, Kind, Precision, Target

# What is asked of a commune's document can be measured in its branches; what is asked of a country cannot.
_NEAR_LEVEL, _BRANCH_LEVEL = 4, 5
# Of the many figures of a country those are asked about that name the topic.
_ABOUT = 0.5
# The same sentence again and again is no question any more, and word for word the same is none the second time.
_MOST_OF_A_KIND = 2
_LONGEST_WORDS = 190
_LONGEST_BODY = 70
_BRANCH = re.compile(r"chi bộ|chi ủy|bí thư chi bộ|tổ đảng")
# "Lễ kết nạp đảng viên phải …" asks nothing of members: they must be who the sentence is about.
_MUST = re.compile(
    r"(?:(?:^|[.;:]\s|\n)(?:[-+]\s|\w{1,4}[.)]\s|(?:\d+\.)+\s)?|(?:mỗi|các|từng|mọi)\s|cán bộ, )đảng viên"
    r"[^.;:,]{0,20}?\s(?:phải|có trách nhiệm|có nhiệm vụ|cần|không được|gương mẫu|nghiêm túc)(?!\w)"
)
_VIEWS = re.compile(r"quan điểm|tư tưởng chỉ đạo|phương châm")
_TASKS = re.compile(r"nhiệm vụ|giải pháp")
_NO_GOAL = (Comparison.AT_MOST, Comparison.UNDER)
_LABEL = re.compile(r"^\s*(?:[-+•*–]\s*|\(?\w{1,4}[.)]\s+|(?:\d{1,2}\.)+(?:\d{1,2}\.?)?\s+)")
_CLOSE = (Precision.DAY, Precision.MONTH, Precision.QUARTER)

# Each stands under its passage, on the page and on paper, and names it as what stands above.
_REACHED = "Đoạn này nêu: «{words}». So với mức này, chi bộ ta, địa phương ta đang ở đâu, còn vướng ở khâu nào?"
_FAR_GOAL = "Đoạn này nêu: «{words}». Địa phương, đơn vị ta góp phần đạt mức này bằng những việc gì?"
_BY_WHEN = "Việc này có mốc «{time}»: chi bộ ta đã làm đến đâu, ai phụ trách phần việc còn lại?"
_PERIODIC = "Đoạn này nêu: «{words}». Chi bộ ta có giữ được nền nếp này không, vì sao?"
_WITHIN = "Việc này có thời hạn «{time}»: ở chi bộ ta có bị chậm không, chậm ở khâu nào?"
_OF_MEMBERS = "Đối chiếu với đoạn này, mỗi đồng chí tự thấy việc nào mình đã làm tốt, việc nào phải sửa?"
_OF_BRANCH = "Đoạn này nêu phần việc của «{body}»: chi bộ ta đang làm thế nào, cần sửa khâu nào, giao ai?"
_OF_VIEW = "Quan điểm này đòi hỏi chi bộ ta thay đổi điều gì trong nếp nghĩ, cách làm?"
_OF_TASK = "Trong những việc đoạn này nêu, việc nào liên quan trực tiếp đến chi bộ ta, ta đã làm đến đâu?"


def questions_for(chosen: Sequence[Candidate], topic: Topic) -> list[str]:
    """A question for each passage, empty where none fits."""
    asked: Counter[str] = Counter()
    made = []
    for one in chosen:
        fitting = ((template, template.format(**values)) for template, values in _fitting(one, topic))
        template, question = next(
            ((template, text) for template, text in fitting if asked[template] < _MOST_OF_A_KIND and text not in made),
            ("", ""),
        )
        asked[template] += 1
        made.append(question)
    return made


def _fitting(one: Candidate, topic: Topic) -> Iterator[tuple[str, dict[str, str]]]:
    """The questions a passage allows, the most telling first."""
    text, trail = one.passage.text, match_form(" ".join(one.passage.trail))
    # Of several figures the one that is about the topic.
    for target in sorted(one.targets, key=lambda target: -topic.said_in(text[slice(*target.what)])):
        yield from _of_target(one, target, topic)
    if _MUST.search(match_form(text)):
        yield _OF_MEMBERS, {}
    body = body_in(text, 0, _first_end(text))
    named = text[slice(*body)] if body else ""
    if named:
        if _is_of_branch(named) and len(named) <= _LONGEST_BODY:
            yield _OF_BRANCH, {"body": named}
    elif one.role is Role.VIEW and _VIEWS.search(trail):
        yield _OF_VIEW, {}
    elif one.role is not Role.GOAL and _TASKS.search(trail):
        yield _OF_TASK, {}


def _first_end(text: str) -> int:
    """Where the first clause of a passage ends."""
    return next((clause.end for sentence in sentences(text) for clause in clauses(text, sentence)), len(text))


def _of_target(one: Candidate, target: Target, topic: Topic) -> Iterator[tuple[str, dict[str, str]]]:
    text, is_near = one.passage.text, level_of(one.passage.ref) >= _NEAR_LEVEL
    words, body = _words(text, target), text[slice(*target.body)] if target.body else ""
    if target.amount and target.kind is Kind.GOAL and words:
        is_about = is_near or topic.said_in(words) >= _ABOUT
        if one.role is Role.GOAL and target.comparison not in _NO_GOAL and is_about:
            yield (_REACHED if is_near else _FAR_GOAL), {"words": words}
    elif target.amount is None and target.deadline:
        time = " ".join(text[slice(*target.deadline.span)].split())
        is_ours = level_of(one.passage.ref) == _BRANCH_LEVEL or _is_of_branch(body)
        if target.deadline.precision in _CLOSE and (is_near or is_ours):
            yield _BY_WHEN, {"time": time}
        elif target.deadline.precision is Precision.PERIODIC and words and is_ours:
            yield _PERIODIC, {"words": words}
        elif target.deadline.precision is Precision.RELATIVE and is_ours and len(time) <= _LONGEST_WORDS:
            yield _WITHIN, {"time": time}


def _words(text: str, target: Target) -> str:
    """What is to be reached, word for word; empty where it is too long to be put in a question."""
    words = _LABEL.sub("", " ".join(text[slice(*target.what)].split())).rstrip(" .;,")
    return words if len(words) <= _LONGEST_WORDS and words.count("(") == words.count(")") else ""


def _is_of_branch(body: str) -> bool:
    return _BRANCH.match(match_form(body)) is not None
