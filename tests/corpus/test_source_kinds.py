"""From what a document was read, by what its file is and what read it."""

from __future__ import annotations

import pytest

from corpus.source_kinds import PLAIN, SCAN, TEXT_PDF, WEB_PAGE, WORD, source_kind

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.mark.parametrize(
    ("media_type", "conversion", "kind"),
    [
        ("application/pdf", "pypdf + pypdfium2", TEXT_PDF),
        ("application/pdf", "tesseract 5.3.0 + trueocr 0.1.1", SCAN),
        ("application/pdf", "trueocr 0.1.1", SCAN),
        ("application/pdf", "pypdfium2 + tesseract 5.3.0", SCAN),
        (DOCX, "python-docx", WORD),
        ("application/msword", "LibreOffice + python-docx", WORD),
        ("application/rtf", "LibreOffice + python-docx", WORD),
        ("application/vnd.oasis.opendocument.text", "LibreOffice + python-docx", WORD),
        ("text/html", "selectolax", WEB_PAGE),
        ("text/markdown", "markdown-it-py", PLAIN),
        ("text/plain", "văn bản thuần", PLAIN),
    ],
)
def test_the_kind_of_a_source(media_type, conversion, kind):
    assert source_kind(media_type, conversion) == kind
