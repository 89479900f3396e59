from __future__ import annotations

import json
import re
import warnings
from importlib import import_module

import pytest
from hostile_packs import LITERAL, hostile
from pybtex.database import parse_string

from bench.sample_packs import course, short, thematic
from search_api.exports import export
from search_api.packs.content import PackContent

CONTENT = course()
WARNING = {2: "Văn bản nay đã hết hiệu lực."}
LATEX = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
}


def _bibtex(content: PackContent) -> dict[str, dict[str, str]]:
    data = parse_string(export(content, "bib", WARNING).body.decode(), "bibtex")
    return {
        key: {"author": " ".join(entry.persons["author"][0].last_names), **entry.fields}
        for key, entry in data.entries.items()
    }


def _csl(content: PackContent) -> list[dict[str, object]]:
    return json.loads(export(content, "csl", WARNING).body)  # type: ignore[no-any-return]


def _plain(latex: str) -> str:
    for written, shown in LATEX.items():
        latex = latex.replace(written, shown)
    return re.sub(r"\\([#$%&_])", r"\1", latex)


def test_list_names_each_passage_and_each_document() -> None:
    text = export(CONTENT, "txt", WARNING).body.decode()
    for number, passage in enumerate(CONTENT.passages, start=1):
        assert f"\n{number}. {passage.quote.citation.full}\n" in text
    assert text.count("hiệu lực lúc trích") == len({one.quote.document.id for one in CONTENT.passages})
    assert text.index(f"2. {CONTENT.passages[1].quote.citation.full}\n   Lưu ý: {WARNING[2]}\n")


def test_bibtex_has_each_document_once_under_its_id() -> None:
    entries = _bibtex(CONTENT)
    documents = {one.quote.document.id: one.quote.document for one in CONTENT.passages}
    assert list(entries) == list(documents)
    for key, document in documents.items():
        entry = entries[key]
        assert entry["author"] == f"{{{document.issuer}}}"
        assert entry["title"] == f"{{{document.kind} {document.title}}}"
        assert (entry["number"], entry["type"]) == (document.number, document.kind)
        assert entry["date"] == str(document.issued_on)
        assert entry["year"] == str(document.issued_on.year)


def test_notes_name_places_force_and_warnings() -> None:
    [entry] = _bibtex(short()).values()
    [passage] = short().passages
    assert entry["note"] == f"Trích: {passage.quote.citation.place}. Hiệu lực lúc trích: chưa rõ."
    second = CONTENT.passages[1]
    assert _bibtex(CONTENT)[second.quote.document.id]["note"].endswith("Lưu ý: Văn bản nay đã hết hiệu lực.")


def test_bibtex_shows_markup_as_typed() -> None:
    [entry] = _bibtex(hostile(LITERAL)).values()
    assert _plain(entry["author"][1:-1]) == LITERAL
    assert LITERAL in _plain(entry["title"])


@pytest.mark.parametrize("text", ["{", "}", "}}{{", '"', '"}', "\\", "\\}", "@book{x,", "%", "a" * 4000])
def test_bibtex_cannot_be_broken_out_of(text: str) -> None:
    [entry] = _bibtex(hostile(text)).values()
    assert _plain(entry["author"][1:-1]) == text


def test_keys_never_meet() -> None:
    first, second = thematic().passages[:2]
    documents = [one.quote.document.model_copy(update={"id": name}) for one, name in ((first, "a b"), (second, "a-b"))]
    passages = tuple(
        one.model_copy(update={"quote": one.quote.model_copy(update={"document": document})})
        for one, document in zip((first, second), documents, strict=True)
    )
    content = thematic().model_copy(update={"passages": passages})
    assert list(_bibtex(content)) == [item["id"] for item in _csl(content)] == ["a-b", "a-b-2"]


def test_csl_items_have_the_fields_of_the_schema() -> None:
    items = _csl(CONTENT)
    assert len(items) == len({one.quote.document.id for one in CONTENT.passages})
    for item in items:
        assert item.keys() <= {"id", "type", "title", "author", "genre", "number", "issued", "language", "note"}
        assert item["type"] == "report"
        assert [list(name) for name in item["author"]] == [["literal"]]  # type: ignore[attr-defined]
        [[year, month, day]] = item["issued"]["date-parts"]  # type: ignore[index]
        assert 1945 <= year <= 2100
        assert 1 <= month <= 12
        assert 1 <= day <= 31
        assert all(isinstance(item[name], str) for name in ("id", "title", "genre", "number", "language", "note"))


def test_a_citation_style_renders_them() -> None:
    with warnings.catch_warnings():
        # citeproc-py is behind what the libraries it stands on advise.
        warnings.simplefilter("ignore")
        citeproc, json_source = import_module("citeproc"), import_module("citeproc.source.json")
        items = _csl(CONTENT)
        style = citeproc.CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = citeproc.CitationStylesBibliography(
            style, json_source.CiteProcJSON(items), citeproc.formatter.plain
        )
        for item in items:
            bibliography.register(citeproc.Citation([citeproc.CitationItem(item["id"])]))
        rendered = "\n".join(map(str, bibliography.bibliography()))
    for item in items:
        assert str(item["title"]) in rendered
        assert item["author"][0]["literal"] in rendered  # type: ignore[index]


def test_pack_without_passages_gives_empty_lists() -> None:
    assert _bibtex(PackContent(title="Mới")) == {}
    assert _csl(PackContent(title="Mới")) == []
    assert export(PackContent(title="Mới"), "txt").body.decode().startswith("Mới\n")
