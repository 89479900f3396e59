"""Articles of the codified law: the distractors among which Party documents have to be found."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Article:
    """One article of the codified law, a document of its own."""

    id: str
    title: str
    text: str


def read_articles(path: Path, count: int) -> tuple[Article, ...]:
    """``count`` articles taken at even distances from a gzipped ``.jsonl``, always the same ones.

    Raises:
        ValueError: the file holds fewer articles.
    """
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    if count > len(rows):
        raise ValueError(f"{path.name} holds {len(rows)} articles, not {count}")
    picked = (rows[place * len(rows) // count] for place in range(count))
    return tuple(Article(row["id"], row["title"], row["text"]) for row in picked)


def write_articles(articles: Iterable[Article], folder: Path) -> Path:
    """One text file an article, as a user would have them; a folder that is there is left as it is."""
    if not folder.is_dir():
        folder.mkdir(parents=True)
        for article in articles:
            number = article.id.rsplit(".", 1)[-1]
            text = f"Điều {number}. {article.title}\n\n{article.text}\n"
            (folder / f"{article.id}.txt").write_text(text, encoding="utf-8")
    return folder
