"""Opening what a command needs: the encoder, the corpus, or the process that owns it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from corpus.runtime.encoder import Encoder, load_encoder
from corpus.runtime.library import Library, Writer
from corpus.runtime.owner import OwnerWriter, find_owner
from corpus.runtime.settings import Settings
from corpus.spec import IndexSpec


def open_encoder(settings: Settings) -> Encoder:
    """The encoder the settings name.

    Raises:
        ModelError: It is not there; the message names the command that makes it.
    """
    return load_encoder(settings.model, settings.model_dir, settings.threads)


def spec_of(encoder: Encoder) -> IndexSpec:
    """What an index made with this encoder, by this version of the program, carries."""
    return IndexSpec(encoder.name, encoder.fingerprint, encoder.dimension, encoder.query_prefix, encoder.passage_prefix)


@contextmanager
def open_library(settings: Settings, encoder: Encoder) -> Iterator[Library]:
    """The corpus, owned by this process for the length of the block."""
    library = Library(settings, spec_of(encoder))
    try:
        yield library
    finally:
        library.close()


@contextmanager
def open_writer(settings: Settings, encoder: Encoder) -> Iterator[Writer]:
    """Whoever can write to the corpus: the server that owns it, else this process."""
    owner = find_owner(settings)
    if owner is not None:
        owner.require_clearance(settings.clearance)
        yield OwnerWriter(owner, spec_of(encoder))
        return
    with open_library(settings, encoder) as library:
        yield library
