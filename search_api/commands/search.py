"""The command that answers questions: ``tracuu search``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from typing import Any

from rich.console import Console
from rich.markup import escape

from corpus.errors import BadQuery
from corpus.runtime.settings import Settings
from corpus.validity import EXPIRED
from search_api.answering import Answers, open_answers
from search_api.showing.arranged import Sort

_OK = 0


def search(settings: Settings, query: str, limit: int, sort: Sort, console: Console, *, as_json: bool) -> int:
    """Answer one question."""
    with ExitStack() as stack:
        result = _answer(open_answers(settings, stack), query, limit, sort)
    if as_json:
        console.file.write(json.dumps(_line(result), ensure_ascii=False) + "\n")
        return _OK
    for line in _understood(result):
        console.print(escape(line), highlight=False)
    if not result["answered"]:
        console.print(f"Không tìm thấy căn cứ trong kho văn bản.{' Các mục gần nhất:' if result['hits'] else ''}\n")
    for place, hit in enumerate(result["hits"], 1):
        console.print(f"[bold]{place}. {escape(hit['passage']['citation']['full'])}[/]", highlight=False)
        if hit["document"]["validity"].startswith(EXPIRED):
            console.print(f"   [bold]{escape(_sentence(hit['document']['validity']))}[/]", highlight=False)
        console.print(f"   {escape(_shown(hit['passage']['text'], hit['snippet']))}\n", highlight=False)
    if not result["hits"]:
        console.print("Hãy thử ít từ hơn hoặc từ khác.")
    return _OK


def search_lines(settings: Settings, lines: Iterable[str], limit: int, sort: Sort, console: Console) -> int:
    """Answer one question a line with one JSON object a line.

    A line that is no question (empty, too long) is answered with no hits: line n of the answers belongs to line
    n of the questions.
    """
    with ExitStack() as stack:
        answers = open_answers(settings, stack)
        for line in lines:
            query = line.rstrip("\r\n")
            try:
                told = _line(_answer(answers, query, limit, sort))
            except BadQuery:
                told = {"query": query, "answered": False, "hits": []}
            console.file.write(json.dumps(told, ensure_ascii=False) + "\n")
            console.file.flush()
    return _OK


def _answer(answers: Answers, query: str, limit: int, sort: Sort) -> dict[str, Any]:
    """The JSON of ``GET /api/search``."""
    return answers.search(query, limit, sort).model_dump(mode="json")


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def _shown(text: str, snippet: Sequence[tuple[int, int]]) -> str:
    """Of a long passage the sentences around the match; JSON has all of it."""
    if not snippet:
        return text
    between = " … ".join(text[start:end] for start, end in snippet)
    return f"{'… ' if snippet[0][0] > 0 else ''}{between}{' …' if snippet[-1][1] < len(text) else ''}"


def _understood(result: dict[str, Any]) -> Iterator[str]:
    """What a reader has to know of how the question was understood; nothing if it was taken as typed."""
    understood, choices = result["understood"], result["choices"]
    if understood["absent"]:
        yield f"Kho chưa có {understood['absent']}.\n"
    yield from (f"{note}\n" for note in understood["notes"])
    if understood["changes"]:
        yield f"Đã tìm theo: {understood['text']}\n"
    if understood["suggestion"]:
        yield f"Có phải đồng chí muốn tìm: {understood['suggestion']}\n"
    if choices:
        yield f"Có {len(choices)} văn bản được gọi như vậy, thêm năm hoặc ngày để chọn một:"
        yield from (f"  - {choice['citation']}" for choice in choices)
        yield ""


def _line(result: dict[str, Any]) -> dict[str, Any]:
    """A result in the short form of the command line: documents by number, by file name where they have none.

    How the question was understood is told only where it was not taken as typed, or where a name means no document
    or several.
    """
    line: dict[str, Any] = {"query": result["query"], "answered": result["answered"]}
    line["hits"] = [_short(hit) for hit in result["hits"]]
    understood = result["understood"]
    if understood["changes"] or understood["suggestion"] or understood["absent"] or understood["notes"]:
        line["understood"] = understood
    if result["choices"]:
        line["choices"] = [_choice(document) for document in result["choices"]]
    return line


def _short(hit: dict[str, Any]) -> dict[str, Any]:
    return {
        "document": hit["document"]["number"] or hit["document"]["file_name"],
        "path": [[step["unit"], step["label"]] for step in hit["passage"]["path"]],
        "pages": list(hit["passage"]["pages"]),
        "text": hit["passage"]["text"],
        "citation": hit["passage"]["citation"]["full"],
        "score": hit["score"],
    }


def _choice(document: dict[str, Any]) -> dict[str, Any]:
    name = document["number"] or document["file_name"]
    return {"document": name, "issued_on": document["issued_on"], "citation": document["citation"]}
