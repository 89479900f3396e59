"""What a document says it does to others: rests on, replaces, repeals, amends, carries out.

Grounds are read from the lines that begin with "Căn cứ". The other relations are read from a verb and its
objects: the documents named right after it, each by kind and number, joined by commas, semicolons or "và".
Amendments and guidance are read from the opening only; the body names many laws as amended in passing.
Plain mentions are not relations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.numbers import KINDS, NumberMention, find_numbers
from corpus.text import match_form
from corpus.types import Reference, Span

_GROUND = re.compile(r"(?m)^[-–\s]*căn cứ\s+(?P<what>[^\n]+)")
_NAME_END = re.compile(r"[;(]|[.,]?\s*$|,?\s+(?:số|ngày)\s")
# A full stop inside a number or after an abbreviation does not end a sentence; a line break does.
_SENTENCE = re.compile(r"(?:[^.\n]|\.(?=\d))+")
_KIND = "|".join(match_form(kind) for kind in sorted(KINDS, key=len, reverse=True))
# What stands between a verb, or a joint of its list of objects, and the number: the kind, perhaps a law's name.
_OBJECT = re.compile(rf"\s*(?:cho\s+)?(?:các\s+)?(?:{_KIND})(?:\s+kết luận)?(?:\s[^\d;]{{2,60}}?)?(?:\s+số\s*:?)?\s*$")
_JOINT = re.compile(r"[;,]|\svà\s")
_CLOSING = {
    "thay thế": re.compile(r"(?:này|sau đây)?\s*(?<!được )(?<!bị )thay thế(?! cụm từ)"),
    "bãi bỏ": re.compile(r"(?<!được )(?<!bị )bãi bỏ(?! cụm từ)(?:\s+(?:toàn bộ|một phần))?"),
}
_OPENING = _CLOSING | {
    "sửa đổi bổ sung": re.compile(
        r"(?:sửa đổi, bổ sung|sửa đổi|bổ sung)(?: một số (?:nội dung|điều))?(?: (?:của|trong|tại))?"
    ),
    "tiếp tục thực hiện": re.compile(r"(?:việc )?tiếp tục thực hiện"),
    "hướng dẫn thực hiện": re.compile(r"hướng dẫn (?:thực hiện|thi hành)(?: một số (?:nội dung|điều)(?: của)?)?"),
}
_EXPIRES = re.compile(r"hết hiệu lực")
_PASSING = re.compile(r"theo|tại|bởi|được sửa đổi")


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
        *_acts(body, offset, _CLOSING, own),
        *_expiries(body, offset),
    ]
    unique: dict[tuple[str, str | None, str | None], Reference] = {}
    for reference in found:
        unique.setdefault((reference.relation, reference.number, reference.name), reference)
    return tuple(unique.values())


def _grounds(opening: str) -> Iterator[Reference]:
    for match in _GROUND.finditer(match_form(opening)):
        start, end = match.span("what")
        what = opening[start:end]
        if not what[0].isupper():
            continue  # "căn cứ tình hình thực tế …" names no document
        cut = _NAME_END.search(what)
        name = what[: cut.start()] if cut else what
        numbers = find_numbers(what)
        if numbers:
            yield Reference("căn cứ", numbers[0].number, None, _span(start, numbers[0]))
        else:
            yield Reference("căn cứ", None, name.strip(), Span(start, start + len(name)))


def _acts(text: str, offset: int, verbs: dict[str, re.Pattern[str]], own: str | None) -> Iterator[Reference]:
    form = match_form(text)
    for sentence in _SENTENCE.finditer(form):
        words, written = sentence.group(), text[sentence.start() : sentence.end()]
        if words.lstrip(" -–").startswith(("căn cứ", "xét")):
            continue
        for relation, verb in verbs.items():
            for match in verb.finditer(words):
                if _is_in_title(written, words, match.start(), own):
                    continue
                for mention in _objects(written, words, match.end()):
                    yield Reference(relation, mention.number, None, _span(offset + sentence.start(), mention))


def _is_in_title(text: str, form: str, verb: int, own: str | None) -> bool:
    """Whether a verb belongs to the title of another document: "Kết luận số … về việc bổ sung …"."""
    before = [mention for mention in find_numbers(text) if mention.end <= verb]
    return bool(before) and before[-1].number != own and " về " in form[before[-1].end : verb]


def _objects(text: str, form: str, verb_end: int) -> Iterator[NumberMention]:
    """The documents a verb acts on: the first right after it, the others after a joint."""
    joint = verb_end
    for index, mention in enumerate(m for m in find_numbers(text) if m.start >= verb_end):
        joints = [match.end() for match in _JOINT.finditer(form, joint, mention.start)]
        begins = joint if index == 0 and not joints else joints[-1] if joints else None
        if begins is None or not _OBJECT.match(form, begins, mention.start):
            if index == 0:
                return
            continue
        yield mention
        joint = mention.end


def _expiries(text: str, offset: int) -> Iterator[Reference]:
    """Read "Luật … số … hết hiệu lực": the first document of the sentence; others are named in passing."""
    form = match_form(text)
    for sentence in _SENTENCE.finditer(form):
        expires = _EXPIRES.search(sentence.group())
        if expires is None:
            continue
        mentions = find_numbers(text[sentence.start() : sentence.start() + expires.start()])
        if mentions and not _PASSING.search(sentence.group(), 0, mentions[0].start):
            yield Reference("hết hiệu lực", mentions[0].number, None, _span(offset + sentence.start(), mentions[0]))


def _span(start: int, mention: NumberMention) -> Span:
    return Span(start + mention.start, start + mention.end)
