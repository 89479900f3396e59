"""The documents of a corpus as texts name them: by serial number, and by title where they are known by one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.copies import identity_key
from corpus.endings import is_central
from corpus.numbers import find_numbers, number_in_name
from corpus.runtime.document_rows import Entry
from corpus.text import fold, match_form, one_line
from corpus.types import DocumentRef
from search_api.references.mention import Mention, Naming
from search_api.references.mentions import find_mentions

# Kinds of which some documents are known by their title.
_TITLED = ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp", "Điều lệ", "Cương lĩnh", "Nghị quyết", "Kết luận")
# Codes that mean two kinds, which are numbered apart.
_TWO_KINDS = ("qd", "tt")


@dataclass(frozen=True, slots=True)
class Shelved:
    """A document as it is compared with mentions.

    Attributes:
        ref: What it says of itself.
        key: What its number is compared by.
        code: Folded code of its number.
        central: Its number is that of one body of the whole country.
    """

    ref: DocumentRef
    key: str
    code: str
    central: bool


class Shelf:
    """All documents of a corpus."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._by_serial: dict[str, list[Shelved]] = defaultdict(list)
        self._by_title: dict[tuple[str, str], list[DocumentRef]] = defaultdict(list)
        for entry in entries:
            self._put_number(entry)
            self._put_title(entry.ref)

    def _put_number(self, entry: Entry) -> None:
        number = entry.ref.number or number_in_name(entry.name) or ""
        found = next(iter(find_numbers(number)), None)
        if found is not None:
            shelved = Shelved(entry.ref, identity_key(number), fold(found.code), is_central(found.number))
            self._by_serial[_bare(re.split("[-/]", found.number)[0])].append(shelved)

    def _put_title(self, ref: DocumentRef) -> None:
        if ref.kind in _TITLED and ref.title:
            named = next(iter(find_mentions(f"{ref.kind} {one_line(ref.title)}")), None)
            if named is not None and named.naming is Naming.TITLE and named.span.start == 0:
                self._by_title[_title_key(named)].append(ref)

    def numbered(self, mention: Mention) -> list[DocumentRef]:
        """Documents of the number, or of the kind and serial where no more is given, whose kind and issuer fit."""
        found = [one for one in self._by_serial.get(_bare(mention.serial), ()) if _is_of_number(mention, one)]
        return _of_issuer(mention, found)

    def titled(self, mention: Mention) -> list[DocumentRef]:
        """Documents known by the title."""
        return list(self._by_title.get(_title_key(mention), ()))

    def called(self, mention: Mention) -> list[DocumentRef]:
        """The documents that a popular name means."""
        return [
            one.ref
            for called in mention.called
            for one in self._by_serial.get(_bare(re.split("[-/]", called.number)[0]), ())
            if one.key == identity_key(called.number)
            and one.ref.issued_on is not None
            and one.ref.issued_on.year == called.year
        ]


def _bare(serial: str) -> str:
    return serial.lower().lstrip("0")


def _title_key(mention: Mention) -> tuple[str, str]:
    return (mention.kind or "", match_form(mention.title or ""))


def _is_of_number(mention: Mention, one: Shelved) -> bool:
    if one.code not in mention.codes:
        return False
    if one.code in _TWO_KINDS and mention.kind and one.ref.kind not in (None, mention.kind):
        return False
    # Of a number in full, with its body, the whole has to agree.
    return not mention.body or identity_key(mention.number or "") == one.key


def _of_issuer(mention: Mention, found: Sequence[Shelved]) -> list[DocumentRef]:
    """Those of the issuer that is named; the centre's bodies are often named loosely, others tell documents apart."""
    if mention.issuer is None:
        return [one.ref for one in found]
    same = [one.ref for one in found if _agree(mention.issuer, one.ref.issuer)]
    return same or [one.ref for one in found if one.central or one.ref.issuer is None]


def _agree(named: str, issuer: str | None) -> bool:
    first, second = fold(match_form(one_line(named))), fold(match_form(one_line(issuer or "")))
    return bool(second) and (first in second or second in first)
