"""What is built over the corpus and keeps something of its users, or reads what they bring.

Reading files is ingest's, which search never imports: ``tracuu`` hands the reader over.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from corpus.drafts import DraftReader
from corpus.runtime.settings import Settings
from search_api.drafting.generator import Endpoint, Generator
from search_api.packs.desk import PackDesk
from search_api.packs.store import PackStore
from search_api.service import Service


@dataclass(frozen=True)
class Study:
    """What study sessions need besides the corpus.

    Attributes:
        desk: The packs.
        read_draft: Reads uploaded drafts.
        generator: Phrases a đề dẫn, ``None`` unless one is configured.
    """

    desk: PackDesk
    read_draft: DraftReader
    generator: Generator | None = None


@contextmanager
def open_study(settings: Settings, service: Service, read_draft: DraftReader) -> Iterator[Study]:
    """The packs of an installation, open for the length of the block.

    Raises:
        PacksError: Their database cannot be opened, or a newer version of the program made it.
    """
    with PackStore(settings.packs_url) as store:
        yield Study(PackDesk(store, service), read_draft, _generator(settings, service))


def _generator(settings: Settings, service: Service) -> Generator | None:
    if not settings.generator_url:
        return None
    endpoint = Endpoint(settings.generator_url, settings.generator_model, settings.generator_key)
    return Generator(endpoint, service.library)
