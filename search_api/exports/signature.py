"""Who stands at the end of a paper."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.text import fold
from search_api.packs.content import Occasion, PackContent

_SECRETARIES = ("phó bí thư", "bí thư")


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature block; empty lines are left out.

    Attributes:
        head: In capitals: ``T/M CHI BỘ`` or ``NGƯỜI CHUẨN BỊ``.
        position: In capitals under it: ``BÍ THƯ``.
        name: Of who signs.
    """

    head: str
    position: str
    name: str


def signature_of(content: PackContent) -> Signature:
    """The secretary signs for a branch; whoever else prepared a paper signs for himself.

    A lesson is its author's. Where nobody is named, a branch's paper leaves room for its secretary.
    """
    name, _, role = (part.strip() for part in content.author.partition(","))
    is_branch = fold(content.branch).strip().startswith("chi bo")
    office = next((office for office in _SECRETARIES if fold(role).startswith(fold(office))), "")
    if is_branch and content.occasion is not Occasion.LESSON and (office or not name):
        return Signature("T/M CHI BỘ", (office or "bí thư").upper(), name)
    return Signature("NGƯỜI CHUẨN BỊ", role, name)
