"""Leftovers of Telex and VNI keys and misplaced tones, as tables: what is decoded, and what stays as it is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.quality import is_syllable
from corpus.text import match_form
from corpus.typing_slips import decode, put_tone, well_placed

TELEX = {
    "chuyeern": "chuyển", "ddooir": "đổi", "soos": "số", "nghij": "nghị", "quyeets": "quyết", "ddangr": "đảng",
    "vieen": "viên", "dduwowngf": "đường", "dduowcj": "được", "nuocws": "nước", "thuwcj": "thực", "hieenj": "hiện",
    "cuar": "của", "hoas": "hóa", "uyr": "ủy", "gif": "gì", "giaf": "già", "quys": "quý", "ruwowuj": "rượu",
    "cuwsu": "cứu", "ddaij": "đại", "khoong": "không", "coong": "công", "tooi": "tôi", "nhwng": "nhưng",
    "uwowng": "ương", "nguyeexn": "nguyễn", "vawn": "văn", "hanhf": "hành", "luaatj": "luật", "kyr": "kỷ",
    "ddổi": "đổi", "dd": None, "NGHIJ": "NGHỊ", "Quyeets": "Quyết", "tuwr": "tử", "ddeer": "để", "laf": "là",
}  # fmt: skip
VNI = {
    "d9ang3": "đảng", "vie6n": "viên", "chuye63n": "chuyển", "d9o6i3": "đổi", "so61": "số", "nghi5": "nghị",
    "quye61t": "quyết", "thu7c5": "thực", "truong72": "trường", "tru7o7ng2": "trường", "nuo7c1": "nước",
    "gie61ng": "giếng", "gi2": "gì", "D9ang3": "Đảng", "va8n": "văn", "uy3": "ủy",
}  # fmt: skip
UNTOUCHED = [
    # foreign words, abbreviations, names of things
    "AI", "Telex", "web", "CSDL", "data", "TW", "tw", "UBND", "BCT", "SGK", "IoT", "DDoS", "email", "online", "video",
    "logo", "internet", "robot", "smart", "app", "excel", "word", "show", "test", "form", "bus", "box", "max", "tax",
    "visa", "taxi", "hero", "now", "law", "teen", "server", "user", "base", "core", "software", "startup", "blockchain",
    "wifi", "zalo", "Facebook", "pdf", "docx", "xls", "iso", "GRDP", "FDI", "ODA", "Laos", "is", "as", "has",
    # numbers and labels
    "IX", "XIX", "ix", "A1", "A4", "b1", "CO2", "co2", "of",
    "57", "mp3", "h2o", "nq57", "NQ57", "3g", "5a", "12a", "b2", "c1", "u23", "dieu5", "điều5", "khoan2", "quy2",
    "thang6", "nam2025", "qd294", "muc3", "covid19", "k12",
    # words as they are
    "chuyen", "chuyển", "doi", "đổi", "so", "số", "nghi", "quyet", "xoong", "boong", "xa", "hoi", "a", "ở", "", "đ",
]  # fmt: skip


@pytest.mark.parametrize(("typed", "meant"), [*TELEX.items(), *VNI.items()])
def test_keys_are_read_as_the_word_they_would_have_made(typed: str, meant: str | None) -> None:
    read = decode(typed)
    assert (read.word if read else None) == meant


@pytest.mark.parametrize("word", UNTOUCHED)
def test_what_is_a_word_or_no_vietnamese_stays(word: str) -> None:
    assert decode(word) is None


def test_two_keys_are_no_chance() -> None:
    read = [decode(word) for word in ("nghij", "soos", "dduwowngf")]
    assert [found.keys for found in read if found] == [1, 2, 4]


PLACED = {
    "đôỉ": "đổi", "cuả": "của", "qủa": "quả", "gía": "giá", "qúy": "quý", "ngừơi": "người", "giưã": "giữa",
    "Đôỉ": "Đổi", "ĐÔỈ": "ĐỔI", "chuỷên": "chuyển", "tòan": "toàn", "khoẻ": "khoẻ", "hoà": "hoà", "hóa": "hóa",
    "toàn": "toàn", "quý": "quý", "khuỷu": "khuỷu", "đổi": "đổi", "nghĩa": "nghĩa", "giữa": "giữa", "của": "của",
    "thuỷ": "thuỷ", "gìn": "gìn", "gì": "gì", "việc": "việc", "người": "người", "quyền": "quyền", "ngoài": "ngoài",
    "được": "được", "mía": "mía", "thuở": "thuở", "cà-phê": "cà-phê", "Zürich": "Zürich", "AI": "AI", "doi": "doi",
}  # fmt: skip


@pytest.mark.parametrize(("typed", "meant"), PLACED.items())
def test_a_misplaced_tone_is_put_right_and_both_styles_are_right(typed: str, meant: str) -> None:
    assert well_placed(typed) == meant


@pytest.mark.parametrize(
    ("letters", "syllable"),
    [("hoa", "hóa"), ("toan", "toán"), ("quy", "quý"), ("gi", "gí"), ("gia", "giá"), ("giêng", "giếng"), ("mua", "múa"),
     ("ngoai", "ngoái"), ("ưu", "ứu"), ("ươu", "ướu"), ("khuya", "khuýa"), ("uy", "úy"), ("bcd", "bcd")],
)  # fmt: skip
def test_where_a_tone_stands(letters: str, syllable: str) -> None:
    assert put_tone(letters, "\u0301") == syllable


@given(st.text(alphabet="aăâeêioôơuưydđghnmctrsfjxzwklpqv123456789 ÔỉA", max_size=9))
def test_what_is_decoded_is_a_syllable_in_nfc(word: str) -> None:
    read = decode("".join(word.split()))
    if read:
        assert is_syllable(read.word)
        assert unicodedata.is_normalized("NFC", read.word)
        assert well_placed(read.word) == match_form(read.word) or read.word != read.word.lower()
