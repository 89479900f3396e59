from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from corpus.runtime.files import copy_atomically, write_atomically


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_writing_makes_the_folder_and_leaves_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "mới" / "tệp.json"
    write_atomically(target, b"1")
    write_atomically(target, b"2")
    assert target.read_bytes() == b"2"
    assert names(target.parent) == ["tệp.json"]


def test_copying(tmp_path: Path) -> None:
    source = tmp_path / "gốc.pdf"
    source.write_bytes(b"%PDF" * 50_000)
    target = tmp_path / "kho" / "bản.pdf"
    copy_atomically(source, target, sha256(source.read_bytes()).hexdigest())
    assert target.read_bytes() == source.read_bytes()
    assert names(target.parent) == ["bản.pdf"]


def test_a_copy_that_was_cut_off_never_takes_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, target = tmp_path / "gốc", tmp_path / "bản"
    source.write_bytes(b"abc")
    target.write_bytes(b"old")

    def half(reading, writing) -> None:
        writing.write(reading.read(1))
        raise OSError

    monkeypatch.setattr(shutil, "copyfileobj", half)
    with pytest.raises(OSError, match=r"^$"):
        copy_atomically(source, target, sha256(source.read_bytes()).hexdigest())
    assert target.read_bytes() == b"old"
