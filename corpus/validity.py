"""In force or not: the classes of what ``DocumentRef.validity`` says."""

from __future__ import annotations

import re

from corpus.types import UNKNOWN_VALIDITY

VALIDITIES = ("còn hiệu lực", "hết hiệu lực", UNKNOWN_VALIDITY)
"""The classes readers know of; a corpus may state more, such as "hết hiệu lực một phần"."""

DETAILS = (" từ ", " kể từ ", " do ", " theo ", ", ", "; ", " (")
"""What the details behind a class begin with."""

_DETAIL = re.compile("|".join(map(re.escape, DETAILS)))


def validity_class(validity: str) -> str:
    """What is stated without since when and by what ("hết hiệu lực từ 01/11/2025" → "hết hiệu lực")."""
    return _DETAIL.split(validity, maxsplit=1)[0].strip()
