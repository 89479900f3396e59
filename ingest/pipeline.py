"""From a file to searchable passages (Haystack), in two halves.

Reading: read → structure → recognise. Serving: split → encode → store. Between them ``ingest.shelving`` finds
out whether the document is a copy of another, and which of its copies is to be served.

Structure comes before recognise because what a document says about itself stands in the part before its
first unit and in its signature, and structure is what finds those.
"""

from __future__ import annotations

from pathlib import Path

from corpus.copies import Standing
from corpus.runtime.encoder import Encoder
from corpus.runtime.flows import Component, Pipeline, component
from corpus.runtime.library import Writer
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

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    @component.output_types(document=Document)
    def run(self, document: Document, indexed: list[IndexedPassage], standing: Standing) -> dict[str, Document]:
        """Make the document the one readers see, in one step."""
        self._writer.replace(document, indexed, standing)
        return {"document": document}


def embedded_text(passage: Passage) -> str:
    """What the model reads of a passage: the titles around it, then its own words."""
    return "\n".join((*passage.trail[-2:], passage.text))


def reading_pipeline(rules: Rules) -> Pipeline:
    """From a file to its document; see ``ingest.run`` for what it is run with."""
    pipeline = _of({"read": Read(rules), "structure": Structure(), "recognise": Recognise()})
    pipeline.connect("read.reading", "structure.reading")
    pipeline.connect("read.reading", "recognise.reading")
    pipeline.connect("structure.structured", "recognise.structured")
    return pipeline


def serving_pipeline(writer: Writer, encoder: Encoder) -> Pipeline:
    """From a document to what readers find; see ``ingest.shelving`` for what it is run with."""
    pipeline = _of({"split": Split(), "encode": Encode(encoder), "store": Store(writer)})
    pipeline.connect("split.passages", "encode.passages")
    pipeline.connect("split.document", "store.document")
    pipeline.connect("encode.indexed", "store.indexed")
    return pipeline


def _of(stages: dict[str, Component]) -> Pipeline:
    pipeline = Pipeline()
    for name, stage in stages.items():
        pipeline.add_component(name, stage)
    return pipeline
