"""Quotations that may not be shown: a quotation is frozen, and what its document may be shown to can change.

Withheld is the quotation of a document that carried a circulation mark when it was quoted, where this installation
shows no such documents (``TRACUU_CLEARANCE``) or the document has since left the corpus; and what was withdrawn when a
document was removed because of secrecy, of which the database keeps nothing (``PackStore.withdraw``).

In its place stands that there is one, as with such documents elsewhere: neither words nor number nor title. What its
user wrote stays, but for what stands in quotation marks there and is in the passage.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from corpus.runtime.library import Library
from corpus.secrecy import Clearance
from corpus.text import old_tone, one_line
from search_api.packs.content import PackContent, PackFrame, PackPassage, Quote, QuotedDocument
from search_api.packs.edit import PassageEdit
from search_api.schemas import CitationOut

WARNING = (
    "Lời trích không hiện ở đây: văn bản có dấu lưu hành hạn chế mà bản cài đặt này không được phổ biến, hoặc đã được "
    "gỡ khỏi kho vì lý do bảo mật."
)
"""What stands beside a withheld quotation."""

_NAME = "Văn bản lưu hành hạn chế"
_ID = "luu-hanh-han-che"
_TEXT = "[Lời trích không hiện ở đây.]"
_HIDDEN = "[…]"
# As first drafts write them, and keyboards.
_QUOTED = re.compile(r"“[^“”]*”|«[^«»]*»|\"[^\"\n]*\"")

NOTHING = Quote(
    passage=_ID,
    document=QuotedDocument(
        id=_ID,
        version="",
        number=None,
        kind=None,
        issuer=None,
        issued_on=None,
        title="lưu hành hạn chế",
        citation=_NAME,
        validity="chưa rõ",
    ),
    trail=(),
    text=_TEXT,
    pages=(),
    recognised=False,
    citation=CitationOut(full=_NAME, short=_NAME, footnote=f"{_NAME}.", place=""),
    withheld=True,
)
"""What stands for a withheld quotation."""


class Withholding:
    """Tells which quotations are withheld over one corpus."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def shown(self, content: PackContent) -> PackContent:
        """A pack as it may be shown."""
        hidden = [one for one in content.passages if self._is_withheld(one.quote)]
        if not hidden:
            return content
        labels = {one.label for one in hidden}
        passages = tuple(
            one.model_copy(update={"quote": NOTHING}) if one.label in labels else one for one in content.passages
        )
        shown: PackContent = without_words(
            content.model_copy(update={"passages": passages}), [one.quote.text for one in hidden]
        )
        return shown

    def _is_withheld(self, quote: Quote) -> bool:
        mark = quote.document.secrecy
        if quote.withheld or not self._library.clearance.admits(mark):
            return True
        return not Clearance.PUBLIC.admits(mark) and not self._is_there(quote.document.id)

    def _is_there(self, document: str) -> bool:
        catalogue = self._library.catalogue
        return catalogue.entry(catalogue.known_as(document)) is not None


def without_words(pack: PackFrame, words: Sequence[str]) -> Any:
    """A pack, or what its user typed of one, in which nothing stands between quotation marks that is in these texts."""
    forms = [_form(text) for text in words]

    def without(text: str) -> str:
        return _QUOTED.sub(lambda found: _hidden(found[0], forms), text)

    return _changed(pack, without)


def _hidden(quoted: str, forms: Sequence[str]) -> str:
    words = _form(quoted[1:-1])
    return f"{quoted[0]}{_HIDDEN}{quoted[-1]}" if words and any(words in form for form in forms) else quoted


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    """With every text changed that a user typed; quotations are none."""
    match value:
        case PackFrame() | PackPassage() | PassageEdit():
            fields = [name for name in type(value).model_fields if name not in ("quote", "plan", "occasion")]
            return value.model_copy(update={name: _changed(getattr(value, name), change) for name in fields})
        case tuple():
            return tuple(_changed(one, change) for one in value)
        case str():
            return change(value)
        case _:
            return value


def _form(text: str) -> str:
    return old_tone(one_line(text)).strip(" .;,:…").lower()
