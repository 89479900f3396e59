"""What the keeper of the corpus asks: what is in it, what was refused, with what it was made."""

from __future__ import annotations

from dataclasses import asdict

from corpus.runs import FileNote
from corpus.runtime.library import Library
from search_api import schemas


def status_out(library: Library, health: schemas.HealthOut) -> schemas.StatusOut:
    """The state of a corpus as JSON.

    Args:
        library: The corpus.
        health: How much is in it, and what serves it.
    """
    catalogue, spec = library.catalogue, library.spec
    refused = catalogue.refused_files()
    return schemas.StatusOut(
        health=health,
        copies=catalogue.number_of_copies(),
        kinds=tuple(schemas.FacetValueOut(value=kind, count=count) for kind, count in catalogue.facet("kind")),
        last_arrival=catalogue.last_arrival(),
        runs=tuple(schemas.RunOut(**asdict(run)) for run in catalogue.runs()),
        refused_files=len(refused),
        refused=tuple(_note(note) for note in refused),
        doubtful=tuple(_note(note, document) for document, note in catalogue.doubtful_files()),
        versions=schemas.VersionsOut(
            text=spec.text_version,
            structure=spec.structure_version,
            terms=spec.terms_version,
            record=spec.schema_version,
        ),
    )


def _note(note: FileNote, document: str | None = None) -> schemas.FileNoteOut:
    return schemas.FileNoteOut(
        name=note.name, document=document, reason=note.reason, message=note.message, next_step=note.next_step
    )
