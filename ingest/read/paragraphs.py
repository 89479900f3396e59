"""Where one paragraph ends and the next begins in text that only has line breaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.sentences import ends_sentence
from ingest.read.lines import changes_case, may_precede_marker, starts_lower, starts_marker

# Files wrapped by a program break near column 80; where lines are paragraphs, many run far beyond.
_WIDEST_WRAP = 110
# A file sets its paragraphs apart by blank lines if there is one for every so many lines of text.
_LINES_PER_BLANK = 20
# How near the margin a line must come that was broken because the next word did not fit.
_LONGEST_WORD = 10
_MOSTLY_FULL = 0.8


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file uses its lines.

    Attributes:
        wrapped: Lines are broken at a column, whatever the text.
        spaced: Blank lines set paragraphs apart.
        width: The column at which lines are broken, in characters.
    """

    wrapped: bool
    spaced: bool
    width: int


def layout(rows: Sequence[str]) -> Layout:
    """The layout of a file, from all its lines."""
    widths = sorted(len(row.strip()) for row in rows if row.strip())
    usual = widths[int(len(widths) * 0.95)] if widths else 0
    blanks = len(rows) - len(widths)
    return Layout(usual <= _WIDEST_WRAP, blanks * _LINES_PER_BLANK >= len(widths), min(usual, _WIDEST_WRAP))


def ends_paragraph(before: str, after: str, how: Layout) -> bool:
    """Whether a paragraph ends between two lines that no blank line parts.

    Args:
        before: The last line so far, tidied.
        after: The line that follows it, tidied.
        how: The layout of their file.
    """
    if starts_marker(after) and (not how.wrapped or _is_item(before, after, how)):
        return True
    if how.wrapped and max(len(before), len(after)) > 2 * how.width:
        return True  # unwrapped lines in a wrapped file are captions and notes of a web site
    if changes_case(before, after):
        return True
    if starts_lower(after) or not ends_sentence(before):
        return not how.wrapped and not starts_lower(after)
    return not how.wrapped or (not how.spaced and not _could_run_on(before, after, how))


def _is_item(before: str, after: str, how: Layout) -> bool:
    """Whether a marker at the start of a line of a wrapped file is one."""
    if may_precede_marker(before, after):
        return True
    # Short items need no punctuation: nothing forced a break between two of them.
    dashes = starts_marker(before) and not before[0].isalnum() and not after[0].isalnum()
    return dashes and len(before) + len(after) < how.width


def _could_run_on(before: str, after: str, how: Layout) -> bool:
    """Whether two sentences may share a paragraph: both lines are filled as wrapping fills them."""
    return len(before) >= how.width - _LONGEST_WORD and len(after) >= how.width * _MOSTLY_FULL
