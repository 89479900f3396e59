"""What was built: the small file beside the model that says where it came from and how to run it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from corpus.errors import ModelError

DEFAULT_MODEL = "multilingual-e5-small"
MANIFEST_FILE = "tracuu.json"
ONNX_MODEL = "onnx/model.onnx"
ONNX_TOKENIZER = "onnx/tokenizer.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """A finished model folder.

    Attributes:
        name: Of the model.
        dimension: Length of its vectors.
        query_prefix: Put before a question.
        passage_prefix: Put before a passage.
        fingerprint: Short hash of the sources and of how vectors are made of them; both runtimes share it.
        recipe: Version of the build rules; a folder made by other rules is built anew.
        sources: sha256 of each wheel used, by file name.
        files: Size in bytes of the large files, by path in the folder; a cut-off file shows at once.
        runtime: The one to use, ``onnx-int8`` or ``torch``: the faster one when the model was set up.
        query_ms: Milliseconds for one question at set-up, by runtime; empty until measured.
    """

    name: str
    dimension: int
    query_prefix: str
    passage_prefix: str
    fingerprint: str
    recipe: int
    sources: dict[str, str]
    files: dict[str, int]
    runtime: str
    query_ms: dict[str, float]

    def is_whole(self, folder: Path) -> bool:
        """Whether the large files lie in the folder with the sizes they were written with."""
        return all(
            (folder / name).is_file() and (folder / name).stat().st_size == size for name, size in self.files.items()
        )


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a model folder.

    Raises:
        ModelError: There is none, or it cannot be read.
    """
    file = folder / MANIFEST_FILE
    try:
        return Manifest(**json.loads(file.read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise ModelError(f"Chưa có mô hình trong thư mục {folder}.", "Hãy chạy `tracuu setup`.") from None
    except (OSError, ValueError, TypeError) as error:
        raise ModelError(f"Tệp {file} không đọc được.", "Hãy chạy lại `tracuu setup`.") from error


def write_manifest(manifest: Manifest, folder: Path) -> None:
    """Write the manifest into a model folder; an older one stays until the new one is whole."""
    content = json.dumps(asdict(manifest), ensure_ascii=False, indent=2)
    fresh = folder / (MANIFEST_FILE + ".moi")
    fresh.write_text(content + "\n", encoding="utf-8")
    fresh.replace(folder / MANIFEST_FILE)
