"""Programs that some files need and that an installation may lack: which are here, and how to get the others.

Tesseract and trueocr recognise scans; either will do, both together read best. LibreOffice opens old Word files.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

_ON_WINDOWS = os.name == "nt"
# Where the installers of Windows put programs that they do not put on the PATH.
_WINDOWS_FOLDERS = ("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA")
# Listing languages takes some hundredths of a second; a broken installation must not stop the run.
_PATIENCE = 30


def tesseract() -> Path | None:
    """Tesseract, if it is here and knows Vietnamese."""
    program = _program(("tesseract",), (r"Tesseract-OCR\tesseract.exe", r"Programs\Tesseract-OCR\tesseract.exe"))
    return program if program is not None and "vie" in _languages(program) else None


def trueocr() -> bool:
    """Whether trueocr can be imported."""
    return find_spec("trueocr") is not None


def libreoffice() -> Path | None:
    """LibreOffice, if it is here."""
    return _program(
        ("soffice", "libreoffice"), (r"LibreOffice\program\soffice.com", r"LibreOffice\program\soffice.exe")
    )


@dataclass(frozen=True, slots=True)
class Component:
    """A program some files need.

    Attributes:
        name: What it is called.
        use: What it is for, in Vietnamese.
        present: Tells whether it is here.
        debian: How to get it on Debian or Ubuntu: a command.
        windows: How to get it on Windows, in Vietnamese.
    """

    name: str
    use: str
    present: Callable[[], bool]
    debian: str
    windows: str

    @property
    def install(self) -> str:
        """How to get it on this machine, in Vietnamese, as one sentence without its full stop."""
        return self.windows if _ON_WINDOWS else f"chạy «{self.debian}»"


TESSERACT = Component(
    "Tesseract kèm tiếng Việt",
    "nhận dạng văn bản quét",
    lambda: tesseract() is not None,
    "apt-get install tesseract-ocr tesseract-ocr-vie",
    "tải bộ cài Tesseract 5 cho Windows (bản của UB Mannheim), khi cài chọn thêm ngôn ngữ Vietnamese",
)
TRUEOCR = Component(
    "trueocr",
    "nhận dạng văn bản quét",
    trueocr,
    "pip install trueocr==0.1.1",
    "chạy «pip install trueocr==0.1.1» trong môi trường của Tra Cứu",
)
LIBREOFFICE = Component(
    "LibreOffice",
    "đọc tệp Word đời cũ .doc, .rtf",
    lambda: libreoffice() is not None,
    "apt-get install libreoffice-writer-nogui",
    "tải bộ cài LibreOffice cho Windows từ trang libreoffice.org rồi cài như thường lệ",
)
COMPONENTS = (TESSERACT, TRUEOCR, LIBREOFFICE)


def component_lines(components: Iterable[Component] = COMPONENTS) -> list[str]:
    """One line for each component: that it is here, or how to get it."""
    return [
        f"{part.name} ({part.use}): " + ("có" if part.present() else f"thiếu; muốn dùng, hãy {part.install}.")
        for part in components
    ]


def _program(names: Iterable[str], in_windows: Iterable[str]) -> Path | None:
    """A program on the PATH or, on Windows, where its installer puts it."""
    found = next(filter(None, map(shutil.which, names)), None)
    if found is not None:
        return Path(found)
    folders = [Path(os.environ[name]) for name in _WINDOWS_FOLDERS if os.environ.get(name)]
    candidates = (folder / Path(*place.split("\\")) for folder in folders for place in in_windows)
    return next((path for path in candidates if path.is_file()), None)


def _languages(program: Path) -> list[str]:
    """The languages a Tesseract has data for; none where it does not run."""
    try:
        listed = subprocess.run(  # noqa: S603 - the program found above, with fixed arguments
            [program, "--list-langs"], capture_output=True, text=True, timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return []
    return (listed.stdout + listed.stderr).split()
