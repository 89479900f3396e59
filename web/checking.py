"""Soát trích dẫn: a draft is sent, the report comes back; nothing of the draft stays on the server."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import Response

from corpus.drafts import LARGEST_DRAFT, Draft, DraftReader
from corpus.errors import BadQuery, Refusal, TooLong
from search_api.bounded import whole
from search_api.checking.annotated import MEDIA_TYPE, annotated, attachment
from search_api.checking.pasted import pasted
from search_api.checking.schemas import MentionOut, MentionVerdict, ReportOut, Verdict
from search_api.checking.titles import MENTION_TITLES, TITLES
from search_api.heavy import heavy_work
from search_api.packs.content import PackContent
from search_api.packs.cookie import owner_of
from search_api.packs.desk import Visit
from web.pack_visit import desk_of
from web.rendering import render, service_of

_ROOM_FOR_TEXT = 4_000_000
# The button that asks for the Word file sends this.
_AS_WORD = "word"
_SIGNS = {
    Verdict.EXACT: ("✓", "good"),
    Verdict.ALTERED: ("≠", "bad"),
    Verdict.MISATTRIBUTED: ("↷", "bad"),
    Verdict.REPLACED: ("⌛", "doubtful"),
    Verdict.UNKNOWN_DOCUMENT: ("?", "doubtful"),
    Verdict.NOT_FOUND: ("∅", "bad"),
}


@dataclass(frozen=True, slots=True)
class Named:
    """A document as a draft names it in the same words, and how often."""

    mention: MentionOut
    title: str
    times: int


async def form(request: Request) -> Response:
    """``/soat``: where a draft is chosen or pasted; ``/soat?tap={pack}``: what a study pack quotes, checked."""
    name = request.query_params.get("tap")
    if not name:
        return _page()
    async with heavy_work(request).admitted() as turn, turn:
        return await run_in_threadpool(_checked_pack, request, name)


def _checked_pack(request: Request, name: str) -> Response:
    content = desk_of(request).read(Visit(name, owner_of(request))).content
    text = _words_of(content)
    return _checked_draft(request, lambda: pasted(text, f"tập «{content.title or 'chưa đặt tên'}»"), text, pack=name)


def _words_of(content: PackContent) -> str:
    """Everything a pack quotes: its passages with their citations, and what its maker wrote around them."""
    shown = (one.quote for one in content.passages if not one.quote.withheld)
    passages = (f"“{quote.text.strip()}” ({quote.citation.full})" for quote in shown)
    notes = (text for one in content.passages for text in (one.note, one.question))
    own = (content.aim, content.introduction, *notes, content.local, *content.questions, content.conclusion)
    return "\n\n".join(filter(str.strip, (*passages, *own)))


async def check(request: Request) -> Response:
    """``/soat``, sent: the report, or the draft as a Word file with comments."""
    async with heavy_work(request).admitted() as turn:
        sent = await whole(request, LARGEST_DRAFT + _ROOM_FOR_TEXT)
        async with turn, sent.form(max_files=1, max_fields=5, max_part_size=_ROOM_FOR_TEXT) as fields:
            file = fields.get("file")
            read = (file.filename, await file.read()) if isinstance(file, UploadFile) and file.filename else None
            return await run_in_threadpool(_checked, request, fields, read)


def _checked(request: Request, fields: FormData, file: tuple[str, bytes] | None) -> Response:
    typed = fields.get("text")
    text = typed if isinstance(typed, str) else ""
    as_word = fields.get("as") == _AS_WORD
    return _checked_draft(request, lambda: _read(request, text, file), text, as_word=as_word)


def _checked_draft(
    request: Request, read: Callable[[], Draft], text: str, *, pack: str = "", as_word: bool = False
) -> Response:
    """The report on a draft; the words that were typed stay in their field, whatever comes of it."""
    try:
        draft = read()
        report = service_of(request).checker.check(draft)
    except (Refusal, TooLong, BadQuery) as error:
        return _page(error.status, text=text, problem=str(error))
    if as_word:
        return Response(annotated(draft, report), media_type=MEDIA_TYPE, headers=attachment(draft))
    return _page(text=text, report=report, pack=pack)


def _read(request: Request, text: str, file: tuple[str, bytes] | None) -> Draft:
    if file is None:
        return pasted(text.replace("\r\n", "\n"))
    read: DraftReader = request.app.state.study.read_draft
    return read(*file)


def _page(
    status: int = 200, text: str = "", problem: str = "", report: ReportOut | None = None, pack: str = ""
) -> Response:
    answer = render(
        "checking.html",
        status,
        text=text,
        problem=problem,
        report=report,
        pack=pack,
        titles=TITLES,
        signs=_SIGNS,
        counted=_counted(report.counts) if report else (),
        named=_named(report.mentions) if report else (),
        resolved=MentionVerdict.RESOLVED,
    )
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _counted(counts: Mapping[Verdict, int]) -> Sequence[tuple[Verdict, int]]:
    return [(verdict, counts[verdict]) for verdict in TITLES if counts[verdict]]


def _named(mentions: Sequence[MentionOut]) -> Sequence[Named]:
    """What needs a look first; what is named several times in the same words once."""
    times: dict[tuple[str, MentionVerdict, str], int] = {}
    first: dict[tuple[str, MentionVerdict, str], MentionOut] = {}
    for mention in mentions:
        key = (" ".join(mention.text.split()), mention.verdict, mention.told)
        times[key] = times.get(key, 0) + 1
        first.setdefault(key, mention)
    order = list(MENTION_TITLES)
    found = [Named(first[key], MENTION_TITLES[key[1]], count) for key, count in times.items()]
    return sorted(found, key=lambda one: order.index(one.mention.verdict))
