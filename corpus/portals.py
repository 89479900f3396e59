"""What the portals that publish documents write around them: no words of the document, though a page carries both."""

from __future__ import annotations

import re

_OF_PORTALS = re.compile(
    r"hình ảnh từ internet|>>>|tải về|xem chi tiết|xem thêm|như thế nào\?|là gì\?|ra sao\?|nguồn ảnh|thưviệnphápluật|"
    r"theo cổng t|bạn đọc|\(ảnh",
    re.IGNORECASE,
)


def is_of_portal(text: str) -> bool:
    """Whether a text carries words of a portal."""
    return _OF_PORTALS.search(text) is not None
