"""The documents of a pack for BibTeX and BibLaTeX, written by pybtex."""

from __future__ import annotations

from collections.abc import Mapping

from pybtex.database import BibliographyData, Entry
from pybtex.database.output.bibtex import Writer

from corpus.text import one_line
from search_api.exports.references import Reference, references_of
from search_api.packs.content import PackContent

# Braces count for BibTeX even after a backslash, so they are named.
_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "#": r"\#",
        "$": r"\$",
        "%": r"\%",
        "&": r"\&",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


class _AsGiven(Writer):  # type: ignore[misc]  # pybtex has no types
    """Writes values that are LaTeX already: escaping them twice would show the escapes."""

    def _encode(self, text: str) -> str:
        return text


def bibtex_of(content: PackContent, warnings: Mapping[int, str]) -> bytes:
    """An entry for each document, in UTF-8."""
    data = BibliographyData({one.key: _entry(one) for one in references_of(content, warnings)})
    written: str = _AsGiven(encoding="UTF-8").to_string(data)
    return written.encode()


def _entry(reference: Reference) -> Entry:
    """A report: the one type with number and kind that both BibTeX and BibLaTeX know (the latter reads ``date``)."""
    day = reference.issued_on
    fields = {
        # Braces of their own: a body is no person with a first name, and no style may put a title in lower case.
        "author": _braced(reference.issuer),
        "title": _braced(reference.title),
        "type": _latex(reference.kind),
        "number": _latex(reference.number),
        "institution": _braced(reference.issuer),
        "date": day.isoformat() if day else "",
        "year": str(day.year) if day else "",
        "language": "vietnamese",
        "note": _latex(reference.note),
    }
    return Entry("techreport", [(name, value) for name, value in fields.items() if value])


def _latex(text: str | None) -> str:
    return one_line(text or "").translate(_SPECIAL)


def _braced(text: str | None) -> str:
    return f"{{{_latex(text)}}}" if text else ""
