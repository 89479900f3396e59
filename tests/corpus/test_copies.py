"""When two files are copies of one document; the margins on real documents are in ``tests/golden``."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from made_copies import DAY, HTML, copy, items, scanned

from corpus.copies import contradict, copies_overlap, identity_of
from corpus.types import Document

SIGNED = copy()
HALF = items()[5:15]


def with_secrecy(document: Document, mark: str) -> Document:
    return replace(document, ref=replace(document.ref, secrecy=mark))


COPIES = {
    "the same words": copy(name="khac.docx"),
    "nothing stated but the number": copy(day=None, issuer=None, kind=None),
    "a number without its zero": copy(number="5-NQ/ĐU"),
    "the issuer in a fuller form": copy(issuer="Ban Chấp hành Đảng ủy xã Minh Khai Mẫu"),
    "a scan": scanned(copy()),
    "an excerpt": copy(*HALF),
    "a press page": copy("Ngày 18/8, Đảng ủy xã đã ban hành nghị quyết.", *items()[:12], media_type=HTML),
    "tone marks in the other style": copy(*(item.replace("hóa", "hoá") for item in items())),
    "no number, the same kind": copy(number=None, issuer=None),
    "a scan without a number": scanned(copy(number=None)),
    "nothing stated at all, the same words": copy(number=None, day=None, issuer=None, kind=None),
}
OTHERS = {
    "another number": copy(number="06-NQ/ĐU"),
    "another year": copy(day=date(2022, 8, 18)),
    "another kind": copy(kind="Kế hoạch"),
    "a template of another commune": copy(*items("Tân Lập Mẫu"), issuer="Đảng ủy xã Tân Lập Mẫu"),
    "a template of another commune, nothing stated": copy(
        *items("Tân Lập"), number=None, issuer=None, kind=None, day=None
    ),
    "the same number on other words": copy(*items(seed=2)),
    "a decision for the regulation attached to it": copy(*HALF, number=None, kind="Quy chế"),
    "few words without a number": copy("1. Giao các chi bộ trong xã thực hiện.", number=None),
    "the consolidated text": copy("VĂN BẢN HỢP NHẤT", *items()),
    "the draft": with_secrecy(copy(), "DỰ THẢO"),
}


@pytest.mark.parametrize("other", COPIES.values(), ids=COPIES.keys())
def test_copies_are_recognised(other: Document) -> None:
    assert copies_overlap(SIGNED, other) > 0
    assert copies_overlap(SIGNED, other) == copies_overlap(other, SIGNED)


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS.keys())
def test_others_are_not_copies(other: Document) -> None:
    assert copies_overlap(SIGNED, other) == copies_overlap(other, SIGNED) == 0


def test_two_drafts_are_copies_only_of_the_same_words() -> None:
    first, second = (with_secrecy(copy(name=name), "DỰ THẢO") for name in ("a.pdf", "b.pdf"))
    assert copies_overlap(first, second) == 1
    third = with_secrecy(copy(*items()[:-1], "20. Giao Đảng ủy viên theo dõi."), "DỰ THẢO")
    assert copies_overlap(first, third) == 0


def test_what_is_not_stated_contradicts_nothing() -> None:
    silent = copy(number=None, day=None, issuer=None, kind=None)
    assert not contradict(SIGNED.ref, silent.ref)
    assert not contradict(silent.ref, silent.ref)


def test_all_copies_together_state_what_the_document_is() -> None:
    press = copy(media_type=HTML)
    silent = copy(number=None, day=None, issuer=None)
    together = identity_of([silent, press])
    assert (together.number, together.issued_on, together.issuer) == ("05-NQ/ĐU", DAY, press.ref.issuer)
    assert together.id == SIGNED.ref.id
    assert identity_of([SIGNED, silent]) == SIGNED.ref
    assert identity_of([silent]) == silent.ref
