"""The documents of a pack for BibTeX and BibLaTeX, written by pybtex."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pybtex.database import BibliographyData, Entry
from pybtex.database.output.bibtex import Writer

from search_api.exports.notes_on_sources import note_on
from search_api.exports.sources import Source, sources_of
from search_api.packs.content import PackContent

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "#": r"\#",
    "$": r"\$",
    "%": r"\%",
    "&": r"\&",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_TABLE = str.maketrans(_SPECIAL)
_NOT_IN_KEYS = re.compile(r"[^a-z0-9-]+")


def bibtex_of(content: PackContent, warnings: Mapping[int, str]) -> bytes:
    """An entry for each document, in UTF-8; its key is the id of the document, so it stays what it is."""
    data = BibliographyData()
    for source in sources_of(content):
        data.add_entry(_key(source), _entry(source, warnings))
    return str(_Literal(encoding="UTF-8").to_string(data)).encode() if data.entries else b""
