"""The command that checks a draft: ``tracuu check``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from corpus.drafts import DraftReader
from corpus.runtime.files import write_atomically
from corpus.runtime.settings import Settings
from corpus.text import one_line
from search_api.answering import open_answers
from search_api.checking.schemas import CheckedOut, MentionVerdict, PartKind, ReportOut, Verdict
from search_api.checking.titles import MENTION_TITLES, TITLES
from search_api.commands.draft_file import draft_bytes

_OK = 0
_MARKS = {PartKind.MISSING: "[+{}+]", PartKind.ADDED: "[-{}-]", PartKind.OMITTED: "[… {} …]"}
_SHOWN = 120


def check(
    settings: Settings, path: Path, docx: Path | None, read_draft: DraftReader, console: Console, *, as_json: bool
) -> int:
    """Check a draft and print what was found.

    Args:
        settings: Where the corpus is.
        path: The draft.
        docx: Where to write it with comments; ``None`` for nowhere.
        read_draft: Reads it.
        console: Where to print.
        as_json: Print the JSON of ``POST /api/checks/file``.
    """
    data = draft_bytes(path)
    with ExitStack() as stack:
        asked = open_answers(settings, stack)
        report, commented = asked.check_draft(path.name, data, read_draft, comments=docx is not None)
    if docx is not None and commented is not None:
        write_atomically(docx, commented)
    if as_json:
        console.file.write(report.model_dump_json() + "\n")
    else:
        for line in _lines(report):
            console.print(line, highlight=False)
    return _OK


def _lines(report: ReportOut) -> Iterator[str]:
    for place, quote in enumerate(report.quotes, 1):
        page = f", trang {quote.page}" if quote.page else ""
        yield f"[bold]{place}. {TITLES[quote.verdict]}[/]{page}: “{escape(_short(quote.quote))}”"
        yield f"   {escape(quote.told)}"
        if quote.verdict is not Verdict.EXACT and quote.found is not None:
            if any(part.kind is not PartKind.SAME for part in quote.parts):
                yield f"   Đối chiếu: {escape(_compared(quote))}"
            yield f"   Cách dẫn: {escape(quote.found.citation.full)}"
        yield from (f"   {escape(remark)}" for remark in quote.remarks)
    for mention in report.mentions:
        if mention.verdict is not MentionVerdict.RESOLVED:
            yield f"[bold]{escape(_short(mention.text))}[/]: {MENTION_TITLES[mention.verdict]}. {escape(mention.told)}"
    told = ", ".join(f"{count} {TITLES[verdict].lower()}" for verdict, count in report.counts.items() if count)
    yield f"{len(report.quotes)} lời trích{f': {told}' if told else ''}; {len(report.mentions)} chỗ nêu văn bản."
    if report.skipped:
        yield f"{len(report.skipped)} chỗ trong ngoặc kép không soát (cụm từ ngắn, tên gọi …); xem bằng --json."


def _compared(quote: CheckedOut) -> str:
    return " ".join(_MARKS.get(part.kind, "{}").format(part.text) for part in quote.parts)


def _short(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]} …"
