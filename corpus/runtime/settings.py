"""The settings, read once from the environment when a command starts.

=======================  ============================================================  ==========================
variable                 meaning                                                       default
=======================  ============================================================  ==========================
``TRACUU_DATA``          folder of the index, the catalogue and the original files     ``data`` in the project
``TRACUU_MODEL_DIR``     folder in which set-up puts the model                         ``models`` in the project
``TRACUU_MODEL``         another sentence-transformers model, by name or folder        the one set-up made
``TRACUU_QDRANT_URL``    a Qdrant server instead of the embedded engine                embedded
``TRACUU_QDRANT_KEY``    its API key                                                   none
``TRACUU_DATABASE_URL``  a PostgreSQL database for study packs instead of a file       a file in the folder
``TRACUU_HOST``          address the server listens on                                 ``127.0.0.1``
``TRACUU_PORT``          port the server listens on                                    ``8000``
``TRACUU_NAMES``         names by which readers reach the server, with commas between  its address, ``localhost``
``TRACUU_THREADS``       threads of the model                                          all processors
``TRACUU_CLEARANCE``     how restricted a document may be: ``cong-khai``, ``noi-bo``   ``cong-khai``
``TRACUU_GENERATOR_URL``
                         an OpenAI-compatible API (up to ``/v1``) to phrase đề dẫn     none: nothing is asked
``TRACUU_GENERATOR_MODEL``
                         the name of its model                                         none
``TRACUU_GENERATOR_KEY``
                         its key                                                       none
=======================  ============================================================  ==========================
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from corpus.errors import SettingsError
from corpus.secrecy import Clearance

_PROJECT = Path(__file__).resolve().parents[2]
_LAST_PORT = 65535
_POSTGRESQL = ("postgresql+psycopg", "postgresql", "postgres")
_NAME = re.compile(r"[\w-]+(?:\.[\w-]+)*|[0-9a-f:]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything an installation can choose."""

    data: Path
    model_dir: Path
    model: str
    qdrant_url: str
    qdrant_key: str
    host: str
    port: int
    threads: int
    clearance: Clearance
    names: tuple[str, ...]
    # These hold a password: nothing that prints the settings prints it.
    database_url: str = field(repr=False)
    generator_url: str = field(repr=False)
    generator_key: str = field(repr=False)
    generator_model: str

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Settings:
        """Read and check the variables above.

        Raises:
            SettingsError: A value makes no sense; the message names the variable.
        """
        generator_url, generator_model = _generator(environment)
        return cls(
            data=_folder(environment, "TRACUU_DATA", _PROJECT / "data"),
            model_dir=_folder(environment, "TRACUU_MODEL_DIR", _PROJECT / "models"),
            model=environment.get("TRACUU_MODEL", "").strip(),
            qdrant_url=_url(environment, "TRACUU_QDRANT_URL", "http://127.0.0.1:6333"),
            qdrant_key=environment.get("TRACUU_QDRANT_KEY", "").strip(),
            host=environment.get("TRACUU_HOST", "").strip() or "127.0.0.1",
            port=_number(environment, "TRACUU_PORT", 8000, _LAST_PORT),
            threads=_number(environment, "TRACUU_THREADS", os.cpu_count() or 1, 256),
            clearance=_clearance(environment.get("TRACUU_CLEARANCE", "").strip()),
            names=_names(environment.get("TRACUU_NAMES", "")),
            database_url=_postgresql(environment.get("TRACUU_DATABASE_URL", "").strip()),
            generator_url=generator_url,
            generator_key=environment.get("TRACUU_GENERATOR_KEY", "").strip(),
            generator_model=generator_model,
        )

    @property
    def index_folder(self) -> Path:
        """Where the embedded engine keeps its data."""
        return self.data / "index"

    @property
    def files_folder(self) -> Path:
        """Where the original files lie, named by their sha256."""
        return self.data / "files"

    @property
    def recognised_folder(self) -> Path:
        """Where recognised pages of scans are kept while their file is being taken in."""
        return self.data / "recognised"

    @property
    def catalogue_url(self) -> str:
        """SQLAlchemy URL of the catalogue."""
        return f"sqlite:///{(self.data / 'catalogue.sqlite').as_posix()}"

    @property
    def packs_url(self) -> str:
        """SQLAlchemy URL of the study packs; may hold a password."""
        return self.database_url or f"sqlite:///{(self.data / 'packs.sqlite').as_posix()}"


def _folder(environment: Mapping[str, str], name: str, default: Path) -> Path:
    value = environment.get(name, "").strip()
    folder = Path(value).expanduser() if value else default
    if folder.exists() and not folder.is_dir():
        raise SettingsError(f"{name}: «{folder}» không phải là thư mục.", "Hãy chọn một thư mục khác.")
    return folder.absolute()


def _url(environment: Mapping[str, str], name: str, example: str) -> str:
    value = environment.get(name, "").strip()
    if value and not _is_http(value):
        raise SettingsError(f"{name}: «{value}» không phải là địa chỉ http.", f"Ví dụ đúng: {example}")
    return value


def _generator(environment: Mapping[str, str]) -> tuple[str, str]:
    """Address and model of the generator; both or none."""
    url = _url(environment, "TRACUU_GENERATOR_URL", "http://127.0.0.1:8080/v1")
    model = environment.get("TRACUU_GENERATOR_MODEL", "").strip()
    if bool(url) != bool(model):
        missing = "TRACUU_GENERATOR_MODEL" if url else "TRACUU_GENERATOR_URL"
        raise SettingsError(f"{missing}: còn thiếu.", "Hãy đặt cả TRACUU_GENERATOR_URL và TRACUU_GENERATOR_MODEL.")
    return url, model


def _postgresql(value: str) -> str:
    """The URL of a PostgreSQL database as SQLAlchemy takes it, with the driver this program brings.

    Raises:
        SettingsError: It is none; the message leaves the value out, which may hold a password.
    """
    if not value:
        return ""
    scheme, _, rest = value.partition("://")
    if scheme not in _POSTGRESQL or not _is_database(rest):
        raise SettingsError(
            "TRACUU_DATABASE_URL: giá trị này không phải là địa chỉ cơ sở dữ liệu PostgreSQL.",
            "Ví dụ đúng: postgresql://tracuu:mat-khau@127.0.0.1:5432/tracuu (ký tự đặc biệt trong mật khẩu viết dạng "
            "%XX). Bỏ trống biến này thì tập tài liệu được giữ trong một tệp ở thư mục dữ liệu.",
        )
    return f"{_POSTGRESQL[0]}://{rest}"


def _is_database(rest: str) -> bool:
    """Whether what follows the scheme has a host, or a socket in its query, and the name of a database."""
    try:
        parts = urlsplit(f"postgresql://{rest}")
        reachable = bool(parts.hostname) or "host=" in parts.query
        return reachable and parts.port != 0 and len(parts.path) > 1
    except ValueError:  # brackets without an address, a port that is no number
        return False


def _clearance(value: str) -> Clearance:
    if value and value not in list(Clearance):
        raise SettingsError(
            f"TRACUU_CLEARANCE: «{value}» không phải là mức phổ biến.",
            "Hãy đặt cong-khai (chỉ nhận văn bản phổ biến công khai) hoặc noi-bo (nhận cả văn bản lưu hành nội bộ).",
        )
    return Clearance(value or Clearance.PUBLIC)


def _names(value: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in value.split(",") if name.strip())
    for name in names:
        if not _NAME.fullmatch(name):
            raise SettingsError(
                f"TRACUU_NAMES: «{name}» không phải là tên máy.",
                "Hãy ghi tên, không kèm http:// và số cổng, cách nhau bằng dấu phẩy. Ví dụ đúng: tracuu.xa-mau.vn",
            )
    return names


def _is_http(value: str) -> bool:
    try:
        parts = urlsplit(value)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # brackets without an address, a port that is no number
        return False


def _number(environment: Mapping[str, str], name: str, default: int, highest: int) -> int:
    value = environment.get(name, "").strip()
    if not value:
        return default
    if not value.isascii() or not value.isdigit() or not 1 <= int(value) <= highest:
        raise SettingsError(
            f"{name}: «{value}» không phải là số từ 1 đến {highest}.", "Hãy sửa lại biến môi trường này."
        )
    return int(value)
