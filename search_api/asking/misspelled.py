"""How Vietnamese syllables are mistyped and misspelled: letters, without marks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from corpus.text import fold

_LETTERS = "abcdeghiklmnopqrstuvxy"
# Sounds that dialects do not tell apart: the table of "lỗi chính tả thường gặp" of school grammars.
_ONSETS = (
    ("s", "x"), ("ch", "tr"), ("d", "gi"), ("d", "r"), ("gi", "r"), ("d", "v"), ("gi", "v"), ("l", "n"), ("g", "gh"),
    ("ng", "ngh"), ("c", "k"), ("qu", "c"),
)  # fmt: skip
_ENDINGS = (("n", "ng"), ("t", "c"), ("n", "nh"), ("i", "y"), ("ieu", "iu"), ("uou", "iu"), ("ao", "au"), ("ay", "ai"))


# Words people ask with and documents seldom print: that a corpus lacks one says nothing.
_EVERYDAY_LIST = """
    ai anh à ạ ấy bà bác bao bạn bằng bị các cái cần chả chăng chị chiếc cho chưa chứ có còn con cô cụ của cứ
    cùng dù dưới đã đang đâu đây đấy đến đi đó được em gì giờ gồm ha hay hả hết hỏi hôm họ khi kia kiểu không là
    làm lại lâu lên liền luôn mai mà mấy mình muốn nay nào này nên nếu nghĩa nhé nhiêu nhiều như nhưng nhỉ nọ
    nữa ở ông phải qua ra rất rồi sao sau sẽ tại ta thế thì thôi tôi tới trên trong trước từ tự và vào vẫn vậy
    về vì việc với xem xin xong xuống ư ừ
"""
_EVERYDAY = frozenset(_EVERYDAY_LIST.split())
_EVERYDAY_PLAIN = frozenset(map(fold, _EVERYDAY))


def is_everyday(form: str, *, is_marked: bool) -> bool:
    """Whether a word, in lower case, is one of every day; in a question without marks any that looks like it."""
    return form in (_EVERYDAY if is_marked else _EVERYDAY_PLAIN)


@lru_cache(maxsize=4096)
def often_mistaken(plain: str) -> frozenset[str]:
    """Spellings that a syllable is often mistaken for.

    Args:
        plain: In lower case, without marks.
    """
    return frozenset(_swapped_onset(plain)) | frozenset(_swapped_ending(plain)) - {plain}


def _swapped_onset(plain: str) -> Iterator[str]:
    for pair in _ONSETS:
        for one, other in (pair, pair[::-1]):
            if plain.startswith(one):
                yield other + plain[len(one) :]


def _swapped_ending(plain: str) -> Iterator[str]:
    for pair in _ENDINGS:
        for one, other in (pair, pair[::-1]):
            if plain.endswith(one):
                yield plain[: -len(one)] + other


def at_one_letter(plain: str) -> Iterator[str]:
    """Everything one letter too many, too few or wrong away, or with two neighbours changed over."""
    for place in range(len(plain) + 1):
        head, tail = plain[:place], plain[place:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in _LETTERS:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]
