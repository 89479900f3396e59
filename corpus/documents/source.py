"""Read the source of a sample document: a front matter and one paragraph a line.

::

    ---
    number: 05-NQ/ĐU
    …
    ---
    Căn cứ …
    # CHƯƠNG I                centred title
    ## I- TÌNH HÌNH           first-level heading
    ### 1. Kết quả            second-level heading
    > (Kèm theo …)            centred note
    | TT | Nội dung |         row of a table, the first row of a run being its head
    [phụ lục]                 the signature stands here, then a new page
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby
from pathlib import Path

SAMPLE_MARK = "VĂN BẢN MẪU – soạn riêng cho phần mềm Tra Cứu, không có giá trị pháp lý"
NATION_LINE = "ĐẢNG CỘNG SẢN VIỆT NAM"
ANNEX_LINE = "[phụ lục]"
FENCE = "---"


class BlockKind(StrEnum):
    """What a line of a source is; the value is what the Typst template reads."""

    CENTRED = "centred"
    HEADING = "heading"
    SUBHEADING = "subheading"
    NOTE = "note"
    TABLE = "table"
    PARAGRAPH = "paragraph"
    ANNEX = "annex"


# Longest mark first, so that "### " is not read as "# ".
MARKS = (
    ("### ", BlockKind.SUBHEADING),
    ("## ", BlockKind.HEADING),
    ("# ", BlockKind.CENTRED),
    ("> ", BlockKind.NOTE),
    ("| ", BlockKind.TABLE),
)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, or one whole table (``rows``, head first); ``text`` is empty for a table."""

    kind: BlockKind
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class SampleDocument:
    """A sample document as its source states it.

    Attributes:
        name: Stem of the source and of the published file, e.g. ``05-nq-du-2025-08-18``.
        number: e.g. ``05-NQ/ĐU``.
        kind: e.g. ``Nghị quyết``.
        issuer: The body in whose name it is signed.
        superior: First line of the letterhead, the body above.
        body: Second line of the letterhead, the issuing organisation.
        place: Place of issue.
        issued_on: Date of issue.
        title: The *trích yếu*, beginning with a small letter.
        signed_for: e.g. ``T/M BAN THƯỜNG VỤ``.
        position: e.g. ``BÍ THƯ``.
        signer: Name of a fictional person.
        recipients: Lines of the *Nơi nhận*.
        file_format: ``pdf``, ``docx``, ``html`` or ``txt``.
        blocks: The body and, after an ``ANNEX`` block, the annexes.
    """

    name: str
    number: str
    kind: str
    issuer: str
    superior: str
    body: str
    place: str
    issued_on: date
    title: str
    signed_for: str
    position: str
    signer: str
    recipients: tuple[str, ...]
    file_format: str
    blocks: tuple[Block, ...]

    @property
    def place_and_date(self) -> str:
        """Place and date as the letterhead prints them; the month has a zero only before 3."""
        day, month = self.issued_on.day, self.issued_on.month
        # Vietnamese office rules: days under 10 and the months 1 and 2 take a leading zero.
        printed_month = f"{month:02d}" if month < 3 else str(month)
        return f"{self.place}, ngày {day:02d} tháng {printed_month} năm {self.issued_on.year}"

    @property
    def file_name(self) -> str:
        """Name of the published file."""
        return f"{self.name}.{self.file_format}"

    @property
    def main_blocks(self) -> tuple[Block, ...]:
        """What stands before the signature."""
        return self.blocks[: self._annex_start]

    @property
    def annex_blocks(self) -> tuple[Block, ...]:
        """What stands after the signature, each annex led by an ``ANNEX`` block."""
        return self.blocks[self._annex_start :]

    @property
    def _annex_start(self) -> int:
        starts = (i for i, block in enumerate(self.blocks) if block.kind is BlockKind.ANNEX)
        return next(starts, len(self.blocks))


def load_sources(folder: Path) -> tuple[SampleDocument, ...]:
    """Read every source of a folder, ordered by name."""
    return tuple(read_source(path) for path in sorted(folder.glob("*.source")))


def read_source(path: Path) -> SampleDocument:
    """Read one source.

    Raises:
        ValueError: The front matter is missing or lacks a field; the message names the file.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    if not lines or lines[0] != FENCE or FENCE not in lines[1:]:
        raise ValueError(f"{path.name}: thiếu phần thông tin đầu văn bản giữa hai dòng {FENCE}")
    end = lines.index(FENCE, 1)
    fields = _read_fields(lines[1:end])
    try:
        return SampleDocument(
            name=path.stem,
            number=fields["number"],
            kind=fields["kind"],
            issuer=fields["issuer"],
            superior=fields["superior"],
            body=fields["body"],
            place=fields["place"],
            issued_on=date.fromisoformat(fields["date"]),
            title=fields["title"],
            signed_for=fields["signed_for"],
            position=fields["position"],
            signer=fields["signer"],
            recipients=tuple(line.strip() for line in fields["recipients"].split(";")),
            file_format=fields["format"],
            blocks=_read_blocks(lines[end + 1 :]),
        )
    except KeyError as error:
        raise ValueError(f"{path.name}: thiếu trường {error.args[0]!r} ở đầu văn bản") from error


def _read_fields(lines: list[str]) -> dict[str, str]:
    pairs = (line.partition(":") for line in lines if line.strip())
    return {key.strip(): value.strip() for key, _, value in pairs}


def _read_blocks(lines: list[str]) -> tuple[Block, ...]:
    written = [_read_line(line.strip()) for line in lines if line.strip()]
    blocks: list[Block] = []
    for kind, run in groupby(written, key=lambda block: block.kind):
        if kind is BlockKind.TABLE:
            blocks.append(Block(kind, rows=tuple(row for block in run for row in block.rows)))
        else:
            blocks.extend(run)
    return tuple(blocks)


def _read_line(line: str) -> Block:
    if line == ANNEX_LINE:
        return Block(BlockKind.ANNEX)
    for mark, kind in MARKS:
        if line.startswith(mark):
            if kind is BlockKind.TABLE:
                return Block(kind, rows=(_read_row(line),))
            return Block(kind, line.removeprefix(mark))
    return Block(BlockKind.PARAGRAPH, line)


def _read_row(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip("|").split("|"))
