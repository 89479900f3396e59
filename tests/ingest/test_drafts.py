"""Drafts as they are read: one text, notes below the body, pages, and what is refused."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest

from corpus.errors import Refusal, RefusalReason
from corpus.secrecy import Clearance
from ingest.drafts import read_draft
from ingest.read.macros import has_macros


def word_file(*paragraphs: str) -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_a_word_file_keeps_itself_for_its_comments() -> None:
    data = word_file("Đề dẫn của chi bộ", "Đoạn hai của đề dẫn")
    draft = read_draft("de-dan.docx", data)
    assert draft.text == "Đề dẫn của chi bộ\nĐoạn hai của đề dẫn"
    assert draft.body_end == len(draft.text)
    assert draft.word_file == data
    assert read_draft("a.txt", "Đề dẫn của chi bộ".encode()).word_file is None


def test_notes_stand_below_the_body_with_the_places_of_their_marks() -> None:
    draft = read_draft("a.md", "Nêu “một hai ba bốn”[^1] như thế.\n\n[^1]: Nghị quyết 05-NQ/ĐU.\n".encode())
    (note,) = draft.notes
    assert draft.text[: draft.body_end] == "Nêu “một hai ba bốn” như thế."
    assert draft.text[slice(*note.span)] == "Nghị quyết 05-NQ/ĐU."
    assert note.anchor is not None
    assert draft.text[: note.anchor].endswith("bốn”")


@pytest.mark.parametrize("name", ["../../etc/de-dan.txt", "C:\\ho-so\\de-dan.txt", "de-dan\x00\n.txt"])
def test_of_a_name_only_the_last_part_counts(name: str) -> None:
    assert read_draft(name, "Đề dẫn của chi bộ".encode()).name == "de-dan.txt"


def test_a_name_without_end_is_cut_before_its_suffix() -> None:
    name = read_draft("a" * 5000 + ".txt", "Đề dẫn của chi bộ".encode()).name
    assert len(name) == 120
    assert name.endswith("a.txt")


REFUSED = [
    ("a.docx", b"", RefusalReason.EMPTY),
    ("a.docx", b"\x89PNG\r\n\x1a\n0000", RefusalReason.MISLABELLED),
    ("a.docm", word_file("chữ"), RefusalReason.UNSUPPORTED),
    ("a.txt", b"a" * (20 * 1024 * 1024 + 1), RefusalReason.TOO_BIG),
    ("a.txt", "TỐI MẬT\nĐề dẫn của chi bộ thôn".encode(), RefusalReason.SECRET),
    ("a.txt", "LƯU HÀNH NỘI BỘ\nĐề dẫn của chi bộ thôn".encode(), RefusalReason.RESTRICTED),
]


@pytest.mark.parametrize(("name", "data", "reason"), REFUSED)
def test_refusals_name_the_file_and_speak_of_checking(name: str, data: bytes, reason: RefusalReason) -> None:
    with pytest.raises(Refusal, match=f"«{name}»") as told:
        read_draft(name, data)
    assert told.value.reason is reason
    assert "nạp lại" not in told.value.next_step


def test_where_restricted_papers_may_be_a_draft_may_be_one() -> None:
    data = "LƯU HÀNH NỘI BỘ\nĐề dẫn của chi bộ thôn".encode()
    assert read_draft("a.txt", data, Clearance.INTERNAL).text.endswith("chi bộ thôn")


def package(**parts: str) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as made:
        for name, text in parts.items():
            made.writestr(name.replace("__", "/"), text)
    return stream.getvalue()


def test_macros_are_found_whatever_the_file_is_called() -> None:
    assert has_macros(package(word__vbaProject="", **{"word/vbaProject.bin": "x"}))
    assert has_macros(package(**{"[Content_Types].xml": "application/vnd.ms-word.document.macroEnabled.main+xml"}))
    assert has_macros(package(**{"Basic/Standard/Module1.xml": "x"}))
    assert has_macros(b"\xd0\xcf\x11\xe0" + "_VBA_PROJECT".encode("utf-16-le"))
    assert not has_macros(word_file("chữ"))
    assert not has_macros(b"PK\x03\x04" + b"0" * 100)
    assert not has_macros(b"_VBA_PROJECT")
    with pytest.raises(Refusal) as told:
        read_draft("a.docx", package(**{"word/document.xml": "", "word/vbaProject.bin": "x"}))
    assert told.value.reason is RefusalReason.MACROS
