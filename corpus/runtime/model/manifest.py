"""What was built: the small file beside the model that says where it came from and how to run it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from corpus.errors import ModelError

DEFAULT_MODEL = "multilingual-e5-small"
MANIFEST_FILE = "tracuu.json"
ONNX_FOLDER = "onnx"


@dataclass(frozen=True, slots=True)
class Manifest:
    """A finished model folder.

    Attributes:
        name: Of the model.
        dimension: Length of its vectors.
        query_prefix: Put before a question.
        passage_prefix: Put before a passage.
        fingerprint: Short hash of the sources and of how vectors are made from them; both runtimes share it.
        recipe: Version of the build rules; a folder of another version is built anew.
        sources: sha256 of each wheel used, by file name.
        fastest: ``onnx-int8`` or ``torch``, as measured when the model was set up.
        query_ms: Milliseconds for one question, by runtime, at set-up.
    """

    name: str
    dimension: int
    query_prefix: str
    passage_prefix: str
    fingerprint: str
    recipe: int
    sources: dict[str, str]
    fastest: str
    query_ms: dict[str, float]


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a model folder.

    Raises:
        ModelError: There is none, or it cannot be read.
    """
    file = folder / MANIFEST_FILE
    try:
        return Manifest(**json.loads(file.read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise ModelError(
            f"Chưa có mô hình nhúng trong thư mục {folder}.", "Hãy chạy `tracuu setup`."
        ) from None
    except (OSError, ValueError, TypeError) as error:
        raise ModelError(f"Tệp {file} không đọc được.", "Hãy chạy lại `tracuu setup`.") from error


def write_manifest(manifest: Manifest, folder: Path) -> None:
    """Write the manifest into a model folder."""
    content = json.dumps(asdict(manifest), ensure_ascii=False, indent=2)
    (folder / MANIFEST_FILE).write_text(content + "\n", encoding="utf-8")
