"""Which passages a session gets: of every role some, nothing twice, no document alone where several answer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from corpus.overlap import containment
from corpus.text import match_form
from corpus.types import DocumentRef
from search_api.drafting.candidates import IN_PASSING, Candidate, documents_of
from search_api.drafting.roles import Role

# How the passages of a session divide over the roles, in shares; what a role does not have goes to the others.
_SHARES = {Role.VIEW: 0.17, Role.GOAL: 0.25, Role.TASK: 0.3, Role.DUTY: 0.16, Role.DEADLINE: 0.12}
# A document that is alone takes all, beside one other about half, beside three a third.
_FAIR = {1: 1.0, 2: 0.6, 3: 0.45}
_FAIR_AMONG_MANY = 0.34
# A document that is about the topic, and not only of it, may have half, unless others are about it as well.
_FAIR_TITLED, _FAIR_AMONG_TITLED, _ABOUT = 0.5, 0.4, 0.8
# From here on two passages say the same (corpus.copies: two documents on one subject share a third at most).
_SAME = 0.5
# How much being alike costs below that, and how far behind the best a passage may lie.
_ALIKE_COST = 0.5
_WORTH_QUOTING, _LEAST_WORTH = 0.6, 0.62

# Of passages that only mention the topic so many, and none where all do: a pack of them would be about something else.
_MOST_IN_PASSING = 4

_LEVELS = (
    (5, re.compile(r"^chi bộ|/cb$|^chi ủy")),
    (4, re.compile(r"(?:đảng ủy|đảng bộ|ủy ban nhân dân|hội đồng nhân dân) (?:xã|phường|đặc khu|thị trấn)|/đu$")),
    (3, re.compile(r"huyện ủy|quận ủy|/hu$")),
    (2, re.compile(r"tỉnh ủy|thành ủy|(?:ủy ban nhân dân|hội đồng nhân dân) (?:tỉnh|thành phố)|/\w*tu$")),
    (0, re.compile(r"^bộ chính trị|^ban bí thư|^ban chấp hành trung ương|^đại hội|^quốc hội|^chính phủ|/tw$")),
    (1, re.compile(r"trung ương|^bộ |^thủ tướng|/\w*tw$")),
)
# Between province and commune: of a body that does not say where it stands.
_UNKNOWN = 3
# One passage makes a session only if a title over it is about the topic as well.
_ALONE = 0.8


class Place(NamedTuple):
    """Where a passage stands in a pack: from Trung ương to the branch, the better document first, then as printed."""

    level: int
    document: int
    position: int


def choose(found: Sequence[Candidate], most: int) -> list[Candidate]:
    """At most so many candidates, in the order a session takes them.

    Args:
        found: Best first.
        most: How many.
    """
    best = found[0].worth if found else 0.0
    good = [one for one in found if one.worth >= max(best * _WORTH_QUOTING, _LEAST_WORTH)]
    good = _from_highest(good)
    if not any(one.carried >= IN_PASSING for one in good) or (len(good) == 1 and good[0].carried <= _ALONE):
        return []
    passing = [one for one in good if one.carried < IN_PASSING][_MOST_IN_PASSING:]
    good = [one for one in good if one not in passing]
    share = _FAIR.get(len(documents_of(good)), _FAIR_AMONG_MANY)
    is_titled = {one.passage.ref.id: one.titled >= _ABOUT for one in good}
    titled = max(share, _FAIR_TITLED if sum(is_titled.values()) == 1 else _FAIR_AMONG_TITLED)
    fair = {one.passage.ref.id: max(2, round(most * (titled if one.titled >= _ABOUT else share))) for one in good}
    chosen: list[Candidate] = []
    for role, part in _SHARES.items():
        for _ in range(round(most * part)):
            _take(chosen, [one for one in good if one.role is role], fair)
    while len(chosen) < most and _take(chosen, good, fair):
        pass
    carried: dict[str, float] = {}
    for one in good:
        carried[one.passage.ref.id] = carried.get(one.passage.ref.id, 0.0) + one.worth
    ranks = {
        document: rank
        for rank, (document, _) in enumerate(sorted(carried.items(), key=lambda item: (-item[1], item[0])))
    }
    return sorted(chosen, key=lambda one: _place(one, ranks[one.passage.ref.id]))


def _from_highest(some: Sequence[Candidate]) -> list[Candidate]:
    """Without those that say what a document of a higher level says: it is quoted from where it comes."""
    kept: list[Candidate] = []
    for one in sorted(some, key=lambda one: level_of(one.passage.ref)):
        if all(containment(one.shingles, other.shingles) < _SAME for other in kept):
            kept.append(one)
    return sorted(kept, key=some.index)


def _take(chosen: list[Candidate], some: Sequence[Candidate], fair: Mapping[str, int]) -> bool:
    """Take the one that is best after what being like those taken costs; nothing if none is left."""
    taken = Counter(one.passage.ref.id for one in chosen)
    best: tuple[float, Candidate] | None = None
    for one in some:
        if one in chosen or taken[one.passage.ref.id] >= fair[one.passage.ref.id]:
            continue
        alike = max((containment(one.shingles, other.shingles) for other in chosen), default=0.0)
        worth = one.worth - _ALIKE_COST * alike
        if alike < _SAME and (best is None or worth > best[0]):
            best = worth, one
    if best:
        chosen.append(best[1])
    return best is not None


def _place(one: Candidate, rank: int) -> Place:
    return Place(level_of(one.passage.ref), rank, one.passage.position)


def level_of(ref: DocumentRef) -> int:
    """How far down a body stands: 0 for Trung ương, 5 for a branch."""
    issuer, number = match_form(ref.issuer or ""), match_form(ref.number or "")
    return next((level for level, pattern in _LEVELS if pattern.search(issuer) or pattern.search(number)), _UNKNOWN)
