from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from old_codes import SENTENCES, old

from ingest.read.legacy.fonts import LegacyFont, Piece, by_font, encodings_of, legacy_font, legacy_fonts
from ingest.read.legacy.tables import Encoding

SMALL, LARGE = LegacyFont(Encoding.TCVN3, False), LegacyFont(Encoding.TCVN3, True)
VNI = LegacyFont(Encoding.VNI, False)


@pytest.mark.parametrize(
    ("name", "drawn"),
    [
        (".VnTime", SMALL),
        (".vntime", SMALL),
        (".VnTimeH", LARGE),
        (".VnArial NarrowH", LARGE),
        (".Vn3DH,Bold", LARGE),
        (".VnTime,BoldItalic", SMALL),
        (".VnArialH-Bold", LARGE),
        ("ABCDEF+.VnTimeH", LARGE),
        ("VnTime", SMALL),
        ("FBHPFN+VnTimeHBold", LARGE),
        ("VnTimeItalic", SMALL),
        (".VnTime;Times New Roman", SMALL),
        ("VNI-Times", VNI),
        ("Vni-Helve,Bold", VNI),
        ("VNI Times", VNI),
        ("VPS Times", LegacyFont(Encoding.VPS, False)),
        ("VPS Times Hoa", LegacyFont(Encoding.VPS, True)),
        ("VI Times", LegacyFont(Encoding.VISCII, False)),
        ("Times New Roman", None),
        ("VNtimes new roman", None),
        ("VnTools", None),
        ("Vnimi", None),
        ("Vni", None),
        ("UVN Ai Cap", None),
        ("UTM Vni", None),
        ("Wingdings", None),
        ("Symbol", None),
        ("VIP Sans", None),
        ("", None),
    ],
)
def test_names(name: str, drawn: LegacyFont | None) -> None:
    assert legacy_font(name) == drawn


def test_a_name_is_not_believed_where_the_text_is_unicode_already() -> None:
    assert legacy_fonts([[Piece(".VnTime", sentence)] for sentence in SENTENCES]) == {}


def test_a_name_is_not_believed_where_another_encoding_uses_it() -> None:
    assert legacy_fonts([[Piece(".VnTime", old(sentence, Encoding.VNI))] for sentence in SENTENCES]) == {}


@pytest.mark.parametrize("encoding", [Encoding.TCVN3, Encoding.VNI, Encoding.VPS])
def test_true_names(encoding: Encoding) -> None:
    name = {Encoding.TCVN3: ".VnTime", Encoding.VNI: "VNI-Times", Encoding.VPS: "VPS Times"}[encoding]
    pieces = [Piece(name, old(sentence, encoding)) for sentence in SENTENCES]
    fonts = legacy_fonts([piece] for piece in pieces)
    assert [text for piece in pieces for text in by_font([piece], fonts)] == list(SENTENCES)
    assert encodings_of([name, "Arial"], fonts) == (encoding.value,)


def test_runs_of_several_fonts_each_by_its_own() -> None:
    pieces = [
        Piece(".VnTimeH", "®"),
        Piece(".VnTime", "¶ng bé x· "),
        Piece("Arial", "Đảng ủy – ü"),
        Piece("VNI-Times", " Ñaûng"),
        Piece("Symbol", "\u00b7"),
    ]
    fonts = {".VnTime": SMALL, ".VnTimeH": LARGE, "VNI-Times": VNI}
    assert by_font(pieces, fonts) == ["Đ", "ảng bộ xã ", "Đảng ủy – ü", " Đảng", "\u00b7"]


def test_a_letter_over_two_runs_stays_in_the_first() -> None:
    pieces = [Piece("VNI-Times", "Ña"), Piece("VNI-Helve", "ûng vieâ"), Piece("VNI-Times", "n")]
    assert by_font(pieces, {"VNI-Times": VNI, "VNI-Helve": VNI}) == ["Đả", "ng viê", "n"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 60), max_size=6), st.sampled_from(SENTENCES))
def test_wherever_runs_are_cut(cuts: list[int], sentence: str) -> None:
    codes = old(sentence, Encoding.VNI)
    places = [0, *sorted(cuts), len(codes)]
    pieces = [Piece("VNI-Times", codes[start:end]) for start, end in pairwise(places)]
    assert "".join(by_font(pieces, {"VNI-Times": VNI})) == sentence


def test_a_paragraph_in_unicode_stays_under_an_old_font() -> None:
    assert by_font([Piece(".VnTime", "Có "), Piece(".VnTime", "đủ điều kiện")], {".VnTime": SMALL}) == [
        "Có ",
        "đủ điều kiện",
    ]
