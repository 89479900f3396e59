"""The tools of the MCP server: what each is asked and what it answers."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from search_api.answering import Answers
from search_api.asking.understand import LONGEST_QUERY
from search_api.checking.schemas import CheckedOut
from search_api.references.schemas import LONGEST_TEXT, ReferencesOut
from search_api.schemas import DocumentOut, Model, OutlineItemOut, PassageOut, SearchOut

# What an assistant reads at once; a chapter has as much.
_LONGEST_ANSWER = 20_000
_MOST_UNITS = 400
_HEADING = 100
_Id = Annotated[
    str,
    Field(
        min_length=1,
        max_length=500,
        description="Mã đoạn hoặc mã đơn vị (57-nq-tw-2024-12-22/muc-iii/khoan-2); riêng mã văn bản thì cho mục lục",
    ),
]


class QuotedOut(Model):
    """Words of the corpus that can be quoted."""

    id: Annotated[str, Field(description="Mã đoạn")]
    text: Annotated[str, Field(description="Nguyên văn, không được sửa khi trích")]
    citation: Annotated[str, Field(description="Cách dẫn đầy đủ, kèm vị trí và trang")]
    pages: Annotated[tuple[int, ...], Field(description="Các trang in đoạn này, đếm từ 1; rỗng nếu không có trang")]
    validity: Annotated[str, Field(description="Hiệu lực của văn bản")]
    recognised: Annotated[bool, Field(description="Đọc từ ảnh trang quét: chữ có thể sai, cần so với bản gốc")]


class FoundOut(Model):
    """What a search found."""

    answered: Annotated[bool, Field(description="Kho có căn cứ; nếu không, các đoạn dưới chỉ là gần nhất")]
    told: Annotated[str, Field(description="Điều cần biết về câu hỏi và kết quả")]
    passages: Annotated[tuple[QuotedOut, ...], Field(description="Các đoạn, sát câu hỏi nhất trước")]


class ContentOut(Model):
    """A unit that was not given in full."""

    id: Annotated[str, Field(description="Mã đơn vị, để đọc bằng doc_don_vi")]
    title: Annotated[str, Field(description="Vị trí và tiêu đề hoặc chữ đầu")]


class ReadOut(Model):
    """A unit with all it holds, or the contents of a document."""

    document: Annotated[str, Field(description="Cách dẫn văn bản")]
    validity: Annotated[str, Field(description="Hiệu lực của văn bản")]
    passages: Annotated[tuple[QuotedOut, ...], Field(description="Nguyên văn đơn vị và các đơn vị con, theo thứ tự")]
    further: Annotated[
        tuple[ContentOut, ...], Field(description="Các đơn vị chưa đưa vào passages; hãy đọc tiếp từng mã")
    ]
    complete: Annotated[bool, Field(description="passages và further là tất cả")]


class Asked(BaseModel):
    """What a tool is asked."""

    model_config = ConfigDict(extra="forbid")

    @abstractmethod
    def answer(self, answers: Answers) -> Model:
        """What it answers.

        Raises:
            TraCuuError: It cannot.
        """


class Search(Asked):
    """A question."""

    query: Annotated[str, Field(max_length=LONGEST_QUERY, description="Câu hỏi hoặc từ cần tìm, bằng tiếng Việt")]
    limit: Annotated[int, Field(ge=1, le=20, description="Số đoạn")] = 5

    def answer(self, answers: Answers) -> FoundOut:
        """The best passages."""
        found = answers.search(self.query, self.limit)
        return FoundOut(
            answered=found.answered,
            told=" ".join(_told(found)),
            passages=tuple(_quoted(hit.passage, hit.document) for hit in found.hits),
        )


class Read(Asked):
    """A unit."""

    id: _Id

    def answer(self, answers: Answers) -> ReadOut:
        """The unit with all it holds; of a document its contents; a part of a table alone."""
        name, _, address = self.id.partition("/")
        detail = answers.document(name)
        document = detail.document
        if not address:
            return _read(document, (), detail.outline)
        inside = tuple(item for item in detail.outline if f"{item.address}/".startswith(f"{address}/"))
        if not inside:
            return _read(document, (_quoted(answers.passage(self.id).passage, document),), ())
        count = _fitting(inside)
        return _read(document, tuple(_unit(document, item) for item in inside[:count]), inside[count:])


class Resolve(Asked):
    """A text that mentions documents."""

    text: Annotated[str, Field(max_length=LONGEST_TEXT, description="Lời văn có nêu văn bản")]

    def answer(self, answers: Answers) -> ReferencesOut:
        """Every reference in it."""
        return answers.references(self.text)


class Check(Asked):
    """A quotation."""

    quote: Annotated[str, Field(max_length=LONGEST_TEXT, description="Lời trích cần soát")]
    attribution: Annotated[
        str, Field(max_length=1000, description="Văn bản và vị trí được nói là nguồn; để trống nếu không nêu")
    ] = ""

    def answer(self, answers: Answers) -> CheckedOut:
        """Whether it is word for word and where it is said to be from."""
        return answers.check(self.quote, self.attribution)


@dataclass(frozen=True, slots=True)
class ToolSpec:
    """A tool.

    Attributes:
        title: What it is called.
        description: What it is for, to an assistant.
        asked: What it is asked.
        told: What it answers.
    """

    title: str
    description: str
    asked: type[Asked]
    told: type[Model]


TOOLS = {
    "tim_kiem": ToolSpec(
        "Tìm đoạn văn bản",
        "Tìm trong kho các đoạn sát câu hỏi nhất; mỗi đoạn có nguyên văn, cách dẫn, trang và hiệu lực.",
        Search,
        FoundOut,
    ),
    "doc_don_vi": ToolSpec(
        "Đọc một đơn vị của văn bản",
        "Đọc nguyên văn một điều, khoản, mục … và các đơn vị con của nó theo mã; mã văn bản thì cho mục lục.",
        Read,
        ReadOut,
    ),
    "tra_cho_dan": ToolSpec(
        "Tra các chỗ dẫn văn bản",
        "Tìm mọi chỗ nêu văn bản trong một lời văn và cho biết đó là văn bản nào trong kho, còn hiệu lực hay không.",
        Resolve,
        ReferencesOut,
    ),
    "soat_loi_trich": ToolSpec(
        "Soát một lời trích",
        "So một lời trích với kho: đúng nguyên văn, khác chữ nào, dẫn sai chỗ, văn bản đã bị thay thế, hay không có.",
        Check,
        CheckedOut,
    ),
}
"""Name → tool."""


def _told(found: SearchOut) -> list[str]:
    told = []
    if not found.answered:
        told.append("Không tìm thấy căn cứ trong kho văn bản.")
    if found.understood.absent:
        told.append(f"Kho chưa có {found.understood.absent}.")
    told += found.understood.notes
    if found.understood.changes:
        told.append(f"Đã tìm theo: {found.understood.text}.")
    if found.choices:
        choices = "; ".join(choice.citation for choice in found.choices)
        told.append(f"Có {len(found.choices)} văn bản được gọi như vậy: {choices}.")
    return told


def _quoted(passage: PassageOut, document: DocumentOut) -> QuotedOut:
    return QuotedOut(
        id=passage.id,
        text=passage.text,
        citation=passage.citation.full,
        pages=passage.pages,
        validity=document.validity,
        recognised=passage.recognised,
    )


def _unit(document: DocumentOut, item: OutlineItemOut) -> QuotedOut:
    return QuotedOut(
        id=f"{document.id}/{item.address}",
        text=item.text,
        citation=f"{document.citation}, {item.place}",
        pages=item.pages,
        validity=document.validity,
        recognised=item.recognised,
    )


def _fitting(items: Sequence[OutlineItemOut]) -> int:
    """How many units are read at once, the first of them in any case."""
    lengths = accumulate(len(item.text) for item in items)
    return max(1, sum(length <= _LONGEST_ANSWER for length in lengths))


def _read(document: DocumentOut, passages: tuple[QuotedOut, ...], rest: Sequence[OutlineItemOut]) -> ReadOut:
    return ReadOut(
        document=document.citation,
        validity=document.validity,
        passages=passages,
        further=tuple(
            ContentOut(
                id=f"{document.id}/{item.address}", title=f"{item.place}: {item.heading or item.text[:_HEADING]}"
            )
            for item in rest[:_MOST_UNITS]
        ),
        complete=len(rest) <= _MOST_UNITS,
    )
