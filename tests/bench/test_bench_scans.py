from __future__ import annotations

import io

import numpy as np
import pypdfium2 as pdfium
import pytest

from bench.reading.scans import LEVELS, Level, Picture, degraded, page_pictures, scan_pdf
from corpus.documents.render import FOLDER


@pytest.fixture(scope="module")
def page() -> Picture:
    return page_pictures(FOLDER / "02-ct-du-2025-09-15.pdf", 60)[0]


@pytest.mark.parametrize("level", LEVELS)
def test_the_same_seed_gives_the_same_scan(page: Picture, level: Level) -> None:
    assert np.array_equal(degraded(page, level, 7, 60), degraded(page, level, 7, 60))


def test_levels_grow_worse(page: Picture) -> None:
    away = [np.abs(degraded(page, level, 1, 60).astype(int) - page).mean() for level in LEVELS]
    assert away == sorted(away)
    assert away[0] < 2 < away[1] * 2 < away[2]
    assert not np.array_equal(degraded(page, "hard", 1, 60), degraded(page, "hard", 2, 60))


def test_a_scan_is_a_pdf_of_pictures_of_the_same_size(page: Picture) -> None:
    document = pdfium.PdfDocument(io.BytesIO(scan_pdf([page, page], 60)))
    assert len(document) == 2
    assert document[0].get_size() == pytest.approx((595, 842), abs=2)
    assert document[0].get_textpage().get_text_range() == ""
    document.close()
