"""The built model under onnxruntime: numpy, tokenizers and onnxruntime are all it needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime  # type: ignore[import-untyped]
from tokenizers import Tokenizer

from corpus.errors import ModelError
from corpus.runtime.model.manifest import ONNX_MODEL, ONNX_TOKENIZER, read_manifest

# Tokens of one run of the network. More bring no speed and cost memory for the attention matrices.
_TOKENS_A_RUN = 1024


class OnnxEncoder:
    """multilingual-e5-small, or any model built the same way, as an int8 graph.

    Args:
        folder: A model folder that ``build_model`` made.
        threads: Threads of one encoding; 0 leaves it to onnxruntime (one a physical core).

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
        self._session = _open_session(folder / ONNX_MODEL, threads)
        self._tokenizer = _open_tokenizer(folder / ONNX_TOKENIZER)

    def encode_query(self, text: str) -> npt.NDArray[np.float32]:
        """The vector of a question, shape (dimension,)."""
        vector: npt.NDArray[np.float32] = self._encode([self.query_prefix + text])[0]
        return vector

    def encode_passages(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """The vectors of passages, shape (texts, dimension)."""
        return self._encode([self.passage_prefix + text for text in texts])

    def _encode(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        tokens = [encoding.ids for encoding in self._tokenizer.encode_batch_fast(texts)]
        vectors = np.empty((len(texts), self.dimension), np.float32)
        for batch in _batches([len(ids) for ids in tokens]):
            ids = np.array([tokens[index] for index in batch], np.int64)
            (vectors[batch],) = self._session.run(None, {"input_ids": ids})
        return vectors


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Groups of texts of exactly the same length, so that nothing is padded and no mask is needed."""
    by_length = sorted(range(len(lengths)), key=lengths.__getitem__)
    for length, group in groupby(by_length, key=lengths.__getitem__):
        same = list(group)
        size = max(1, _TOKENS_A_RUN // length)
        for start in range(0, len(same), size):
            yield same[start : start + size]


def _open_session(file: Path, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    # Threads that wait by spinning answer 2 ms sooner on an idle computer, but on a busy one (an ingestion
    # beside the server, a browser) they steal the very processors the others need: 28 against 7 ms.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
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
