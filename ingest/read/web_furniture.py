"""What of a web page is the document: its main block, and what stands in it or around it and is none of it.

Told by tags, by the names sites give to their parts, and by how much of a part is links. Nothing is taken for
furniture that holds much of the page's words: a whole page may stand in a form, or in a part named "print".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from selectolax.lexbor import LexborNode

from corpus.text import fold

_MAIN = "main, article, [role=main]"
# An article inside <main> is the document itself if it holds most of its words; one with few of the page's words
# tells of another page.
_MOST, _TEASER = 0.6, 0.3
_FURNITURE_TAGS = frozenset(("nav", "aside", "form", "button", "dialog", "figcaption"))
# Outside the main block only: a document's own <header> and <footer> hold its letterhead and its signature.
_EDGE_TAGS = frozenset(("header", "footer"))
_ROLES = frozenset(("navigation", "complementary", "search", "dialog", "banner", "contentinfo", "alert"))
# Words of class names and ids, whole: "share-box" has "share", "shareholder" has not.
_NAME_LIST = """
    ad ads adv advert advertisement alert author avatar banner breadcrumb breadcrumbs byline caption cmt comment
    comments consent cookie cookies copyright footer hidden hotline hotnews keyword keywords login menu meta modal
    nav navbar navigation newsletter paging pagination popup rating readmore related relatednews search share
    sharing sidebar social subscribe tag tags toolbar topbar vote
"""
_NAMES = frozenset(_NAME_LIST.split())
_JOINED_NAMES = re.compile(r"lienquan|binhluan|quangcao|tinkhac|xemthem|docthem|cungchuyenmuc|chiase|tacgia|tukhoa")
_WORDS = re.compile(r"[^\W\d_]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
# Furniture holds at most this share of a page's words that are no links.
_SHARE = 0.3
# A list of links has at least so many, and they are nearly all it says.
_FEWEST_LINKS, _LINK_SHARE = 3, 0.75
_LINK_LISTS = frozenset(("ul", "ol", "div", "section", "table"))
# Headings under which a site lists other pages; what follows them is looked at as long as it is links.
_LIST_HEADING = re.compile(
    r"(?:(?:cac )?(?:tin|bai|bai viet|van ban|noi dung)(?: tuc)? (?:lien quan|khac|moi|cung chuyen muc|cung muc)"
    r"|xem them|doc them|co the ban quan tam|tu khoa|tags?)\s*:?"
)
# Headings after which nothing but readers' words comes.
_TALK_HEADING = re.compile(r"(?:gui )?(?:binh luan|y kien ban doc|phan hoi)(?: \(\d+\))?\s*:?")
_LONGEST_HEADING = 60
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6", "p", "div", "span", "strong", "b"))
_RIGHTS = re.compile(r"©|\(c\) |ban quyen thuoc|copyright|co quan chu quan|giay phep (?:so|xuat ban|hoat dong)")


@dataclass(slots=True)
class _Measure:
    """What an element holds: characters that are no blanks, how many of them are links away, and those links."""

    text: int = 0
    linked: int = 0
    links: int = 0

    @property
    def own(self) -> int:
        return self.text - self.linked


class Page:
    """A page, each of its elements measured once.

    Args:
        body: Its body.
    """

    def __init__(self, body: LexborNode) -> None:
        self._body = body
        self._nodes: list[LexborNode] = []
        self._measures: dict[int, _Measure] = {}
        self._measure()

    def _measure(self) -> None:
        """Go through the page level by level, then add up from the deepest level to the body."""
        nodes, parents = [self._body], [-1]
        for index, node in enumerate(nodes):  # grows while it is gone through
            for child in node.iter(include_text=True):
                nodes.append(child)
                parents.append(index)
        for index in range(len(nodes) - 1, -1, -1):
            node = nodes[index]
            measure = self._measures.setdefault(node.mem_id, _Measure())
            if node.tag == "-text":
                measure.text = len("".join(node.text(deep=False).split()))
            elif _leads_away(node):
                measure.linked, measure.links = measure.text, 1
            if index:
                above = self._measures.setdefault(nodes[parents[index]].mem_id, _Measure())
                above.text += measure.text
                above.linked += measure.linked
                above.links += measure.links
        self._nodes = [node for node in nodes if node.tag != "-text"]

    def main_block(self) -> LexborNode:
        """The element that holds the document: the innermost candidate with most of the words, else the body."""
        candidates = self._body.css(_MAIN)
        largest = max((self._own(node) for node in candidates), default=0)
        if not largest or largest < _TEASER * self._own(self._body):
            return self._body
        # Candidates come in document order, so an inner one comes after those around it.
        return next(node for node in reversed(candidates) if self._own(node) >= _MOST * largest)

    def furniture(self, root: LexborNode) -> frozenset[int]:
        """The elements (``mem_id``) in a main block that are no part of the document."""
        most = _SHARE * self._own(root)
        found: set[int] = set()
        for node in self._nodes:
            if node.mem_id != root.mem_id:
                found.update(part.mem_id for part in self._parts(node, most) if self._own(part) <= most)
        return frozenset(found)

    def _parts(self, node: LexborNode, most: float) -> Iterator[LexborNode]:
        """The element, if it is furniture by itself or by what it is called, with what belongs to it."""
        if _is_named_furniture(node) or self._is_edge(node) or self._is_link_list(node):
            yield node
        elif node.tag in _HEADINGS and 0 < self._own(node) <= _LONGEST_HEADING:
            yield from self._under_heading(node, most)

    def _own(self, node: LexborNode) -> int:
        return self._measures[node.mem_id].own

    def _is_edge(self, node: LexborNode) -> bool:
        """Whether an element is the head or foot of a site: that of a document links to nothing."""
        if node.tag not in _EDGE_TAGS or any(around.tag in ("main", "article") for around in _upwards(node)):
            return False
        return bool(self._measures[node.mem_id].links or node.css_first("img, nav"))

    def _is_link_list(self, node: LexborNode) -> bool:
        measure = self._measures[node.mem_id]
        return (
            node.tag in _LINK_LISTS
            and measure.links >= _FEWEST_LINKS
            and measure.linked >= _LINK_SHARE * max(1, measure.text)
        )

    def _under_heading(self, node: LexborNode, most: float) -> Iterator[LexborNode]:
        """A heading of a site's own, with what belongs to it."""
        links = [link for link in node.css("a[href]") if _leads_away(link)]
        text = node.text().strip()
        for link in links:
            text = text.replace(link.text().strip(), "", 1)
        form = fold(text).strip(" ,;|\n\t")
        if _RIGHTS.match(form):
            yield node
        elif _LIST_HEADING.fullmatch(form):
            yield node
            if not links:
                yield from takewhile(self._may_be_listed, _after(node))
        elif _TALK_HEADING.fullmatch(form):
            talk = list(_after(node))
            if sum(map(self._own, talk)) <= most:
                yield from (node, *talk)

    def _may_be_listed(self, node: LexborNode) -> bool:
        measure = self._measures[node.mem_id]
        return not measure.text or measure.links > 0


def _leads_away(node: LexborNode) -> bool:
    target = node.attributes.get("href") if node.tag == "a" else None
    return target is not None and not target.startswith("#")


def _upwards(node: LexborNode) -> Iterator[LexborNode]:
    above = node.parent
    while above is not None:
        yield above
        above = above.parent


def _after(node: LexborNode) -> Iterator[LexborNode]:
    follower = node.next
    while follower is not None:
        yield follower
        follower = follower.next


def _is_named_furniture(node: LexborNode) -> bool:
    attributes = node.attributes
    if node.tag in _FURNITURE_TAGS or attributes.get("role") in _ROLES:
        return True
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    if names == " ":
        return False
    words = _WORDS.findall(_CAMEL.sub(" ", names))
    return any(word.lower() in _NAMES for word in words) or _JOINED_NAMES.search("".join(words).lower()) is not None
