"""Public sets as BEIR folders: ALQAC 2025 and the Vietnamese part of XQuAD, and articles to find their passages among.

ALQAC 2025: questions over articles of 28 laws. Constants of the ranking were chosen on every second question from the
first, so the two halves are told apart. XQuAD: 240 paragraphs of an encyclopaedia (Artetxe et al., 2020).
"""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bench.retrieval.beir import Question, Set, Text
from corpus.overlap import shingles

_HALVES = ("even half (tuned on)", "odd half")
# Two versions of one article share more of their threes of words, two articles on one subject less.
_SAME = 0.5
# Passages of the set that may share three words for these to lead to any: set phrases lead to all and to none.
_MOST_HOLDERS = 16


def alqac(folder: Path) -> Set:
    """ALQAC 2025 from its folder: an article is called ``law#number`` and titled by its law."""
    texts = [
        Text(f"{file.stem}#{number}", file.stem, text)
        for file in sorted((folder / "law").glob("*.json"))
        for articles in _json(file)
        for number, text in articles.items()
    ]
    known = {text.id for text in texts}
    questions = []
    for place, row in enumerate(_json(folder / "train.json")):
        right = [f"{article['law_id']}#{article['article_id']}" for article in row["relevant_articles"]]
        grades = {name: 1.0 for name in right if name in known}
        questions.append(Question(row["question_id"], row["text"], grades, _HALVES[place % 2]))
    return Set("alqac", tuple(texts), tuple(question for question in questions if question.grades))


def xquad(folder: Path) -> Set:
    """XQuAD in Vietnamese from its folder: a question is answered by the paragraph it was asked on."""
    texts, questions = [], []
    for number, paragraph in enumerate(
        paragraph for article in _json(folder / "xquad.vi.json")["data"] for paragraph in article["paragraphs"]
    ):
        texts.append(Text(f"p{number}", "", paragraph["context"]))
        questions += [Question(asked["id"], asked["question"], {f"p{number}": 1.0}) for asked in paragraph["qas"]]
    return Set("xquad", tuple(texts), tuple(questions))


def articles(file: Path) -> tuple[Text, ...]:
    """The articles of the codified law, each a passage."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return tuple(Text(row["id"], row["title"], row["text"]) for row in rows)


def among(made: Set, others: Iterable[Text]) -> Set:
    """A set among passages of another source.

    A passage that is one of the set's own, perhaps in another version, stays out: it would answer like its twin, and
    nobody judged it.
    """
    own = [shingles(text.text) for text in made.texts]
    holders: dict[str, list[int]] = {}
    for place, known in enumerate(own):
        for run in known:
            holders.setdefault(run, []).append(place)
    telling = {run: places for run, places in holders.items() if len(places) <= _MOST_HOLDERS}
    foreign = tuple(other for other in others if not _is_one_of(shingles(other.text), own, telling))
    return Set(f"{made.name}-among-articles", (*made.texts, *foreign), made.questions)


def _is_one_of(said: frozenset[str], own: list[frozenset[str]], telling: dict[str, list[int]]) -> bool:
    shared = Counter(place for run in said & telling.keys() for place in telling[run])
    likeliest = (own[place] for place, _ in shared.most_common(1))
    return any(2 * len(said & one) / (len(said) + len(one)) >= _SAME for one in likeliest)


def _json(file: Path) -> Any:
    return json.loads(file.read_text(encoding="utf-8"))
