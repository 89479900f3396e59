"""The bench itself, on a small set whose figures are known: two of the questions are judged against the ranking."""

from __future__ import annotations

import json
import math
import shutil
from pathlib import Path
from typing import Any

import pytest
from real_model import real_encoder

from bench.retrieval.__main__ import main
from corpus.runtime.settings import Settings

FOLDER = Path(__file__).parent / "beir"
# Question 6: the answer worth 1 stands first, the one worth 2 second.
GRADED = (1 + 2 / math.log2(3)) / (2 + 1 / math.log2(3))
# Question 7: its only answer stands second.
SECOND = 1 / math.log2(3)


@pytest.fixture(autouse=True, scope="module")
def _model() -> None:
    real_encoder(Settings.from_environment())


def asked(work: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    assert main([str(FOLDER), "--json"], work) == 0
    record: dict[str, Any] = json.loads(capsys.readouterr().out)
    return record


def test_figures_are_those_computed_by_hand(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = asked(tmp_path, capsys)
    assert (record["set"], record["documents"], record["queries"]) == ("beir", 10, 8)
    assert record["ndcg@10"] == pytest.approx((6 + GRADED + SECOND) / 8, abs=1e-4)
    assert record["mrr@10"] == pytest.approx(7.5 / 8, abs=1e-4)
    assert record["success@1"] == pytest.approx(7 / 8, abs=1e-4)
    assert [record[name] for name in ("success@5", "success@10", "recall@10", "recall@100")] == [1, 1, 1, 1]
    assert 0 < record["p50_ms"] <= record["p95_ms"]
    assert {kind: figures["queries"] for kind, figures in record["kinds"].items()} == {"có dấu": 6, "không dấu": 2}


def test_a_second_run_is_compared_with_the_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(tmp_path, capsys)["moved"] is None
    (kept,) = (tmp_path / "runs").iterdir()
    record = json.loads(kept.read_text(encoding="utf-8"))
    assert record["ranks"]["7"] == 2
    kept.write_text(json.dumps(record | {"ranks": record["ranks"] | {"7": 5}}), encoding="utf-8")
    assert asked(tmp_path, capsys)["moved"] == [{"id": "7", "before": 5, "now": 2}]


def test_people_get_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(FOLDER)], tmp_path) == 0
    printed = capsys.readouterr().out
    assert "10 passages, 8 questions" in printed
    assert "| all | 8 |" in printed


def test_a_folder_that_is_none_is_told_with_file_and_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "hỏng"
    shutil.copytree(FOLDER, broken)
    (broken / "queries.jsonl").write_text('{"_id": "1", "text": "một"}\n{"_id": "2"}\n', encoding="utf-8")
    assert main([str(broken), "--json"], tmp_path) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "queries.jsonl:2: thiếu «text»" in printed.err
