"""The words of a file as programs that are not ours extract them: pdftotext for PDF, LibreOffice for Word."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from corpus.text import clean

_TIME_LIMIT = 300


def words(text: str) -> Counter[str]:
    """The words of a text, each with its number."""
    return Counter(re.findall(r"\w+", clean(text)))


def letters(text: str) -> str:
    """A text without its blanks, which extractors set as they like."""
    return "".join(clean(text).split())


def recall(wanted: Counter[str], found: Counter[str]) -> float:
    """The share of the wanted words that was found."""
    return 1 - (wanted - found).total() / max(1, wanted.total())


def pdf_pages(path: Path) -> list[str]:
    """The text of each page of a PDF, by pdftotext in reading order."""
    program = shutil.which("pdftotext")
    if program is None:
        raise FileNotFoundError("pdftotext (Debian: poppler-utils)")
    said = subprocess.run([program, "-enc", "UTF-8", path, "-"], capture_output=True, check=True, timeout=_TIME_LIMIT)
    return said.stdout.decode("utf-8", "replace").split("\f")[:-1]


def word_texts(paths: Sequence[Path]) -> dict[Path, str]:
    """The text of Word files, by LibreOffice in one run; those it cannot convert are left out."""
    program = shutil.which("soffice")
    if program is None:
        raise FileNotFoundError("soffice (Debian: libreoffice-writer-nogui)")
    with tempfile.TemporaryDirectory() as folder:
        home = f"-env:UserInstallation={Path(folder, 'home').as_uri()}"
        made = Path(folder, "made")
        subprocess.run(
            [program, home, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", made, *paths],
            capture_output=True,
            check=False,
            timeout=_TIME_LIMIT,
        )
        texts = {path: made / f"{path.stem}.txt" for path in paths}
        return {path: text.read_text(encoding="utf-8-sig") for path, text in texts.items() if text.exists()}
