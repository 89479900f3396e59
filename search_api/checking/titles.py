"""What verdicts are called."""

from __future__ import annotations

from search_api.checking.schemas import MentionVerdict, Verdict

TITLES = {
    Verdict.ALTERED: "Khác nguyên văn",
    Verdict.MISATTRIBUTED: "Dẫn sai chỗ",
    Verdict.REPLACED: "Văn bản đã bị thay thế",
    Verdict.UNKNOWN_DOCUMENT: "Văn bản chưa có trong kho",
    Verdict.NOT_FOUND: "Không tìm thấy",
    Verdict.EXACT: "Đúng nguyên văn",
}
"""Verdicts on quotations in a few words, those that need a look first."""

MENTION_TITLES = {
    MentionVerdict.DATE_DIFFERS: "Sai ngày, năm",
    MentionVerdict.NO_SUCH_UNIT: "Không có điều, khoản này",
    MentionVerdict.REPLACED: "Hết hiệu lực",
    MentionVerdict.AMBIGUOUS: "Chưa rõ văn bản nào",
    MentionVerdict.NOT_IN_CORPUS: "Chưa có trong kho",
    MentionVerdict.RESOLVED: "Có trong kho",
}
"""The same on documents that are named."""
