"""The page of soát trích dẫn, with and without a file, over the small corpus."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from html_rules import RulesOfPages
from small_corpus import NQ57
from starlette.testclient import TestClient

DRAFT = (
    "Khoản 2 mục III Nghị quyết số 57-NQ/TW nêu “Số hóa sổ theo dõi cây giống bằng máy”.\n"
    "“Mở rộng vườn ươm ở từng thôn” (Nghị quyết số 57-NQ/TW); “vườn ươm”.\n"
    "Quyết định số 88-QĐ/TW: “<script>alert(1)</script> cấm chặt cây bàng non ở sân trường làng”."
)


def shown(answer) -> str:
    rules = RulesOfPages()
    rules.feed(answer.text)
    rules.check()
    return answer.text


def test_the_form_asks_for_a_file_or_words(client: TestClient) -> None:
    text = shown(client.get("/soat"))
    assert 'type="file"' in text
    assert "<textarea" in text
    assert "không được lưu lại" in text


def test_the_report_tells_every_quotation_in_its_sentence(client: TestClient) -> None:
    answer = client.post("/soat", data={"text": DRAFT})
    text = shown(answer)
    assert answer.headers["Cache-Control"] == "no-store"
    assert "3 lời trích" in text
    assert "nêu “<mark>Số hóa sổ theo dõi cây giống bằng máy</mark>”." in text
    assert "<del><span" in text
    assert "bằng máy" in text
    assert "≠</span> Khác nguyên văn" in text
    assert "✓</span> Đúng nguyên văn" in text
    assert f'href="/van-ban/{NQ57.ref.id}/muc-iii/khoan-1"' in text
    assert f'href="/doi-chieu/{NQ57.ref.id}/muc-iii/khoan-1"' in text
    assert "1 chỗ trong ngoặc kép không soát" in text
    assert "“vườn ươm”: cụm từ ngắn" in text
    assert "Chưa có trong kho" in text


def test_nothing_of_a_draft_becomes_markup(client: TestClient) -> None:
    text = shown(client.post("/soat", data={"text": DRAFT}))
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text


def test_a_file_goes_before_the_words_and_can_come_back_with_comments(client: TestClient) -> None:
    files = {"file": ("de-dan.txt", DRAFT.encode())}
    text = shown(client.post("/soat", files=files, data={"text": ""}))
    assert "<strong>de-dan.txt</strong>" in text
    answer = client.post("/soat", files=files, data={"as": "word"})
    assert answer.headers["Content-Disposition"].endswith("de-dan-da-soat.docx")
    assert len(list(docx.Document(BytesIO(answer.content)).comments)) >= 3


WRONG = [
    ({"text": ""}, None, "Chưa có lời văn nào để soát."),
    ({"text": "TUYỆT MẬT\nnội dung"}, None, "mang dấu «TUYỆT MẬT»"),
    ({"text": ""}, ("a.docx", b"\x89PNG\r\n\x1a\n00"), "nội dung là hình ảnh"),
    ({"text": "“" + "a " * 12_000 + "”"}, None, "lời trích dài hơn"),
]


@pytest.mark.parametrize(("data", "file", "told"), WRONG)
def test_what_goes_wrong_is_told_on_the_page_and_the_words_stay(client, data, file, told) -> None:
    answer = client.post("/soat", data=data, files={"file": file} if file else None)
    assert answer.status_code == 422
    text = shown(answer)
    assert told in text
    assert data["text"][:40].strip() in text
    assert 'role="alert"' in text


def test_more_than_is_read_is_told(client: TestClient) -> None:
    answer = client.post("/soat", files={"file": ("a.txt", b"a" * 25_000_000)})
    assert answer.status_code == 413
    assert "Hãy rút gọn" in answer.text


def test_without_a_quotation_that_is_said(client: TestClient) -> None:
    assert "không có lời trích nào" in shown(client.post("/soat", data={"text": "Chi bộ họp."}))
