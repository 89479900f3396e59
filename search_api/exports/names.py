"""What an exported file is called, on every system."""

from __future__ import annotations

import re
from urllib.parse import quote

from corpus.text import one_line, slug
from search_api.exports.formats import Exported
from search_api.packs.content import PackContent

# Windows counts 260 characters for a whole path, mail programs cut earlier.
_LONGEST = 80
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')


def file_name(content: PackContent, suffix: str) -> str:
    """The title folded, and the date: ``chuyen-doi-so-o-chi-bo-2026-12-03.docx``.

    It never ends in the title, which may be a name that Windows keeps for devices (``con``).
    """
    stem = slug(content.title)[:_LONGEST].strip("-") or "tap-tai-lieu"
    return f"{stem}-{content.held_on or 'tai-lieu'}{suffix}"


def marked_name(content: PackContent, suffix: str) -> str:
    """The same as people would write it: ``Chuyển đổi số ở chi bộ 2026-12-03.docx``."""
    title = one_line(_NOT_IN_NAMES.sub(" ", content.title))
    stem = title[:_LONGEST].strip(" .") or "Tập tài liệu"
    return f"{stem} {content.held_on or 'tài liệu'}{suffix}"


def disposition(exported: Exported) -> str:
    """The Content-Disposition header: the name with its marks, and the folded one for old browsers (RFC 6266)."""
    return f"attachment; filename=\"{exported.name}\"; filename*=UTF-8''{quote(exported.title, safe='')}"
