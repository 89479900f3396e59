"""What is asked of the table of targets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corpus.types import Value
from search_api.targets.values import Kind

Sort = Literal["order", "amount", "deadline", "body", "document", "kind"]
"""What rows are ordered by; ``order`` is that of the documents as chosen and as printed."""

KindName = Literal["chỉ tiêu", "định mức", "mức tiền", "thời hạn", "định kỳ"]
"""Names of ``Kind``, for the API."""

MOST_DOCUMENTS = 50
"""Documents of one table: a pack quotes from a dozen, and each is read whole."""


@dataclass(frozen=True, slots=True)
class TargetsAsked(Value):
    """Which rows are wanted; an empty tuple means any. Values of one field are alternatives.

    Attributes:
        document: Ids of the chosen documents.
        kind: Kinds of targets.
        year: Years deadlines lie in.
        body: Responsible bodies, as printed; compared whatever their capitals.
        words: Words that the row must have.
        sort: Order.
        descending: The other way round.
    """

    document: tuple[str, ...] = ()
    kind: tuple[Kind, ...] = ()
    year: tuple[int, ...] = ()
    body: tuple[str, ...] = ()
    words: str = ""
    sort: Sort = "order"
    descending: bool = False
