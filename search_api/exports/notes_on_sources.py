"""What a reference manager should keep of a document beside its name: where the passages stand, and what to beware of."""

from __future__ import annotations

from collections.abc import Mapping

from search_api.exports.sources import Source
from search_api.exports.worded import warnings_of

def note_on(source: Source, warnings: Mapping[int, str]) -> str:
    """The places, the force when it was quoted, and the warnings of its passages, each once."""
    parts = [f"Trích: {'; '.join(source.places)}"] if source.places else []
    parts.append(f"Hiệu lực lúc trích: {source.document.validity}")
    told = dict.fromkeys(warning for passage in source.passages for warning in warnings_of(passage, warnings))
    parts += [f"Lưu ý: {warning.removesuffix('.')}" for warning in told]
    return ". ".join(parts) + "."
