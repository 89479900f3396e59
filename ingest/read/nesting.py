"""Whether a web page nests its elements without end: its parser would go up and down through them for minutes.

Only tags are counted, in one go and without building anything; a tag in a script counts too, so the bounds lie far
beyond what pages have, and far below what keeps a parser busy.
"""

from __future__ import annotations

import re
from collections import Counter

# Browsers themselves stop at 512; unclosed tags in the scripts of a page come on top.
_DEEPEST = 3_000
# Each tag looks through the elements that are open: so many looks take a second.
_MOST_LOOKS = 300_000_000
# Letters' elements that are left open are begun anew in every paragraph: so many elements take ten seconds. A few are
# open in any page.
_MOST_BEGUN, _ANY = 1_000_000, 10

_LETTERS = frozenset(["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"])
_BLOCKS = """
    abbr address applet article aside blockquote button center cite del details dfn dir div dl fieldset figure footer
    form h1 h2 h3 h4 h5 h6 header hgroup ins kbd label main map mark marquee menu nav object ol pre q section select
    span sub summary sup svg table template ul var
"""
# Others end of themselves, hold nothing, or are none of HTML, which costs little.
_NESTING = frozenset(_BLOCKS.split()) | _LETTERS
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")


class NestedError(ValueError):
    """The elements of a page are nested deeper than anybody can wait for."""


def check_nesting(source: str) -> None:
    """Find out that a page is parsed in reasonable time.

    Raises:
        NestedError: It is not.
    """
    open_now: Counter[str] = Counter()
    depth = letters = looks = begun = 0
    for closing, written in _TAG.findall(source):
        name = written.lower()
        if name in _NESTING:
            step = -bool(open_now[name]) if closing else 1
            open_now[name] += step
            depth += step
            letters += step if name in _LETTERS else 0
        looks += depth
        begun += max(0, letters - _ANY)
        if depth > _DEEPEST or looks > _MOST_LOOKS or begun > _MOST_BEGUN:
            raise NestedError
