from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from ingest import components
from ingest.components import LIBREOFFICE, TESSERACT, TRUEOCR, Component, component_lines, libreoffice, tesseract


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine without any of the programs; its program folder."""
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    for name in ("ProgramFiles(x86)", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    return tmp_path


def program(path: Path, says: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!{sys.executable}\nprint({says!r})\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_nothing_is_found_on_a_bare_machine(bare: Path) -> None:
    assert bare.is_dir()
    assert tesseract() is None
    assert libreoffice() is None


@pytest.mark.skipif(os.name == "nt", reason="the stand-in program is a script with a first line for POSIX")
@pytest.mark.parametrize(("languages", "found"), [("eng\nvie", True), ("eng\nosd", False)])
def test_tesseract_counts_only_with_vietnamese(bare: Path, languages: str, *, found: bool) -> None:
    path = program(bare / "Tesseract-OCR" / "tesseract.exe", f"List of available languages:\n{languages}")
    assert tesseract() == (path if found else None)


def test_a_tesseract_that_does_not_run_is_none(bare: Path) -> None:
    broken = bare / "Tesseract-OCR" / "tesseract.exe"
    broken.parent.mkdir()
    broken.write_bytes(b"\0")
    assert tesseract() is None


def test_libreoffice_is_found_in_the_usual_folder_of_windows(bare: Path) -> None:
    path = program(bare / "LibreOffice" / "program" / "soffice.exe", "")
    assert libreoffice() == path


def test_what_is_missing_is_told_with_the_way_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    part = Component("Máy đọc", "đọc", lambda: False, "apt-get install may-doc", "tải Máy đọc")
    monkeypatch.setattr(components, "_ON_WINDOWS", False)
    assert component_lines([part]) == ["Máy đọc (đọc): thiếu; muốn dùng, hãy chạy «apt-get install may-doc»."]
    monkeypatch.setattr(components, "_ON_WINDOWS", True)
    assert component_lines([part]) == ["Máy đọc (đọc): thiếu; muốn dùng, hãy tải Máy đọc."]


def test_what_is_here_is_told_in_one_word() -> None:
    assert component_lines([Component("Máy đọc", "đọc", lambda: True, "", "")]) == ["Máy đọc (đọc): có"]


def test_the_three_programs_are_listed() -> None:
    assert components.COMPONENTS == (TESSERACT, TRUEOCR, LIBREOFFICE)
    assert len(component_lines()) == 3
