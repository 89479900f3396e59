"""What stands around a list: boxes to narrow it by, and the links to its pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from search_api.schemas import FacetsOut
from search_api.targets.schemas import TargetFacetsOut
from web.asked import FILTERS, Asked
from web.targets_asked import TargetsPage

# More values than this make a list nobody reads; the rest waits behind "Thêm".
_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Box:
    """A value one can narrow by."""

    value: str
    count: int
    checked: bool


@dataclass(frozen=True, slots=True)
class BoxGroup:
    """The values of one field: those in sight, and those behind "Thêm"."""

    field: str
    title: str
    shown: Sequence[Box]
    more: Sequence[Box]

    @property
    def open(self) -> bool:
        """Whether something that is set would be out of sight."""
        return any(box.checked for box in self.more)


def box_groups(
    facets: FacetsOut | TargetFacetsOut, asked: Asked | TargetsPage, titles: Mapping[str, str] = FILTERS
) -> list[BoxGroup]:
    """The boxes of every field that has values, and those asked for which the list does not have.

    Args:
        facets: Has the values of each field with their counts.
        asked: Has the values of each field that are set.
        titles: Field → the words readers see.
    """
    groups = []
    for field, title in titles.items():
        chosen = getattr(asked, field)
        counts = {one.value: one.count for one in getattr(facets, field)}
        counts |= {value: 0 for value in chosen if value not in counts}
        boxes = [Box(value, count, value in chosen) for value, count in counts.items()]
        if boxes:
            groups.append(BoxGroup(field, title, boxes[:_SHOWN], boxes[_SHOWN:]))
    return groups


@dataclass(frozen=True, slots=True)
class Pager:
    """The pages of a list.

    Attributes:
        page: The one shown.
        last: The last one; 1 for an empty list.
    """

    page: int
    last: int

    @classmethod
    def of(cls, page: int, size: int, total: int) -> Pager:
        """For a list of so many entries, so many a page."""
        return cls(page, max(1, -(-total // size)))

    @property
    def numbers(self) -> list[int | None]:
        """The first, the last and those around the current page; ``None`` stands for a gap."""
        wanted = sorted({1, self.page - 1, self.page, self.page + 1, self.last} & set(range(1, self.last + 1)))
        shown: list[int | None] = []
        for place, number in enumerate(wanted):
            if place and number - wanted[place - 1] > 1:
                shown.append(None)
            shown.append(number)
        return shown
