"""Damaged files are refused or read; they never bring the program down."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from pdf_maker import make_pdf, paragraph

from corpus.errors import Refusal
from ingest.read import SUFFIXES, read_file
from ingest.read.painter import Painter

SAMPLES = Path(__file__).resolve().parents[3] / "corpus" / "documents"
ROWS = ["Chi bộ thảo luận và quyết định những việc cụ thể của từng", "đảng viên trong tháng, trong quý và trong năm."]


@pytest.fixture(autouse=True)
def untried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Damage by chance makes nothing that is drawn without end, and a process for each of these files takes minutes."""
    monkeypatch.setattr(Painter, "load", lambda _self, _index: None)


def sample(suffix: str) -> bytes:
    """The smallest sample document of a format."""
    found = sorted(SAMPLES.glob(f"*{suffix}"), key=lambda path: path.stat().st_size)
    if not found:
        pytest.skip(f"no sample document {suffix}")
    return found[0].read_bytes()


def spoiled(data: bytes, chance: random.Random) -> bytes:
    """Cut off somewhere, or with some bytes changed, or with a piece taken out."""
    kind = chance.randrange(3)
    if kind == 0:
        return data[: chance.randrange(len(data))]
    if kind == 1:
        changed = bytearray(data)
        for _ in range(chance.choice((1, 3, 30, 300))):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        return bytes(changed)
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.randrange(1, 2000) :]


def survives(path: Path) -> bool:
    """Whether the file is read or refused with a next step; anything else is an error of the program."""
    try:
        return bool(read_file(path).lines)
    except Refusal as refused:
        return bool(refused.next_step)


@pytest.mark.parametrize(("suffix", "rounds"), [(".docx", 150), (".pdf", 15), (".html", 100), (".txt", 100)])
def test_spoiled_samples(suffix: str, rounds: int, tmp_path: Path) -> None:
    chance = random.Random(f"tra cứu {suffix}")  # noqa: S311
    data, path = sample(suffix), tmp_path / f"hỏng{suffix}"
    for _ in range(rounds):
        path.write_bytes(spoiled(data, chance))
        assert survives(path)


def test_spoiled_small_pdf(tmp_path: Path) -> None:
    chance = random.Random("tra cứu nhỏ")  # noqa: S311
    data, path = make_pdf([paragraph(ROWS, 700)] * 2), tmp_path / "hỏng.pdf"
    for _ in range(150):
        path.write_bytes(spoiled(data, chance) + chance.choice((b"", b"\n%%EOF\n")))
        assert survives(path)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_noise(suffix: str, tmp_path: Path) -> None:
    chance = random.Random(f"nhiễu {suffix}")  # noqa: S311
    path = tmp_path / f"nhiễu{suffix}"
    for start in (b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"\xff\xfe", b"# ") * 5:
        end = chance.choice((b"", b"%%EOF"))
        path.write_bytes(start + chance.randbytes(chance.randrange(1, 3000)) + end)
        assert survives(path)
