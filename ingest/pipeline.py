"""From a file to searchable passages: read → structure → recognise → admit → split → encode → store (Haystack).

Structure comes before recognise because what a document says about itself stands in the part before its
first unit and in its signature, and structure is what finds those.
"""

from __future__ import annotations

from pathlib import Path

from corpus.errors import Refusal, RefusalReason
from corpus.runtime.catalogue import Catalogue
from corpus.runtime.encoder import Encoder
from corpus.runtime.flows import Component, Pipeline, component
from corpus.runtime.library import Writer, keep_original
from corpus.runtime.settings import Settings
from corpus.terms import passage_vector
from corpus.types import Document, IndexedPassage, Passage
from ingest.document import name_document
from ingest.read import read_file
from ingest.read.rules import Rules
from ingest.reading import Reading
from ingest.split import split
from ingest.structure import Structured, structure


@component
class Read:
    """File → lines."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules

    @component.output_types(reading=Reading)
    def run(self, path: Path) -> dict[str, Reading]:
        """``read_file`` as a stage."""
        return {"reading": read_file(path, self._rules)}


@component
class Structure:
    """Lines → text and units."""

    @component.output_types(structured=Structured)
    def run(self, reading: Reading) -> dict[str, Structured]:
        """``structure`` as a stage."""
        return {"structured": structure(reading)}


@component
class Recognise:
    """Text and units → document."""

    @component.output_types(document=Document)
    def run(self, reading: Reading, structured: Structured, name: str, sha256: str) -> dict[str, Document]:
        """``name_document`` as a stage."""
        return {"document": name_document(reading, structured, name, sha256)}


@component
class Admit:
    """Turns away a second copy of a document that is in the corpus from another file."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    @component.output_types(document=Document)
    def run(self, document: Document, origin: str) -> dict[str, Document]:
        """Pass the document on.

        Raises:
            Refusal: Another file, which still exists, holds the same document.
        """
        entry = self._catalogue.entry(document.ref.id)
        if entry is not None and entry.origin != origin and Path(entry.origin).exists():
            raise Refusal(
                RefusalReason.COPY,
                f"«{document.source.name}»: văn bản này đã có trong kho, đọc từ tệp «{entry.name}».",
                f"Muốn dùng tệp mới, hãy chạy «tracuu remove {entry.ref.id}» rồi nạp lại.",
            )
        return {"document": document}


@component
class Split:
    """Document → passages."""

    @component.output_types(document=Document, passages=tuple[Passage, ...])
    def run(self, document: Document) -> dict[str, object]:
        """``split`` as a stage."""
        return {"document": document, "passages": split(document)}


@component
class Encode:
    """Passages → passages with their vectors."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

    @component.output_types(indexed=list[IndexedPassage])
    def run(self, passages: tuple[Passage, ...]) -> dict[str, list[IndexedPassage]]:
        """Dense vectors of the model over trail and text, sparse vectors of our own terms."""
        dense = self._encoder.encode_passages([embedded_text(passage) for passage in passages])
        return {
            "indexed": [
                IndexedPassage(
                    passage, tuple(vector.tolist()), passage_vector(passage.text, (*passage.trail, *passage.notes))
                )
                for passage, vector in zip(passages, dense, strict=True)
            ]
        }


@component
class Store:
    """Passages with vectors → the corpus."""

    def __init__(self, writer: Writer, settings: Settings) -> None:
        self._writer = writer
        self._settings = settings

    @component.output_types(document=Document)
    def run(self, document: Document, indexed: list[IndexedPassage], origin: str, path: Path) -> dict[str, Document]:
        """Keep the original file, which only now is known to be admitted, and replace the document in one step."""
        keep_original(self._settings, path, document.source.sha256)
        self._writer.replace(document, indexed, origin)
        return {"document": document}


def embedded_text(passage: Passage) -> str:
    """What the model reads of a passage: the titles around it, then its own words."""
    return "\n".join((*passage.trail[-2:], passage.text))


def ingest_pipeline(
    writer: Writer, catalogue: Catalogue, encoder: Encoder, settings: Settings, rules: Rules
) -> Pipeline:
    """The pipeline a file goes through; see ``ingest.run`` for what it is run with."""
    pipeline = Pipeline()
    stages: dict[str, Component] = {
        "read": Read(rules),
        "structure": Structure(),
        "recognise": Recognise(),
        "admit": Admit(catalogue),
        "split": Split(),
        "encode": Encode(encoder),
        "store": Store(writer, settings),
    }
    for name, stage in stages.items():
        pipeline.add_component(name, stage)
    pipeline.connect("read.reading", "structure.reading")
    pipeline.connect("read.reading", "recognise.reading")
    pipeline.connect("structure.structured", "recognise.structured")
    pipeline.connect("recognise.document", "admit.document")
    pipeline.connect("admit.document", "split.document")
    pipeline.connect("split.passages", "encode.passages")
    pipeline.connect("split.document", "store.document")
    pipeline.connect("encode.indexed", "store.indexed")
    return pipeline
