"""How much a PDF makes its readers draw: a part of a page may draw others, or itself, again and again.

A form of thirty bytes that draws another twice, which draws another twice, and so on thirty times, keeps every reader
busy for years. What is drawn is counted here without drawing it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO

import pypdf
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, PdfObject, StreamObject

# Counted in bytes of content gone through; to begin one form costs readers about as much as this many.
_TO_BEGIN = 500
# A page of that much is read in some seconds. The most seen in a real page is a thousandth.
_MOST_ON_A_PAGE = 16 * 1024 * 1024
_MOST_IN_A_FILE = 512 * 1024 * 1024
# Programs put a form into a form into a form; pdfium itself gives up not far beyond.
_DEEPEST = 25
_NAME = re.compile(rb"/[^\x00\t\n\x0c\r ()<>\[\]{}/%]*")
_APPEARANCES = ("/N", "/R", "/D")


class TangledError(Exception):
    """Forms draw themselves, or each other, more often than anybody can wait for."""


def check_drawing(reader: pypdf.PdfReader) -> None:
    """Find out that the pages of a file, with their annotations, are drawn in reasonable time.

    Raises:
        TangledError: They are not.
        Whatever pypdf does on objects that are broken.
    """
    counting = _Counting(reader)
    total = 0
    for page in reader.pages:
        resources = _dictionary(page.get("/Resources"))
        own = sum(len(part.get_data()) for part in _contents(page))
        drawn = sum(counting.inside(part, resources, resources, 0) for part in _contents(page))
        drawn += sum(counting.form(part, resources, resources, 0) for part in _appearances(page))
        total += own + drawn
        if drawn > _MOST_ON_A_PAGE or total > _MOST_IN_A_FILE:
            raise TangledError


class _Counting:
    """Counts what forms draw, each of them once."""

    def __init__(self, reader: pypdf.PdfReader) -> None:
        self._reader = reader
        self._names: dict[int, Counter[str]] = {}
        self._known: dict[tuple[int, int, int], int] = {}
        self._open: set[int] = set()

    def form(self, form: StreamObject, around: DictionaryObject, page: DictionaryObject, depth: int) -> int:
        """What drawing a form costs.

        Args:
            form: The form.
            around: The resources of what draws it, which it uses if it has none.
            page: Those of the page, in which all look that do not find a name in their own.
            depth: How many forms it is inside of.

        Raises:
            TangledError: It draws itself, or forms inside of forms without end.
        """
        resources = _dictionary(form.get("/Resources")) if "/Resources" in form else around
        key = (id(form), id(resources), id(page))
        if key not in self._known:
            if id(form) in self._open or depth > _DEEPEST:
                raise TangledError
            self._open.add(id(form))
            inside = self.inside(form, resources, page, depth + 1)
            self._open.remove(id(form))
            self._known[key] = _TO_BEGIN + len(form.get_data()) + inside
        return self._known[key]

    def inside(self, drawn: StreamObject, own: DictionaryObject, page: DictionaryObject, depth: int) -> int:
        """What the forms cost that a content draws."""
        cost = 0
        for name, count in self._named(drawn).items():
            form = _form(name, own) or _form(name, page)
            if form is not None:
                cost += count * self.form(form, own, page, depth)
        return cost

    def _named(self, drawn: StreamObject) -> Counter[str]:
        """Every name in a content, for a form is drawn by its name: more than draw one, and never fewer."""
        if id(drawn) not in self._names:
            found = Counter(_NAME.findall(drawn.get_data()))
            named: Counter[str] = Counter()
            for name, count in found.items():
                named[NameObject.read_from_stream(BytesIO(name), self._reader)] += count
            self._names[id(drawn)] = named
        return self._names[id(drawn)]


def _form(name: str, resources: DictionaryObject) -> StreamObject | None:
    drawn = _object(_dictionary(resources.get("/XObject")).get(name))
    return drawn if isinstance(drawn, StreamObject) and drawn.get("/Subtype") != "/Image" else None


def _contents(page: DictionaryObject) -> Iterator[StreamObject]:
    contents = _object(page.get("/Contents"))
    for part in contents if isinstance(contents, ArrayObject) else [contents]:
        stream = _object(part)
        if isinstance(stream, StreamObject):
            yield stream


def _appearances(page: DictionaryObject) -> Iterator[StreamObject]:
    """What the annotations of a page look like, in each of their states."""
    annotations = _object(page.get("/Annots"))
    for annotation in annotations if isinstance(annotations, ArrayObject) else ():
        looks = _dictionary(_dictionary(annotation).get("/AP"))
        for look in (_object(looks.get(key)) for key in _APPEARANCES):
            if isinstance(look, StreamObject):
                yield look
            elif isinstance(look, DictionaryObject):
                yield from (state for state in map(_object, look.values()) if isinstance(state, StreamObject))


def _dictionary(value: PdfObject | None) -> DictionaryObject:
    found = _object(value)
    return found if isinstance(found, DictionaryObject) else _NOTHING


_NOTHING = DictionaryObject()


def _object(value: PdfObject | None) -> PdfObject | None:
    return value.get_object() if value is not None else None
