"""From which day a document says of itself to be in force.

Only what is said of the whole document counts: "Luật này có hiệu lực từ …". What an article or another document is
said to be is not the document's.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from corpus.numbers import KINDS, find_dates
from corpus.text import match_form
from corpus.types import Span

_KIND = "|".join(match_form(kind) for kind in sorted(KINDS, key=len, reverse=True))
_IN_FORCE = re.compile(
    # At the start of a line or of a sentence, after labels and the title of the article.
    r"(?:(?m:^)|[.;]\s)(?:[-–+•]\s*)?(?:điều \d+[a-zđ]?\s*[.:]?\s*)?(?:(?:điều khoản|hiệu lực)[^.\n]{0,30}[.:]?\s)?"
    r"(?:\d+(?:\.\d+)*[.)\-]\s*|[a-zđ]\)\s*)?(?:trừ [^.;\n]{5,120}, )?"
    rf"(?P<subject>(?P<kind>{_KIND}|văn bản)(?: này)?)"
    # What else is said of it in between ends with a comma or "và": the verb is then the document's own again.
    r"(?:\s|\s[^.;\n]{1,200}?(?:,|và)\s(?:và )?)"
    r"(?:có (?:hiệu lực|giá trị)(?:(?: và)? thi hành)?|được thi hành|bắt đầu có hiệu lực)\s?"
    r"(?P<when>(?:sau (?P<days>\d{1,3})(?: \([^)]*\))? ngày,? )?(?:kể )?(?:từ )?(?:ngày )?"
    r"(?:(?:ngày )?(?:ký|ban hành)(?: ban hành)?(?!\w)|(?P<day>(?:ngày )?\d{1,2}\s?"
    r"(?:/\s?\d{1,2}\s?/\s?\d{4}|tháng\s\d{1,2}\s?,?\snăm\s\d{4}))))"
)


class Effect(NamedTuple):
    """A day, and where it is stated."""

    day: date
    at: Span


def effect_of(text: str, end: int, kind: str | None, issued_on: date | None) -> Effect | None:
    """The day from which the document is in force; ``None`` where it does not say so or the day is not known.

    Args:
        text: The document.
        end: Where what is attached to it begins.
        kind: Its kind; what is said of "Quy chế này" is not said of a decision.
        issued_on: Its date, from which "từ ngày ký" is counted.
    """
    form = match_form(text[:end])
    own = match_form(kind) if kind else None
    for match in _IN_FORCE.finditer(form):
        said_of = match["kind"]
        if own and said_of != "văn bản" and not own.startswith(said_of):
            continue
        day = _day(match, issued_on)
        if day is not None:
            return Effect(day, Span(match.start("subject"), match.end("when")))
    return None


def _day(match: re.Match[str], issued_on: date | None) -> date | None:
    if match["day"] is not None:
        written = match["day"] if match["day"].startswith("ngày") else f"ngày {match['day']}"
        found = next(find_dates(written), None)
        start = found[1] if found else None
    else:
        start = issued_on
    return start + timedelta(days=int(match["days"] or 0)) if start else None
