"""The first draft of a study pack in one step; every sentence that is not a template is a quotation."""

from __future__ import annotations

from corpus.citation import Citation
from corpus.runtime.library import Library
from corpus.synonyms import in_other_words
from corpus.text import one_line
from corpus.types import Filters, Passage
from search_api.drafting.candidates import candidates
from search_api.drafting.choosing import choose
from search_api.drafting.errors import NotAnswered
from search_api.drafting.opening import LONGEST_TITLE, aim_of, introduction_of, title_of
from search_api.drafting.questions import questions_for
from search_api.drafting.topic import Topic, matter_of
from search_api.packs.content import Occasion, PackContent, PackPassage, TimeStep
from search_api.packs.quoting import Quoting
from search_api.packs.templates import BUILT_IN
from search_api.ranking.finding import Finder, Found

LONGEST_TOPIC = LONGEST_TITLE
"""Characters of a topic."""

# What an hour, a part of a meeting and a lesson take in.
_PASSAGES = {Occasion.REGULAR: 8, Occasion.THEMATIC: 12, Occasion.LESSON: 16}
_NEAREST = 3


def _plan(*steps: tuple[str, int]) -> tuple[TimeStep, ...]:
    return tuple(TimeStep(what=what, minutes=minutes) for what, minutes in steps)


# An hour at most, whatever the occasion: what else a meeting or a course does is for its user to add.
_PLANS = {
    Occasion.REGULAR: _plan(
        ("Phổ biến nội dung các đoạn trích", 15), ("Thảo luận, liên hệ việc của chi bộ", 20), ("Thống nhất việc làm", 5)
    ),
    Occasion.THEMATIC: BUILT_IN[Occasion.THEMATIC.value].plan,
    Occasion.LESSON: _plan(
        ("Nêu mục đích, yêu cầu của bài", 5),
        ("Quan điểm, mục tiêu", 15),
        ("Nhiệm vụ, giải pháp, trách nhiệm", 20),
        ("Trao đổi, liên hệ thực tế", 15),
        ("Củng cố bài", 5),
    ),
}


class Drafter:
    """Proposes packs from the passages of one corpus."""

    def __init__(self, library: Library, finder: Finder) -> None:
        self._library = library
        self._finder = finder
        self._quoting = Quoting(library)

    def draft(self, topic: str, occasion: Occasion = Occasion.THEMATIC, filters: Filters | None = None) -> PackContent:
        """A pack on a topic: title, aim, time plan, đề dẫn of quotations, passages with their questions.

        Args:
            topic: In the user's words.
            occasion: What it is prepared for; time plan and number of passages follow it.
            filters: Which documents may be quoted; without any, all.

        Raises:
            NotAnswered: The corpus does not answer the topic; carries the nearest passages.
            BadQuery: The topic cannot be read.
            CorpusIndexError: There is no corpus yet.
        """
        topic, filters = one_line(topic), filters or Filters()
        matter = matter_of(topic)
        found = self._finder.find(matter, filters)
        others = [self._finder.find(text, filters) for text in in_other_words(matter)]
        if not any(one.answered for one in (found, *others)):
            raise self._not_answered(topic, found)
        understood = Topic.of(found, others, self._numbers(found))
        carrying = candidates(self._library, self._finder, matter, understood, (found, *others), filters)
        chosen = choose(carrying, _PASSAGES[occasion])
        if not chosen:
            raise self._not_answered(topic, found)
        quotes = self._quoting.quotes([one.passage.id for one in chosen])
        template = BUILT_IN[occasion.value]
        return PackContent(
            title=title_of(topic),
            occasion=occasion,
            aim=aim_of(topic, occasion),
            plan=_PLANS[occasion],
            introduction=introduction_of(chosen),
            passages=tuple(
                PackPassage(label=label, quote=quote, question=question)
                for label, (quote, question) in enumerate(
                    zip(quotes, questions_for(chosen, understood), strict=True), 1
                )
            ),
            local=template.local,
            questions=template.questions,
            conclusion=template.conclusion,
        )

    def _numbers(self, found: Found) -> list[str]:
        """The numbers of the documents a topic names for sure."""
        names = found.addressed.documents if found.addressed.is_sure else ()
        entries = self._library.catalogue.those(names) if names else []
        return [entry.ref.number for entry in entries if entry.ref.number]

    def _not_answered(self, topic: str, found: Found) -> NotAnswered:
        nearest = tuple(hit.listed.id for hit in found.hits[:_NEAREST])
        texts = self._library.texts([hit.listed for hit in found.hits[:_NEAREST]])
        places = [_place(texts[name]) for name in nearest if name in texts]
        told = f" Gần nhất là: {'; '.join(places)}." if places else ""
        return NotAnswered(
            f"Kho chưa có văn bản đủ căn cứ để soạn tập về «{topic}».{told}",
            "Hãy gọi chuyên đề bằng từ ngữ của văn bản, nạp thêm văn bản, hoặc lập tập trống rồi tự chọn đoạn trích.",
            nearest,
        )


def _place(passage: Passage) -> str:
    return Citation(passage.ref, passage.path).short
