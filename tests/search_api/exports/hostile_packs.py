"""Packs whose texts are made to break files, or to become what they are not."""

from __future__ import annotations

from bench.sample_packs import thematic
from search_api.packs.content import PackContent, PackPassage

LITERAL = (
    "#set page(fill: red) $x^2$ @nguon *đậm* _nghiêng_ `mã` <b>thẻ</b> & &amp; \\ngang {ngoặc} [liên](http://x) "
    '![a](b) ~~gạch~~ | ô | "ngoặc kép" % \\# =1+1 // chú thích /* a */ 1. một #eval("1")'
)
"""Markup of every format, which readers must see as it was typed."""
BROKEN = "đầu\x00\x01\x08\x0b\x0c\x1f\x7f\u202e\u2066\ufeff\ufffe cuối"
"""Characters that XML does not take or that turn the order of a line."""


def hostile(text: str) -> PackContent:
    """A pack with a text in every field, and one passage that has it too."""
    sample = thematic()
    quoted = sample.passages[0].quote
    document = quoted.document.model_copy(update={"title": text, "citation": text, "issuer": text})
    citation = quoted.citation.model_copy(update={"full": text, "short": text, "footnote": text})
    quote = quoted.model_copy(
        update={"text": f"{text}\n{text}", "document": document, "citation": citation, "trail": (text,)}
    )
    return sample.model_copy(
        update={
            **dict.fromkeys(("title", "branch", "superior", "place", "author"), text[:300]),
            **dict.fromkeys(("aim", "introduction", "local", "conclusion"), f"{text} [1]"),
            "plan": (sample.plan[0].model_copy(update={"what": text[:300]}),),
            "questions": (text,),
            "passages": (PackPassage(label=1, quote=quote, note=text, question=text),),
        }
    )
