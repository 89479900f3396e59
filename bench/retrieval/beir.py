"""Folders in the BEIR format: passages, questions, and which passage answers which question.

::

    corpus.jsonl       {"_id": "d1", "title": "…", "text": "…"}
    queries.jsonl      {"_id": "q1", "text": "…", "metadata": {"kind": "…"}}
    qrels/test.tsv     query-id <tab> corpus-id <tab> score

(Thakur et al., BEIR, 2021.) Any file may be gzipped (``.gz``); a title, ``metadata`` and the header of the judgements
may be missing. Scores of 0 and less mean that a passage was looked at and does not answer. ``metadata.kind`` is ours:
figures are told for each kind, too.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.errors import SettingsError

_CORPUS, _QUERIES, _JUDGEMENTS = "corpus.jsonl", "queries.jsonl", "qrels/test.tsv"


@dataclass(frozen=True, slots=True)
class Text:
    """A passage of a set, verbatim; the title is empty where it has none."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a set.

    Attributes:
        grades: Passage → how well it answers, above 0; at least one.
        kind: What sort of question it is; empty where the set tells none.
    """

    id: str
    text: str
    grades: dict[str, float]
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Set:
    """A set; questions that nobody judged are left out, as is customary."""

    name: str
    texts: tuple[Text, ...]
    questions: tuple[Question, ...]


def read_set(folder: Path) -> Set:
    """Read a folder.

    Raises:
        SettingsError: It is no such folder; the message names the file and the line.
    """
    texts = tuple(_texts(_found(folder, _CORPUS)))
    judged = _judgements(_found(folder, _JUDGEMENTS), {text.id for text in texts})
    asked = _found(folder, _QUERIES)
    questions = tuple(question for question in _questions(asked, judged) if question.grades)
    unknown = judged.keys() - {question.id for question in questions}
    if unknown:
        raise _bad(f"{asked.name}: không có câu hỏi «{min(unknown)}» mà {_JUDGEMENTS} nhắc đến.")
    if not questions:
        raise _bad(f"{folder}: không có câu hỏi nào có lời đáp.")
    return Set(folder.resolve().name, texts, questions)


def write_set(folder: Path, made: Set) -> Path:
    """Write a set as such a folder, over what is there."""
    (folder / "qrels").mkdir(parents=True, exist_ok=True)
    _write(folder / _CORPUS, ({"_id": text.id, "title": text.title, "text": text.text} for text in made.texts))
    _write(
        folder / _QUERIES,
        ({"_id": one.id, "text": one.text, "metadata": {"kind": one.kind}} for one in made.questions),
    )
    rows = (f"{one.id}\t{text}\t{grade:g}" for one in made.questions for text, grade in one.grades.items())
    lines = "\n".join(("query-id\tcorpus-id\tscore", *rows))
    (folder / _JUDGEMENTS).write_text(lines + "\n", encoding="utf-8")
    return folder


def _write(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def _found(folder: Path, name: str) -> Path:
    for path in (folder / name, folder / f"{name}.gz"):
        if path.is_file():
            return path
    raise _bad(f"{folder}: không có tệp {name}.")


def _texts(path: Path) -> Iterator[Text]:
    known: set[str] = set()
    for place, row in _rows(path):
        name, text = _field(row, "_id", place), _field(row, "text", place)
        if name in known:
            raise _bad(f"{place}: mã «{name}» lặp lại.")
        known.add(name)
        yield Text(name, str(row.get("title") or ""), text)


def _questions(path: Path, judged: dict[str, dict[str, float]]) -> Iterator[Question]:
    for place, row in _rows(path):
        name = _field(row, "_id", place)
        metadata = row.get("metadata")
        kind = metadata.get("kind", "") if isinstance(metadata, dict) else ""
        yield Question(name, _field(row, "text", place), judged.get(name, {}), str(kind))


def _rows(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each object of a ``.jsonl`` with its place for messages."""
    for place, line in _lines(path):
        try:
            row = json.loads(line)
        except ValueError as error:
            raise _bad(f"{place}: không phải là JSON.") from error
        if not isinstance(row, dict):
            raise _bad(f"{place}: không phải là một đối tượng JSON.")
        yield place, row


def _field(row: dict[str, Any], name: str, place: str) -> str:
    """A field that must be there; ids are sometimes written as numbers."""
    value = row.get(name)
    if not isinstance(value, str | int):
        raise _bad(f"{place}: thiếu «{name}».")
    return str(value)


def _judgements(path: Path, texts: set[str]) -> dict[str, dict[str, float]]:
    """Question → passage → grade."""
    judged: dict[str, dict[str, float]] = {}
    for number, (place, line) in enumerate(_lines(path)):
        columns = line.split("\t")
        if len(columns) != 3:
            raise _bad(f"{place}: cần ba cột cách nhau bằng dấu tab: mã câu hỏi, mã đoạn, điểm.")
        question, text, written = (column.strip() for column in columns)
        try:
            grade = float(written)
        except ValueError as error:
            if number == 0:
                continue  # the header
            raise _bad(f"{place}: điểm «{written}» không phải là số.") from error
        if grade > 0:
            if text not in texts:
                raise _bad(f"{place}: không có đoạn «{text}» trong {_CORPUS}.")
            judged.setdefault(question, {})[text] = grade
    return judged


def _lines(path: Path) -> Iterator[tuple[str, str]]:
    """Each line that is not blank with its place for messages."""
    number = 0
    try:
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield f"{path.name}:{number}", line.strip("\n")
    except (OSError, EOFError, UnicodeDecodeError, zlib.error) as error:
        raise _bad(f"{path.name}:{number + 1}: không đọc được ({type(error).__name__}).") from error


def _bad(message: str) -> SettingsError:
    return SettingsError(
        message,
        "Thư mục cần có corpus.jsonl, queries.jsonl và qrels/test.tsv theo dạng BEIR; xem bench/queries/README.md.",
    )
