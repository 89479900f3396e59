"""From files to answers: the real Party documents and articles of state law, every one a file of its own.

::

    python -m bench.party SHARED [--articles 3000] [--stock]

``SHARED`` is the folder with the real documents and the articles. Tells how fast files become searchable, what the
server needs, and with ``--stock`` what Haystack's own components, wired as its tutorial does, make of the same files.
How well passages are found, kind by kind, is told by ``bench.retrieval``.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench.articles import Article, read_articles, write_articles
from bench.metrics import Figures, Hit, LabelledQuery, figures, found_at, percentile
from bench.retrieval.party import Silent, labelled
from bench.serving import Server, serving
from corpus.runtime.catalogue import Catalogue
from corpus.runtime.opening import open_encoder, open_library
from corpus.runtime.settings import Settings
from ingest.run import Ingestor, Report

_WORK = Path(__file__).parent / "work"
_TOP = 10
_ROUNDS = 3


def main() -> None:
    """Run everything and print it as JSON."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--articles", type=int, default=3000)
    parser.add_argument("--stock", action="store_true", help="measure the stock wiring, too (embeds everything again)")
    given = parser.parse_args()
    queries = labelled()
    articles = read_articles(given.shared / "real/bench/phapdien_articles.jsonl.gz", given.articles)
    folder = write_articles(articles, _WORK / f"articles-{given.articles}")
    result: dict[str, Any] = {"machine": f"{os.cpu_count()} × {platform.processor() or platform.machine()}"}
    result |= _ingest(given.shared / "real/party", folder, given.articles)
    with _data(given.articles) as environment, serving(environment) as server:
        result |= _search(server, queries)
    if given.stock:
        result["stock"] = _stock(given.shared / "real/party", articles, queries)
    (_WORK / "party.json").write_text(json.dumps(result, ensure_ascii=False, indent=1), encoding="utf-8")
    print(json.dumps(result, ensure_ascii=False, indent=1))


@contextmanager
def _data(articles: int) -> Iterator[dict[str, str]]:
    yield {"TRACUU_DATA": str(_WORK / f"data-{articles}")}


def _settings(articles: int) -> Settings:
    with _data(articles) as environment:
        return Settings.from_environment({**os.environ, **environment})


def _ingest(party: Path, articles: Path, count: int) -> dict[str, Any]:
    """Take everything in; the speed is that of the Party documents alone, from file to searchable."""
    settings = _settings(count)
    encoder = open_encoder(settings)
    settings.data.mkdir(parents=True, exist_ok=True)
    figures_: dict[str, Any] = {"encoder": f"{encoder.name} ({encoder.runtime})"}
    with open_library(settings, encoder) as library:
        catalogue = Catalogue(settings.catalogue_url)
        ingestor = Ingestor(library, catalogue, encoder, settings)
        began = time.perf_counter()
        report = ingestor.ingest([party], Silent())
        seconds = time.perf_counter() - began
        if report.read:
            figures_["ingest"] = _speed(report, seconds)
        ingestor.ingest([articles], Silent())
        documents, passages = catalogue.totals()
        catalogue.close()
    return figures_ | {"documents": documents, "passages": passages}


def _speed(report: Report, seconds: float) -> dict[str, float]:
    return {"pages": report.pages, "seconds": round(seconds, 1), "pages_per_second": round(report.pages / seconds, 2)}


def _search(server: Server, queries: Sequence[LabelledQuery]) -> dict[str, Any]:
    answered = {query.id: _hits(server.search(query.query, _TOP)) for query in queries}
    times = [server.timed(query.query, _TOP) for _ in range(_ROUNDS) for query in queries]
    return {
        "start_seconds": round(server.start_seconds, 2),
        "memory_mb": round(server.memory_mb()),
        "http_p50_ms": round(percentile(times, 0.5), 1),
        "http_p95_ms": round(percentile(times, 0.95), 1),
        "overall": asdict(_figures(answered, queries)),
    }


def _hits(result: dict[str, Any]) -> list[Hit]:
    return [
        Hit(
            file=hit["document"]["file_name"],
            text=hit["passage"]["text"],
            path=tuple((step["unit"], step["label"]) for step in hit["passage"]["path"]),
        )
        for hit in result["hits"]
    ]


def _figures(answered: dict[str, list[Hit]], queries: Sequence[LabelledQuery]) -> Figures:
    return figures(found_at(answered[query.id], query.relevant) for query in queries if query.answerable)


def _stock(party: Path, articles: Sequence[Article], queries: Sequence[LabelledQuery]) -> dict[str, Any]:
    """The same questions on Haystack's own components, wired as its tutorial does."""
    from bench.stock import build  # noqa: PLC0415 - brings torch, which nothing else here needs

    model = _settings(0).model_dir / "multilingual-e5-small"
    stock = build([path for path in sorted(party.iterdir()) if path.suffix in (".md", ".pdf")], articles, model)
    answered: dict[str, list[Hit]] = {}
    times: list[float] = []
    for query in queries:
        began = time.perf_counter()
        found = stock.search(query.query, _TOP)
        times.append((time.perf_counter() - began) * 1000)
        answered[query.id] = [Hit(file=name, text=text) for name, text in found]
    return {
        "p50_ms": round(percentile(times, 0.5), 1),
        "p95_ms": round(percentile(times, 0.95), 1),
        "overall": asdict(_figures(answered, queries)),
    }


if __name__ == "__main__":
    main()
