"""What a document says it does to others: rests on, replaces, repeals, amends, carries out.

Grounds are read from what begins with "Căn cứ", on a line of its own or after a semicolon. The other relations
are read from a verb and its objects: the documents named right after it, each by kind and number, joined by
commas, semicolons or "và", or listed under it. A document of which only a part is replaced or repealed is
amended. Guidance is read from the opening only; plain mentions are not relations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.numbers import KINDS, NumberMention, find_numbers, number_key
from corpus.text import match_form
from corpus.types import Reference, Span

_GROUND = re.compile(r"(?m)(?:^[-–\s]*|;\s*)căn cứ\s+(?:vào\s+)?(?:các\s+)?(?P<what>[^\n]+?)(?=;\s*căn cứ|$)")
_PLACE = re.compile(r"(?:khoản|điểm|điều|mục|chương)\s")
# What amends a ground is named with it and is none: "Luật sửa đổi … Luật A số …", "Nghị định số … sửa đổi …".
_AMENDING = re.compile(r"sửa đổi|bổ sung")
_AMENDS = re.compile(r"[^;]{0,120}?sửa đổi")
_NAME_END = re.compile(r"[;(]|[.,]?\s*$|,?\s+(?:số|ngày)\s")
# Smaller than sentences: a label is cut off, so that what stands behind it begins with its verb ("2. Bãi bỏ …"), and
# the form read here has no capitals to tell where a sentence begins.
_STRETCH = re.compile(r"(?:[^.\n]|\.(?=\d))+")
_KIND = "|".join(match_form(kind) for kind in sorted(KINDS, key=len, reverse=True))
# What stands between a verb, or a joint of its list of objects, and the number: the kind, perhaps a law's name.
_OBJECT = re.compile(
    rf"\s*(?:cho\s+)?(?:các\s+)?(?:[^\d:;.]{{2,40}}:\s)?(?:{_KIND})(?:\s+kết luận)?(?:\s[^\d;]{{2,60}}?)?"
    r"(?:\s+số\s*:?)?\s*$"
)
# "các Quyết định số 1-QĐ/ĐU, số 2-QĐ/ĐU và 3-QĐ/ĐU": the kind is said once.
_NUMBER_ALONE = re.compile(r"(?:số\s*:?\s*)?")
_JOINT = re.compile(r"[;,]|\svà\s")
# "Thông tư số … hướng dẫn một số điều của Luật A và Nghị định số …": the second is in the title of the first.
_OF_KIND = re.compile(rf"(?:của|thực hiện|thi hành|theo|trong)\s(?:các\s)?(?:{_KIND})\s")
# Only what a title begins with: a sentence that begins so ("Thực hiện Chỉ thị …, chi bộ họp") tells of an occasion.
_TITLE = rf"^(?!hướng dẫn)(?:(?:{_KIND})\s)?(?:về\s)?(?:việc\s)?"
_PREPARES = r"(?:(?:nghiên cứu|học tập|quán triệt|tuyên truyền|phổ biến|triển khai|tổ chức)(?:, và|,| và)?\s)*"
_SOME = r"(?: một số (?:nội dung|vấn đề|điều|điểm)(?: của| trong| tại| về)?)"
_OF_TITLES = ("cụ thể hóa", "sơ kết", "tổng kết", "thực hiện")
_CLOSING = {
    "thay thế": re.compile(r"(?:này|sau đây)?\s*(?<!được )(?<!bị )(?:thay thế(?! cụm từ)|(?<=này )thay cho)"),
    "bãi bỏ": re.compile(r"(?<!được )(?<!bị )(?:bãi bỏ|hủy bỏ)(?! cụm từ)(?:\s+(?:toàn bộ|một phần))?"),
}
_OPENING = _CLOSING | {
    "sửa đổi bổ sung": re.compile(
        r"(?:sửa đổi, bổ sung|sửa đổi|bổ sung)(?: một số (?:nội dung|điều))?(?: (?:của|trong|tại))?"
    ),
    "tiếp tục thực hiện": re.compile(r"(?:việc )?tiếp tục (?:đẩy mạnh |tăng cường )?(?:việc )?thực hiện"),
    "hướng dẫn thực hiện": re.compile(
        rf"hướng dẫn(?: cụ thể)?(?:{_SOME}?(?: về)?(?: việc)? (?:thực hiện|thi hành){_SOME}?|{_SOME})"
    ),
    "cụ thể hóa": re.compile(rf"{_TITLE}cụ thể hóa"),
    "sơ kết": re.compile(rf"{_TITLE}sơ kết(?: \d+ năm| giữa nhiệm kỳ| giữa kỳ)?(?: việc)?(?: thực hiện| thi hành)?"),
    "tổng kết": re.compile(rf"{_TITLE}tổng kết(?: \d+ năm)?(?: việc)?(?: thực hiện| thi hành)?"),
    "thực hiện": re.compile(rf"{_TITLE}{_PREPARES}(?:thực hiện|thi hành)"),
}
# A title that goes on under the kind it names: "HƯỚNG DẪN" / "thực hiện một số điều của Quy định số …".
_GUIDES_BELOW = re.compile(r"(?m)(?<=^hướng dẫn)\n")
# Who asks for an act, or prepares it, does not do it.
_PROPOSES = re.compile(
    r"(?:đề nghị|đề xuất|kiến nghị|xem xét|tham mưu|nghiên cứu|rà soát|dự kiến|không|chưa)(?!\w)[^;]*$"
)
# Another document does it: "Nghị quyết số 8-NQ/ĐU thay thế …" in one that has another number.
_BY_ANOTHER = re.compile(rf"[-–\s\d.]*(?:{_KIND})\s(?:số\s*:?\s*)?")
# A sentence that changes part of another document: "Bãi bỏ khoản 2 Điều 5 Nghị định số …", or all of it in words.
_VERBS_OF_CHANGE = (
    r"(?:sửa đổi, bổ sung, bãi bỏ|sửa đổi, bổ sung, thay thế|sửa đổi, bổ sung|sửa đổi|bổ sung|thay thế|bãi bỏ|hủy bỏ)\s"
)
_CHANGES = re.compile(rf"\s*(?:[^.]{{0,120}}?\bnày )?{_VERBS_OF_CHANGE}")
_TITLE_CHANGES = re.compile(rf"\s*(?:(?:{_KIND}) )?(?:về )?(?:việc )?{_VERBS_OF_CHANGE}")
_AS_FOLLOWS = re.compile(r"[^.;]{0,120}như sau\s*:?$")
_PART = re.compile(
    r"(?:(?:mức|nội dung|quy định)\s[^,;:“]{0,40}?\s?tại\s)?(?:các\s)?"
    r"(?:một số (?:điều|khoản|điểm|nội dung|quy định)|khoản|điểm|điều|mục|phụ lục|mẫu)\s[^;:“]{0,160}?"
    rf"(?:{_KIND})(?:\s[^\d;:“]{{2,80}}?)?(?:\s+số\s*:?)?\s*$"
)
_EXPIRES = re.compile(r"(?:hết|chấm dứt|không còn) hiệu lực(?! một phần)")
_PASSING = re.compile(r"theo|tại|bởi|được sửa đổi")
_ACCORDING = re.compile(r"(?<!kèm )theo|bởi|được")
# "Các văn bản sau đây hết hiệu lực:" / "a) Thông tư số …;" / "b) …".
_LIST_HEAD = re.compile(
    r"(?:(?P<ends>(?:hết|chấm dứt) hiệu lực)(?! một phần)[^\n:;]{0,100}"
    r"|(?:(?P<repeals>bãi bỏ|hủy bỏ)|(?P<replaces>thay thế))\s(?!một phần)"
    r"(?:các\s)?[^\n:;\d]{0,60}(?:sau|sau đây|gồm|văn bản|nghị quyết|quyết định|quy định|thông tư|chỉ thị))\s*:"
)
_LIST_ITEM = re.compile(
    rf"\s*(?:(?:[a-zđ]\)|\d{{1,2}}[.)]|[-–+])\s*)?(?=(?:{_KIND})\s)(?P<what>[^\n;]+?)[;.]?(?=[;\n]|$)[;]?"
)
_LIST_RELATIONS = {"ends": "hết hiệu lực", "repeals": "bãi bỏ", "replaces": "thay thế"}


def relations_of(opening: str, body: str, offset: int, own: str | None) -> tuple[Reference, ...]:
    """Relations of a document, grounds first.

    Args:
        opening: Its *phần đầu*, which begins the text.
        body: The rest, from which closing provisions are read.
        offset: Where ``body`` begins in the text.
        own: The document's own number.
    """
    found = [
        *_grounds(opening),
        *_acts(opening, 0, _OPENING, own),
        *_changes(opening, 0, own, _TITLE_CHANGES),
        *_acts(body, offset, _CLOSING, own),
        *_changes(body, offset, own, _CHANGES),
        *_expiries(body, offset),
        *_listed(body, offset),
    ]
    unique: dict[tuple[str, str | None, str | None], Reference] = {}
    for reference in found:
        unique.setdefault((reference.relation, reference.number, reference.name), reference)
    return tuple(unique.values())


def _grounds(opening: str) -> Iterator[Reference]:
    for match in _GROUND.finditer(match_form(opening)):
        start, end = match.span("what")
        what = opening[start:end]
        if not (what[0].isupper() or _PLACE.match(what)):
            continue  # "căn cứ tình hình thực tế …" names no document
        cut = _NAME_END.search(what)
        name = what[: cut.start()] if cut else what
        numbers = find_numbers(what)
        if numbers:
            yield Reference("căn cứ", numbers[0].number, None, _span(start, numbers[0]))
            form = match_form(what)
            for mention in _further_objects(what, form, numbers[0].end):
                if not _AMENDS.match(form, mention.end):
                    yield Reference("căn cứ", mention.number, None, _span(start, mention))
        else:
            yield Reference("căn cứ", None, name.strip(), Span(start, start + len(name)))


def _acts(text: str, offset: int, verbs: dict[str, re.Pattern[str]], own: str | None) -> Iterator[Reference]:
    form = _GUIDES_BELOW.sub(" ", match_form(text))
    for sentence in _STRETCH.finditer(form):
        words, written = sentence.group(), text[sentence.start() : sentence.end()]
        if words.lstrip(" -–").startswith(("căn cứ", "xét")):
            continue
        for relation, verb in verbs.items():
            for match in verb.finditer(words):
                if _is_of_others(written, words, match.start(), own):
                    continue
                if relation in _OF_TITLES and _begins_sentence(written):
                    continue
                for mention in _objects(written, words, match.end()):
                    yield Reference(relation, mention.number, None, _span(offset + sentence.start(), mention))


def _is_of_others(text: str, form: str, verb: int, own: str | None) -> bool:
    """Whether what a verb says is asked for, done by another document, or part of the title of one."""
    return (
        bool(_PROPOSES.search(form, 0, verb))
        or _is_by_another(text, form, verb, own)
        or _is_in_title(text, form, verb, own)
    )


def _is_by_another(text: str, form: str, verb: int, own: str | None) -> bool:
    subject = _BY_ANOTHER.match(form, 0, verb)
    mention = next(iter(find_numbers(text)), None) if subject else None
    if own is None or subject is None or mention is None or mention.start != subject.end():
        return False
    return number_key(mention.number).lstrip("0") != number_key(own).lstrip("0")


def _begins_sentence(text: str) -> bool:
    """Whether a line begins as sentences do, with one capital letter."""
    return text[:1].isupper() and text[1:2].islower()


def _is_in_title(text: str, form: str, verb: int, own: str | None) -> bool:
    """Whether a verb belongs to the title of another document: "Kết luận số … về việc bổ sung …"."""
    before = [mention for mention in find_numbers(text) if mention.end <= verb]
    return bool(before) and before[-1].number != own and " về " in form[before[-1].end : verb]


def _objects(text: str, form: str, verb_end: int) -> Iterator[NumberMention]:
    """The documents a verb acts on: the first right after it, the others after a joint."""
    first = next((mention for mention in find_numbers(text) if mention.start >= verb_end), None)
    if first is None:
        return
    joints = [match.end() for match in _JOINT.finditer(form, verb_end, first.start)]
    if _OBJECT.match(form, joints[-1] if joints else verb_end, first.start):
        yield first
        yield from _further_objects(text, form, first.end)


def _further_objects(text: str, form: str, start: int) -> Iterator[NumberMention]:
    """The documents that follow the first of a list; one that belongs to the title of another ends the list."""
    for mention in find_numbers(text):
        if mention.start < start:
            continue
        joint = next(reversed(list(_JOINT.finditer(form, start, mention.start))), None)
        if joint is None or (joint.group() != ";" and _OF_KIND.search(form, start, joint.start())):
            return
        named = text[joint.end() : mention.start].lstrip()
        listed = named[:1].isupper() and _OBJECT.match(form, joint.end(), mention.start)
        if not (listed or _NUMBER_ALONE.fullmatch(match_form(named))) or _AMENDING.search(named):
            return
        yield mention
        start = mention.end


def _changes(text: str, offset: int, own: str | None, verbs: re.Pattern[str]) -> Iterator[Reference]:
    """Changes of a part; the rest of the other document stays in force, so that it is neither replaced nor repealed."""
    form = match_form(text)
    for sentence in _STRETCH.finditer(form):
        changes = verbs.match(sentence.group())
        if changes is None:
            continue
        for mention in _changed(text[slice(*sentence.span())], sentence.group(), changes.end()):
            if mention.number != own:
                yield Reference("sửa đổi bổ sung", mention.number, None, _span(offset + sentence.start(), mention))


def _changed(text: str, form: str, start: int) -> Iterator[NumberMention]:
    """The documents of which a sentence changes a part, or, with "như sau", the whole wording."""
    for mention in find_numbers(text):
        between = form[start : mention.start]
        in_part = _PART.match(between.lstrip()) and not _ACCORDING.search(between)
        rewritten = _OBJECT.match(between) and _AS_FOLLOWS.match(form, mention.end)
        if mention.start < start or not (in_part or rewritten):
            return
        yield mention
        joint = _JOINT.search(form, mention.end)
        start = joint.end() if joint else len(form)


def _expiries(text: str, offset: int) -> Iterator[Reference]:
    """Read "Luật … số … hết hiệu lực": what the sentence begins with; others are named in passing."""
    form = match_form(text)
    for sentence in _STRETCH.finditer(form):
        expires = _EXPIRES.search(sentence.group())
        if expires is None:
            continue
        words = sentence.group()[: expires.start()]
        written = text[sentence.start() : sentence.start() + expires.start()]
        first = next(iter(find_numbers(written)), None)
        if first is None or _PASSING.search(words, 0, first.start):
            continue
        for mention in (first, *_further_objects(written, words, first.end)):
            yield Reference("hết hiệu lực", mention.number, None, _span(offset + sentence.start(), mention))


def _listed(text: str, offset: int) -> Iterator[Reference]:
    """Documents listed under what happens to them, an item each; an item that names a part is not all of it."""
    form = match_form(text)
    for head in _LIST_HEAD.finditer(form):
        if _PROPOSES.search(form, form.rfind("\n", 0, head.start()) + 1, head.start()):
            continue
        relation = _LIST_RELATIONS[head.lastgroup or ""]
        at = head.end()
        while item := _LIST_ITEM.match(form, at):
            mention = next(iter(find_numbers(text[slice(*item.span("what"))])), None)
            if mention is None or not _OBJECT.match(item["what"], 0, mention.start):
                break
            yield Reference(relation, mention.number, None, _span(offset + item.start("what"), mention))
            at = item.end()


def _span(start: int, mention: NumberMention) -> Span:
    return Span(start + mention.start, start + mention.end)
