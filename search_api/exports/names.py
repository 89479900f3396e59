"""What an exported pack is called, on every system."""

from __future__ import annotations

import re

from corpus.text import one_line
from search_api.packs.content import PackContent

# Windows counts 260 characters for a whole path, mail programs cut earlier.
_LONGEST = 80
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')


def file_name(content: PackContent, suffix: str) -> str:
    """The title and the date: ``Chuyển đổi số ở chi bộ 2026-12-03.docx``.

    It never ends in the title, which may be a name that Windows keeps for devices (``con``).
    """
    title = one_line(_NOT_IN_NAMES.sub(" ", content.title))
    stem = title[:_LONGEST].strip(" .") or "Tập tài liệu"
    return f"{stem} {content.held_on or 'tài liệu'}{suffix}"
