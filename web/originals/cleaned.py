"""A file as markup that can do nothing: its words in their order, bold, tables and lists, no style, link or picture."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from pathlib import Path
from threading import Lock

import nh3
from markdown_it import MarkdownIt
from markupsafe import escape
from selectolax.lexbor import LexborHTMLParser

from corpus.text import repaired
from web.originals.word import word_markup

# Some megabytes each with what is made of them.
_KEPT = 8
# More than 500 printed pages: a browser lays out this much in a second or two.
_MOST_CHARACTERS = 4_000_000
# Files are taken in that are far longer than anybody waits for here: each of these is read in a second or two.
_MOST_BYTES = 16_000_000
_MOST_OF_MARKDOWN = 1_000_000
# What reading one takes, in memory above all, is never taken twice at a time.
_TURN = Lock()
_SHOWN = """
    b blockquote br caption div em h1 h2 h3 h4 h5 h6 i li ol p pre s strike strong sub sup table tbody td tfoot th
    thead tr u ul
"""
# Blocks whose meaning is lost on a page of ours: each becomes a plain one.
_BLOCKS = """
    address article aside center dd details dl dt fieldset figcaption figure footer form header hgroup main nav
    section summary
"""
# What a browser shows otherwise than as the text in it, or not at all.
_DROPPED = """
    applet audio button canvas datalist embed frameset head iframe map math noembed noframes noscript object option
    plaintext script select style svg template textarea title video xmp
"""
# Values are numbers only: they hold nothing that could end a tag.
_ATTRIBUTES = {"td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}, "ol": {"start"}, "li": {"value"}}
_NUMBER = re.compile(r"\d{1,4}")
_TAG = re.compile(r"(<[^>]*>)")
# Headings and heads of tables would get mixed up with those of the page around.
_RENAMED = (
    (re.compile(r"<h[1-6]>"), '<div class="heading">'),
    (re.compile(r"</h[1-6]>"), "</div>"),
    (re.compile(r"<(/?)th\b"), r"<\1td"),
    (re.compile(rf"<(/?)(?:{'|'.join(_BLOCKS.split())})>"), r"<\1div>"),
)
_HIDDEN = "[hidden], [style*='display:none' i], [style*='display: none' i]"
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A file, cleaned.

    Attributes:
        words: Its words, cut at the tags; NFC and without invisible characters, else as the file has them.
        tags: The tags between them: ``tags[n]`` comes before ``words[n + 1]``.
        left_out: What the file has and this does not, in Vietnamese.
    """

    words: tuple[str, ...]
    tags: tuple[str, ...]
    left_out: tuple[str, ...]


def cleaned(path: Path, media_type: str) -> Cleaned | None:
    """A file as the markup above; ``None`` if its kind cannot be shown so, or it is too long for a page.

    Args:
        path: Its name follows from its content: what was made of it once holds for ever.
        media_type: What it is.
    """
    with _TURN:
        return _cleaned(path, media_type)


@lru_cache(maxsize=_KEPT)
def _cleaned(path: Path, media_type: str) -> Cleaned | None:
    read = _READERS.get(media_type)
    made = read(path) if read else None
    if made is None or len(made[0]) > _MOST_CHARACTERS:
        return None
    markup, left_out = made
    safe = nh3.clean(
        markup,
        tags=set((_SHOWN + _BLOCKS).split()),
        clean_content_tags=set(_DROPPED.split()),
        attributes=_ATTRIBUTES,
        attribute_filter=_number,
        url_schemes=set(),
        link_rel=None,
    )
    for tag, ours in _RENAMED:
        safe = tag.sub(ours, safe)
    parts = _TAG.split(safe)
    return Cleaned(tuple(repaired(unescape(words)) for words in parts[::2]), tuple(parts[1::2]), left_out)


def _number(tag: str, name: str, value: str) -> str | None:
    # The sanitiser lets some attributes through on every tag, and a tag with any is none of those renamed below.
    return value if name in _ATTRIBUTES.get(tag, ()) and _NUMBER.fullmatch(value) else None


_Made = tuple[str, tuple[str, ...]]


def _web_page(path: Path) -> _Made | None:
    source = _decoded(path, _MOST_BYTES)
    if source is None:
        return None
    tree = LexborHTMLParser(source)
    pictures = tree.css_first("img, svg, picture, canvas") is not None
    for node in tree.css(_HIDDEN):
        node.decompose()
    return tree.html or "", ("hình ảnh",) if pictures else ()


def _markdown(path: Path) -> _Made | None:
    source = _decoded(path, _MOST_OF_MARKDOWN)
    # A line break of the file stays one, as the file lays its text out.
    reader = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable("table")
    return None if source is None else (reader.render(source), ())


def _plain_text(path: Path) -> _Made | None:
    source = _decoded(path, _MOST_BYTES)
    return None if source is None else (f"<pre>{escape(source.expandtabs(4))}</pre>", ())


def _decoded(path: Path, most: int) -> str | None:
    """The text of a file; ``None`` if it is neither Unicode nor Windows' Vietnamese, or of more bytes than ``most``."""
    if path.stat().st_size > most:
        return None
    data = path.read_bytes()
    named = next((encoding for mark, encoding in _BOMS if data.startswith(mark)), None)
    for encoding in (named,) if named else ("utf-8", "cp1258"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


_READERS: Mapping[str, Callable[[Path], _Made | None]] = {
    "text/html": _web_page,
    "text/markdown": _markdown,
    "text/plain": _plain_text,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": word_markup,
}
