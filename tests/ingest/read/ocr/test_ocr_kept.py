from __future__ import annotations

from pathlib import Path

from corpus.types import Rect
from ingest.read.layout import Box, Visual
from ingest.read.ocr.kept import KeptPages, forget_pages
from ingest.reading import Word

PAGE = [
    Visual("Điều 1", Box(72, 110, 700, 14, bold=False), Rect(72, 686, 110, 700), (Word(0, 4, 96), Word(5, 6, 80))),
    Visual("Phạm vi"),
]


def test_a_kept_page_comes_back_as_it_was(tmp_path: Path) -> None:
    kept = KeptPages(tmp_path / "a", "máy 1")
    assert kept.read(3) is None
    kept.write(3, PAGE)
    assert kept.read(3) == PAGE
    assert kept.read(2) is None


def test_pages_of_another_engine_do_not_count(tmp_path: Path) -> None:
    KeptPages(tmp_path / "a", "máy 1").write(1, PAGE)
    assert KeptPages(tmp_path / "a", "máy 2").read(1) is None


def test_a_damaged_page_is_read_anew(tmp_path: Path) -> None:
    kept = KeptPages(tmp_path / "a", "máy 1")
    kept.write(1, PAGE)
    [path] = (tmp_path / "a").iterdir()
    path.write_text(path.read_text(encoding="utf-8")[:20], encoding="utf-8")
    assert kept.read(1) is None
    path.write_text('[{"text": 1}]', encoding="utf-8")
    assert kept.read(1) is None


def test_forgotten_pages_leave_nothing(tmp_path: Path) -> None:
    KeptPages(tmp_path / "a", "máy 1").write(1, PAGE)
    KeptPages(tmp_path / "b", "máy 1").write(1, PAGE)
    forget_pages(tmp_path, "a")
    assert [path.name for path in tmp_path.iterdir()] == ["b"]
    forget_pages(tmp_path, None)
    forget_pages(None, "b")
    assert [path.name for path in tmp_path.iterdir()] == ["b"]
