"""Files that are handed out to be saved."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from corpus.text import slug


def disposition(name: str) -> str:
    """The Content-Disposition header: the name with its marks, and the same folded for old browsers (RFC 6266).

    Args:
        name: Of the file, with its suffix.
    """
    stem, _, suffix = name.rpartition(".")
    return f"attachment; filename=\"{slug(stem)}.{suffix}\"; filename*=UTF-8''{quote(name, safe='')}"


def file_answer(description: str, *media_types: str) -> dict[int | str, dict[str, Any]]:
    """A file of one of some media types as what a route answers, for the OpenAPI document."""
    content = {media_type: {"schema": _schema_of(media_type)} for media_type in media_types}
    return {200: {"description": description, "content": content}}


def _schema_of(media_type: str) -> dict[str, str]:
    """Bytes, or any value of JSON: who reads the description takes JSON for what it holds, not for a file."""
    return {} if media_type.endswith("json") else {"type": "string", "format": "binary"}
