"""What commands and assistants ask of the corpus: the server that owns it answers if it runs, else this process.

Both ways give the models of the API, so that what is asked for here reaches nothing the API does not.
"""

from __future__ import annotations

from contextlib import ExitStack
from typing import NamedTuple, Protocol
from urllib.parse import quote

from corpus.drafts import DraftReader
from corpus.errors import NotFound
from corpus.runtime.opening import open_encoder, open_library
from corpus.runtime.owner import OwnerClient, find_owner
from corpus.runtime.settings import Settings
from corpus.types import Filters
from search_api.asking.understand import understand
from search_api.checking.annotated import annotated
from search_api.checking.schemas import CheckedOut, ReportOut
from search_api.references.schemas import CitationStyle, ReferencesOut, StyledOut
from search_api.references.shown import references_out, styled
from search_api.schemas import DocumentDetailOut, PassageDetailOut, SearchOut
from search_api.service import Service
from search_api.showing.arranged import Sort, View


class CheckedDraft(NamedTuple):
    """What was found of a draft, and the draft as a Word file with comments; ``None`` where that was not wanted."""

    report: ReportOut
    commented: bytes | None


class Answers(Protocol):
    """The corpus, as the API answers for it. Errors are those of the API, too."""

    def search(self, query: str, limit: int, sort: Sort = "relevance") -> SearchOut:
        """The best passages for a question."""

    def document(self, document: str) -> DocumentDetailOut:
        """A document, unit by unit."""

    def passage(self, passage: str) -> PassageDetailOut:
        """A passage with its neighbours."""

    def references(self, text: str) -> ReferencesOut:
        """Every reference in a text."""

    def citation(self, passage: str, style: CitationStyle) -> StyledOut:
        """A passage, cited."""

    def check(self, quotation: str, attribution: str) -> CheckedOut:
        """Whether a quotation is word for word, and where it is said to be from; empty for anywhere."""

    def check_draft(self, name: str, data: bytes, read: DraftReader, *, comments: bool) -> CheckedDraft:
        """What is found of the file of a draft, and the draft as a Word file with comments if that is wanted."""


class OwnAnswers:
    """Answers of this process."""

    def __init__(self, service: Service) -> None:
        self._service = service

    def search(self, query: str, limit: int, sort: Sort = "relevance") -> SearchOut:
        """The best passages for a question."""
        return self._service.search(query, Filters(), 1, limit, View(sort))

    def document(self, document: str) -> DocumentDetailOut:
        """A document, unit by unit."""
        return self._service.document(document)

    def passage(self, passage: str) -> PassageDetailOut:
        """A passage with its neighbours."""
        return self._service.passage(passage)

    def references(self, text: str) -> ReferencesOut:
        """Every reference in a text."""
        return references_out(self._service, text)

    def citation(self, passage: str, style: CitationStyle) -> StyledOut:
        """A passage, cited."""
        return styled(self._service, passage, style)

    def check(self, quotation: str, attribution: str) -> CheckedOut:
        """Whether a quotation is word for word, and where it is said to be from."""
        return self._service.checker.check_quote(quotation, attribution or None)

    def check_draft(self, name: str, data: bytes, read: DraftReader, *, comments: bool) -> CheckedDraft:
        """What is found of the file of a draft."""
        draft = read(name, data)
        report = self._service.checker.check(draft)
        return CheckedDraft(report, annotated(draft, report) if comments else None)


class OwnersAnswers:
    """Answers of the server that owns the corpus."""

    def __init__(self, owner: OwnerClient) -> None:
        self._owner = owner

    def search(self, query: str, limit: int, sort: Sort = "relevance") -> SearchOut:
        """The best passages for a question."""
        # Before it is sent: a line of a megabyte makes no address.
        understand(query, Filters())
        return SearchOut.model_validate(self._owner.search(query, limit, sort))

    def document(self, document: str) -> DocumentDetailOut:
        """A document, unit by unit."""
        return DocumentDetailOut.model_validate(self._owner.send("GET", f"/api/documents/{_in_path(document)}"))

    def passage(self, passage: str) -> PassageDetailOut:
        """A passage with its neighbours."""
        return PassageDetailOut.model_validate(self._owner.send("GET", f"/api/passages/{_in_path(passage)}"))

    def references(self, text: str) -> ReferencesOut:
        """Every reference in a text."""
        return ReferencesOut.model_validate(self._owner.send("POST", "/api/citations/resolve", {"text": text}))

    def citation(self, passage: str, style: CitationStyle) -> StyledOut:
        """A passage, cited."""
        path = f"/api/passages/{_in_path(passage)}/citation"
        return StyledOut.model_validate(self._owner.send("GET", path, params={"style": style}))

    def check(self, quotation: str, attribution: str) -> CheckedOut:
        """Whether a quotation is word for word, and where it is said to be from."""
        body = {"quote": quotation, "attribution": attribution}
        return CheckedOut.model_validate(self._owner.send("POST", "/api/citations/check", body))

    def check_draft(self, name: str, data: bytes, read: DraftReader, *, comments: bool) -> CheckedDraft:  # noqa: ARG002 - the owner reads
        """What is found of the file of a draft."""
        report = ReportOut.model_validate_json(self._owner.send_file("/api/checks/file", name, data))
        commented = self._owner.send_file("/api/checks/annotated", name, data) if comments else None
        return CheckedDraft(report, commented)


def _in_path(name: str) -> str:
    """An id as part of an address; one that would lead out of its place names nothing.

    Raises:
        NotFound: It has a step that is empty or made of dots.
    """
    if {"", ".", ".."} & set(name.split("/")):
        raise NotFound(f"Không có «{name}» trong kho.", "Hãy dùng mã ghi trong kết quả tìm kiếm.")
    return quote(name)


def open_answers(settings: Settings, stack: ExitStack) -> Answers:
    """Through the server that owns the corpus if it runs, else in this process for as long as the stack is open.

    Raises:
        SettingsError: The server shows documents of another clearance than this process may.
    """
    owner = find_owner(settings)
    if owner is not None:
        owner.require_clearance(settings.clearance)
        return OwnersAnswers(owner)
    encoder = open_encoder(settings)
    return OwnAnswers(Service(stack.enter_context(open_library(settings, encoder)), encoder))
