"""Documents a question names by words of their titles: "nghị quyết về chuyển đổi số quốc gia"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from corpus.numbers import KINDS
from corpus.runtime.document_rows import title_words
from corpus.text import fold, match_form
from corpus.types import Span
from search_api.asking.named_document import ISSUER
from search_api.asking.question import Question

# So many syllables in the order of the title, right behind the kind, are no chance; three ("chuyển đổi số") are.
_ENOUGH = 4
# What as many titles share does not name one of them.
_MOST = 3
_KINDS = {fold(kind): kind for kind in KINDS}
_KIND = re.compile(
    rf"(?<!\w)(?P<kind>{'|'.join(sorted(_KINDS, key=len, reverse=True))})(?: (?:cua )?{ISSUER})?(?: ve)? (?=\w)"
)
# In a question, folded and mostly without capitals, any of them may end what is meant as a title.
_STOP = re.compile(r"[.;:?!]")


def titled_documents(
    asked: Question, units: Sequence[Span], titles: Mapping[str, Collection[tuple[str, str]]]
) -> list[str]:
    """Ids of the documents whose titles hold the most of the words behind their kind.

    Args:
        asked: The question.
        units: The words that name units; a title does not reach over them.
        titles: Kind → its documents in order: id, folded words of the title joined and framed by blanks.
    """
    for kind, said in _kinds_said(asked, units):
        found, length = list(titles.get(kind, ())), 0
        while length < len(said):
            longer = " " + " ".join(said[: max(length + 1, _ENOUGH)]) + " "
            fitting = [one for one in found if longer in one[1]]
            if not fitting:
                break
            found, length = fitting, max(length + 1, _ENOUGH)
        if length >= _ENOUGH and len(found) <= _MOST:
            return [document for document, _ in found]
    return []


def _kinds_said(asked: Question, units: Sequence[Span]) -> Iterator[tuple[str, list[str]]]:
    """Every kind a question names, with the words behind it."""
    for match in _KIND.finditer(asked.folded):
        kind = _KINDS[match["kind"]]
        if asked.is_plain(match.span("kind"), match_form(kind)):
            until = min((unit.start for unit in units if unit.start >= match.end()), default=len(asked.folded))
            said = _STOP.split(asked.folded[match.end() : until])[0]
            if len(found := title_words(said)) >= _ENOUGH:
                yield kind, found
