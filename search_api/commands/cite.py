"""The command that finds references and cites passages: ``tracuu cite``."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from corpus.drafts import DraftReader
from corpus.errors import TooLong
from corpus.runtime.settings import Settings
from corpus.text import one_line
from search_api.answering import open_answers
from search_api.commands.draft_file import draft_bytes
from search_api.references.mention import Naming
from search_api.references.schemas import LONGEST_TEXT, CitationStyle, ReferenceOut, ReferencesOut

_OK = 0


def cite_text(settings: Settings, given: str, read_draft: DraftReader, console: Console, *, as_json: bool) -> int:
    """Print every reference in a text with what the corpus has for it.

    Args:
        settings: Where the corpus is.
        given: The text itself, the name of a file that holds it, or ``-`` for what comes in.
        read_draft: Reads files.
        console: Where to print.
        as_json: Print the JSON of ``POST /api/citations/resolve``.

    Raises:
        TooLong: The text is longer than the API takes.
        Refusal: The file cannot be read.
    """
    text = _text(given, read_draft)
    if len(text) > LONGEST_TEXT:
        raise TooLong(f"Lời văn dài {len(text)} ký tự, quá mức {LONGEST_TEXT}.", "Hãy chia thành nhiều phần.")
    with ExitStack() as stack:
        found = open_answers(settings, stack).references(text)
    if as_json:
        console.file.write(found.model_dump_json() + "\n")
        return _OK
    for line in _lines(found):
        console.print(escape(line), highlight=False)
    return _OK


def _text(given: str, read_draft: DraftReader) -> str:
    if given == "-":
        return sys.stdin.read()
    try:
        is_file = Path(given).is_file()
    except (OSError, ValueError):
        is_file = False  # no file has a name so long
    return read_draft(Path(given).name, draft_bytes(Path(given))).text if is_file else given


def cite_passage(settings: Settings, passage: str, style: CitationStyle, console: Console, *, as_json: bool) -> int:
    """Print how a passage is cited.

    Raises:
        NotFound: There is no such passage.
    """
    with ExitStack() as stack:
        cited = open_answers(settings, stack).citation(passage, style)
    console.file.write(
        (json.dumps(cited.model_dump(), ensure_ascii=False) if as_json else cited.citation.rstrip()) + "\n"
    )
    return _OK


def _lines(found: ReferencesOut) -> Iterator[str]:
    others = [one for one in found.references if one.naming is not Naming.SELF]
    for number, one in enumerate(others, 1):
        yield f"{number}. {one_line(one.text)}"
        yield f"   {one.told}"
        if one.citation is not None:
            yield f"   Cách dẫn: {one.citation}"
        yield from _choices(one)
    selves = len(found.references) - len(others)
    yield f"{len(others)} chỗ dẫn văn bản{f', {selves} chỗ tự dẫn' if selves else ''}."


def _choices(one: ReferenceOut) -> Iterator[str]:
    yield from (f"   - {document.citation}" for document in one.candidates)
    for place in one.places:
        if len(place.places) > 1:
            yield f"   «{place.words}» có thể là một trong {len(place.places)} chỗ: {', '.join(place.places)}"
        elif not place.places:
            yield f"   Không có: {place.words}"
