"""What a browser would send of a form that a page holds."""

from __future__ import annotations

from html.parser import HTMLParser

Pairs = list[tuple[str, str]]


class _Form(HTMLParser):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.name, self.pairs = name, []
        self.inside, self.area = False, None

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "form":
            self.inside = given.get("id") == self.name
        elif not self.inside or "name" not in given:
            return
        elif tag == "textarea":
            self.area = given["name"]
            self.pairs.append((self.area, ""))
        elif tag == "input" and (given.get("type") != "radio" or "checked" in given):
            self.pairs.append((given["name"], given.get("value", "")))

    def handle_data(self, data):
        if self.area is not None:
            self.pairs[-1] = (self.area, self.pairs[-1][1] + data)

    def handle_endtag(self, tag):
        if tag == "textarea" and self.area is not None:
            # The first end of line behind the tag is none of the text; the others are sent as two characters.
            name, text = self.pairs[-1]
            self.pairs[-1] = (name, text.removeprefix("\n").replace("\n", "\r\n"))
            self.area = None
        elif tag == "form":
            self.inside = False


def form_of(html: str, name: str = "pack") -> Pairs:
    """The fields of a form by its id, as they stand on the page."""
    form = _Form(name)
    form.feed(html)
    assert form.pairs
    return form.pairs


def filled(pairs: Pairs, action: str = "luu", **typed: str | list[str]) -> dict[str, list[str]]:
    """The same after fields were typed into and a button was pressed."""
    fields: dict[str, list[str]] = {}
    for name, value in pairs:
        fields.setdefault(name, []).append(value)
    for name, value in typed.items():
        assert name in fields, name
        fields[name] = value if isinstance(value, list) else [value]
    return fields | {"do": [action]}
