"""Draws ruled tables for the PDFs of tests, as programs do: a stroked line for each side of each cell."""

from __future__ import annotations

from pdf_maker import Text

ROW = 20.0


def ruled(
    rows: list[str], top: float, widths: tuple[float, ...], *, left: float = 72, thin: bool = False, size: float = 12
) -> list[Text]:
    """A table, a row a line, ``|`` between cells and ``/`` between the lines of one; ``^`` joins the cell above.

    Args:
        rows: The rows.
        top: Height of its upper edge, in points.
        widths: Of its columns.
        left: Its left edge.
        thin: Sides are thin filled rectangles, as Word draws them.
        size: Of its letters.
    """
    cells = [[cell.strip() for cell in row.split("|")] for row in rows]
    heights = [ROW * max(len(cell.split("/")) for cell in row) for row in cells]
    tops = [top - sum(heights[:index]) for index in range(len(rows) + 1)]
    lefts = [left + sum(widths[:index]) for index in range(len(widths) + 1)]
    drawn: list[Text] = []
    for index, row in enumerate(cells):
        for column, cell in enumerate(row):
            sides = _sides(lefts[column], lefts[column + 1], tops[index], tops[index + 1], open_top=cell == "^")
            if index + 1 < len(rows) and cells[index + 1][column] == "^":
                sides = sides[:-1]
            rules = " ".join(_thin(*side) if thin else _stroked(*side) for side in sides)
            words = "" if cell == "^" else cell
            for number, words_of_line in enumerate(words.split("/")):
                before = rules if number == 0 else ""
                baseline = tops[index] - ROW * (number + 0.75)
                drawn.append(Text(words_of_line.strip(), lefts[column] + 3, baseline, size, before=before))
    return drawn


Side = tuple[float, float, float, float]


def _sides(left: float, right: float, top: float, bottom: float, *, open_top: bool) -> list[Side]:
    upright = [(left, bottom, left, top), (right, bottom, right, top)]
    return [*([] if open_top else [(left, top, right, top)]), *upright, (left, bottom, right, bottom)]


def _stroked(x: float, y: float, to_x: float, to_y: float) -> str:
    return f"{x} {y} m {to_x} {to_y} l S"


def _thin(x: float, y: float, to_x: float, to_y: float) -> str:
    return f"{x - 0.25} {y - 0.25} {to_x - x + 0.5} {to_y - y + 0.5} re f"
