from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from old_codes import SENTENCES, old

from ingest.read.legacy.by_text import best_encoding, by_text
from ingest.read.legacy.tables import Encoding

EXAMPLES = settings(max_examples=60, deadline=None)
FOREIGN = (
    "Les élèves où été déjà né à l'école française près de la forêt où naît l'été",
    "El niño pequeño está aquí mañana con su señor, según él",
    "Die Bürger hören über größere Änderungen, natürlich auch für später",
    "Não há informação à disposição do cidadão, então não é possível",
    "The committee shall meet once a month — see § 5, «Rules»",
)
FORMULAS = ("x² ± µ · y³ = 5°C", "S = 120 m² × 3 m³/ngày; 15 km², 25 cm²", "α ≤ β ± ½", "¾ ¼ ½ © ® «A»")


def read(lines: list[str]) -> list[str]:
    return ["".join(verdict.found) for verdict in by_text(lines)]


@pytest.mark.parametrize("encoding", Encoding)
def test_each_encoding_by_its_text(encoding: Encoding) -> None:
    lines = [old(sentence, encoding) for sentence in SENTENCES]
    assert read(lines) == list(SENTENCES)
    assert {verdict.encoding for verdict in by_text(lines)} == {encoding}
    assert best_encoding("\n".join(lines)) is encoding


@pytest.mark.parametrize("encoding", Encoding)
def test_mixed_documents(encoding: Encoding) -> None:
    short = old("QĐ-ĐU", encoding)
    unicode = ["Có lý do chính đáng", "Các chi bộ được đọc nghị quyết", *FOREIGN, *FORMULAS[:1]]
    lines = [old(SENTENCES[0], encoding), short, *unicode, old(SENTENCES[1], encoding), short]
    assert read(lines) == [SENTENCES[0], "QĐ-ĐU", *unicode, SENTENCES[1], "QĐ-ĐU"]


def test_two_encodings_in_one_file() -> None:
    assert read([old(SENTENCES[0], Encoding.TCVN3), old(SENTENCES[1], Encoding.VNI)]) == list(SENTENCES[:2])


def test_words_in_unicode_within_a_line() -> None:
    line = "Đồng chí Nguyễn Văn Mẫu được " + old(SENTENCES[0], Encoding.TCVN3)
    assert read([line]) == ["Đồng chí Nguyễn Văn Mẫu được " + SENTENCES[0]]


@pytest.mark.parametrize("line", [*FOREIGN, *FORMULAS, *SENTENCES])
def test_what_is_good_already_stays(line: str) -> None:
    assert read([line] * 4) == [line] * 4


WORDS = [word for sentence in SENTENCES for word in sentence.split()]


@EXAMPLES
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join), max_size=8))
def test_unicode_is_never_touched(lines: list[str]) -> None:
    assert read(lines) == lines


@EXAMPLES
@given(st.lists(st.text(max_size=40), max_size=5))
def test_any_text_keeps_its_length(lines: list[str]) -> None:
    assert [len(verdict.found) for verdict in by_text(lines)] == [len(line) for line in lines]
