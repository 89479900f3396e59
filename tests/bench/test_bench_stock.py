from __future__ import annotations

import gzip
import json
from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

pytest.importorskip("haystack_integrations.components.retrievers.qdrant", reason="qdrant-haystack is not installed")
pytest.importorskip(
    "haystack_integrations.components.embedders.sentence_transformers",
    reason="sentence-transformers-haystack is not installed",
)
pytest.importorskip("mdit_plain", reason="mdit-plain is not installed")

from haystack import Document

from bench import stock
from bench.articles import Article, read_articles
from bench.stock import split


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "dieu.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        for number in range(10):
            file.write(json.dumps({"id": str(number), "title": "Tên", "text": "Chữ", "file": "x"}) + "\n")
    return path


def test_articles_are_spread_over_the_file(archive: Path) -> None:
    assert [article.id for article in read_articles(archive, 4)] == ["0", "2", "5", "7"]


def test_too_many_articles_are_refused(archive: Path) -> None:
    with pytest.raises(ValueError, match="holds 10 articles, not 11"):
        read_articles(archive, 11)


def test_chunks_are_200_words_and_know_their_file(tmp_path: Path) -> None:
    file = tmp_path / "mau.md"
    file.write_text("**Đậm** " + "chữ " * 250, encoding="utf-8")
    chunks = split([file], [Article("luat-1", "Phạm vi", "Luật này quy định.")])
    assert [chunk.meta["file_path"] for chunk in chunks] == ["mau.md", "mau.md", "luat-1"]
    assert len((chunks[0].content or "").split()) == 200
    assert (chunks[0].content or "").startswith("Đậm chữ")
    assert chunks[2].content == "Phạm vi\nLuật này quy định."


def test_known_chunks_are_not_embedded_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def vectors(missing: Sequence[tuple[str, Document]], _model: Path) -> Iterator[tuple[str, array[float]]]:
        asked.extend(chunk.content or "" for _, chunk in missing)
        for key, chunk in missing:
            yield key, array("f", [float(len(chunk.content or ""))])

    model = tmp_path / "model"
    model.mkdir()
    (model / "model.safetensors").write_bytes(b"one")
    monkeypatch.setattr(stock, "WORK", tmp_path / "work")
    monkeypatch.setattr(stock, "_vectors", vectors)
    first = stock._embed([Document(content="a"), Document(content="bb")], model)
    second = stock._embed([Document(content="bb"), Document(content="ccc")], model)
    assert asked == ["a", "bb", "ccc"]
    assert [chunk.embedding for chunk in first + second] == [[1.0], [2.0], [2.0], [3.0]]

    (model / "model.safetensors").write_bytes(b"another")
    stock._embed([Document(content="a")], model)
    assert asked[-1] == "a"
