"""What a question names is found in the corpus and comes first; what is not there changes nothing."""

from __future__ import annotations

import pytest
from small_corpus import NAMES, NQ57, QD03

from corpus.runtime.library import Library
from corpus.types import Filters
from search_api.asking.address import Addressed, locate
from search_api.asking.understand import understand
from search_api.service import Service

NQ18_2017, NQ18_2022 = NAMES["18-NQ/TW@2017-10-25"], NAMES["18-NQ/TW@2022-06-16"]
KH94_TW, KH94_BTG = NAMES["94-KH/TW@2025-03-01"], NAMES["94-KH/BTGDVTW@2025-04-01"]
ND2020, ND2021 = NAMES["30/2020/NĐ-CP@2020-03-05"], NAMES["30/2021/NĐ-CP@2021-03-26"]
CT45, STATUTE, NAMED_BY_FILE = (
    NAMES["45-CT/TW@None"],
    NAMES["Hội Làm vườn xã Mẫu@2023-01-19"],
    NAMES["về hàng rào@None"],
)


def located(library: Library, question: str, filters: Filters | None = None) -> Addressed:
    return locate(library, understand(question, filters or Filters()))


def found(service: Service, question: str, count: int = 3) -> list[str]:
    return [hit.listed.id for hit in service.find(question, Filters()).hits[:count]]


DOCUMENTS = {
    "57-NQ/TW": [NQ57.ref.id],
    "nghi quyet so 57": [NQ57.ref.id],
    "57/NQ-TW": [NQ57.ref.id],
    "nghị quyết 057": [NQ57.ref.id],
    "57-CT/TW": [],
    "57-NQ/TU": [],
    "quyết định 3": [QD03.ref.id],
    "quy định 03-QĐ/ĐU": [QD03.ref.id],
    "quy định 03-QĐ/TW": [],
    # numbers repeat: newest first, one of them with a year or a date
    "18-NQ/TW": [NQ18_2022, NQ18_2017],
    "nghị quyết 18": [NQ18_2022, NQ18_2017],
    "nghị quyết 18 năm 2017": [NQ18_2017],
    "nghị quyết 18-NQ/TW ngày 16/6/2022": [NQ18_2022],
    "nghị quyết 18 năm 2030": [NQ18_2022, NQ18_2017],
    "nghị định 30/2020": [ND2020],
    "30/2021/NĐ-CP": [ND2021],
    "nghị định 30": [ND2021, ND2020],
    # the body in full, in part, not given
    "94-KH/TW": [KH94_TW],
    "94- KH/BTGDVTW": [KH94_BTG],
    "kế hoạch 94": [KH94_BTG, KH94_TW],
    # without a number of its own
    "66-NQ/TW": [NAMED_BY_FILE],
    "điều 7 điều lệ": [STATUTE],
    "điều 7 điều lệ hội": [STATUTE],
    "dieu 7 dieu le hoi lam vuon": [STATUTE],
    "điều 7 điều lệ đảng": [],
    "điều lệ": [],
    # by words of the title, right behind the kind
    "nghị quyết phát triển vườn ươm": [NQ57.ref.id],
    "nghi quyet ve phat trien vuon uom": [NQ57.ref.id],
    "nghị quyết của Bộ Chính trị về phát triển vườn ươm có gì mới": [NQ57.ref.id],
    "Nghị quyết phát triển, vườn ươm: cây giống": [NQ57.ref.id],
    "nghị quyết phát triển và vườn ươm": [NQ57.ref.id],
    "nghị quyết phát triển vườn": [],
    "nghị quyết có phát triển vườn ươm": [],
    "quy định phát triển vườn ươm": [],
    "phát triển vườn ươm": [],
    "nghị quyết vườn ươm phát triển": [],
    # by a popular name, if it is here; the year decides between documents of one number
    "nghị quyết đất đai": [NQ18_2022],
    "nghị quyết tinh gọn bộ máy": [NQ18_2017],
    "bốn nghị quyết trụ cột": [NAMED_BY_FILE, NQ57.ref.id],
    "nghị quyết tam nông": [],
    # no such document
    "99-NQ/TW": [],
    "nghị quyết 999": [],
    "cây giống": [],
}


@pytest.mark.parametrize(("question", "documents"), DOCUMENTS.items())
def test_documents_are_found_by_what_they_are_called(small: Library, question: str, documents: list[str]) -> None:
    assert list(located(small, question).documents) == documents


def test_filters_narrow_what_a_number_may_mean(small: Library) -> None:
    assert located(small, "18-NQ/TW", Filters(year=(2017,))).documents == (NQ18_2017,)
    assert located(small, "điều 7 điều lệ", Filters(kind=("Nghị quyết",))).documents == ()
    narrowed = located(small, "18-NQ/TW", Filters(kind=("Nghị quyết",))).filters
    assert narrowed == Filters(document=(NQ18_2022, NQ18_2017), kind=("Nghị quyết",))


CHOICES = {
    "nghị quyết 18": [NQ18_2022, NQ18_2017],
    "18-NQ/TW": [NQ18_2022, NQ18_2017],
    "kế hoạch 94": [KH94_BTG, KH94_TW],
    "nghị định 30": [ND2021, ND2020],
    "khoản 1 nghị quyết 18": [NQ18_2022, NQ18_2017],
    "bốn nghị quyết trụ cột": [NAMED_BY_FILE, NQ57.ref.id],
    # the year or the body decides, or there is one only
    "nghị quyết 18 năm 2017": [],
    "18-NQ/TW ngày 16/6/2022": [],
    "kế hoạch 94-KH/TW": [],
    "nghị quyết 57": [],
    "nghị quyết 999": [],
    "nghị quyết phát triển vườn ươm": [],
    "cây giống": [],
}


@pytest.mark.parametrize(("question", "choices"), CHOICES.items())
def test_a_number_that_several_carry_is_a_choice(small: Library, question: str, choices: list[str]) -> None:
    assert list(located(small, question).choices) == choices


def test_a_chosen_document_leaves_no_choice(small: Library) -> None:
    assert located(small, "nghị quyết 18", Filters(document=(NQ18_2017,))).choices == ()
    assert located(small, "nghị quyết phát triển vườn ươm", Filters(document=(NQ18_2017,))).documents == ()


def test_all_choices_are_searched(service: Service) -> None:
    assert {name.partition("/")[0] for name in found(service, "nghị quyết 18", 2)} == {NQ18_2022, NQ18_2017}


def test_words_of_a_title_may_be_the_topic_and_lift_a_little(service: Service, small: Library) -> None:
    question = "nghị quyết phát triển vườn ươm"
    assert located(small, question).words == question
    hits = service.find(question, Filters()).hits
    assert hits[0].listed.ref.id == NQ57.ref.id
    assert hits[0].score <= 1.8 + 0.4
    named = located(small, f"khoản 2 mục III {question}")
    assert named.places == (f"{NQ57.ref.id}/muc-iii/khoan-2",)


BESIDE = {
    "chuyển đổi số ở thôn": ["CĐS"],
    "CĐS ở thôn": [],
    "BTC thôn": ["ban tổ chức", "bộ tài chính"],
    "cây giống": [],
}


@pytest.mark.parametrize(("question", "others"), BESIDE.items())
def test_other_spellings_are_looked_for_beside_the_words(small: Library, question: str, others: list[str]) -> None:
    assert [other.text for other in located(small, question).beside] == others


def test_slips_are_told_by_the_corpus(service: Service) -> None:
    typed, meant = (service.search(text, Filters(), 1, 9) for text in ("caay gioongs ở thôn", "cây giống ở thôn"))
    assert typed.understood.text == meant.query == meant.understood.text
    assert [change.typed for change in typed.understood.changes] == ["caay", "gioongs"]
    assert meant.understood.changes == ()
    assert typed.hits == meant.hits


UNITS = {
    "khoản 2 mục III nghị quyết 57": [f"{NQ57.ref.id}/muc-iii/khoan-2"],
    "muc 3 khoan 2 nq 57": [f"{NQ57.ref.id}/muc-iii/khoan-2"],
    "mục III.2 nghị quyết 57": [f"{NQ57.ref.id}/muc-iii/khoan-2"],
    "mục 3.2 nghị quyết 57": [f"{NQ57.ref.id}/muc-iii/khoan-2"],
    "phần III nghị quyết 57": [f"{NQ57.ref.id}/muc-iii"],
    "gạch đầu dòng thứ 2 khoản 2 mục III nghị quyết 57": [f"{NQ57.ref.id}/muc-iii/khoan-2/gach-2"],
    "khoản 2 nghị quyết 57": [f"{NQ57.ref.id}/muc-iii/khoan-2", f"{NQ57.ref.id}/muc-iv/khoan-2"],
    "điểm đ khoản 1 điều 2 quy định 3": [f"{QD03.ref.id}/chuong-ii/dieu-2/khoan-1/diem-dd"],
    "điểm d khoản 1 điều 2 quy định 3": [f"{QD03.ref.id}/chuong-ii/dieu-2/khoan-1/diem-d"],
    "diem d dieu 2 quy dinh 3": [
        f"{QD03.ref.id}/chuong-ii/dieu-2/khoan-1/diem-d",
        f"{QD03.ref.id}/chuong-ii/dieu-2/khoan-1/diem-dd",
    ],
    "phụ lục quy định 3": [f"{QD03.ref.id}/phu-luc"],
    "mục 3.2 chỉ thị 45": [f"{CT45}/khoan-3/so-3-2"],
    "3.2 chỉ thị 45": [f"{CT45}/khoan-3/so-3-2"],
    "điểm a mục 3.2 chỉ thị 45": [f"{CT45}/khoan-3/so-3-2/diem-a"],
    "mục 3 chỉ thị 45": [f"{CT45}/khoan-3"],
    "khoản 1 nghị quyết 18": [f"{NQ18_2022}/khoan-1", f"{NQ18_2017}/khoan-1"],
    "điều 7 điều lệ": [f"{STATUTE}/dieu-7"],
    # no such unit
    "khoản 9 mục III nghị quyết 57": [],
    "điều 5 nghị quyết 57": [],
    "khoản 2 mục III": [],
    "điều 5": [],
}


@pytest.mark.parametrize(("question", "places"), UNITS.items())
def test_units_are_found_by_the_end_of_their_path(small: Library, question: str, places: list[str]) -> None:
    assert list(located(small, question).places) == places


def test_a_unit_that_prints_only_its_label_lifts_what_stands_in_it(small: Library, service: Service) -> None:
    addressed = located(small, "điều 2 quy định 3")
    assert addressed.places == (f"{QD03.ref.id}/chuong-ii/dieu-2",)
    assert addressed.units == ()
    assert all("/dieu-2/" in name for name in found(service, "điều 2 quy định 3"))


@pytest.mark.parametrize(("question", "places"), [(q, p) for q, p in UNITS.items() if p])
def test_named_units_come_first(service: Service, question: str, places: list[str]) -> None:
    hits = service.find(question, Filters()).hits
    assert {hit.listed.id for hit in hits[: len(places)]} == set(places)
    assert all("address" in hit.matched_by for hit in hits[: len(places)])


def test_then_what_stands_in_the_unit_then_the_document_then_the_rest(service: Service) -> None:
    hits = [hit.listed.id for hit in service.find("mục III nghị quyết 57", Filters()).hits]
    unit, document = f"{NQ57.ref.id}/muc-iii", f"{NQ57.ref.id}/"
    ranks = [0 if h == unit else 1 if h.startswith(unit + "/") else 2 if h.startswith(document) else 3 for h in hits]
    assert ranks == sorted(ranks)
    assert set(ranks) == {0, 1, 2, 3}


def test_a_hit_says_whether_its_unit_or_only_its_document_was_named(service: Service) -> None:
    named = {hit.listed.id: hit.named for hit in service.find("mục III nghị quyết 57", Filters()).hits}
    unit, document = f"{NQ57.ref.id}/muc-iii", f"{NQ57.ref.id}/"
    for name, reason in named.items():
        inside = name == unit or name.startswith(unit + "/")
        assert reason == ("address" if inside else "document" if name.startswith(document) else "")


def test_the_topic_ranks_inside_the_document(service: Service) -> None:
    assert found(service, "57-NQ/TW bang tinh gui cac thon", 1) == [f"{NQ57.ref.id}/muc-iii/khoan-2/gach-2"]
    assert found(service, "chăm sóc cây trong nghị quyết 57", 1)[0].startswith(NQ57.ref.id)


def test_words_to_look_for(small: Library) -> None:
    assert located(small, "57-NQ/TW bảng tính").words == "bảng tính"
    assert located(small, "nghị quyết 57").words == "nghị quyết 57"
    # A document that is not here may be mentioned in others; a unit of no document is a word like others.
    assert located(small, "nghị quyết 99 bảng tính").words == "nghị quyết 99 bảng tính"
    assert located(small, "điều 5 bảng tính").words == "điều 5 bảng tính"
    assert located(small, "CĐS ở thôn").words == "CĐS ở thôn chuyển đổi số"


@pytest.mark.parametrize("question", ["99-NQ/TW cây giống", "khoản 2 mục III cây giống"])
def test_what_is_not_there_lifts_nothing(service: Service, question: str) -> None:
    hits = service.find(question, Filters()).hits
    assert hits
    assert all(not hit.named and hit.score <= 2.32 for hit in hits)


def test_an_absent_unit_of_a_present_document_still_finds_the_document(service: Service) -> None:
    hits = service.find("khoản 9 mục III nghị quyết 57", Filters()).hits
    assert hits[0].listed.ref.id == NQ57.ref.id
    assert "document" in hits[0].matched_by
