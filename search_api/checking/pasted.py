"""Words that were pasted to be checked, under the gate that files go through."""

from __future__ import annotations

from corpus.drafts import Draft, pasted_draft
from corpus.errors import BadQuery, Refusal, RefusalReason
from corpus.stamps import secrecy_mark

NAME = "văn bản dán vào"


def pasted(text: str, name: str = NAME) -> Draft:
    """A draft of words that came as no file.

    Args:
        text: The words.
        name: What the report calls them.

    Raises:
        Refusal: They carry the mark of a state secret.
        BadQuery: There is no word among them.
    """
    if not any(letter.isalnum() for letter in text):
        raise BadQuery("Chưa có lời văn nào để soát.", "Hãy dán lời văn hoặc chọn một tệp.")
    mark = secrecy_mark(text.splitlines(), ())
    if mark is not None and mark.secret:
        raise Refusal(
            RefusalReason.SECRET,
            f"Lời văn mang dấu «{mark.text}»: không soát, không lưu bất cứ nội dung nào.",
            "Hãy quản lý theo quy định về bảo vệ bí mật nhà nước; không đưa lên máy nối mạng.",
        )
    return pasted_draft(name, text)
