"""Every mention of a document in a text."""

from __future__ import annotations

from search_api.references.mention import Mention


def find_mentions(text: str) -> tuple[Mention, ...]:
    """Every mention of a document in a text, in order; no two overlap unless they share their unit or kind.

    Args:
        text: In any normal form, with any line breaks; offsets count its own characters.
    """
    raise NotImplementedError
