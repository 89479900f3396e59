"""Whether labels follow one another: gaps, repeats and labels out of order, kept as printed and told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.citation import place_parts
from corpus.types import Path, Step
from ingest.structure.markers import follows, order_of

_NUMBERED = ("phần", "chương", "mục", "tiểu mục", "điều", "khoản", "số", "ngoặc", "điểm")
# Articles number on across chapters and sections, chapters across parts.
_RUNNING = ("điều", "chương")
# Phần A, B, C; the other letters are Roman figures.
_LETTERS = "ABCDĐEGH"
_ATTACHED = ("phụ lục", "văn bản kèm theo")


@dataclass(slots=True)
class _Siblings:
    """The last label of each kind seen under an open unit."""

    path: Path
    last: dict[str, Step] = field(default_factory=dict)


def jumps(paths: Sequence[Path]) -> Iterator[tuple[int, str]]:
    """Each unit whose label is not the next one: its index and what is odd, in Vietnamese.

    Args:
        paths: Paths of all units of a document, in reading order.
    """
    stack = [_Siblings(())]
    for index, path in enumerate(paths):
        while path[: len(stack[-1].path)] != stack[-1].path or len(stack[-1].path) >= len(path):
            stack.pop()
        step = path[-1]
        if step.unit in _NUMBERED:
            holder = _holder(stack, step.unit)
            before = holder.last.get(step.unit)
            holder.last[step.unit] = step
            what = _jump(step, before)
            # The tables and forms of an annex begin their lists anew as they like.
            if what and not (before and _is_first(step) and path[0].unit in _ATTACHED):
                yield index, what
        stack.append(_Siblings(path))


def _holder(stack: Sequence[_Siblings], unit: str) -> _Siblings:
    """The unit among whose children a label counts."""
    if unit not in _RUNNING:
        return stack[-1]
    attached = (open_ for open_ in reversed(stack) if open_.path and open_.path[-1].unit in _ATTACHED)
    return next(attached, stack[0])


def _jump(step: Step, before: Step | None) -> str | None:
    if before is None:
        return None if _is_first(step) else "đứng đầu dãy mà không mang số đầu"
    if _is_first(step):
        return f"đánh số lại từ đầu, ngay sau {_named(before)}"
    if step.label == before.label:
        return f"in lặp lại số của {_named(before)} ngay trước"
    if _is_letter(step) and _is_letter(before):
        return None if follows(step.label.lower(), before.label.lower()) else f"đứng ngay sau {_named(before)}"
    distance = _order(step) - _order(before)
    if distance in (0, 1):  # 5a stands after 5
        return None
    missing = f": thiếu {_between(before, distance - 1)}" if distance > 1 else ""
    return f"đứng ngay sau {_named(before)}{missing}"


def _is_first(step: Step) -> bool:
    return step.label.lower() == "a" if _is_letter(step) else _order(step) == 1


def _is_letter(step: Step) -> bool:
    return step.unit == "điểm" or (step.unit == "phần" and step.label in _LETTERS)


def _order(step: Step) -> int:
    return order_of(step.label.rpartition(".")[2].lower())


def _between(before: Step, count: int) -> str:
    if count > 1 or not before.label.isdecimal():
        return f"{count} {before.unit}"
    return _named(Step(before.unit, str(int(before.label) + 1)))


def _named(step: Step) -> str:
    return place_parts((step,))[0]
