"""LibreOffice opens every exported file, and shows on its pages what is in it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest
from hostile_packs import LITERAL, hostile
from read_back import pdf_pages

from bench.sample_packs import course, short, thematic
from search_api.exports import FORMATS, FormatName, export
from search_api.exports.sheet import Column, sheet
from search_api.packs.content import PackContent

pytestmark = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")

MM = 72 / 25.4


def _filled() -> PackContent:
    """Every text as long as a slide never holds, in capitals, which are widest."""
    sample = thematic()
    text = "VIỆC CỦA CHI BỘ TRONG QUÝ NÀY LÀ RÀ SOÁT TỪNG ĐẢNG VIÊN, TỪNG NHIỆM VỤ ĐƯỢC GIAO. " * 12
    [passage, *_] = sample.passages
    quote = passage.quote.model_copy(update={"text": text.strip(), "trail": (text[:290],)})
    return sample.model_copy(
        update={
            **dict.fromkeys(("title", "branch", "superior", "place", "author"), text[:300]),
            **dict.fromkeys(("aim", "introduction", "local", "conclusion"), text),
            "questions": (text,),
            "passages": (passage.model_copy(update={"quote": quote}),),
        }
    )


PACKS: dict[str, Callable[[], PackContent]] = {
    "chuyen-de": thematic,
    "ngan": short,
    "bai-giang": course,
    "chu-la": lambda: hostile(LITERAL),
    "day": _filled,
    "trong": PackContent,
}


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each pack as LibreOffice prints it: one start of the program for all."""
    folder = tmp_path_factory.mktemp("office")
    for name, pack in PACKS.items():
        for kind in ("docx", "pptx"):
            exported = export(pack(), kind, {1: "Văn bản nay đã hết hiệu lực."})
            (folder / f"{name}-{kind}{FORMATS[kind].suffix}").write_bytes(exported.body)
    (folder / "bang-xlsx.xlsx").write_bytes(sheet("Bảng", [Column("Chỉ tiêu", 40)], [("=1+1",), ("đổi mới",)]))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(path) for path in sorted(folder.iterdir()) if path.is_file()]
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder


@pytest.mark.parametrize("name", PACKS)
@pytest.mark.parametrize("kind", ["docx", "pptx"])
def test_file_opens(converted: Path, name: str, kind: FormatName) -> None:
    assert pdf_pages((converted / f"{name}-{kind}.pdf").read_bytes())


def test_papers_have_their_words_and_notes_in_place(converted: Path) -> None:
    content = thematic()
    pages = pdf_pages((converted / "chuyen-de-docx.pdf").read_bytes())
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in pages[0]
    assert pages[1].split()[0] == "2"
    page = next(page for page in pages if "III- ĐỀ DẪN" in page)
    note = content.passages[1].quote.citation.footnote
    assert "".join(note.split()) in "".join(page.split())
    text = "".join("".join(pages).split())
    for passage in content.passages:
        assert "".join(f"“{passage.quote.text}”".split()) in text


def test_letterhead_stands_at_the_top_of_the_page(converted: Path) -> None:
    pdf = pypdfium2.PdfDocument(converted / "chuyen-de-docx.pdf")
    page = pdf[0].get_textpage()
    index, count = page.search("ĐẢNG CỘNG SẢN").get_next()
    _, _, _, top = page.get_charbox(index)
    assert count
    assert 18 * MM < 297 * MM - top < 24 * MM
    pdf.close()


@pytest.mark.parametrize("name", [name for name in PACKS if name != "trong"])
def test_nothing_leaves_its_place_on_a_slide(converted: Path, name: str) -> None:
    """The places of parts/content.xml: title to 34 mm, body to 149, warning to 165, source to 182.

    Letters are told by their size.
    """
    with pdfplumber.open(converted / f"{name}-pptx.pdf") as pdf:
        assert len(pdf.pages) > 1
        for page in pdf.pages[1:]:
            for letter in page.chars:
                where = (name, page.page_number, letter["text"])
                assert 15 * MM < letter["x0"] <= letter["x1"] < 322 * MM or letter["text"] == " ", where
                low = letter["bottom"] / MM
                if letter["size"] > 18.5 and "Bold" in letter["fontname"]:
                    assert low < 36, where
                elif letter["size"] > 17:
                    assert 36 < low < 150, where
                else:
                    assert low < 183, where


def test_one_slide_a_page(converted: Path) -> None:
    assert len(pdf_pages((converted / "bai-giang-pptx.pdf").read_bytes())) > 60


def test_sheet_shows_texts_as_typed(converted: Path) -> None:
    text = "".join(pdf_pages((converted / "bang-xlsx.pdf").read_bytes()))
    assert "=1+1" in text
    assert "đổi mới" in text
