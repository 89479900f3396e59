"""Verdicts on quotations, and what is told of them, over the sample documents."""

from __future__ import annotations

import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from doubles import ENCODER, SPEC, settings_in
from sample_corpus import sample_documents
from small_corpus import put

from corpus.drafts import Draft, DraftNote, pasted_draft
from corpus.errors import BadQuery, TooLong
from corpus.runtime.library import Library
from corpus.types import Span
from search_api.checking.checker import Checker
from search_api.checking.schemas import MentionVerdict, PartKind, Verdict
from search_api.service import Service

SIGN_IN = "Mật khẩu dài ít nhất 12 ký tự, có chữ hoa, chữ thường, chữ số và ký tự đặc biệt"
HEAD = "Bí thư cấp uỷ, bí thư chi bộ chịu trách nhiệm trực tiếp về an toàn thông tin của tổ chức mình"
CASES = [
    (f"Chỉ thị số 02-CT/ĐU: “{SIGN_IN}”.", Verdict.EXACT),
    (f"Điểm a khoản 3 Chỉ thị số 02-CT/ĐU: “{SIGN_IN}”.", Verdict.EXACT),
    (f"“{SIGN_IN}” là yêu cầu của Chỉ thị số 02-CT/ĐU.", Verdict.EXACT),
    (f"“{SIGN_IN}” ai cũng biết.", Verdict.EXACT),
    (f"Chỉ thị số 02-CT/ĐU: “{SIGN_IN.replace('12', '10')}”.", Verdict.ALTERED),
    (f"Khoản 4 Chỉ thị số 02-CT/ĐU: “{SIGN_IN}”.", Verdict.MISATTRIBUTED),
    (f"Quy chế số 01-QC/ĐU: “{SIGN_IN}”.", Verdict.MISATTRIBUTED),
    (f"Quy chế số 91-QC/ĐU: “{SIGN_IN}”.", Verdict.UNKNOWN_DOCUMENT),
    ("Quy chế số 91-QC/ĐU: “đàn cò trắng bay về đậu kín bãi sông mỗi chiều”.", Verdict.UNKNOWN_DOCUMENT),
    ("Chỉ thị số 02-CT/ĐU: “đàn cò trắng bay về đậu kín bãi sông mỗi chiều”.", Verdict.NOT_FOUND),
    ("Hướng dẫn số 01-HD/ĐU: “Bầu cử, giới thiệu nhân sự, bỏ phiếu kín”.", Verdict.REPLACED),
    (f"Chỉ thị số 02-CT/ĐU\n“{SIGN_IN}”\nQuy chế số 01-QC/ĐU, Điều 3\nCột sau", Verdict.MISATTRIBUTED),
    (f"Khoản 3 Chỉ thị số 02-CT/ĐU: “{SIGN_IN}”\n- tiền thì xem Quy định số 11-QĐ/ĐU", Verdict.EXACT),
    (f"Chỉ thị số 02-CT/ĐU đã rõ.\nTheo khoản 4 Chỉ thị này, “{SIGN_IN}”.", Verdict.MISATTRIBUTED),
    (f"Chỉ thị số 02-CT/ĐU đã rõ.\nTheo khoản 4: “{SIGN_IN}”.", Verdict.MISATTRIBUTED),
    (f"Chỉ thị số 02-CT/ĐU đã rõ.\nTheo khoản 3 Chỉ thị nêu trên, “{SIGN_IN}”.", Verdict.EXACT),
    (f"Chỉ thị số 02-CT/ĐU đã rõ.\nKhoản 4. “{SIGN_IN}”.", Verdict.EXACT),
    (f"Quy chế số 01-QC/ĐU đã rõ.\nTheo khoản 4 Điều 2: “{SIGN_IN}”.", Verdict.EXACT),
    ("Đừng quên: “Máy giúp người, nghĩ thay người.”", Verdict.ALTERED),
    ("Chỉ thị số 02-CT/ĐU: “tự ý xoá tin nhắn, tệp, nhật ký để che giấu”.", Verdict.ALTERED),
    ("Chỉ thị số 02-CT/ĐU nghiêm cấm “tự ý xoá tin nhắn, tệp, nhật ký để che giấu”.", Verdict.EXACT),
]


@pytest.mark.parametrize(("text", "verdict"), CASES)
def test_verdicts(checker: Checker, text: str, verdict: Verdict) -> None:
    (quote,) = checker.check(pasted_draft("thử", text)).quotes
    assert quote.verdict is verdict
    assert text[quote.start : quote.end] == quote.quote
    assert quote.told.endswith(".")


def test_an_altered_quotation_in_the_wrong_place_is_told_both(checker: Checker) -> None:
    text = f"Khoản 4 Chỉ thị số 02-CT/ĐU: “{SIGN_IN.replace('12', '10')}”."
    (quote,) = checker.check(pasted_draft("thử", text)).quotes
    assert (quote.verdict, quote.misplaced) == (Verdict.ALTERED, True)
    assert "không phải ở «Khoản 4 Chỉ thị số 02-CT/ĐU»" in quote.told
    changed = [(part.kind, part.text) for part in quote.parts if part.kind is not PartKind.SAME]
    assert changed == [(PartKind.ADDED, "10"), (PartKind.MISSING, "12")]


def test_where_the_words_stand_is_told_with_their_citation(checker: Checker) -> None:
    (quote,) = checker.check(pasted_draft("thử", CASES[0][0])).quotes
    assert quote.found is not None
    assert quote.found.text == SIGN_IN
    assert quote.found.citation.place == "khoản 3, điểm 3.1, điểm a, tr. 2"
    assert quote.found.passages[0].endswith("/khoan-3/so-3-1/diem-a")


def test_what_replaced_a_document_is_named(checker: Checker) -> None:
    (quote,) = checker.check(pasted_draft("thử", CASES[10][0])).quotes
    assert quote.found is not None
    assert quote.found.replaced_by is not None
    assert quote.found.replaced_by.number == "01-QC/ĐU"
    assert "thay thế" in quote.told


def test_a_denial_that_an_ellipsis_hides_is_shown(checker: Checker) -> None:
    text = "“Cán bộ xã … gọi điện yêu cầu người dân cung cấp mã xác thực” (Chỉ thị số 02-CT/ĐU)."
    (quote,) = checker.check(pasted_draft("thử", text)).quotes
    assert quote.verdict is Verdict.ALTERED
    assert [(part.kind, part.text) for part in quote.parts][1] == (PartKind.OMITTED, "không")
    assert "«không»" in quote.told


REMARKS = [
    ("Chuyển đổi số trong đảng bộ trước hết là đổi mới cách lãnh đạo", "«đảng» (Đảng)"),
    ("Chuyển đổi số trong Đảng bộ, trước hết là đổi mới cách lãnh đạo", "«bộ, trước» (bộ trước)"),
    (
        "100% tổ chức đảng trực thuộc gửi tài liệu sinh hoạt qua môi trường điện tử từ kỳ sinh hoạt tháng 11/2025",
        "«trừ tài liệu có nội dung bí mật nhà nước»",
    ),
]


@pytest.mark.parametrize(("quoted", "remark"), REMARKS)
def test_what_is_no_alteration_is_remarked(checker: Checker, quoted: str, remark: str) -> None:
    (quote,) = checker.check(pasted_draft("thử", f"Nghị quyết số 05-NQ/ĐU: “{quoted}”.")).quotes
    assert quote.verdict is Verdict.EXACT
    assert [remark in one for one in quote.remarks] == [True]


def test_a_sentence_of_two_documents_may_quote_either(checker: Checker) -> None:
    text = f"Chỉ thị số 02-CT/ĐU cụ thể hoá Nghị quyết số 05-NQ/ĐU: “{SIGN_IN}”."
    (quote,) = checker.check(pasted_draft("thử", text)).quotes
    assert quote.verdict is Verdict.EXACT
    assert quote.remarks == ("Câu này nêu nhiều văn bản; lời trích ở Chỉ thị 02-CT/ĐU.",)


def test_a_source_in_the_footnote_counts(checker: Checker) -> None:
    body = f"Đảng viên cần biết: “{SIGN_IN}”."
    note = "Quy chế số 01-QC/ĐU, Điều 3."
    at = body.index("”") + 1
    start = len(body) + 1
    draft = Draft("thử", f"{body}\n{note}", len(body), (DraftNote(at, Span(start, start + len(note))),))
    (quote,) = checker.check(draft).quotes
    assert quote.verdict is Verdict.MISATTRIBUTED
    assert quote.attribution is not None
    assert "01-QC/ĐU" in quote.attribution.text


def test_what_was_named_before_is_not_held_against_a_quotation(checker: Checker) -> None:
    text = f"Quy chế số 01-QC/ĐU đã được phổ biến.\nCó đồng chí nhắc “{SIGN_IN}”."
    (quote,) = checker.check(pasted_draft("thử", text)).quotes
    assert quote.verdict is Verdict.EXACT
    assert quote.attribution is not None
    assert not quote.attribution.stated


def test_documents_that_are_named_are_judged(checker: Checker) -> None:
    text = (
        "Chỉ thị số 02-CT/ĐU; Hướng dẫn số 01-HD/ĐU; Nghị quyết số 03-NQ/CB; Quy chế số 91-QC/ĐU; "
        "Điều 99 Quy chế số 01-QC/ĐU; Chỉ thị số 02-CT/ĐU, ngày 16/9/2025."
    )
    found = checker.check(pasted_draft("thử", text)).mentions
    assert [one.verdict for one in found] == [
        MentionVerdict.RESOLVED,
        MentionVerdict.REPLACED,
        MentionVerdict.AMBIGUOUS,
        MentionVerdict.NOT_IN_CORPUS,
        MentionVerdict.NO_SUCH_UNIT,
        MentionVerdict.DATE_DIFFERS,
    ]
    assert found[1].replaced_by is not None
    assert len(found[2].documents) == 2


def test_a_document_that_ended_is_told_so_where_the_corpus_lacks_what_ended_it(tmp_path: Path) -> None:
    settings = settings_in(tmp_path / "data")
    made, content = next(one for one in sample_documents() if one[0].ref.number == "02-CT/ĐU")
    ended = replace(made, ref=replace(made.ref, validity="hết hiệu lực từ 01/11/2026"))
    with closing(Library(settings, SPEC)) as library:
        put(library, settings, ended, content)
        (found,) = Service(library, ENCODER).checker.check(pasted_draft("thử", "Chỉ thị số 02-CT/ĐU")).mentions
    assert (found.verdict, found.told) == (MentionVerdict.REPLACED, "Văn bản này hết hiệu lực từ 01/11/2026.")


def test_short_phrases_without_a_source_are_told_as_skipped(checker: Checker) -> None:
    report = checker.check(pasted_draft("thử", "Đừng để “nước đến chân mới nhảy” và “đèn nhà ai nấy rạng”."))
    assert report.quotes == ()
    assert [one.reason for one in report.skipped] == ["cụm từ không nêu nguồn, kho không có"] * 2


def test_counts_name_every_verdict(checker: Checker) -> None:
    counts = checker.check(pasted_draft("thử", CASES[0][0])).counts
    assert counts == {**dict.fromkeys(Verdict, 0), Verdict.EXACT: 1}


def test_one_quotation_with_and_without_its_source(checker: Checker) -> None:
    assert checker.check_quote(f"“{SIGN_IN}”", None).verdict is Verdict.EXACT
    assert checker.check_quote(SIGN_IN, "khoản 3 Chỉ thị 02-CT/ĐU").verdict is Verdict.EXACT
    assert checker.check_quote(SIGN_IN, "khoản 4 Chỉ thị 02-CT/ĐU").verdict is Verdict.MISATTRIBUTED
    assert checker.check_quote(HEAD, "Quy chế 01-QC/ĐU").verdict is Verdict.MISATTRIBUTED
    with pytest.raises(BadQuery):
        checker.check_quote("“…”", None)
    with pytest.raises(BadQuery, match="Không rõ"):
        checker.check_quote(SIGN_IN, "văn bản hôm trước")
    with pytest.raises(TooLong):
        checker.check_quote("chữ " * 10_000, None)
    with pytest.raises(TooLong):
        checker.check_quote(SIGN_IN, "chữ " * 1000)


def test_a_draft_of_thirty_pages_takes_a_few_seconds(checker: Checker) -> None:
    sentence = f"Chỉ thị số 02-CT/ĐU: “{SIGN_IN.replace('12', '10')}” và “{HEAD}”. " + "Chi bộ đã bàn kỹ. " * 60
    draft = pasted_draft("thử", "\n".join([sentence] * 55))
    began = time.process_time()
    report = checker.check(draft)
    assert len(report.quotes) == 110
    assert time.process_time() - began < 5


def test_too_long_a_draft_is_refused_with_the_next_step(checker: Checker) -> None:
    with pytest.raises(TooLong, match=r"bai\.txt") as told:
        checker.check(pasted_draft("bai.txt", "chữ " * 300_000))
    assert told.value.next_step
