"""What a reader would otherwise use: Haystack's own components, wired as its tutorials wire them.

Converters, ``DocumentSplitter`` by 200 words, sentence-transformers embedders, the in-memory Qdrant
document store. Nothing is tuned, except that e5 gets the prefixes its authors ask for.

Needs ``sentence-transformers-haystack``, ``qdrant-haystack`` and ``mdit-plain``, which the product does not.
"""

from __future__ import annotations

import hashlib
import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from haystack import Document, Pipeline
from haystack.components.converters import MarkdownToDocument, PyPDFToDocument, TextFileToDocument
from haystack.components.preprocessors import DocumentSplitter
from haystack_integrations.components.embedders.sentence_transformers import (
    SentenceTransformersDocumentEmbedder,
    SentenceTransformersTextEmbedder,
)
from haystack_integrations.components.retrievers.qdrant import QdrantEmbeddingRetriever
from haystack_integrations.document_stores.qdrant import QdrantDocumentStore

from bench.articles import Article

WORK = Path(__file__).resolve().parent / "work"

# Saved after every so many chunks, half a minute's work on two cores: an interrupted run loses little.
_BATCH = 256
_CONVERTERS: dict[str, MarkdownToDocument | PyPDFToDocument | TextFileToDocument] = {
    ".md": MarkdownToDocument(progress_bar=False),
    ".pdf": PyPDFToDocument(),
    ".txt": TextFileToDocument(),
}


@dataclass(frozen=True, slots=True)
class Stock:
    """The finished search.

    Attributes:
        chunks: Number of chunks in the store.
    """

    pipeline: Pipeline
    chunks: int

    def search(self, query: str, k: int) -> list[tuple[str, str]]:
        """The ``k`` nearest chunks, best first, as file name (or article id) and text."""
        found = self.pipeline.run({"embedder": {"text": query}, "retriever": {"top_k": k}})
        return [(hit.meta["file_path"], hit.content or "") for hit in found["retriever"]["documents"]]


def split(files: Sequence[Path], articles: Iterable[Article]) -> list[Document]:
    """Chunks of 200 words; ``meta["file_path"]`` is the file's name or the article's id."""
    documents = [document for file in files for document in _convert(file)]
    documents += [
        Document(content=f"{article.title}\n{article.text}", meta={"file_path": article.id}) for article in articles
    ]
    splitter = DocumentSplitter(split_by="word", split_length=200, split_overlap=0)
    chunks: list[Document] = splitter.run(documents=documents)["documents"]
    return chunks


def _convert(file: Path) -> list[Document]:
    documents: list[Document] = _CONVERTERS[file.suffix.lower()].run(sources=[file])["documents"]
    if not documents:
        raise ValueError(f"{file.name} could not be converted")
    return documents


def build(files: Sequence[Path], articles: Iterable[Article], model: Path) -> Stock:
    """Index files and articles with a sentence-transformers folder.

    Embeddings are kept under ``bench/work`` by model and text, so that only new chunks cost time.

    Args:
        files: ``.md``, ``.pdf`` or ``.txt`` documents.
        articles: Distractors, each one document.
        model: Folder of the embedding model; an e5 model, for the prefixes are e5's.
    """
    chunks = _embed(split(files, articles), model)
    store = QdrantDocumentStore(
        ":memory:", embedding_dim=len(chunks[0].embedding or ()), progress_bar=False, return_embedding=False
    )
    store.write_documents(chunks)
    pipeline = Pipeline()
    pipeline.add_component(
        "embedder", SentenceTransformersTextEmbedder(model=str(model), prefix="query: ", progress_bar=False)
    )
    pipeline.add_component("retriever", QdrantEmbeddingRetriever(document_store=store))
    pipeline.connect("embedder.embedding", "retriever.query_embedding")
    return Stock(pipeline, len(chunks))


def _embed(chunks: list[Document], model: Path) -> list[Document]:
    WORK.mkdir(exist_ok=True)
    with closing(sqlite3.connect(WORK / "stock-embeddings.sqlite")) as cache:
        cache.execute("CREATE TABLE IF NOT EXISTS vectors (key TEXT PRIMARY KEY, vector BLOB)")
        keys = _keys(chunks, model)
        missing = [pair for pair in zip(keys, chunks, strict=True) if _cached(cache, pair[0]) is None]
        for key, vector in _vectors(missing, model):
            cache.execute("INSERT OR REPLACE INTO vectors VALUES (?, ?)", (key, vector.tobytes()))
            cache.commit()
        return [replace(chunk, embedding=_cached(cache, key)) for key, chunk in zip(keys, chunks, strict=True)]


def _keys(chunks: Iterable[Document], model: Path) -> list[str]:
    with (model / "model.safetensors").open("rb") as weights:
        base = hashlib.file_digest(weights, "sha256")
    keys = []
    for chunk in chunks:
        digest = base.copy()
        digest.update((chunk.content or "").encode())
        keys.append(digest.hexdigest())
    return keys


def _cached(cache: sqlite3.Connection, key: str) -> list[float] | None:
    row = cache.execute("SELECT vector FROM vectors WHERE key = ?", (key,)).fetchone()
    return array("f", row[0]).tolist() if row else None


def _vectors(missing: Sequence[tuple[str, Document]], model: Path) -> Iterator[tuple[str, array[float]]]:
    # The model cuts at 512 tokens by itself; chunks of 200 words have some 280.
    embedder = SentenceTransformersDocumentEmbedder(model=str(model), prefix="passage: ", progress_bar=False)
    for start in range(0, len(missing), _BATCH):
        batch = missing[start : start + _BATCH]
        embedded = embedder.run(documents=[chunk for _, chunk in batch])["documents"]
        for (key, _), document in zip(batch, embedded, strict=True):
            yield key, array("f", document.embedding or ())
