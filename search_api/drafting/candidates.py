"""The passages that may carry a topic, with how well and in which role."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.overlap import shingles
from corpus.portals import is_of_portal
from corpus.runtime.library import Library
from corpus.types import Filters, Listed, Passage, Value
from corpus.validity import EXPIRED, validity_class
from search_api.drafting.roles import Role, role_of, targets_in
from search_api.drafting.topic import Topic
from search_api.ranking.finding import Finder, Found
from search_api.targets.values import Target

CUES = ("quan điểm", "mục tiêu", "chỉ tiêu", "nhiệm vụ giải pháp", "trách nhiệm", "tổ chức thực hiện", "thời hạn")
"""What is asked for beside a topic, so that each role has passages to choose from."""

# Of each question with a cue its best hits: those behind are about the cue.
_BEST = 20
# Less carries no topic: one pair of words in common, or the title of its document alone.
_CARRIES = 0.45
IN_PASSING = 0.6
"""A passage that carries less of a topic only mentions it."""
# How much the search's own order counts beside how much of the topic a passage carries.
_SEARCH_SHARE = 0.35
# Shorter is a title or half a sentence; longer is a page, which no session reads out.
_SHORTEST, _LONGEST = 70, 6000
_LONG, _LONG_WORTH = 1300, 0.9
_VERY_LONG, _VERY_LONG_WORTH = 2200, 0.75
# A unit that holds others and says no more than this is their title.
_TITLE = 160
# What cannot stand alone: a point that ends in a semicolon or begins in the middle of its lead-in's sentence.
_PART_WORTH = 0.7
# Who carries out a document that is about something else says little of the topic.
_DUTY_ELSEWHERE = 0.7
_NO_SOURCE = ("phần đầu", "ký", "nơi nhận")
_LABEL = re.compile(
    r"\s*(?:(?:điều|khoản|mục|chương|phần)\s[\w.]+[.:)]?\s*|\(?\w{1,4}[.)]\s+|(?:\d{1,2}\.)+(?:\d{1,2}\.?)?\s+|[-+•*–]\s*)",
    re.IGNORECASE,
)
# What only says what the document itself is about, when it takes effect or what it takes the place of.
_OF_ITSELF = re.compile(
    r"có hiệu lực (?:từ|kể từ|thi hành)|(?:này|văn bản) thay thế|phổ biến đến chi bộ|^\W*căn cứ|"
    r"(?:quy định|quy chế|hướng dẫn|kế hoạch|chương trình) này (?:quy định|áp dụng|hướng dẫn)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Candidate(Value):
    """A passage that may be quoted.

    Attributes:
        passage: The passage.
        worth: How well it carries the topic, about 0 to 1, as a session can use it.
        carried: How much of the topic it carries.
        role: What it does in a session.
        titled: How much of the topic the title of its document says.
        targets: Its figures and deadlines.
        shingles: Its words three in a row, to tell who says the same.
    """

    passage: Passage
    worth: float
    carried: float
    role: Role
    titled: float
    targets: tuple[Target, ...]
    shingles: frozenset[str]


def candidates(
    library: Library, finder: Finder, raw: str, topic: Topic, found: Sequence[Found], filters: Filters
) -> list[Candidate]:
    """The passages that carry a topic, best first; of documents no longer in force only if there are no others.

    Args:
        library: The corpus.
        finder: Finds in it.
        raw: The topic as typed.
        topic: The topic as understood.
        found: What the topic alone found, and what it is called otherwise.
        filters: Which documents may be quoted.
    """
    scores: dict[str, float] = {}
    listed: dict[str, Listed] = {}
    questions = [(one, len(one.hits)) for one in found]
    questions += [(finder.find(f"{raw} {cue}", filters), _BEST) for cue in CUES]
    for one, most in questions:
        best = max((hit.score for hit in one.hits), default=1.0) or 1.0
        for hit in one.hits[:most]:
            # What a search folds away as said elsewhere may be where it comes from.
            for passage in (hit.listed, *hit.also):
                listed[passage.id] = passage
                scores[passage.id] = max(scores.get(passage.id, 0.0), hit.score / best)
    # Of what holds others only the address of one found inside it tells.
    holders = {name.rpartition("/")[0] for name in listed}
    read = list(library.texts([*listed.values()]).values())
    usable = [one for one in read if is_quotable(one) and not (one.id in holders and len(one.text) < _TITLE)]
    in_force = [passage for passage in usable if validity_class(passage.ref.validity) != EXPIRED]
    made = [_candidate(passage, topic, scores[passage.id]) for passage in in_force or usable]
    return sorted((one for one in made if one), key=lambda one: (-round(one.worth, 6), one.passage.id))


def is_quotable(passage: Passage) -> bool:
    """Whether a passage can be cited and says something by itself: no letterhead, signature, row, title or lead-in."""
    if not (passage.ref.number or passage.ref.title):
        return False
    text = passage.text.strip()
    unit = passage.path[-1].unit
    if (
        passage.path[0].unit in _NO_SOURCE
        or unit in _NO_SOURCE
        or any(step.unit in ("bảng", "dòng") for step in passage.path)
    ):
        return False
    if not _SHORTEST <= len(text) <= _LONGEST or text.endswith((":", "?", "…", "...")):
        return False
    # A title has no stop at its end.
    if text[-1] not in '.;!”"»)/*' or text.count(" ") < 12:
        return False
    return not (is_of_portal(text) or _OF_ITSELF.search(text))


def _candidate(passage: Passage, topic: Topic, score: float) -> Candidate | None:
    carried = topic.carried_by(passage)
    if carried < _CARRIES:
        return None
    targets = targets_in(passage)
    role, titled = role_of(passage, targets), topic.titles(passage.ref)
    if role is Role.PAST:
        return None
    worth = (1 - _SEARCH_SHARE) * carried + _SEARCH_SHARE * score
    length = len(passage.text)
    worth *= _VERY_LONG_WORTH if length > _VERY_LONG else _LONG_WORTH if length > _LONG else 1.0
    worth *= _PART_WORTH if is_part(passage) else 1.0
    worth *= _DUTY_ELSEWHERE if role is Role.DUTY and titled < _CARRIES else 1.0
    return Candidate(passage, worth, carried, role, titled, targets, shingles(passage.text))


def is_part(passage: Passage) -> bool:
    """Whether a passage is only part of a sentence that its lead-in begins."""
    text = passage.text.strip()
    words = _LABEL.sub("", text, count=1)
    return text.endswith(";") or words[:1].islower()


def documents_of(some: Iterable[Candidate]) -> Sequence[str]:
    """The documents they stand in, each once."""
    return list(dict.fromkeys(one.passage.ref.id for one in some))
