"""Words of a web page or a Markdown text that nobody is shown, where an office may have noted its mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from ingest.read.lines import listed, tidy, tidy_lines

_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\n(?=[\w-]+:)(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_VALUE = re.compile(r"[ \t]*(?:-[ \t]+)?(?:[\w .-]+:[ \t]*)?(.*)")
_QUOTES = "\"'[]{} \t"
_NAMED = ("alt", "title")


def unseen_on_page(source: str) -> Iterator[str]:
    """What a page says in its head, of its pictures, in comments and in elements that are not shown."""
    parser = LexborHTMLParser(source)
    for title in parser.css("title"):
        yield tidy(title.text())
    for field in parser.css("meta[name][content], meta[property][content]"):
        content = tidy(field.attributes.get("content") or "")
        yield content
        # In small letters a keyword is what a page is about.
        yield from (word for word in listed(content) if word[:1].isupper())
    for picture in parser.css("img, area, object"):
        yield from (tidy(picture.attributes.get(name) or "") for name in _NAMED)
    for hidden in parser.css('[hidden], [style*="display" i], [style*="visibility" i]'):
        yield from tidy_lines(hidden.text(separator="\n"))
    yield from _comments(source)


def unseen_in_markdown(source: str) -> Iterator[str]:
    """The values of a text's front matter, and its comments."""
    front = _FRONT_MATTER.match(source)
    for row in front[1].splitlines() if front else ():
        yield tidy(row)
        if value := _VALUE.fullmatch(row):
            yield from (tidy(word.strip(_QUOTES)) for word in (value[1], *listed(value[1])))
    yield from _comments(source)


def _comments(source: str) -> Iterator[str]:
    # Where none ends any more none is looked for: each would be sought to the end.
    commented, end, _ = source.rpartition("-->")
    for comment in _COMMENT.findall(commented + end):
        yield from tidy_lines(comment)
