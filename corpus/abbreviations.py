"""Abbreviations people type and documents write out: "CĐS ở chi bộ" asks for "chuyển đổi số".

Sources: the offices' own usage (Hướng dẫn 36-HD/VPTW on Party document form; Nghị định 30/2020/NĐ-CP, annex III)
and the questions of the labelled sets. An abbreviation is added to, never replaced: a document may print it, too.
"""

from __future__ import annotations

from corpus.text import fold, has_marks, match_form, words

_WRITTEN_OUT = {
    "ai": "trí tuệ nhân tạo",
    "attt": "an toàn thông tin",
    "anm": "an ninh mạng",
    "antt": "an ninh trật tự",
    "bbt": "ban bí thư",
    "bch": "ban chấp hành",
    "bchtw": "ban chấp hành trung ương",
    "bct": "bộ chính trị",
    "bcđ": "ban chỉ đạo",
    "bcv": "báo cáo viên",
    "bhxh": "bảo hiểm xã hội",
    "bhyt": "bảo hiểm y tế",
    "btc": "ban tổ chức",
    "btv": "ban thường vụ",
    "cbcc": "cán bộ công chức",
    "ccb": "cựu chiến binh",
    "cchc": "cải cách hành chính",
    "cnh": "công nghiệp hóa",
    "cntt": "công nghệ thông tin",
    "csdl": "cơ sở dữ liệu",
    "cđs": "chuyển đổi số",
    "dvc": "dịch vụ công",
    "dvctt": "dịch vụ công trực tuyến",
    "dnnn": "doanh nghiệp nhà nước",
    "dnnvv": "doanh nghiệp nhỏ và vừa",
    "hđh": "hiện đại hóa",
    "hđnd": "hội đồng nhân dân",
    "htct": "hệ thống chính trị",
    "htx": "hợp tác xã",
    "khcn": "khoa học, công nghệ",
    "ktgs": "kiểm tra, giám sát",
    "ktnn": "kiểm toán nhà nước",
    "ktxh": "kinh tế - xã hội",
    "llct": "lý luận chính trị",
    "llvt": "lực lượng vũ trang",
    "mttq": "mặt trận tổ quốc",
    "nsnn": "ngân sách nhà nước",
    "ntm": "nông thôn mới",
    "qlnn": "quản lý nhà nước",
    "qppl": "quy phạm pháp luật",
    "shcb": "sinh hoạt chi bộ",
    "shcđ": "sinh hoạt chuyên đề",
    "sgk": "sách giáo khoa",
    "tccsđ": "tổ chức cơ sở đảng",
    "tncs": "thanh niên cộng sản",
    "tthc": "thủ tục hành chính",
    "ttct": "trung tâm chính trị",
    "tw": "trung ương",
    "ubkt": "ủy ban kiểm tra",
    "ubkttw": "ủy ban kiểm tra trung ương",
    "ubnd": "ủy ban nhân dân",
    "vbqppl": "văn bản quy phạm pháp luật",
    "vptw": "văn phòng trung ương",
    "xdđ": "xây dựng đảng",
    "đmst": "đổi mới sáng tạo",
    "đv": "đảng viên",
}
_FOLDED = {fold(short): full for short, full in _WRITTEN_OUT.items()}


def write_out(text: str) -> str:
    """The text with what its abbreviations stand for added at the end; unchanged if it has none.

    An abbreviation typed without its đ counts, too ("cds"), in a text that has no marks at all.
    """
    form = match_form(text)
    known = _WRITTEN_OUT if has_marks(text) else _WRITTEN_OUT | _FOLDED
    added = [known[match.group()] for match in words(form) if match.group() in known]
    return " ".join((text, *added))
