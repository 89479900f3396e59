"""A text from a generator, held against the passages it was made from, sentence by sentence.

A sentence counts as checked when it names passages that exist, what it quotes stands in them character for
character (``hoá`` and ``hóa`` are the same), and its numbers stand in them. Whether its other words say what they
say, no rule can tell: its author reads it. Every other sentence carries ``UNVERIFIED`` in the text itself, so that no
copy loses it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from corpus.sentences import sentences
from corpus.text import old_tone, one_line

UNVERIFIED = "«chưa kiểm chứng»"
"""What stands behind a sentence that was not confirmed."""

_LABEL = re.compile(r"\[(\d{1,3})\]")
# "Câu. [1]" names its passage behind the stop.
_LABEL_BEHIND = re.compile(r"([.!?])((?:\s*\[\d{1,3}\])+)")
_QUOTED = re.compile(r"“([^”]*)”|\"([^\"]*)\"|«([^»]*)»|„([^“]*)“")
_NUMBER = re.compile(r"\d+(?:[.,/]\d+)*")
_QUOTE_SIGNS = re.compile(r"[“”\"«»„]")


def verified(text: str, passages: Mapping[int, str]) -> tuple[str, int]:
    """The text with every sentence marked that is not confirmed, and how many those are.

    Args:
        text: What the generator wrote.
        passages: Label → text, of those that were sent.
    """
    text = _LABEL_BEHIND.sub(lambda match: f"{one_line(match[2].replace('][', '] ['))}{match[1]}", text)
    text = re.sub(r"(?<=[^\s\[])(\[\d{1,3}\])", r" \1", text.replace(UNVERIFIED, ""))
    parts: list[str] = []
    place = failed = 0
    for span in sentences(text):
        sentence = text[slice(*span)]
        is_good = _is_confirmed(sentence, passages)
        failed += not is_good
        parts += [text[place : span.start], sentence, "" if is_good else f" {UNVERIFIED}"]
        place = span.end
    return "".join((*parts, text[place:])).strip(), failed


def _is_confirmed(sentence: str, passages: Mapping[int, str]) -> bool:
    labels = {int(label) for label in _LABEL.findall(sentence)}
    if not labels or not labels <= passages.keys():
        return False
    sources = [_form(passages[label]) for label in sorted(labels)]
    quoted = ["".join(groups) for groups in _QUOTED.findall(sentence)]
    # A sign without its other half may hide where a quotation ends.
    if _QUOTE_SIGNS.search(_QUOTED.sub("", sentence)):
        return False
    if not all(any(_form(words) in source for source in sources) for words in quoted if words.strip()):
        return False
    numbers = _NUMBER.findall(_LABEL.sub("", sentence))
    known = {number for source in sources for number in _NUMBER.findall(source)}
    return all(number in known for number in numbers)


def _form(text: str) -> str:
    return old_tone(one_line(text))
