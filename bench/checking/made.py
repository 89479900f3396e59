"""Drafts made of the sample documents by rule: what is quoted truly, and what is done to it that ought to be noticed.

Everything is drawn with one seed, so the same documents give the same drafts. Nothing of the checker is used here:
what a change comes to follows from how it was made.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bench.checking.labelled import Labelled, labelled
from corpus.citation import written_date
from corpus.pieces import Piece, pieces
from corpus.text import fold, old_tone, one_line
from corpus.types import Document
from corpus.validity import EXPIRED

_SEED = 20261127
_PER_KIND = 16
_WORD = re.compile(r"[^\W_]+")
_DENIAL = re.compile(r"\b(?:không|chưa|cấm)\b", re.IGNORECASE)
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_ABSENT = ("Nghị quyết số 88-NQ/ĐU", "Quy định số 131-QĐ/ĐU", "Chỉ thị số 41-CT/ĐU", "Kế hoạch số 203-KH/ĐU")
_INVENTED = (
    "Cấp uỷ viên vắng họp ba kỳ liền thì bí thư phải gặp riêng trong tuần kế tiếp",
    "Mỗi thôn lập một đội văn nghệ lưu động gồm chín thành viên, tập vào tối thứ bảy",
    "Nhà văn hoá mở cửa từ năm giờ sáng để các cụ tập dưỡng sinh trước giờ đi chợ",
    "Hộ trồng hoa được vay vốn không lãi trong hai vụ đầu, hoàn trả sau khi bán lứa thứ ba",
    "Thanh niên nhập ngũ trở về được ưu tiên giới thiệu việc làm tại cụm công nghiệp",
    "Đường làng phải quét sạch trước ngày rằm, mỗi ngõ cử một người trông coi thùng rác",
    "Trưởng thôn giữ sổ ghi nước lũ, báo mực nước về xã hai giờ một lần khi có bão",
    "Giáo viên mầm non được bố trí nhà ở tập thể gần trường trong bán kính một cây số",
    "Chợ phiên chuyển sang họp ngày chẵn, quầy hàng tươi sống xếp về phía bờ sông",
    "Đội bóng của xã thi đấu vòng tròn một lượt, thắng được ba điểm, hoà được một điểm",
    "Kênh tưới nạo vét xong trước vụ chiêm, bùn đổ đúng bãi đã cắm cọc tiêu",
    "Thư viện cho mượn sách về nhà mười ngày, quá hạn thì nhắc bằng giấy báo gửi tận ngõ",
    "Người nuôi ong đặt thùng cách khu dân cư hai trăm mét và treo biển báo màu vàng",
    "Mùa gặt, học sinh nghỉ buổi chiều để phụ giúp gia đình phơi thóc ngoài sân đình",
    "Đám hiếu không dùng nhạc sau chín giờ đêm, vòng hoa viếng luân phiên theo dòng họ",
    "Cây đa đầu làng được khoanh vùng bảo vệ, ai chặt cành phải trồng thay ba cây non",
)
_LEADS = (
    "{ref} nêu rõ: “{quote}”{label}.",
    "“{quote}”{label} ({ref}).",
    'Theo {ref}, "{quote}"{label}, các đồng chí cần nắm chắc.',
    "{ref} quy định «{quote}»{label} để các chi bộ thực hiện.",
    "Tại {ref} có ghi:\n“{quote}”{label}",
    "Chi bộ cần quán triệt “{quote}”{label} theo {ref}.",
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a sample document that is long enough to be quoted."""

    document: Document
    piece: Piece
    text: str

    @property
    def words(self) -> list[re.Match[str]]:
        """Its words, in order."""
        return list(_WORD.finditer(self.text))


@dataclass(frozen=True, slots=True)
class _Quoted:
    verdict: str
    text: str
    reference: str


Maker = Callable[["_Bench", Passage], _Quoted | None]


def made_drafts(documents: Sequence[Document]) -> list[Labelled]:
    """Drafts of a dozen quotations, every kind of quotation among them."""
    bench = _Bench(documents)
    made: list[str] = []
    for kind, maker in _MAKERS.items():
        count = 0
        for passage in bench.shuffled():
            quoted = maker(bench, passage)
            if quoted is not None and count < _PER_KIND:
                made.append(bench.sentence(kind, quoted))
                count += 1
    bench.random.shuffle(made)
    size = 12
    return [labelled("\n".join(made[at : at + size]), "made") for at in range(0, len(made), size)]


class _Bench:
    """The passages of the documents, and chance."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self.random = random.Random(_SEED)  # noqa: S311 - a draw, not a secret
        self.documents = sorted(documents, key=lambda document: document.ref.id)
        self.passages = [passage for document in self.documents for passage in _passages(document)]
        self.vocabulary = sorted(
            {word.group().lower() for one in self.passages for word in one.words if word.group().isalpha()}
        )
        self._everything = "\n".join(_even(document.text) for document in self.documents)
        self._leads = 0

    def shuffled(self) -> list[Passage]:
        order = list(self.passages)
        self.random.shuffle(order)
        return order

    def sentence(self, kind: str, quoted: _Quoted) -> str:
        self._leads += 1
        lead = _LEADS[self._leads % len(_LEADS)]
        return lead.format(ref=quoted.reference, quote=quoted.text, label=f"⟦{quoted.verdict}:{kind}⟧")

    def stands_once(self, text: str) -> bool:
        """Whether the documents have a text in one place alone."""
        return self._everything.count(_even(text)) == 1

    def stands_nowhere(self, text: str) -> bool:
        return _even(text) not in self._everything


def _even(text: str) -> str:
    """A text as words, for the question whether it stands elsewhere; tones evened out as the corpus does."""
    return f" {' '.join(_WORD.findall(old_tone(unicodedata.normalize('NFC', text)).lower()))} "


def _passages(document: Document) -> Iterator[Passage]:
    for piece in pieces(document):
        text = one_line(document.text[slice(*piece.span)])
        label = document.text[piece.section.span.start : piece.section.body_start]
        text = text.removeprefix(one_line(label)).strip() if piece.row is None and piece.part == 1 else text
        if len(_WORD.findall(text)) >= 12 and "“" not in text and '"' not in text and "..." not in text:
            yield Passage(document, piece, text)


def _reference(document: Document, place: str = "") -> str:
    ref = document.ref
    day = f", ngày {written_date(ref.issued_on)}" if ref.issued_on else ""
    # Two branches of one commune have a resolution of the same number: its day tells which.
    return f"{place}{ref.kind} số {ref.number}{day}"


def _ended(document: Document) -> bool:
    return document.ref.validity.startswith(EXPIRED)


def _true(bench: _Bench, passage: Passage, text: str) -> _Quoted | None:
    if not bench.stands_once(passage.text) or not text:
        return None
    return _Quoted("replaced" if _ended(passage.document) else "exact", text, _reference(passage.document))


def _wrong(bench: _Bench, passage: Passage, text: str) -> _Quoted | None:
    if not text or not bench.stands_nowhere(text):
        return None
    return _Quoted("altered", text, _reference(passage.document))


def _replace(text: str, word: re.Match[str], new: str) -> str:
    return text[: word.start()] + new + text[word.end() :]


# What is quoted truly


def _whole(bench: _Bench, passage: Passage) -> _Quoted | None:
    return _true(bench, passage, passage.text)


def _middle(bench: _Bench, passage: Passage) -> _Quoted | None:
    words = passage.words
    if len(words) < 16:
        return None
    first = bench.random.randrange(2, len(words) - 12)
    # To begin right behind a denial is another kind.
    if _DENIAL.search(passage.text[words[max(0, first - 4)].start() : words[first].start()]):
        return None
    last = bench.random.randrange(first + 9, len(words))
    return _true(bench, passage, passage.text[words[first].start() : words[last].end()])


def _tones_moved(bench: _Bench, passage: Passage) -> _Quoted | None:
    new = _TONED.sub(_other_place, passage.text)
    return _true(bench, passage, new) if new != passage.text else None


_TONED = re.compile(r"(?<![qQ])(?:[oò-ỏ]|o|u|[òóỏõọùúủũụ])(?:[aey]|[àáảãạèéẻẽẹỳýỷỹỵ])(?![^\W\d_])", re.IGNORECASE)


def _other_place(match: re.Match[str]) -> str:
    """``hoá`` for ``hóa``, ``ủy`` for ``uỷ``."""
    parts = [unicodedata.normalize("NFD", letter) for letter in unicodedata.normalize("NFC", match.group())]
    tones = ["".join(mark for mark in part if mark in _TONES) for part in parts]
    if bool(tones[0]) == bool(tones[1]) or fold(match.group()) not in ("oa", "oe", "uy"):
        return match.group()
    bare = ["".join(mark for mark in part if mark not in _TONES) for part in parts]
    return unicodedata.normalize("NFC", bare[0] + tones[1] + bare[1] + tones[0])


def _decomposed(bench: _Bench, passage: Passage) -> _Quoted | None:
    return _true(bench, passage, unicodedata.normalize("NFD", passage.text))


def _laid_out(bench: _Bench, passage: Passage) -> _Quoted | None:
    """Other dashes, blanks and first letter; without its last stop."""
    text = passage.text.replace(" - ", " – ").replace(", ", ",  ").rstrip(".;")
    return _true(bench, passage, text[:1].swapcase() + text[1:])


def _left_out(bench: _Bench, passage: Passage) -> _Quoted | None:
    words = passage.words
    if len(words) < 24:
        return None
    first, last = 8, 8 + bench.random.randrange(4, len(words) - 18)
    gone = passage.text[words[first].start() : words[last].start()]
    if _DENIAL.search(gone):
        return None
    sign = bench.random.choice(("…", "...", "[...]", "(…)"))
    return _true(
        bench, passage, passage.text[: words[first].start()] + f"{sign} " + passage.text[words[last].start() :]
    )


def _spanning(bench: _Bench, passage: Passage) -> _Quoted | None:
    """The passage and the one that follows it, each with its label."""
    after = [one for one in bench.passages if one.document is passage.document]
    index = after.index(passage) + 1
    if index == len(after) or passage.piece.row or after[index].piece.row:
        return None
    span = (passage.piece.span.start, after[index].piece.span.end)
    text = one_line(passage.document.text[slice(*span)])
    return _true(bench, passage, text) if len(text) < 900 and not re.search(r"[“\"]|\.\.\.", text) else None


def _row(bench: _Bench, passage: Passage) -> _Quoted | None:
    return _true(bench, passage, passage.text) if passage.piece.row else None


# What was changed


def _word_changed(bench: _Bench, passage: Passage) -> _Quoted | None:
    word = bench.random.choice([one for one in passage.words if one.group().isalpha()])
    return _wrong(bench, passage, _replace(passage.text, word, bench.random.choice(bench.vocabulary)))


def _number_changed(bench: _Bench, passage: Passage) -> _Quoted | None:
    numbers = [one for one in passage.words if one.group().isdigit()]
    if not numbers:
        return None
    word = bench.random.choice(numbers)
    at = bench.random.randrange(len(word.group()))
    digit = bench.random.choice([one for one in "0123456789" if one != word.group()[at]])
    return _wrong(bench, passage, _replace(passage.text, word, word.group()[:at] + digit + word.group()[at + 1 :]))


def _mark_wrong(bench: _Bench, passage: Passage) -> _Quoted | None:
    """A tone lost, or another in its place."""
    toned = [one for one in passage.words if any(mark in _TONES for mark in unicodedata.normalize("NFD", one.group()))]
    if not toned:
        return None
    word = bench.random.choice(toned)
    letters = unicodedata.normalize("NFD", word.group())
    tone = next(mark for mark in letters if mark in _TONES)
    other = bench.random.choice([*(one for one in _TONES if one != tone), ""])
    return _wrong(
        bench, passage, _replace(passage.text, word, unicodedata.normalize("NFC", letters.replace(tone, other)))
    )


def _word_dropped(bench: _Bench, passage: Passage) -> _Quoted | None:
    words = passage.words
    first = bench.random.randrange(2, len(words) - 4)
    last = first + bench.random.randrange(1, 4)
    return _wrong(bench, passage, passage.text[: words[first].start()] + passage.text[words[last].start() :])


def _denial_dropped(bench: _Bench, passage: Passage) -> _Quoted | None:
    found = [one for one in re.finditer(r"không (?=\w)", passage.text) if one.start() > 20]
    if not found:
        return None
    word = bench.random.choice(found)
    return _wrong(bench, passage, passage.text[: word.start()] + passage.text[word.end() :])


def _denial_hidden(bench: _Bench, passage: Passage) -> _Quoted | None:
    found = [one for one in re.finditer(r"không (?!những|chỉ|ngừng)(?=\w)", passage.text) if one.start() > 40]
    if not found:
        return None
    word = bench.random.choice(found)
    if len(_WORD.findall(passage.text[word.end() :])) < 4:
        return None
    text = passage.text[: word.start()] + "… " + passage.text[word.end() :]
    return _Quoted("altered", text, _reference(passage.document)) if bench.stands_once(passage.text) else None


def _misread(bench: _Bench, passage: Passage) -> _Quoted | None:
    """As a scan is misread: a figure as a letter, a letter as a figure."""
    found = [one for one in passage.words if re.search(r"[10lI]", one.group())]
    if not found:
        return None
    word = bench.random.choice(found)
    new = word.group().translate(str.maketrans("10lI", "lO11"))
    return _wrong(bench, passage, _replace(passage.text, word, new))


def _two_changed(bench: _Bench, passage: Passage) -> _Quoted | None:
    first = _word_changed(bench, passage)
    text = first.text if first else passage.text
    return _word_dropped(bench, Passage(passage.document, passage.piece, text))


# What stands elsewhere, or nowhere


def _wrong_document(bench: _Bench, passage: Passage) -> _Quoted | None:
    other = bench.random.choice([one for one in bench.documents if one is not passage.document])
    if not bench.stands_once(passage.text):
        return None
    return _Quoted("misattributed", passage.text, _reference(other))


def _wrong_unit(bench: _Bench, passage: Passage) -> _Quoted | None:
    document = passage.document
    articles = sorted({one.path[-1].label for one in document.sections if one.path[-1].unit == "điều"}, key=int)
    own = next((step.label for step in passage.piece.path if step.unit == "điều"), None)
    if own is None or not bench.stands_once(passage.text):
        return None
    other = bench.random.choice([one for one in articles if one != own])
    return _Quoted("misattributed", passage.text, _reference(document, f"Điều {other} "))


def _right_unit(bench: _Bench, passage: Passage) -> _Quoted | None:
    steps = {step.unit: step.label for step in passage.piece.path}
    if "điều" not in steps or not set(steps) <= {"phần", "chương", "mục", "điều", "khoản", "điểm"}:
        return None
    place = "".join(f"{unit} {steps[unit]} " for unit in ("điểm", "khoản") if unit in steps) + f"Điều {steps['điều']} "
    true = _true(bench, passage, passage.text)
    return _Quoted(true.verdict, true.text, _reference(passage.document, place)) if true else None


def _unknown(bench: _Bench, passage: Passage) -> _Quoted | None:
    return _Quoted("unknown_document", passage.text, bench.random.choice(_ABSENT))


def _invented(bench: _Bench, passage: Passage) -> _Quoted | None:
    text = bench.random.choice(_INVENTED)
    return _Quoted("not_found", text, _reference(passage.document))


def _mixed(bench: _Bench, passage: Passage) -> _Quoted | None:
    """Words the documents use, put together as none of them does."""
    picked = bench.random.sample(bench.passages, 5)
    text = " ".join(one.text[one.words[k].start() : one.words[k + 2].end()] for k, one in enumerate(picked, 2))
    return _Quoted("not_found", text, _reference(passage.document)) if bench.stands_nowhere(text) else None


def _of_ended(bench: _Bench, passage: Passage) -> _Quoted | None:
    return _whole(bench, passage) if _ended(passage.document) else None


_MAKERS: dict[str, Maker] = {
    "whole": _whole,
    "middle": _middle,
    "tones_moved": _tones_moved,
    "decomposed": _decomposed,
    "laid_out": _laid_out,
    "left_out": _left_out,
    "spanning": _spanning,
    "row": _row,
    "right_unit": _right_unit,
    "word_changed": _word_changed,
    "number_changed": _number_changed,
    "mark_wrong": _mark_wrong,
    "word_dropped": _word_dropped,
    "denial_dropped": _denial_dropped,
    "denial_hidden": _denial_hidden,
    "misread": _misread,
    "two_changed": _two_changed,
    "wrong_document": _wrong_document,
    "wrong_unit": _wrong_unit,
    "unknown": _unknown,
    "invented": _invented,
    "mixed": _mixed,
    "of_ended": _of_ended,
}
