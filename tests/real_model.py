"""A folder of documents taken in with the real model."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from bench.retrieval.party import Silent
from corpus.errors import ModelError
from corpus.runtime.encoder import Encoder
from corpus.runtime.opening import open_encoder, open_library
from corpus.runtime.settings import Settings
from ingest.run import Ingestor
from search_api.service import Service


@contextmanager
def searched(documents: Path, data: Path) -> Iterator[Service]:
    """A corpus made of a folder; skips the test where the model was not made yet."""
    settings = replace(Settings.from_environment(), data=data)
    encoder = real_encoder(settings)
    data.mkdir(parents=True)
    with open_library(settings, encoder) as library:
        report = Ingestor(library, library.catalogue, encoder, settings).ingest([documents], Silent())
        assert not report.refused
        yield Service(library, encoder)


def real_encoder(settings: Settings) -> Encoder:
    try:
        return open_encoder(settings)
    except ModelError as missing:
        pytest.skip(f"no model: {missing}")
