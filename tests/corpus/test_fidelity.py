"""Which copy is the best: a total order."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from made_copies import HTML, PDF, WORD, copy, items, scanned

from corpus.fidelity import Fidelity, best_first, fidelity
from corpus.types import Document, RecognisedWord, Step


def portal(document: Document) -> Document:
    return replace(document, place="Minh Khai Mẫu")


WITH_PAGES = copy(name="trang.docx", media_type=WORD)
WITH_PAGES = replace(WITH_PAGES, source=replace(WITH_PAGES.source, pages=9))
RANKED = [
    (Fidelity.PDF, copy()),
    (Fidelity.WORD_WITH_PAGES, WITH_PAGES),
    (Fidelity.WORD, copy(name="a.docx", media_type=WORD)),
    (Fidelity.PORTAL, portal(copy(name="a.html", media_type=HTML))),
    (Fidelity.TEXT, copy(name="a.md", media_type="text/markdown")),
    (Fidelity.SCAN, scanned(copy())),
    (Fidelity.PRESS, copy(name="bao.html", media_type=HTML)),
]


@pytest.mark.parametrize(("wanted", "document"), RANKED)
def test_the_format_tells_the_fidelity(wanted: Fidelity, document: Document) -> None:
    assert fidelity(document) is wanted


@pytest.mark.parametrize(
    "media_type", ["application/msword", "application/rtf", "application/vnd.oasis.opendocument.text"]
)
def test_what_an_office_program_wrote_is_as_near_as_word(media_type: str) -> None:
    assert fidelity(copy(media_type=media_type)) is Fidelity.WORD


def test_a_number_in_the_letterhead_makes_a_portal() -> None:
    assert fidelity(copy("Đảng ủy xã Mẫu | Số: 05-NQ/ĐU", *items(), media_type=HTML)) is Fidelity.PORTAL
    assert fidelity(copy("Toàn văn Nghị quyết số 05-NQ/ĐU", *items(), media_type=HTML)) is Fidelity.PRESS


def test_one_scanned_annex_makes_no_scan() -> None:
    document = copy()
    annex = RecognisedWord(0, len(document.text) // 4, 80)
    assert fidelity(replace(document, layout=replace(document.layout, words=(annex,)))) is Fidelity.PDF


def test_copies_that_have_all_parts_stand_by_fidelity_whatever_their_order() -> None:
    wanted = [document.source.sha256 for _, document in RANKED]
    for order in itertools.islice(itertools.permutations(document for _, document in RANKED), 0, 5040, 1009):
        assert [document.source.sha256 for document in best_first(order)] == wanted


def test_a_copy_that_lacks_parts_loses_whatever_its_format() -> None:
    excerpt, whole = copy(*items()[:15]), copy(name="bao.html", media_type=HTML)
    assert best_first([excerpt, whole])[0] is whole
    assert best_first([whole, excerpt])[0] is whole


@pytest.mark.parametrize("lost", [0, 7, 19], ids=["the first item", "one in the middle", "the last"])
def test_one_item_of_many_is_a_part(lost: int) -> None:
    long = [item for seed in range(1, 9) for item in items(seed=seed)]
    lacking = portal(copy("Đảng ủy xã Mẫu | Số: 05-NQ/ĐU", *long[:lost], *long[lost + 1 :], media_type=HTML))
    press = copy(*long, name="bao.html", media_type=HTML)
    assert fidelity(lacking) < fidelity(press)
    assert best_first([lacking, press])[0] is press
    assert best_first([press, scanned(copy(*long[:lost], *long[lost + 1 :]))])[0] is press


def test_a_paragraph_within_an_item_is_a_part() -> None:
    whole = copy(*items()[:-1], f"{items()[-1]} {items(seed=5)[0]}", name="bao.html", media_type=HTML)
    assert best_first([copy(), whole])[0] is whole


def test_parts_in_another_order_are_there() -> None:
    turned = copy(*items()[10:], *items()[:10], media_type=HTML)
    assert best_first([turned, copy()])[0].source.media_type == PDF


def test_lines_below_a_signed_document_are_no_part_of_it() -> None:
    page = portal(copy(*items()[:-1], items()[-1] + " Tin liên quan: " + " ".join(items(seed=6)[:3]), media_type=HTML))
    signed = copy(*items(), "Nguyễn Văn Mẫu")
    signature = replace(signed.sections[-1], path=(Step("ký", ""),), address="ky")
    signed = replace(signed, sections=(*signed.sections[:-1], signature))
    assert best_first([page, signed])[0] is signed


def test_an_annex_behind_the_signature_is_a_part() -> None:
    def annexed(document: Document, *units: str) -> Document:
        changed = zip(document.sections[-len(units) :], units, strict=True)
        last = (replace(section, path=(Step(unit, ""),), address=unit) for section, unit in changed)
        return replace(document, sections=(*document.sections[: -len(units)], *last))

    whole = annexed(copy(*items(), "Nguyễn Văn Mẫu", items(seed=6)[0], media_type=HTML), "ký", "phụ lục")
    assert best_first([annexed(copy(*items(), "Nguyễn Văn Mẫu"), "ký"), whole])[0] is whole


def test_what_a_web_page_adds_makes_it_no_better() -> None:
    page = portal(copy(*items()[:-1], items()[-1] + " Tin liên quan: xã tổng kết.", media_type=HTML))
    assert best_first([page, copy()])[0].source.media_type == PDF


def test_a_scan_lacks_nothing_because_it_is_hard_to_read() -> None:
    scan = scanned(copy(), 0.05)
    press = copy(*items()[:16], media_type=HTML)
    assert best_first([press, scan])[0] is scan


def test_of_two_scans_the_one_that_reads_better_stands_first() -> None:
    good, bad = scanned(copy(), 0.01), scanned(copy(), 0.06)
    assert best_first([bad, good])[0] is good


def test_equals_stand_by_their_files() -> None:
    twins = [copy(name=name) for name in ("a.pdf", "b.pdf")]
    assert best_first(twins) == best_first(twins[::-1])
    assert best_first(twins)[0].source.sha256 < best_first(twins)[1].source.sha256
