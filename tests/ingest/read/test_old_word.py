from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

from corpus.errors import Refusal, RefusalReason
from ingest.components import LIBREOFFICE, libreoffice
from ingest.read import gate, read_file
from ingest.read.libreoffice import ConversionTimeoutError
from ingest.read.old_word import (
    DamagedWordError,
    LockedWordError,
    NoWordError,
    check_doc,
    check_open_text,
    check_rich_text,
)

WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PROSE = "Chi bộ thảo luận và quyết định những việc cụ thể của từng đảng viên trong tháng."
RICH = rb"{\rtf1\ansi\deff0{\fonttbl{\f0 Times New Roman;}}\f0 Chi b\u7897? th\u7843?o lu\u7853?n.\par}"
OLE_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + b"\x00" * 600
# In the header of a Word file ([MS-DOC] 2.5.2).
FIB, FLAGS_AT, PASSWORD = b"\xec\xa5", 0x0A, 0x01

needs_libreoffice = pytest.mark.skipif(libreoffice() is None, reason="LibreOffice is not here")


def word(*paragraphs: str) -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def open_text(manifest: str = "<manifest/>") -> bytes:
    file = io.BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("META-INF/manifest.xml", manifest)
    return file.getvalue()


def put(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def reason(path: Path) -> RefusalReason:
    with pytest.raises(Refusal) as refused:
        read_file(path)
    return refused.value.reason


@pytest.fixture
def converter(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes | Exception], None]:
    """Lets the conversion have an outcome without LibreOffice."""

    def set_outcome(outcome: bytes | Exception) -> None:
        def convert(data: bytes, suffix: str, program: Path) -> bytes:
            del data, suffix, program
            if isinstance(outcome, Exception):
                raise outcome
            return outcome

        monkeypatch.setattr(gate, "libreoffice", lambda: Path("soffice"))
        monkeypatch.setattr(gate, "to_docx", convert)

    return set_outcome


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("a.rtf", RICH, "application/rtf"),
        ("a.doc", RICH, "application/rtf"),
        ("a.odt", open_text(), "application/vnd.oasis.opendocument.text"),
    ],
)
def test_what_libreoffice_opens_says_so(
    name: str, content: bytes, media_type: str, converter: Callable[[bytes], None], tmp_path: Path
) -> None:
    converter(word(PROSE))
    reading = read_file(put(tmp_path, name, content))
    assert (reading.media_type, reading.reader, reading.pages) == (media_type, "LibreOffice + python-docx", 0)
    assert [line.text for line in reading.lines] == [PROSE]


@pytest.mark.parametrize(
    ("content", "media_type"),
    [(f"<html><body><p>{PROSE}</p></body></html>".encode(), "text/html"), (word(PROSE), WORD_TYPE)],
)
def test_a_doc_may_be_a_web_page_or_a_file_of_todays_word(content: bytes, media_type: str, tmp_path: Path) -> None:
    reading = read_file(put(tmp_path, "a.doc", content))
    assert reading.media_type == media_type
    assert [line.text for line in reading.lines] == [PROSE]


@pytest.mark.parametrize(
    ("name", "content"), [("a.doc", b"%PDF-1.7"), ("a.rtf", word(PROSE)), ("a.docx", RICH), ("a.odt", word(PROSE))]
)
def test_other_contents_are_mislabelled(name: str, content: bytes, tmp_path: Path) -> None:
    assert reason(put(tmp_path, name, content)) is RefusalReason.MISLABELLED


def test_without_libreoffice_the_refusal_names_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(gate, "libreoffice", lambda: None)
    with pytest.raises(Refusal) as refused:
        read_file(put(tmp_path, "a.rtf", RICH))
    assert refused.value.reason is RefusalReason.UNSUPPORTED
    assert "LibreOffice" in refused.value.message
    assert LIBREOFFICE.install in refused.value.next_step


def test_what_libreoffice_does_not_open_is_refused(converter: Callable[[Exception], None], tmp_path: Path) -> None:
    converter(ConversionTimeoutError())
    with pytest.raises(Refusal, match=r"LibreOffice không mở được tệp «a\.rtf»"):
        read_file(put(tmp_path, "a.rtf", RICH))


def test_cut_off_files_are_damaged(tmp_path: Path) -> None:
    assert reason(put(tmp_path, "a.rtf", RICH[:-1])) is RefusalReason.DAMAGED
    assert reason(put(tmp_path, "a.doc", OLE_WORD)) is RefusalReason.DAMAGED
    assert reason(put(tmp_path, "a.odt", open_text()[:-40])) is RefusalReason.DAMAGED


def test_a_locked_opendocument_text() -> None:
    check_open_text(open_text())
    with pytest.raises(LockedWordError):
        check_open_text(open_text("<manifest:encryption-data/>"))


@pytest.fixture(scope="module")
def doc(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A .doc as LibreOffice writes it: our own conversion only goes the other way."""
    folder = tmp_path_factory.mktemp("doc")
    source = put(folder, "a.docx", word("NGHỊ QUYẾT", PROSE, *(f"{n}. {PROSE}" for n in range(1, 40))))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(libreoffice()), profile, "--headless", "--convert-to", "doc:MS Word 97", "--outdir", str(folder)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=120)
    return (folder / "a.doc").read_bytes()


@needs_libreoffice
def test_an_old_word_file_is_read(doc: bytes, tmp_path: Path) -> None:
    reading = read_file(put(tmp_path, "a.doc", doc))
    assert (reading.media_type, reading.pages) == ("application/msword", 0)
    assert [line.text for line in reading.lines[:3]] == ["NGHỊ QUYẾT", PROSE, f"1. {PROSE}"]
    assert len(reading.lines) == 41


@needs_libreoffice
def test_old_word_files_that_are_locked_cut_off_or_none(doc: bytes) -> None:
    check_doc(doc)
    locked = bytearray(doc)
    locked[doc.index(FIB, 512) + FLAGS_AT + 1] |= PASSWORD
    with pytest.raises(LockedWordError):
        check_doc(bytes(locked))
    with pytest.raises(DamagedWordError):
        check_doc(doc[: len(doc) * 2 // 3])
    with pytest.raises(NoWordError):
        check_doc(doc.replace("WordDocument".encode("utf-16-le"), "BookDocument".encode("utf-16-le")))


@pytest.mark.parametrize(
    "damaged",
    [
        RICH.replace(b"Roman;}}", b"Roman;}"),
        RICH.replace(b"{", b" "),
        RICH.replace(b" Chi", b" } Chi"),
        RICH.replace(b"Chi b", b"\0\0\0\0\0"),
    ],
    ids=["a group stays open", "no group", "the first group ends before the text", "blanked"],
)
def test_damage_within_rich_text(damaged: bytes) -> None:
    with pytest.raises(DamagedWordError):
        check_rich_text(damaged)


@pytest.mark.parametrize(
    "whole",
    [
        RICH,
        RICH + b"}\r\n\0",
        RICH.replace(b"Chi", rb"\{Chi\\"),
        RICH.replace(b"Chi", b"{\\pict\\bin4 \0}}{}Chi"),
    ],
    ids=["as it is", "closed too often", "braces that are printed", "bytes of a picture"],
)
def test_rich_text_that_only_looks_damaged(whole: bytes) -> None:
    check_rich_text(whole)
