"""The sets read from folders laid out as the public ones are, and both commands over one of them."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from doubles import ENCODER

from bench.retrieval import sets
from bench.retrieval.beir import Question, Text, read_set
from bench.retrieval.public import alqac, xquad
from corpus.runtime.encoder import Encoder

PARAGRAPHS = ["Chi bộ họp thường kỳ mỗi tháng.", "Trạm bơm cấp nước sạch cho thôn."]
QUESTIONS = ["chi bộ họp thường kỳ", "trạm bơm cấp nước"]


def written(path: Path, value: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    bench = tmp_path / "shared" / "real" / "bench"
    paragraphs = [
        {"context": context, "qas": [{"id": f"q{place}", "question": question}]}
        for place, (context, question) in enumerate(zip(PARAGRAPHS, QUESTIONS, strict=True))
    ]
    written(bench / "xquad_vi" / "xquad.vi.json", {"data": [{"paragraphs": [one]} for one in paragraphs]})
    written(bench / "alqac25" / "law" / "Luật Mẫu.json", [{"1": "Phạm vi."}, {"2": "Đối tượng.", "3": "Giải thích."}])
    asked = [("a", ["1"]), ("b", ["9"]), ("c", ["2", "3"])]
    written(
        bench / "alqac25" / "train.json",
        [
            {
                "question_id": name,
                "text": f"{name}?",
                "relevant_articles": [{"law_id": "Luật Mẫu", "article_id": number} for number in numbers],
            }
            for name, numbers in asked
        ],
    )
    articles = [("1", "Nước", PARAGRAPHS[1]), ("2", "Đất", "Đất do nhân dân góp làm đường.")]
    rows = (json.dumps({"id": name, "title": title, "text": text}) for name, title, text in articles)
    (bench / "phapdien_articles.jsonl.gz").write_bytes(gzip.compress("\n".join(rows).encode()))
    return tmp_path / "shared"


def test_alqac_has_articles_titled_by_their_law_and_two_halves(shared: Path) -> None:
    made = alqac(shared / "real" / "bench" / "alqac25")
    assert made.texts[1] == Text("Luật Mẫu#2", "Luật Mẫu", "Đối tượng.")
    even = "even half (tuned on)"
    # The question of an article that is not there is nobody's to find.
    assert made.questions == (
        Question("a", "a?", {"Luật Mẫu#1": 1.0}, even),
        Question("c", "c?", {"Luật Mẫu#2": 1.0, "Luật Mẫu#3": 1.0}, even),
    )


def test_xquad_has_a_passage_a_paragraph(shared: Path) -> None:
    made = xquad(shared / "real" / "bench" / "xquad_vi")
    assert [text.text for text in made.texts] == PARAGRAPHS
    assert [question.grades for question in made.questions] == [{"p0": 1.0}, {"p1": 1.0}]


def kept_encoder(_: Path) -> Encoder:
    return ENCODER


def test_a_set_is_written_run_kept_and_compared(
    shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sets, "kept_encoder", kept_encoder)
    arguments, work = [str(shared), "--only", "xquad", "--distractors"], tmp_path / "work"
    assert sets.main(arguments, work) == 0
    first = capsys.readouterr().out
    # The article that is one of the paragraphs stays out.
    assert "## xquad-among-articles: 3 passages" in first
    assert "| all | 2 |" in first
    assert "moved" not in first
    assert len(read_set(work / "sets" / "xquad-among-articles").texts) == 3
    assert sets.main(arguments, work) == 0
    assert "No question moved." in capsys.readouterr().out
    assert len(list((work / "runs").glob("xquad-among-articles.*.json"))) == 2


def test_systems_stand_in_one_table(
    shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("bm25s", reason="bm25s is not installed")
    from bench.retrieval import others  # noqa: PLC0415 - needs bm25s

    monkeypatch.setattr(others, "kept_encoder", kept_encoder)
    assert others.main([str(shared), "--only", "xquad"], tmp_path / "work") == 0
    printed = capsys.readouterr().out
    assert "## xquad: 2 passages" in printed
    assert "| BM25 (bm25s), syllables | 2 | 1.000 |" in printed
    assert "| SQLite FTS5, diacritics removed | 2 | 1.000 |" in printed
    assert printed.count("| 2 |") == 7
