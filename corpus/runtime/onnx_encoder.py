"""The built model under onnxruntime: numpy, tokenizers and onnxruntime are all it needs."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime  # type: ignore[import-untyped]
from tokenizers import Tokenizer

from corpus.errors import ModelError
from corpus.runtime.model.manifest import ONNX_MODEL, ONNX_TOKENIZER, read_manifest


class OnnxEncoder:
    """multilingual-e5-small, or any model built the same way, as an int8 graph.

    One text is one run of the network on one thread: a question is answered as fast as threads that work on it together
    would, and passages are encoded on as many threads as there are, each its own.

    Args:
        folder: A model folder that ``build_model`` made.
        threads: Passages encoded at the same time; 0 means one a processor.

    Raises:
        ModelError: The folder holds no such model, or a damaged one.
    """

    runtime = "onnx-int8"

    def __init__(self, folder: Path, threads: int = 0) -> None:
        manifest = read_manifest(folder)
        if not manifest.is_whole(folder):
            raise _damaged(folder)
        self.name = manifest.name
        self.dimension = manifest.dimension
        self.query_prefix = manifest.query_prefix
        self.passage_prefix = manifest.passage_prefix
        self.fingerprint = manifest.fingerprint
        self._threads = threads or os.cpu_count() or 1
        self._session = _open_session(folder / ONNX_MODEL)
        self._tokenizer = _open_tokenizer(folder / ONNX_TOKENIZER)

    def encode_query(self, text: str) -> npt.NDArray[np.float32]:
        """The vector of a question, shape (dimension,)."""
        return self._vector(self._tokenizer.encode(self.query_prefix + text).ids)

    def encode_passages(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """The vectors of passages, shape (texts, dimension)."""
        tokens = self._tokenizer.encode_batch_fast([self.passage_prefix + text for text in texts])
        # The longest first, so that no thread is left with a long one at the end.
        order = sorted(range(len(texts)), key=lambda index: -len(tokens[index].ids))
        vectors = np.empty((len(texts), self.dimension), np.float32)
        with ThreadPoolExecutor(self._threads) as threads:
            for index, vector in zip(order, threads.map(lambda i: self._vector(tokens[i].ids), order), strict=True):
                vectors[index] = vector
        return vectors

    def _vector(self, tokens: Sequence[int]) -> npt.NDArray[np.float32]:
        ((vector,),) = self._session.run(None, {"input_ids": np.array([tokens], np.int64)})
        found: npt.NDArray[np.float32] = vector
        return found


def _open_session(file: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    # The graph is written with the fused operators that pay; the higher levels would only join additions and
    # layer normalisations into an operator that takes five times as long as the two.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    try:
        return onnxruntime.InferenceSession(file, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # its errors have no base class of their own
        raise _damaged(file) from error


def _open_tokenizer(file: Path) -> Tokenizer:
    try:
        return Tokenizer.from_str(file.read_text(encoding="utf-8"))
    except Exception as error:  # tokenizers raises nothing narrower
        raise _damaged(file) from error


def _damaged(path: Path) -> ModelError:
    return ModelError(f"Mô hình {path} thiếu tệp hoặc bị hỏng.", "Hãy chạy lại `tracuu setup`.")
