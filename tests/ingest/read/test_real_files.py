"""Real documents beside the repository: nothing of them may be lost, doubled or glued together."""

from __future__ import annotations

import html
import re
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from corpus.quality import quality
from corpus.text import clean
from ingest.components import tesseract
from ingest.read import read_file
from ingest.read.lines import tidy
from ingest.reading import Reading

REAL = Path(__file__).resolve().parents[3] / ".." / "shared" / "real"
MARKDOWN = sorted((REAL / "party").glob("*.md"))
WORD = [path for path in sorted((REAL / "state" / "born_digital").glob("*.docx")) if path.stat().st_size < 60_000]
PARTY_PDF = sorted((REAL / "party").glob("*.pdf"))
SCANS = sorted((REAL / "state" / "scanned_pdf").glob("*.pdf"))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

pytestmark = pytest.mark.skipif(not REAL.is_dir(), reason="no real documents beside the repository")


def words_of(reading: Reading) -> Counter[str]:
    return Counter(word for line in reading.lines for word in re.findall(r"\w+", line.text))


def words_of_markdown(path: Path) -> Counter[str]:
    text = re.sub(r"\]\([^)]*\)", "]", path.read_text(encoding="utf-8"))
    bare = re.sub(r"[*\\]|__+", "", html.unescape(text))
    return Counter(re.findall(r"\w+", clean(bare)))


def words_of_word(path: Path) -> Counter[str]:
    with ZipFile(path) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))  # noqa: S314
    paragraphs = []
    for paragraph in root.iter(f"{W}p"):
        parts = [
            e.text or "" if e.tag == f"{W}t" else " "
            for e in paragraph.iter()
            if e.tag in (f"{W}t", f"{W}br", f"{W}tab")
        ]
        paragraphs.append("".join(parts))
    return Counter(re.findall(r"\w+", clean(" \n".join(paragraphs))))


@pytest.mark.parametrize("path", MARKDOWN, ids=lambda path: path.stem[:24])
def test_markdown_holds_every_word_once(path: Path) -> None:
    reading = read_file(path)
    # What a portal posts under the document is kept beside its text.
    posted = Counter(re.findall(r"\w+", " \n".join(piece.text for piece in reading.furniture)))
    assert words_of(reading) + posted == words_of_markdown(path)


@pytest.mark.parametrize("path", WORD, ids=lambda path: path.stem[:40])
def test_word_holds_every_word_once(path: Path) -> None:
    assert words_of(read_file(path)) == words_of_word(path)


@pytest.mark.parametrize("path", MARKDOWN, ids=lambda path: path.stem[:24])
def test_markdown_leaves_no_marks(path: Path) -> None:
    marks = re.compile(r"\*\*|\\|^\s*#|^\*\S|^\||\|$|\n")
    assert [line.text for line in read_file(path).lines if marks.search(line.text)] == []


@pytest.mark.parametrize("path", [*MARKDOWN, *WORD, *PARTY_PDF], ids=lambda path: path.stem[:40])
def test_lines_are_tidy(path: Path) -> None:
    lines = read_file(path).lines
    assert [line for line in lines if not line.text or line.text != tidy(line.text)] == []
    assert [line.page for line in lines] == sorted(line.page for line in lines)
    assert not lines[0].continues


@pytest.mark.skipif(tesseract() is None, reason="Tesseract with Vietnamese is not installed")
def test_a_scan_is_recognised() -> None:
    [path] = (path for path in SCANS if "PL2" in path.name)
    reading = read_file(path)
    assert all(line.words for line in reading.lines)
    assert quality("\n".join(line.text for line in reading.lines)).valid > 0.95


@pytest.mark.parametrize(
    ("name", "labels"), [("quydinh294.pdf", ()), ("huongdan06.pdf", tuple(map(str, range(1, 34))))]
)
def test_party_pdf_has_no_page_numbers_left(name: str, labels: tuple[str, ...]) -> None:
    reading = read_file(REAL / "party" / name)
    assert [line for line in reading.lines if line.text.isdecimal()] == []
    assert reading.page_labels == labels


def test_party_pdf_paragraphs_end_like_paragraphs() -> None:
    reading = read_file(REAL / "party" / "quydinh294.pdf")
    pairs = list(zip(reading.lines, reading.lines[1:], strict=False))
    broken = [
        after
        for before, after in pairs
        if not after.continues and re.search(r"[\w,]$", before.text) and after.text[0].islower()
    ]
    assert [line.text for line in broken if not re.match(r"[a-zđ]\)", line.text)] == []
    joined = [after for _, after in pairs if after.continues and re.match(r"(?:\d+\.\d+\.|[a-zđ]\)|- ) ?", after.text)]
    assert joined == []


def test_glued_heading_stands_on_its_own() -> None:
    lines = read_file(REAL / "party" / "45-CT-TW_2025-04-14.md").lines
    heading = next(line for line in lines if line.text.startswith("3.2. "))
    assert heading.bold


def test_pages_in_old_encodings_are_read() -> None:
    for path in sorted((REAL / "legacy" / "corpus" / "public-domain" / "tcvn3").glob("*.pdf")):
        reading = read_file(path)
        assert reading.encodings == ("TCVN3",)
        assert quality("\n".join(line.text for line in reading.lines)).valid > 0.94
        assert all(line.rect is not None for line in reading.lines)
