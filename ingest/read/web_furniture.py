"""What of a web page is the document: its main block, and what stands in it or around it and is none of it.

Told by tags, by the names sites give to their parts, and by how much of a part is links. Nothing is taken for
furniture that holds much of the page's words: a whole page may stand in a form, or in a part named "print".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from selectolax.lexbor import LexborHTMLParser, LexborNode

from corpus.text import fold

_MAIN = "main, article, [role=main]"
# An article inside <main> is the document itself if it holds most of its words; one that holds less than that of
# the page is a teaser.
_MOST = 0.6
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
_LINK_LISTS = "ul, ol, div, section, table"
# Headings under which a site lists other pages; what follows them is looked at as long as it is links.
_LIST_HEADING = re.compile(
    r"(?:(?:cac )?(?:tin|bai|bai viet|van ban|noi dung)(?: tuc)? (?:lien quan|khac|moi|cung chuyen muc|cung muc)"
    r"|xem them|doc them|co the ban quan tam|tu khoa|tags?)\s*:?"
)
# Headings after which nothing but readers' words comes.
_TALK_HEADING = re.compile(r"(?:gui )?(?:binh luan|y kien ban doc|phan hoi)(?: \(\d+\))?\s*:?")
_LONGEST_HEADING = 60
_HEADINGS = "h2, h3, h4, h5, h6, p, div, span, strong, b"
_RIGHTS = re.compile(r"©|\(c\) |ban quyen thuoc|copyright|co quan chu quan|giay phep (?:so|xuat ban|hoat dong)")


def main_block(parser: LexborHTMLParser) -> LexborNode | None:
    """The element that holds the document: the innermost candidate with most of the words, else the body."""
    body = parser.body
    if body is None:
        return None
    sized = [(_own_words(node), node) for node in parser.css(_MAIN)]
    largest = max((size for size, _ in sized), default=0)
    if not largest or largest < _MOST * _own_words(body) / 2:
        return body
    # Candidates come in document order, so an inner one comes after those around it.
    return next(node for size, node in reversed(sized) if size >= _MOST * largest)


def furniture(root: LexborNode) -> frozenset[int]:
    """The elements (``mem_id``) in a main block that are no part of the document."""
    words = _own_words(root)
    small = (node for node in _candidates(root) if _own_words(node) <= _SHARE * words)
    return frozenset(node.mem_id for node in small)


def _candidates(root: LexborNode) -> Iterator[LexborNode]:
    whole_page = root.tag == "body"
    for node in root.css("*"):
        if node.mem_id != root.mem_id and (_is_named_furniture(node) or (whole_page and _is_edge(node))):
            yield node
    yield from (node for node in root.css(_LINK_LISTS) if node.mem_id != root.mem_id and _is_link_list(node))
    for node in root.css(_HEADINGS):
        yield from _under_heading(node, root)


def _own_words(node: LexborNode) -> int:
    """How many letters of an element are no links to other pages."""
    return len(node.text()) - sum(len(link.text()) for link in _links(node))


def _links(node: LexborNode) -> list[LexborNode]:
    """The outermost links of an element that lead away from the page."""
    return [link for link in node.css("a[href]") if not (link.attributes.get("href") or "").startswith("#")]


def _is_named_furniture(node: LexborNode) -> bool:
    if node.tag in _FURNITURE_TAGS or node.attributes.get("role") in _ROLES:
        return True
    names = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
    if names == " ":
        return False
    words = _WORDS.findall(_CAMEL.sub(" ", names))
    return any(word.lower() in _NAMES for word in words) or _JOINED_NAMES.search("".join(words).lower()) is not None


def _is_edge(node: LexborNode) -> bool:
    """Whether an element is the head or foot of a site: that of a document links to nothing."""
    return node.tag in _EDGE_TAGS and bool(_links(node) or node.css_first("img, nav"))


def _is_link_list(node: LexborNode) -> bool:
    links = _links(node)
    letters = len("".join(node.text().split()))
    return len(links) >= _FEWEST_LINKS and sum(len("".join(a.text().split())) for a in links) >= _LINK_SHARE * letters


def _under_heading(node: LexborNode, root: LexborNode) -> Iterator[LexborNode]:
    """A heading of a site's own, with what belongs to it."""
    text = node.text().strip()
    links = _links(node)
    if not text or (len(text) > _LONGEST_HEADING and not links):
        return
    for link in links:
        text = text.replace(link.text().strip(), "", 1)
    form = fold(text).strip(" ,;|\n\t")
    if _RIGHTS.match(form):
        yield node
    elif _LIST_HEADING.fullmatch(form):
        yield node
        if not links:
            yield from takewhile(lambda follower: not _has_words(follower) or _links(follower), _after(node))
    elif _TALK_HEADING.fullmatch(form):
        talk = list(_after(node))
        if sum(map(_own_words, talk)) <= _SHARE * _own_words(root):
            yield from (node, *talk)


def _after(node: LexborNode) -> Iterator[LexborNode]:
    follower = node.next
    while follower is not None:
        yield follower
        follower = follower.next


def _has_words(node: LexborNode) -> bool:
    return bool(node.text().strip())
