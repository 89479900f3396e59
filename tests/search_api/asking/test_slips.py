"""Slips in a question, as tables: what is read otherwise, what is only asked about, what stays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.terms import text_terms, word_term
from corpus.text import fold, words
from corpus.types import Span
from search_api.asking.slips import Reading, read

TEXTS = [
    "Chuyển đổi số ở chi bộ và đổi mới sinh hoạt chi bộ.",
    "Nghị quyết về chuyển đổi số quốc gia; dữ liệu số.",
    "Đảng viên chấp hành nghị quyết, kỷ luật của Đảng.",
    "Đảng viên bình đẳng trước kỷ luật; xử lý kỷ luật đảng viên.",
    "Xử lý đảng viên vi phạm; kỹ thuật số, đội ngũ cán bộ.",
    "Xử lý hồ sơ; trách nhiệm của bí thư chi bộ, lịch sử Đảng bộ xã.",
    "Nộp đảng phí hằng tháng; chỉ tiêu phát triển đảng viên.",
    "Sử dụng web và email; đôi khi phải họp trực tuyến, xây dựng Đảng.",
]


class Corpus:
    """The words of a few sentences, each as often as if it stood in three passages."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        for text in TEXTS:
            self._counts.update(dict.fromkeys(text_terms(text), 3))
        self._words = {match.group() for text in TEXTS for match in words(text.lower()) if match.group().isalpha()}

    def counts(self, terms: Collection[str]) -> Mapping[str, int]:
        return {term: self._counts[term] for term in terms if term in self._counts}

    def alike(self, plains: Collection[str]) -> Mapping[str, int]:
        return {word: self._counts[word_term(word)] for word in self._words if fold(word) in plains}


CORPUS = Corpus()

READ = {
    # leftover keys, alone and among words typed well
    "chuyeern ddooir soos": "chuyển đổi số",
    "chuyển ddooir soos ở chi bộ": "chuyển đổi số ở chi bộ",
    "nghij quyeets": "nghị quyết",
    "NGHIJ QUYEETS": "NGHỊ QUYẾT",
    "d9ang3 vie6n": "đảng viên",
    "chuye63n d9o6i3 so61": "chuyển đổi số",
    "ddangr vieen vi phạm": "đảng viên vi phạm",
    "Nghij quyeets 57": "Nghị quyết 57",
    "xuwr lys kyr luaatj": "xử lý kỷ luật",
    # misplaced tones
    "chuyển đôỉ số": "chuyển đổi số",
    "trách nhiệm cuả bí thư": "trách nhiệm của bí thư",
    # a wrong or missing mark that makes no word of the corpus
    "nghị quyêt": "nghị quyết",
    "Nghị quyêt": "Nghị quyết",
    "chi bô": "chi bộ",
    "đảng viẽn": "đảng viên",
    "kỹ luật đảng viên": "kỹ luật đảng viên",
    # doubled, missing, changed and transposed letters
    "chuyểnn đổi số": "chuyển đổi số",
    "chuyẻn đổi": "chuyển đổi",
    "nghị quyếtt": "nghị quyết",
    "trách nhiệ của bí thư": "trách nhiệm của bí thư",
    "trách nhiêmj của bí thư": "trách nhiệm của bí thư",
    "bí htư chi bộ": "bí thư chi bộ",
    "sinh hoạtt chi bộ": "sinh hoạt chi bộ",
    # the same without marks
    "chuyne doi so": "chuyen doi so",
    "sinh haot chi bo": "sinh hoat chi bo",
    "nghi quyett ve chuyen doi so": "nghi quyet ve chuyen doi so",
    # spelled as it sounds
    "xử lí kỉ luật": "xử lý kỷ luật",
    "kĩ thuật số": "kỹ thuật số",
    "xây rựng đảng": "xây dựng đảng",
}


@pytest.mark.parametrize(("typed", "meant"), READ.items())
def test_what_the_corpus_does_not_have_is_read_as_what_it_has(typed: str, meant: str) -> None:
    found = read(typed, CORPUS)
    assert found.text == meant
    assert bool(found.changes) == (typed != meant)
    assert all(change.typed in typed and change.read in meant for change in found.changes)


LIKELY = {
    "đẳng viên": "đảng viên",
    "kỷ luật đẳng viên": "kỷ luật đảng viên",
    "đội mới": "đổi mới",
    "sử lý kỷ luật": "xử lý kỷ luật",
    "su ly ky luat": "xu ly ky luat",
    "chỉ bộ": "chi bộ",
    "kỹ luật": "kỷ luật",
    "chuyen đổi số": "chuyển đổi số",
    "chuyển đổi so": "chuyển đổi số",
}


@pytest.mark.parametrize(("typed", "meant"), LIKELY.items())
def test_what_the_corpus_has_stays_and_what_was_likely_meant_is_asked(typed: str, meant: str) -> None:
    found = read(typed, CORPUS)
    assert (found.text, found.changes, found.suggestion) == (typed, (), meant)
    assert found.also
    assert all(phrase in meant for phrase in found.also)


STAYS = [
    "chuyển đổi số ở chi bộ",
    "chuyen doi so o chi bo",
    "đảng viên bình đẳng",
    "lịch sử đảng bộ xã",
    "mía đường",
    "AI, Telex, web, CSDL, data",
    "dùng app quét QR",
    "test nhanh, xe bus, robot, logo, taxi",
    "đồng chí Nguyễn Văn Bô",
    "NASA và TAR trong chi bộ",
    "khóa XIX",
    "UBND xã, HTX",
    "57-NQ/TW",
    "khoản 2 mục III nghị quyết 57",
    "điểm 6.1.2 quy định 294",
    "dieu5 qd294",
    "hoà giải, thuỷ lợi, khoẻ mạnh",
    '“nghị quyêt” và "chi bô"',
    "«nghij quyeets»",
    "có gì mới không",
    # words that happen not to be in the corpus, beside words that are
    "xét tặng bao nhiêu đảng viên",
    "tôi phải nộp mấy hồ sơ",
    "đồng chí nào lo chi bộ",
    "đảng viên ốm nặng",
    "nhổ mía xong họp chi bộ",
    "?",
]


@pytest.mark.parametrize("typed", STAYS)
def test_what_is_right_or_foreign_or_quoted_stays(typed: str) -> None:
    assert read(typed, CORPUS) == Reading(typed)


def test_without_a_corpus_only_keys_and_tones_are_read() -> None:
    assert read("chuyeern đôỉ soos").text == "chuyển đổi số"
    assert read("nghị quyêt chi bô") == Reading("nghị quyêt chi bô")


def test_one_key_may_be_chance_where_the_corpus_does_not_know_the_word() -> None:
    assert read("mer nhanh", CORPUS) == Reading("mer nhanh")
    assert read("mer ddangr", CORPUS).text == "mẻ đảng"


@given(st.lists(st.sampled_from([*READ, *LIKELY, *STAYS, "ß", "İ", '"', "a", "zz"]), max_size=4).map(" ".join))
def test_any_question_keeps_what_stands_between_its_words(text: str) -> None:
    found = read(text, CORPUS)
    assert [c for c in found.text if not c.isalnum()] == [c for c in text if not c.isalnum()]
    assert read(text, CORPUS) == found


def test_words_that_are_certain_are_no_slips() -> None:
    typed = "khoản ba chi bô"
    assert read(typed, CORPUS).text == "khoản ba chi bộ"
    kept = read(typed, CORPUS, [Span(9, len(typed))])
    assert (kept.text, kept.changes, kept.suggestion) == (typed, (), "")
