"""Documents named by number: "Nghị quyết số 57-NQ/TW", "QĐ 24", "Chỉ thị 05, 06", "57/NQ-TW"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.numbers import KIND_BY_FORM, NumberMention, codes_of_kind, find_numbers, kind_of_code
from corpus.text import fold
from corpus.types import Span
from search_api.asking.question import Question, counts_with_marks
from search_api.references.capitals import has_no_capitals, written_as_name
from search_api.references.mention import Mention, Naming

_KINDS = KIND_BY_FORM | {"hiến pháp": "Hiến pháp", "văn bản": ""}
_KIND = "|".join(sorted(_KINDS, key=len, reverse=True))
_CODES = "NQ|CT|KL|QĐ|QD|HD|TB|QC|NĐ|TT|KH|CTr|BC|TTr|CV|ĐA"
_NUMBERED = {form: kind for form, kind in _KINDS.items() if codes_of_kind(kind)}

# "57-NQTW", "57NQ/TW", "81 TB TW", "NQ57-TW", "NQ57-NQ/TW": in capitals, with a body that is one of the Party.
_PARTY_BODY = r"(?:[A-ZĐ]{0,8}TW|[A-ZĐ]{0,8}TU|HU|ĐU|ĐTN)"
_LOOSE = re.compile(
    rf"(?<![\w/.,\-])(?:(?P<no>\d{{1,4}})\s?[-/]?\s?(?P<code>{_CODES})|(?P<code2>{_CODES})\s?(?P<no2>\d{{1,4}})(?:-(?P=code2)(?=/))?)"
    rf"\s?[-/]?\s?(?P<body>{_PARTY_BODY})(?!\w)"
)
# "57-nq/tw", as it is typed on a telephone.
_SMALL = re.compile(
    r"(?<![\w/.,\-])(?P<no>\d{1,4})\s?-\s?(?P<code>nq|ct|kl|qđ|qd|hd|tb|qc|kh)\s?/\s?(?P<body>[a-zđ]{0,8}tw|tu|hu|đu)(?!\w)"
)
_IS_PARTY_BODY = re.compile(_PARTY_BODY)
# Between the kind and the number may stand what the number is a number of.
_LEAD = re.compile(
    rf"(?<!\w)(?:(?P<kind>{_KIND})(?:\s(?:kết luận|liên tịch))?|{_CODES.lower()})"
    r"(?P<between>(?:\s(?:của\s)?(?:bộ chính trị|ban bí thư|chính phủ|thủ tướng chính phủ|quốc hội"
    r"|ban chấp hành trung ương(?: đảng)?))?)(?:\s?số\s?:?)?\s?$"
)
_LONGEST_LEAD = 90
_NUMBER_ALONE = re.compile(r"(?<!\w)số\s?:?\s?$")
_AND = re.compile(r"\s?(?:,|;|(?:,\s)?và|(?:,\s)?hoặc)\s(?:số\s?:?\s?)?")

_SERIAL = r"(?P<serial>\d{1,4}(?:\.\d{1,3})?[a-z]?)(?:\s?/\s?(?P<year>(?:19|20)\d\d))?(?![\w/%]|[.,]\d|\s?-\s?[\dA-ZĐ])"
_BARE = re.compile(
    rf"(?<![\w/\-])(?P<kind>{'|'.join(sorted(_NUMBERED, key=len, reverse=True))})\s(?P<so>số\s?:?\s?)?{_SERIAL}"
)
_BARE_CODE = re.compile(rf"(?<![\w/\-])(?P<code>NQ|CT|KL|QĐ|QD|HD|TB|QC|NĐ)(?P<so>\s(?:số\s?:?\s?)?|\s?-\s?)?{_SERIAL}")
# Typed on a telephone: of the codes those that are no word of their own.
_BARE_SMALL = re.compile(rf"(?<![\w/\-])(?P<code>nq|kl|qđ|nđ)(?P<so>\s(?:số\s?:?\s?)?|\s?-\s?)?{_SERIAL}")
_FURTHER = re.compile(rf"\s?(?:,|(?:,\s)?và)\s(?:số\s)?{_SERIAL}(?=\s?(?:[,.;:)]|$|¶|và\s\d|của\s|về\s))")
# Kinds that are verbs too: "Quyết định 5 vấn đề". A number behind them is one only if a sentence may go on so behind a
# name.
_VERBS = ("quyết định", "quy định", "hướng dẫn", "thông báo", "báo cáo", "kết luận", "chỉ thị")
_AFTER_NAME = re.compile(
    r"\s?(?:$|[.,;:)(?!”\"¶/–-])|\s(?:của|về|ngày|năm|đã|là|và|có|được|cũng|nêu|yêu cầu|khẳng định|đề ra"
    r"|xác định|chỉ rõ"
    r"|với|theo|trong|tại|thì|cho|ban hành|khoá|khóa|không|vào|đến|từ|do|nhằm|đi|sẽ|phải|để|mà|ra đời|này|trên|hoặc|như"
    r"|nói|quy định|thay thế|đặt|vẫn|còn|đang)(?!\w)"
)
# Of one digit, as no code of the Party writes it ("01"), it may be the first of several things decided: "Quyết định số
# 1 là đúng". What only a document does or has tells that it is one.
_ONE_DIGIT = re.compile(r"[1-9]")
_ONLY_OF_DOCUMENT = re.compile(
    r"\s?(?:$|[.,;:)!?”\"¶/])|\s(?:về|ngày|năm|nêu|yêu cầu|khẳng định|đề ra|xác định|chỉ rõ|quy định|ban hành"
    r"|thay thế|(?:có|hết|còn) hiệu lực)(?!\w)"
)
_OF_BODY = re.compile(r"\scủa\s(?=\S)")
# "Quy định 294 điểm 6.1.2": a unit with its label goes on behind a name only.
_UNIT_AFTER = re.compile(
    r"[\s,]+(?:điểm|khoản|mục|điều|chương|phần)\s(?:\d{1,3}(?:\.\d{1,2}){0,3}[a-z]?|[ivx]{1,6}|[a-zđ])(?!\w)"
)
# "Kế hoạch 5 năm 2021-2025".
_SPAN_OF_YEARS = re.compile(r"\snăm\s(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d")
_COUNTED = re.compile(
    r"\s(?:nội dung|vấn đề|nhiệm vụ|giải pháp|điểm|văn bản|đồng chí|người|trường hợp|việc|mục tiêu|chỉ tiêu|khâu|nhóm"
    r"|cơ quan|đơn vị|tổ chức|xã|tỉnh|dự án|bước|loại|lớp|buổi|đợt|chuyên đề|bài|mô hình|điều|không|kỳ"
    r"|kw|kv|mw|ha)(?!\w)"
)


def numbered(asked: Question) -> Iterator[Mention]:
    """Every document that a text names by number, in no order."""
    found = sorted(_numbers(asked.text), key=lambda one: one.start)
    kind, end = None, -1
    for number in found:
        named = _with_lead(asked, number)
        if named.kind is None and end >= 0 and _AND.fullmatch(asked.text, end, named.span.start):
            named = replace(named, kind=kind)
        kind, end = named.kind, number.end
        yield named
    yield from _bare(asked)


def _numbers(text: str) -> Iterator[NumberMention]:
    known = find_numbers(text)
    yield from map(_party_form, known)
    taken = [Span(one.start, one.end) for one in known]
    at = 0
    for match in _LOOSE.finditer(text):
        while at < len(taken) and taken[at].end <= match.start():
            at += 1
        if at < len(taken) and taken[at].start < match.end():
            continue
        code = (match["code"] or match["code2"]).replace("QD", "QĐ")
        number = f"{match['no'] or match['no2']}-{code}/{match['body']}"
        yield NumberMention(number, code, match["body"], *match.span())
    for match in _SMALL.finditer(text):
        code, body = match["code"].upper().replace("QD", "QĐ"), match["body"].upper()
        yield NumberMention(f"{match['no']}-{code}/{body}", code, body, *match.span())


def _party_form(number: NumberMention) -> NumberMention:
    """A number of the Party that was written as the state writes its own: "57/NQ-TW"."""
    serial, _, rest = number.number.partition("/")
    code = number.code.replace("QD", "QĐ")
    if rest == f"{number.code}-{number.body}" and _IS_PARTY_BODY.fullmatch(number.body):
        return replace(number, number=f"{serial}-{code}/{number.body}", code=code)
    return replace(number, number=number.number.replace(number.code, code, 1), code=code)


def _with_lead(asked: Question, number: NumberMention) -> Mention:
    """A number with the words before it that say what it is a number of."""
    start, kind = number.start, kind_of_code(number.code)
    begin = max(0, number.start - _LONGEST_LEAD)
    lead = _LEAD.search(asked.written, begin, number.start) or _NUMBER_ALONE.search(asked.written, begin, number.start)
    if lead:
        start = lead.start()
        kind = _KINDS.get(lead.groupdict().get("kind") or "") or kind
    serial = re.split("[-/]", number.number)[0]
    year = re.search(r"/((?:19|20)\d\d)/", number.number)
    return Mention(
        Span(start, number.end),
        Naming.NUMBER,
        number=number.number,
        serial=serial.lower(),
        codes=(fold(number.code),),
        body=re.sub(r"[^a-z0-9]", "", fold(number.body)),
        kind=kind or ("Luật" if number.code == "QH" else None),
        year=int(year[1]) if year else None,
    )


def _bare(asked: Question) -> Iterator[Mention]:
    for match in _BARE.finditer(asked.written):
        if _names(asked, match, is_verb=match["kind"] in _VERBS):
            kind = _NUMBERED[match["kind"]]
            yield from _with_further(asked, match, kind, tuple(sorted({fold(code) for code in codes_of_kind(kind)})))
    for match in (_BARE_SMALL if has_no_capitals(asked.text) else _BARE_CODE).finditer(asked.text):
        if _names(asked, match, is_verb=True) and (len(match["serial"]) > 1 or "số" in (match["so"] or "")):
            code = match["code"].upper().replace("QD", "QĐ")
            yield from _with_further(asked, match, kind_of_code(code), (fold(code),))


def _names(asked: Question, match: re.Match[str], *, is_verb: bool) -> bool:
    """Whether a number behind a kind names a document: not "kế hoạch 5 năm", not "Kế hoạch 2026"."""
    if _UNIT_AFTER.match(asked.written, match.end()):
        return True
    if match["so"] and "số" in match["so"]:
        return not (is_verb and _ONE_DIGIT.fullmatch(match["serial"])) or _goes_on_as_document(asked, match.end())
    if re.fullmatch(r"(?:19|20)\d\d", match["serial"]) or counts_with_marks(asked, match.end()):
        return False
    if _SPAN_OF_YEARS.match(asked.written, match.end()):
        return False
    if not is_verb:
        return _COUNTED.match(asked.written, match.end()) is None
    return written_as_name(asked, match.start()) and _AFTER_NAME.match(asked.written, match.end()) is not None


def _goes_on_as_document(asked: Question, end: int) -> bool:
    of = _OF_BODY.match(asked.written, end)
    if of is not None:
        return written_as_name(asked, of.end())
    return _ONLY_OF_DOCUMENT.match(asked.written, end) is not None


def _with_further(asked: Question, match: re.Match[str], kind: str | None, codes: tuple[str, ...]) -> Iterator[Mention]:
    """The document, and those whose serials follow it: "Chỉ thị 05, 06"."""
    start: int = match.start()
    at: re.Match[str] | None = match
    while at is not None:
        end = at.end()
        yield Mention(
            Span(start, end),
            Naming.NUMBER,
            number=at["serial"] + (f"/{at['year']}" if at["year"] else ""),
            serial=at["serial"].lower(),
            codes=codes,
            kind=kind,
            year=int(at["year"]) if at["year"] else None,
        )
        at = _FURTHER.match(asked.written, end)
        start = at.start("serial") if at else end
