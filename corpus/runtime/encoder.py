"""Texts into unit-length vectors: the narrow protocol both sides use, and its two implementations.

The default model is multilingual-e5-small as ``corpus.runtime.model.build`` made it, run by onnxruntime;
importing this module or using that encoder loads neither torch nor transformers.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
import numpy.typing as npt

from corpus.errors import ModelError
from corpus.runtime.model.manifest import DEFAULT_MODEL, MANIFEST_FILE, read_manifest
from corpus.runtime.onnx_encoder import OnnxEncoder

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

__all__ = ["Encoder", "OnnxEncoder", "SentenceTransformersEncoder", "Vector", "Vectors", "load_encoder"]

Vector = npt.NDArray[np.float32]
"""Shape (dimension,), unit length."""
Vectors = npt.NDArray[np.float32]
"""Shape (texts, dimension), rows of unit length."""


class Encoder(Protocol):
    """Makes vectors whose dot product says how close two texts are in meaning."""

    @property
    def name(self) -> str:
        """Of the model, e.g. ``multilingual-e5-small``."""

    @property
    def runtime(self) -> str:
        """``onnx-int8`` or ``torch``."""

    @property
    def dimension(self) -> int:
        """Length of the vectors."""

    @property
    def query_prefix(self) -> str:
        """What the model wants before a question; the encoder itself puts it there."""

    @property
    def passage_prefix(self) -> str:
        """What the model wants before a passage; the encoder itself puts it there."""

    @property
    def fingerprint(self) -> str:
        """Changes when the vectors change; an index made under another one must be refused."""

    def encode_query(self, text: str) -> Vector:
        """The vector of a question."""

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """The vectors of passages, in the order given; what is longer than the model reads is cut."""


class SentenceTransformersEncoder:
    """Any sentence-transformers model, run by torch.

    Args:
        name_or_folder: A folder, or a name for sentence-transformers to find in its own way.
        threads: Threads of torch in this process; 0 leaves them as they are.

    Raises:
        ModelError: There is no such model, or it cannot be loaded.
    """

    runtime = "torch"

    def __init__(self, name_or_folder: str | Path, threads: int = 0) -> None:
        self._model = _load_sentence_transformer(name_or_folder, threads)
        self.dimension = int(self._model.encode([""], show_progress_bar=False).shape[1])
        if (Path(name_or_folder) / MANIFEST_FILE).is_file():
            manifest = read_manifest(Path(name_or_folder))
            self.name, self.fingerprint = manifest.name, manifest.fingerprint
            self.query_prefix, self.passage_prefix = manifest.query_prefix, manifest.passage_prefix
        else:
            prompts = self._model.prompts
            self.name = str(name_or_folder)
            self.query_prefix = prompts.get("query") or ""
            self.passage_prefix = prompts.get("passage") or prompts.get("document") or ""
            self.fingerprint = _fingerprint(self._model, (self.query_prefix, self.passage_prefix))

    def encode_query(self, text: str) -> Vector:
        """The vector of a question, shape (dimension,)."""
        vector: Vector = self._encode([text], self.query_prefix)[0]
        return vector

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """The vectors of passages, shape (texts, dimension)."""
        return self._encode(texts, self.passage_prefix)

    def _encode(self, texts: Sequence[str], prefix: str) -> Vectors:
        if not texts:
            return np.empty((0, self.dimension), np.float32)
        vectors = self._model.encode(list(texts), prompt=prefix, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(vectors, np.float32)


def load_encoder(model: str, model_dir: Path, threads: int) -> Encoder:
    """The encoder the settings ask for.

    Args:
        model: Empty for the built-in model; else a sentence-transformers folder or name.
        model_dir: Where ``tracuu setup`` puts models.
        threads: Threads of one encoding; 0 leaves the choice to the runtime.

    Raises:
        ModelError: The model is missing or damaged; the message says how to get it.
    """
    if model:
        return SentenceTransformersEncoder(model, threads)
    folder = model_dir / DEFAULT_MODEL
    if read_manifest(folder).runtime == OnnxEncoder.runtime:
        return OnnxEncoder(folder, threads)
    return SentenceTransformersEncoder(folder, threads)


def _load_sentence_transformer(name_or_folder: str | Path, threads: int) -> SentenceTransformer:
    is_folder = Path(name_or_folder).is_dir()
    if not is_folder and _looks_like_folder(name_or_folder):
        raise _not_loaded(name_or_folder, "không có thư mục này")
    # Here and not above: torch takes seconds and hundreds of MB, which the default encoder does without.
    import torch  # noqa: PLC0415
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415
    from transformers.utils import logging  # noqa: PLC0415

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    if threads:
        torch.set_num_threads(threads)
    try:
        return SentenceTransformer(str(name_or_folder), device="cpu", local_files_only=is_folder)
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        raise _not_loaded(name_or_folder, str(error).partition("\n")[0]) from error


def _looks_like_folder(name: str | Path) -> bool:
    """A name on a hub is ``owner/model`` or ``model``; anything else can only mean a folder."""
    return isinstance(name, Path) or Path(name).is_absolute() or "\\" in name or name.startswith((".", "~"))


def _not_loaded(name: str | Path, reason: str) -> ModelError:
    return ModelError(
        f"Không nạp được mô hình «{name}»: {reason}.",
        "Hãy kiểm tra tên hoặc thư mục mô hình trong cấu hình; để trống thì dùng mô hình mặc định.",
    )


def _fingerprint(model: SentenceTransformer, prefixes: tuple[str, str]) -> str:
    digest = hashlib.sha256(repr(prefixes).encode())
    for name, values in sorted(model.state_dict().items()):
        digest.update(name.encode())
        # numpy knows no bfloat16, in which some models are stored; single precision holds it exactly.
        digest.update(np.ascontiguousarray(values.detach().float().numpy()).data)
    return digest.hexdigest()[:16]
