"""How a passage is cited, in the forms Party style wants.

First mention::

    Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị về đột phá …, mục III, khoản 2, tr. 4

later mentions: ``Nghị quyết 57-NQ/TW, mục III, khoản 2, tr. 4``; at the foot of a page the body leads::

    Bộ Chính trị: Nghị quyết số 57-NQ/TW, ngày 22/12/2024 về đột phá …, mục III, khoản 2, tr. 4.

What a document does not state is left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from corpus.pages import printed_labels
from corpus.types import Document, DocumentRef, PageRange, Path, Step

_UNNUMBERED = {"phần đầu": "phần mở đầu", "ký": "phần chữ ký", "nơi nhận": "nơi nhận"}
_ORDINALS = {"1": "nhất", "4": "tư"}


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference as it is shown: a document, a place in it, the pages.

    Attributes:
        ref: The document.
        path: The place; empty for the whole document.
        pages: Physical pages, ``None`` where the format has none.
        page_labels: Printed labels of the first and last page where they differ from the count.
    """

    ref: DocumentRef
    path: Path = ()
    pages: PageRange | None = None
    page_labels: tuple[str, str] | None = None

    @property
    def document(self) -> str:
        """The document as first mentioned, without a place."""
        ref = self.ref
        return _join(" ", self._numbered, f"của {ref.issuer}" if ref.issuer else None, ref.title)

    @property
    def short_document(self) -> str:
        """The document as mentioned later: kind and number, or kind and subject where it has no number."""
        return _join(" ", self.ref.kind or "Văn bản", self.ref.number or self.ref.title)

    @property
    def place(self) -> str:
        """The place and the pages: ``mục III, khoản 2, gạch đầu dòng thứ 3, tr. 4``."""
        return _join(", ", *place_parts(self.path), self.page)

    @property
    def page(self) -> str | None:
        """``tr. 4`` or ``tr. 4-5``; where the printed label differs it leads and the count follows in brackets."""
        if self.pages is None:
            return None
        counted = _range(str(self.pages.first), str(self.pages.last))
        if self.page_labels is None:
            return f"tr. {counted}"
        return f"tr. {_range(*self.page_labels)} (trang thứ {counted} của tệp)"

    @property
    def full(self) -> str:
        """First mention with the place."""
        return _join(", ", self.document, self.place)

    @property
    def short(self) -> str:
        """Later mention with the place."""
        return _join(", ", self.short_document, self.place)

    @property
    def footnote(self) -> str:
        """At the foot of a page: whose document it is comes first, as the author of a book does, and a stop ends it."""
        named = _join(": ", self.ref.issuer, _join(" ", self._numbered, self.ref.title))
        return f"{_join(', ', named, self.place).removesuffix('.')}."

    @property
    def _numbered(self) -> str:
        """Kind, number and date."""
        ref = self.ref
        head = _join(" ", ref.kind or "Văn bản", f"số {ref.number}" if ref.number else None)
        return _join(", ", head, f"ngày {written_date(ref.issued_on)}" if ref.issued_on else None)


def cited(document: Document, path: Path, pages: PageRange | None) -> Citation:
    """A place in a document, its pages called as the file prints them."""
    return Citation(document.ref, path, pages, printed_labels(document.source.page_labels, pages))


def written_date(day: date) -> str:
    """``07/4/2025``: days under 10 and months under 3 take a zero (Hướng dẫn 36-HD/VPTW, 2018)."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"


def place_parts(path: Path) -> list[str]:
    """The place in words, outermost first; headings without a number are no part of a citation."""
    parts: list[str] = []
    steps = [step for step in path if step.unit != "tiêu đề"]
    for step, inner in zip_longest(steps, steps[1:]):
        # 10.2.1 holds 10.2: naming both says the same twice.
        if not (step.unit == "số" and inner is not None and inner.unit == "số"):
            parts.append(_step(step))
    return parts


def _step(step: Step) -> str:
    unit, label = step
    match unit:
        case "phần đầu" | "ký" | "nơi nhận":
            return _UNNUMBERED[unit]
        case "gạch":
            return f"gạch đầu dòng thứ {_ORDINALS.get(label, label)}"
        case "cộng":
            return f"dấu cộng thứ {_ORDINALS.get(label, label)}"
        case "ngoặc":
            return f"ý ({label})"
        case "số":
            return f"điểm {label}"
        case "văn bản kèm theo":
            return f"{label} kèm theo"
        case "điều":
            return f"Điều {label}"
        case "dòng" if " " in label or label.istitle():
            return f"dòng “{label}”"
        case "phụ lục":
            return f"Phụ lục {label}".rstrip()
        case _:
            return f"{unit} {label}"


def _range(first: str, last: str) -> str:
    return first if first == last else f"{first}-{last}"


def _join(joint: str, *parts: str | None) -> str:
    return joint.join(part for part in parts if part)
