"""The words of a file by other means than ours: pdftotext for PDF, the bare XML of a Word file."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

from corpus.text import clean

_TIME_LIMIT = 60
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


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


def word_text(path: Path) -> str:
    """All letters of a Word file's body as they stand in its XML, a line a paragraph."""
    with ZipFile(path) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))  # noqa: S314 - our own test files
    return "\n".join("".join(_pieces(paragraph)) for paragraph in root.iter(f"{_WORD}p"))


def _pieces(paragraph: ElementTree.Element) -> Iterator[str]:
    for element in paragraph.iter():
        if element.tag == f"{_WORD}t":
            yield element.text or ""
        elif element.tag in (f"{_WORD}br", f"{_WORD}tab"):
            yield " "
