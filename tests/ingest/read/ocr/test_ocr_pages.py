"""Scans from end to end: drawn from a sample document, recognised, kept, refused, left alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import cv2
import numpy as np
import pypdf
import pytest

from bench.reading.scans import Picture, page_pictures, scan_pdf
from corpus.documents.render import FOLDER
from corpus.errors import Refusal, RefusalReason
from corpus.source_kinds import SCAN, source_kind
from ingest import components
from ingest.document import read_document
from ingest.read import read_file
from ingest.read.layout import Visual
from ingest.read.ocr import pages
from ingest.read.ocr.page import Engines
from ingest.read.ocr.sheet import Sheet
from ingest.read.rules import Rules

SAMPLE = FOLDER / "02-ct-du-2025-09-15.pdf"
DPI = 150

needs_tesseract = pytest.mark.skipif(
    components.tesseract() is None, reason="Tesseract with Vietnamese is not installed (tesseract-ocr-vie)"
)


@pytest.fixture(scope="module")
def pictures() -> list[Picture]:
    return page_pictures(SAMPLE, DPI)


@dataclass
class FakeEngine:
    """Reads every page as what it is told, in the place of the engines."""

    says: list[str]
    read: int = 0
    fails_at: int | None = None
    error: type[BaseException] = KeyboardInterrupt
    stamp: str | None = None

    def __call__(self, _sheet: Sheet, _by: Engines) -> list[Visual]:
        self.read += 1
        if self.read == self.fails_at:
            raise self.error
        # Lines that come back on every page would be running heads.
        stamp = [Visual(self.stamp)] if self.stamp else []
        return stamp + [Visual(f"{WORDS[(self.read + n) % len(WORDS)]} {line}") for n, line in enumerate(self.says)]


WORDS = ["Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy"]
PROSE = ["Chi bộ thảo luận và quyết định những việc cụ thể của từng đảng viên trong tháng."] * 3


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeEngine]:
    fake = FakeEngine(PROSE)
    monkeypatch.setattr(pages, "read_sheet", fake)
    monkeypatch.setattr(pages, "engines", lambda: Engines(None, trueocr=True, name="máy thử"))
    monkeypatch.setattr(pages.os, "cpu_count", lambda: 1)
    return fake


def scan(tmp_path: Path, count: int) -> Path:
    path = tmp_path / "quét.pdf"
    path.write_bytes(scan_pdf([np.full((300, 210, 3), 255, np.uint8)] * count, 25))
    return path


@needs_tesseract
def test_a_scanned_document_reads_like_its_original(pictures: list[Picture], tmp_path: Path) -> None:
    path = tmp_path / "quét.pdf"
    path.write_bytes(scan_pdf(pictures[:1], DPI))
    wanted = {line.text: line.rect for line in read_file(SAMPLE).lines if line.page == 1}
    made = read_document(path, Rules())
    assert (made.ref.number, made.ref.kind) == ("02-CT/ĐU", "Chỉ thị")
    assert made.ref.issued_on is not None
    assert len(made.layout.words) == len(made.text.split())
    assert source_kind(made.source.media_type, made.source.conversion) == SCAN
    ends = [placed.start for placed in made.layout.lines[1:]] + [len(made.text)]
    placed = {made.text[line.start : end].strip(): line.rect for line, end in zip(made.layout.lines, ends, strict=True)}
    found = placed.keys() & wanted.keys()
    assert len(found) > 0.8 * len(wanted)
    for text in found:
        here, there = placed[text], wanted[text]
        assert here is not None
        assert there is not None
        assert (here.left, here.right) == pytest.approx((there.left, there.right), abs=3)
        assert there.bottom - 3 < here.bottom < here.top < there.top + 3


@needs_tesseract
def test_a_red_stamp_of_secrecy_is_seen(pictures: list[Picture], tmp_path: Path) -> None:
    page = pictures[0].copy()
    cv2.rectangle(page, (470, 20), (690, 90), (200, 30, 40), 3)
    cv2.putText(page, "TOI MAT", (485, 70), cv2.FONT_HERSHEY_SIMPLEX, 1.4, (200, 30, 40), 3, cv2.LINE_AA)
    path = tmp_path / "quét.pdf"
    path.write_bytes(scan_pdf([page], DPI))
    with pytest.raises(Refusal) as refused:
        read_file(path)
    assert refused.value.reason is RefusalReason.SECRET


def test_only_pages_without_text_are_recognised(engine: FakeEngine, tmp_path: Path) -> None:
    text, picture = pypdf.PdfReader(SAMPLE), pypdf.PdfReader(scan(tmp_path, 1))
    writer = pypdf.PdfWriter()
    for page in (text.pages[0], picture.pages[0], text.pages[1]):
        writer.add_page(page)
    made = BytesIO()
    writer.write(made)
    path = tmp_path / "lẫn.pdf"
    path.write_bytes(made.getvalue())
    told: list[tuple[int, int]] = []
    lines = read_file(path, Rules(watch=lambda done, total: told.append((done, total)))).lines
    assert engine.read == 1
    assert all(line.text.endswith(PROSE[0]) for line in lines if line.page == 2)
    assert {line.page for line in lines} == {1, 2, 3}
    assert told == [(1, 1)]


def test_a_good_text_layer_is_left_alone(engine: FakeEngine) -> None:
    assert read_file(SAMPLE).reader == "pypdf"
    assert engine.read == 0


def test_a_run_that_was_cut_off_goes_on_where_it_was(engine: FakeEngine, tmp_path: Path) -> None:
    path, rules = scan(tmp_path, 6), Rules(recognised=tmp_path / "kept")
    engine.fails_at = 5
    with pytest.raises(KeyboardInterrupt):
        read_file(path, rules)
    kept = len(list((tmp_path / "kept").rglob("*.json")))
    assert kept >= 2
    before = engine.read
    read_file(path, rules)
    assert engine.read - before == 6 - kept


@pytest.mark.parametrize("error", [FileNotFoundError, cv2.error, RuntimeError, MemoryError])
def test_an_engine_that_stops_in_the_middle_refuses_the_file(
    engine: FakeEngine, tmp_path: Path, error: type[Exception]
) -> None:
    engine.fails_at, engine.error = 2, error
    with pytest.raises(Refusal) as refused:
        read_file(scan(tmp_path, 3))
    assert refused.value.reason is RefusalReason.NO_TEXT
    assert components.TESSERACT.install in refused.value.next_step


def test_nothing_is_kept_of_a_secret_scan_from_its_mark_on(engine: FakeEngine, tmp_path: Path) -> None:
    engine.stamp = "TỐI MẬT"
    path, rules = scan(tmp_path, 3), Rules(recognised=tmp_path / "kept")
    with pytest.raises(Refusal) as refused:
        read_file(path, rules)
    assert refused.value.reason is RefusalReason.SECRET
    assert list((tmp_path / "kept").rglob("*")) == []
    assert PROSE[0] not in str(refused.value)


def test_pages_kept_before_a_mark_was_found_are_deleted(engine: FakeEngine, tmp_path: Path) -> None:
    path, rules = scan(tmp_path, 3), Rules(recognised=tmp_path / "kept")
    read_file(path, rules)
    assert len(list((tmp_path / "kept").rglob("*.json"))) == 3
    next((tmp_path / "kept").rglob("3-*.json")).unlink()
    engine.stamp = "TỐI MẬT"
    with pytest.raises(Refusal):
        read_file(path, rules)
    assert list((tmp_path / "kept").rglob("*")) == []


def test_without_an_engine_a_scan_is_refused_with_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(pages, "engines", lambda: None)
    with pytest.raises(Refusal) as refused:
        read_file(scan(tmp_path, 2))
    assert refused.value.reason is RefusalReason.NO_TEXT
    assert "2/2" in refused.value.message
    assert components.TESSERACT.install in refused.value.next_step


def test_a_scan_in_which_nothing_can_be_read_is_refused(engine: FakeEngine, tmp_path: Path) -> None:
    engine.says = []
    with pytest.raises(Refusal) as refused:
        read_file(scan(tmp_path, 2))
    assert refused.value.reason is RefusalReason.NO_TEXT
    assert "300 dpi" in refused.value.next_step
