"""Copies of one document: when two files are one document, and what their document is, all together.

Two files are copies when nothing they state contradicts (number, date, kind, issuer; what one does not state
contradicts nothing) and their words agree; a template that two communes filled in agrees as well, and is told by the
names in it where no issuer is stated. How much of the words has to agree depends on what else is known.
Measured on 25 real Party documents and the 18 samples, as the share of the shorter text's shingles:

=====================================================  =============  ======================
two texts                                              share          of all pairs
=====================================================  =============  ======================
letterhead lost, other tone marks, lines broken anew   1.00           all
an excerpt of half                                     0.99           the lowest
press introduction, then more than half the document   0.94           the lowest
copies with 2 % (5 %) of the letters wrong             0.80 (0.60)    the lowest
an excerpt of half, 5 % of the letters wrong           0.48           the lowest
an excerpt of a tenth, 2 % of the characters wrong     0.63           the lowest
two different documents                                0.33           the highest of 903
a tenth of one document and another document           0.58           the highest of 7,224
a template with other names (and other numbers)        0.996 (0.93)   the highest of 18
=====================================================  =============  ======================
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from corpus.identity import document_id
from corpus.numbers import number_key
from corpus.overlap import containment, shingles
from corpus.secrecy import DRAFT
from corpus.templates import names_replaced, numbers_replaced
from corpus.text import fold, one_line
from corpus.types import UNKNOWN_VALIDITY, Document, DocumentRef, Value

# The number agrees: above what two documents share, below what the worst scan leaves.
_WITH_NUMBER = 0.40
# The kind agrees, and the date or the issuer: above what a passage that many documents carry can reach (0.58),
# below a scan (0.80). The kind alone is not enough: two communes fill in one template and keep 0.93 of its words.
_WITH_KIND = 0.70
# Nothing but the words, a choice: excerpts of a clean text reach it, scans and press pages do not.
_WORDS_ALONE = 0.98
# Shingles; in less text than half a page a few set phrases weigh too much to tell by words.
_LEAST = 100
_CONSOLIDATED = re.compile(r"hop nhat|/vbhn-")
_HEAD = 600
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Copy(Value):
    """A document as one file gives it, and where that file is."""

    document: Document
    origin: str


@dataclass(frozen=True, slots=True)
class Standing(Value):
    """How the copies of one document stand after a step.

    Attributes:
        order: sha256 of every copy, best first; the first is the one readers see.
        arrival: A copy that comes in with this step, ``None`` if they only change places or one leaves.
        of: Id of the document in the catalogue before the step; ``None`` if it is new.
    """

    order: tuple[str, ...]
    arrival: Copy | None = None
    of: str | None = None


def alone(document: Document, origin: str) -> Standing:
    """A document of which there is this copy and no other."""
    return Standing((document.source.sha256,), Copy(document, origin), document.ref.id)


def contradict(one: DocumentRef, other: DocumentRef) -> bool:
    """Whether two identities state something that cannot be true of one document."""
    return (
        bool(one.number and other.number and identity_key(one.number) != identity_key(other.number))
        or bool(one.issued_on and other.issued_on and one.issued_on != other.issued_on)
        or not _agree(one.kind, other.kind)
        or not _agree(one.issuer, other.issuer)
    )


def identity_key(number: str) -> str:
    """What the numbers of copies are compared by: ``5-NQ/ĐU`` is ``05-NQ/ĐU``."""
    return number_key(number).lstrip("0")


def _agree(one: str | None, other: str | None) -> bool:
    """Whether two names may mean one thing: one may be fuller ("Đảng ủy xã", "Ban Thường vụ Đảng ủy xã")."""
    if one is None or other is None:
        return True
    first, second = _plain(one), _plain(other)
    return first in second or second in first


def copies_overlap(one: Document, other: Document) -> float:
    """How much of the words two copies of one document share, above 0 and up to 1; 0 if they are none.

    A draft is told from the next draft and from what was issued by its words alone, so it is a copy only of
    the very same words. A consolidated text is another document than the one it was made from.
    """
    if contradict(one.ref, other.ref) or _is_consolidated(one) != _is_consolidated(other):
        return 0.0
    if DRAFT.text in (one.ref.secrecy, other.ref.secrecy):
        same = one.ref.secrecy == other.ref.secrecy and _plain(one.text) == _plain(other.text)
        return 1.0 if same else 0.0
    first, second = shingles(one.text), shingles(other.text)
    shared = containment(first, second)
    if shared < _demanded(one.ref, other.ref, min(len(first), len(second))):
        return 0.0
    return 0.0 if _is_of_one_template(one, other) else shared


def _is_of_one_template(one: Document, other: Document) -> bool:
    """Whether what two texts share is a template that two bodies filled in; stated issuers would tell them apart."""
    if one.ref.issuer and other.ref.issuer:
        return False
    silent = not (one.ref.number and other.ref.number) and not (one.ref.issued_on and other.ref.issued_on)
    return names_replaced(one.text, other.text) or (silent and numbers_replaced(one.text, other.text))


def _demanded(one: DocumentRef, other: DocumentRef, size: int) -> float:
    """The share of the shorter text's shingles that has to be in the other; more than 1 where no share is enough."""
    if one.number and other.number:
        return _WITH_NUMBER
    if size < _LEAST:
        return 2.0
    known = bool((one.issued_on and other.issued_on) or (one.issuer and other.issuer))
    return _WITH_KIND if known and one.kind and other.kind else _WORDS_ALONE


def _is_consolidated(document: Document) -> bool:
    """Whether its head says that later amendments were worked in ("văn bản hợp nhất")."""
    return bool(_CONSOLIDATED.search(_plain(document.text[:_HEAD])))


def _plain(text: str) -> str:
    return fold(one_line(text))


def identity_of(copies: Sequence[Document]) -> DocumentRef:
    """What a document is, all its copies together: each field from the best copy that states it.

    Args:
        copies: Best first, at least one.
    """
    refs = [copy.ref for copy in copies]
    best = refs[0]
    whole = DocumentRef(
        id="",
        number=_first(ref.number for ref in refs),
        kind=_first(ref.kind for ref in refs),
        issuer=_first(ref.issuer for ref in refs),
        issued_on=_first(ref.issued_on for ref in refs),
        title=_first(ref.title for ref in refs),
        secrecy=_first(ref.secrecy for ref in refs),
        validity=next((ref.validity for ref in refs if ref.validity != UNKNOWN_VALIDITY), best.validity),
    )
    name = document_id(whole.number, whole.kind, whole.issuer, whole.issued_on, whole.title, copies[0].text)
    return best if replace(whole, id=best.id) == best else replace(whole, id=name)


def _first(values: Iterable[_T | None]) -> _T | None:
    return next((value for value in values if value is not None), None)
