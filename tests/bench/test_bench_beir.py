from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from bench.retrieval.beir import Question, Set, Text, read_set, write_set
from corpus.errors import SettingsError

TEXTS = '{"_id": "a", "title": "Tên", "text": "Một."}\n{"_id": 2, "text": "Hai."}\n'
QUESTIONS = '{"_id": "q", "text": "một?"}\n{"_id": "r", "text": "hai?"}\n'
JUDGED = "query-id\tcorpus-id\tscore\nq\ta\t2\nq\t2\t1\nr\ta\t0\n"


def made(folder: Path, texts: str = TEXTS, questions: str = QUESTIONS, judged: str = JUDGED) -> Path:
    (folder / "qrels").mkdir()
    (folder / "corpus.jsonl").write_text(texts, encoding="utf-8")
    (folder / "queries.jsonl").write_text(questions, encoding="utf-8")
    (folder / "qrels" / "test.tsv").write_text(judged, encoding="utf-8")
    return folder


def test_titles_may_be_missing_and_ids_may_be_numbers(tmp_path: Path) -> None:
    assert read_set(made(tmp_path)).texts == (Text("a", "Tên", "Một."), Text("2", "", "Hai."))


def test_questions_nobody_answered_are_left_out(tmp_path: Path) -> None:
    assert read_set(made(tmp_path)).questions == (Question("q", "một?", {"a": 2.0, "2": 1.0}),)


@pytest.mark.parametrize("judged", [JUDGED.partition("\n")[2], JUDGED.replace("\n", "\r\n"), JUDGED + "\n\n"])
def test_judgements_without_a_header_or_from_another_system(tmp_path: Path, judged: str) -> None:
    assert read_set(made(tmp_path, judged=judged)).questions[0].grades == {"a": 2.0, "2": 1.0}


def test_files_may_be_gzipped(tmp_path: Path) -> None:
    plain = read_set(made(tmp_path))
    for name in ("corpus.jsonl", "queries.jsonl", "qrels/test.tsv"):
        path = tmp_path / name
        (tmp_path / f"{name}.gz").write_bytes(gzip.compress(path.read_bytes()))
        path.unlink()
    assert read_set(tmp_path) == plain


def test_a_set_comes_back_as_it_was_written(tmp_path: Path) -> None:
    written = Set("mau", (Text("a", "", "Một\ndòng mới\u2028nữa."),), (Question("q", "một?", {"a": 0.5}, "loại"),))
    assert read_set(write_set(tmp_path / "mau", written)) == written


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"texts": TEXTS + "{"}, "corpus.jsonl:3: không phải là JSON"),
        ({"texts": TEXTS + "[]\n"}, "corpus.jsonl:3: không phải là một đối tượng"),
        ({"texts": TEXTS + '{"_id": "b"}\n'}, "corpus.jsonl:3: thiếu «text»"),
        ({"texts": TEXTS + '{"_id": "a", "text": ""}\n'}, "corpus.jsonl:3: mã «a» lặp lại"),
        ({"questions": '{"text": "một?"}\n'}, "queries.jsonl:1: thiếu «_id»"),
        ({"questions": '{"_id": "r", "text": "hai?"}\n'}, "không có câu hỏi «q»"),
        ({"judged": JUDGED + "q a 1\n"}, "test.tsv:5: cần ba cột"),
        ({"judged": JUDGED + "q\ta\tcao\n"}, "test.tsv:5: điểm «cao»"),
        ({"judged": JUDGED + "q\tc\t1\n"}, "test.tsv:5: không có đoạn «c»"),
        ({"judged": "r\ta\t0\n"}, "không có câu hỏi nào có lời đáp"),
    ],
)
def test_what_is_wrong_is_told_with_file_and_line(tmp_path: Path, changed: dict[str, str], told: str) -> None:
    with pytest.raises(SettingsError, match=told):
        read_set(made(tmp_path, **changed))


def test_what_is_missing_or_damaged_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"không có tệp corpus\.jsonl"):
        read_set(tmp_path)
    made(tmp_path)
    (tmp_path / "corpus.jsonl").write_bytes(json.dumps({"_id": "a", "text": "ế"}, ensure_ascii=False).encode("utf-16"))
    with pytest.raises(SettingsError, match=r"corpus\.jsonl:1: không đọc được"):
        read_set(tmp_path)
    (tmp_path / "corpus.jsonl").unlink()
    (tmp_path / "corpus.jsonl.gz").write_bytes(gzip.compress(TEXTS.encode())[:-9])
    with pytest.raises(SettingsError, match=r"corpus\.jsonl\.gz:\d: không đọc được"):
        read_set(tmp_path)
