from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from old_codes import SENTENCES, old

from ingest.read.legacy.convert import letters, to_unicode
from ingest.read.legacy.tables import Encoding, table

EXAMPLES = settings(max_examples=80, deadline=None)
SMALL = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ"
CAPITALS = SMALL.upper()
WORDS = st.text(SMALL + "bcghklmnpqrstvx .,;0123456789-/", max_size=60)


# Written by hand from the charts, so that a slip in a table does not cancel itself out.
@pytest.mark.parametrize(
    ("encoding", "codes", "text"),
    [
        (Encoding.TCVN3, "Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam"),
        (
            Encoding.TCVN3,
            "§éc lËp - Tù do - H¹nh phóc, ­u ®·i, ¡n, ¢n, ¤ng, ¥n, ¦u",
            "Độc lập - Tự do - Hạnh phúc, ưu đãi, Ăn, Ân, Ông, Ơn, Ưu",
        ),
        (Encoding.VNI, "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        (
            Encoding.VNI,
            "ÑAÛNG UÛY, thaúng haøng, öùng cöû, kyõ, thuî, chæ thò, lì xì",
            "ĐẢNG ỦY, thẳng hàng, ứng cử, kỹ, thuỵ, chỉ thị, lì xì",
        ),
        (
            Encoding.VISCII,
            "C\xb5ng hòa xã h\xb5i chü ngh\xeea Vi\xaet Nam, \xd0\xb5c l\xa7p",
            "Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập",
        ),
        (
            Encoding.VPS,
            "C\xb6ng hòa xã h\xb6i chû ngh\xefa Vi\x8ct Nam, \xf1\xb6c l\xc6p",
            "Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập",
        ),
    ],
)
def test_what_people_typed(encoding: Encoding, codes: str, text: str) -> None:
    assert to_unicode(codes, encoding) == text


@pytest.mark.parametrize("encoding", Encoding)
def test_every_letter_has_a_code(encoding: Encoding) -> None:
    marked = {letter for letter in SMALL + CAPITALS if not letter.isascii()}
    missing = marked - set(table(encoding).values())
    assert not missing if encoding is not Encoding.TCVN3 else not {letter for letter in missing if letter.islower()}


@EXAMPLES
@given(st.sampled_from(Encoding), WORDS)
def test_there_and_back(encoding: Encoding, text: str) -> None:
    assert to_unicode(old(text, encoding), encoding) == text


@EXAMPLES
@given(st.sampled_from([Encoding.VNI, Encoding.VPS, Encoding.VISCII]), WORDS)
def test_there_and_back_in_capitals(encoding: Encoding, text: str) -> None:
    assert to_unicode(old(text.upper(), encoding), encoding) == text.upper()


@EXAMPLES
@given(st.sampled_from(Encoding), st.text(max_size=40))
def test_every_character_keeps_its_place(encoding: Encoding, text: str) -> None:
    assert len(letters(text, encoding)) == len(text)


@EXAMPLES
@given(st.sampled_from(Encoding), st.text(st.characters(max_codepoint=0x7F, exclude_categories=["Cc"])))
def test_plain_letters_stay(encoding: Encoding, text: str) -> None:
    assert to_unicode(text, encoding) == text


def test_a_mark_goes_into_the_letter_before_it() -> None:
    assert letters("thaúng", Encoding.VNI) == ["t", "h", "ẳ", "", "n", "g"]


def test_marks_typed_one_by_one_and_under_capitals() -> None:
    assert to_unicode("VEÂØ Aùnh", Encoding.VNI) == "VỀ Ánh"


def test_capitals_of_a_font_of_capitals() -> None:
    assert to_unicode("quyÕt ®Þnh", Encoding.TCVN3, capitals=True) == "QUYẾT ĐỊNH"


def test_words_in_capitals_have_their_small_codes_raised() -> None:
    assert to_unicode("UBND THµNH PHè, CéNG HOµ, ¦U §·I", Encoding.TCVN3) == "UBND THÀNH PHỐ, CỘNG HOÀ, ƯU ĐÃI"


def test_names_keep_their_small_letters() -> None:
    assert (
        to_unicode("Hµ Néi, Mª Linh, Lý Sü, UBND x·, Q§-TTg", Encoding.TCVN3)
        == "Hà Nội, Mê Linh, Lý Sỹ, UBND xã, QĐ-TTg"
    )


def test_substituted_signs_become_letters_in_words_only() -> None:
    assert to_unicode("th−êng x∙, 5 − 3 = 2, A − B", Encoding.TCVN3) == "thường xã, 5 − 3 = 2, A − B"


def test_a_soft_hyphen_beside_the_letter_at_its_code_is_dropped() -> None:
    assert letters("t\xad\xadu b\xad", Encoding.TCVN3) == ["t", "ư", "", "u", " ", "b", "ư"]


def test_codes_as_windows_and_fonts_of_symbols_show_them() -> None:
    assert to_unicode("Vi\u0152t", Encoding.VPS) == "Việt"
    assert to_unicode("\uf0a7\uf0b6ng", Encoding.TCVN3) == "Đảng"


@pytest.mark.parametrize("encoding", Encoding)
@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentences(encoding: Encoding, sentence: str) -> None:
    assert to_unicode(old(sentence, encoding), encoding) == sentence
