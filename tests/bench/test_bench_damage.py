"""The bench that damages files: the same accidents in every run, judged by what is lost; and a small run of it."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest
from pdf_maker import make_pdf, paragraph

from bench.reading.damage import Read, accidents, damaged, judged, originals, read

WHOLE = Read(Counter({"đường": 60, "làng": 40}), frozenset({"cũ"}))


def lacking(words: int, *warnings: str) -> Read:
    return Read(WHOLE.words - Counter({"làng": words}), frozenset({"cũ", *warnings}))


@pytest.mark.parametrize(
    ("after", "result"),
    [
        (lacking(0), "đọc đủ"),
        (lacking(1), "đọc đủ"),
        (lacking(2), "mất chữ"),
        (lacking(2, "trang 3 không có chữ"), "có cảnh báo"),
        (Read(Counter(), frozenset(), refused="tệp rỗng"), "từ chối"),
        (Read(Counter(), frozenset(), error="KeyError: 1"), "lỗi"),
    ],
)
def test_judged(after: Read, result: str) -> None:
    assert judged(WHOLE, after)[0] == result


def test_every_kind_of_damage_changes_the_file() -> None:
    kinds = {}
    for number in range(60):
        kind, data = damaged(b"Giu gin duong lang ngo xom. " * 40, b"Tep khac.", random.Random(number))  # noqa: S311
        kinds.setdefault(kind, data)
    assert set(kinds) == {"cut", "flip", "zero", "hole", "join"}
    assert len(set(kinds.values())) == 5


def test_the_same_number_is_the_same_accident() -> None:
    paths = originals(None)
    first = list(accidents(paths, 0, 12))
    assert list(accidents(paths, 5, 3)) == first[5:8]
    assert {kind for _, kind, _, _ in accidents(paths, 0, 60)} >= {"rename", "cut", "flip"}


def test_sixty_damaged_samples(tmp_path: Path) -> None:
    """No error of the program, and nothing lost in silence where a format can tell."""
    before: dict[Path, Read] = {}
    sizes = sorted(originals(None), key=lambda path: path.stat().st_size)
    smallest = {path.suffix: path for path in reversed(sizes)}
    smallest[".pdf"] = tmp_path / "nhỏ.pdf"
    rows = ["Chi bộ thảo luận và quyết định những việc cụ thể của từng", "đảng viên trong tháng và trong quý."]
    smallest[".pdf"].write_bytes(make_pdf([paragraph(rows, 700)] * 2))
    for path, kind, suffix, data in accidents(list(smallest.values()), 0, 60):
        whole = before.setdefault(path, read(path))
        target = tmp_path / f"hỏng{suffix}"
        target.write_bytes(data)
        result, detail = judged(whole, read(target))
        assert result != "lỗi", (path.name, kind, detail)
        if path.suffix in (".pdf", ".docx"):
            assert result != "mất chữ", (path.name, kind, detail)
