"""The page proof: the words of a passage beside the original they were read from."""

from __future__ import annotations

import json
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from search_api.service import Service
from search_api.showing.proof import Proof
from web import originals
from web.asked import file_address
from web.originals import Marked
from web.policy import PROOF_POLICY
from web.rendering import render, service_of

_PDF = "application/pdf"


def proof(request: Request) -> Response:
    """``/doi-chieu/{document}/{address}``: with pages as they are drawn, else the original cleaned."""
    service, wanted = service_of(request), request.path_params
    found = service.proof(wanted["document_id"], wanted.get("address"))
    if found.document.media_type == _PDF:
        sheet = Sheet.of(found, request.query_params.get("page", ""))
        return render("proof_pdf.html", policy=PROOF_POLICY, proof=found, sheet=sheet)
    original, left_out = _original(service, found)
    return render("proof_text.html", proof=found, original=original, left_out=left_out)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of a PDF and what is marked on it.

    Attributes:
        file: Address of the file.
        page: The page shown, from 1.
        pages: How many there are.
        labels: What they print as their numbers, one a page; empty where they print none.
        rects: What is to be marked: page, left, bottom, right, top of each line in the PDF's own coordinates.
    """

    file: str
    page: int
    pages: int
    labels: tuple[str, ...]
    rects: tuple[tuple[float, ...], ...]

    @classmethod
    def of(cls, found: Proof, asked: str) -> Sheet:
        """The page that is asked for, else the first of the passage.

        Args:
            found: What is to be proved.
            asked: The page as the address has it; what makes no sense is left out.
        """
        pages = found.document.pages
        first = found.place.pages[0] if found.place and found.place.pages else 1
        page = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else first
        rects = found.place.rects if found.place else ()
        rounded = tuple((number, *(round(side, 1) for side in rect)) for number, rect in rects)
        return cls(file_address(found.document.id), min(max(page, 1), pages), pages, found.labels, rounded)

    @property
    def words(self) -> str:
        """Where one is: ``Trang 5 / 12``, with what the page prints as its number where that differs."""
        label = self.labels[self.page - 1] if self.labels else str(self.page)
        printed = f" (in số {label})" if label and label != str(self.page) else ""
        return f"Trang {self.page} / {self.pages}{printed}"

    @property
    def lines(self) -> str:
        """The rectangles as JSON, for the script that marks them."""
        return json.dumps(self.rects)

    @property
    def printed(self) -> str:
        """The labels as JSON."""
        return json.dumps(self.labels, ensure_ascii=False)


def _original(service: Service, found: Proof) -> tuple[Marked | None, tuple[str, ...]]:
    """The original with the passage marked, and what it leaves out; ``None`` if it cannot be shown on a page."""
    if found.encodings:
        return None, ()
    path, _, media_type = service.original(found.document.id)
    cleaned = originals.cleaned(path, media_type)
    if cleaned is None:
        return None, ()
    return originals.marked(cleaned, found.place.wordings if found.place else ()), cleaned.left_out
