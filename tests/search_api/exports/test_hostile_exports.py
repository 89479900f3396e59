"""Texts made to break files break none of them."""

from __future__ import annotations

import json
from io import BytesIO

import docx
import pptx
import pytest
from hostile_packs import BROKEN, LITERAL, hostile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pybtex.database import parse_string
from read_back import docx_notes, docx_words, pdf_pages, pptx_words, words

from search_api.downloads import disposition
from search_api.exports import FORMATS, FormatName, export
from search_api.exports.printable import printable
from search_api.packs.content import PackContent

FAST = sorted(set(FORMATS) - {"pdf"})
PIECES = st.sampled_from(
    [
        LITERAL,
        BROKEN,
        "[1]",
        "[1][1]",
        "\n",
        " ",
        "{",
        "}",
        "\\",
        "#",
        "$",
        "@",
        "=",
        "|",
        "\ud800",
        "e\u0301",
        "đ",
        "😀",
    ]
)
TEXT = (st.text(max_size=40) | st.lists(PIECES | st.text(max_size=5), max_size=8).map("".join)).map(lambda t: t[:900])


def _opens(name: FormatName, body: bytes) -> None:
    match name:
        case "docx":
            docx.Document(BytesIO(body))
            docx_notes(body)
        case "pptx":
            pptx.Presentation(BytesIO(body))
        case "pdf":
            assert pdf_pages(body)
        case "bib":
            parse_string(body.decode(), "bibtex")
        case "csl":
            json.loads(body)
        case _:
            body.decode()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXT)
def test_no_text_breaks_a_file(text: str) -> None:
    content = _unchecked(text)
    for name in FAST:
        exported = export(content, name, {1: text})
        _opens(name, exported.body)
        disposition(exported.name).encode("ascii")


@settings(max_examples=15, deadline=None)
@given(TEXT)
def test_no_text_breaks_a_pdf(text: str) -> None:
    _opens("pdf", export(_unchecked(text), "pdf", {1: text}).body)


def _unchecked(text: str) -> PackContent:
    """A pack with a text that the API would refuse, such as half a character; the text is set without a check."""
    content = hostile("x")
    [passage] = content.passages
    quote = passage.quote.model_copy(update={"text": text, "trail": (text,)})
    changed = passage.model_copy(update={"quote": quote, "note": text, "question": text})
    fields = dict.fromkeys(
        ("title", "branch", "superior", "place", "author", "aim", "introduction", "conclusion"), text
    )
    return content.model_copy(update={**fields, "questions": (text,), "passages": (changed,)})


@pytest.mark.parametrize("name", FORMATS)
def test_empty_pack_is_a_file(name: FormatName) -> None:
    exported = export(PackContent(), name)
    _opens(name, exported.body)
    assert exported.name == f"Tập tài liệu tài liệu{FORMATS[name].suffix}"


def test_literal_markup_is_a_word_in_office_files() -> None:
    content = hostile(LITERAL)
    text = docx_words(export(content, "docx").body)
    assert words(f"“{LITERAL} {LITERAL}”") in text
    assert LITERAL in docx_notes(export(content, "docx").body)[0]
    shown, notes = pptx_words(export(content, "pptx").body)
    assert words(LITERAL) in shown
    assert words(f"“{LITERAL} {LITERAL}”") in notes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("một\r\nhai\rba\u2028bốn\x0bnăm\x85sáu", "một\nhai\nba\nbốn\nnăm\nsáu"),
        ("a\x00b\x1fc\x7fd", "abcd"),
        ("57-NQ/TW\u202e", "57-NQ/TW"),
        ("e\u0302\u0301", "ế"),
        ("nửa \ud83d chữ", "nửa \ufffd chữ"),
        ("\ufffe\ufdd0", "\ufffd\ufffd"),
        ("😀 hoá hóa\tđ", "😀 hoá hóa\tđ"),
    ],
)
def test_only_what_has_no_shape_is_left_out(text: str, expected: str) -> None:
    assert printable(text) == expected


@given(st.text())
def test_printable_text_stays_as_it_is(text: str) -> None:
    assert printable(printable(text)) == printable(text)


def test_text_that_composing_makes_longer_is_printed() -> None:
    """U+0958 becomes two characters: the longest note would be too long afterwards."""
    note = "\u0958" * 4000
    content = hostile("x")
    passage = content.passages[0].model_copy(update={"note": note})
    export(content.model_copy(update={"passages": (passage,)}), "docx")
