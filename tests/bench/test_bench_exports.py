from __future__ import annotations

import pytest

from bench import exports
from bench.sample_packs import short
from search_api.exports import FORMATS


def test_each_format_has_its_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(exports, "_ROUNDS", 2)
    monkeypatch.setattr(exports, "course", short)
    exports.main()
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("1 passages, 2 rounds")
    assert [line.split(" | ")[0] for line in lines[4:]] == [f"| {name}" for name in (*FORMATS, "xlsx")]
    assert all(line.count(" s |") == 3 for line in lines[4:])
