"""A draft that a command is given as a file."""

from __future__ import annotations

from pathlib import Path

from corpus.drafts import LARGEST_DRAFT
from corpus.errors import NotFound, TooBig


def draft_bytes(path: Path) -> bytes:
    """A file as it is given to the reader of drafts.

    Raises:
        TooBig: It is larger than a draft may be.
        NotFound: It cannot be opened.
    """
    try:
        if path.stat().st_size > LARGEST_DRAFT:
            raise TooBig(
                f"Tệp «{path.name}» lớn quá {LARGEST_DRAFT // 1024**2} MB.",
                "Hãy giảm dung lượng hình ảnh hoặc tách tệp.",
            )
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise NotFound(f"Không mở được tệp «{path.name}».", "Hãy kiểm tra đường dẫn và quyền đọc tệp.") from error
