"""What every page must be, whatever it shows."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"meta", "link", "img", "input", "br", "hr", "wbr"}


class RulesOfPages(HTMLParser):
    """Fails on what the policy would block, on tags that do not close and on names that lead nowhere."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.named: set[str] = set()
        self.lang: str | None = None

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        assert tag != "style"
        assert tag != "script" or "src" in attributes
        assert not [name for name in attributes if name == "style" or name.startswith("on")]
        if tag == "html":
            self.lang = attributes.get("lang")
        if "id" in attributes:
            self.ids.append(attributes["id"])
        for name in ("for", "aria-labelledby", "aria-describedby"):
            self.named |= set(attributes.get(name, "").split())
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def check(self) -> None:
        """What can only be told at the end."""
        assert self.open == []
        assert len(self.ids) == len(set(self.ids))
        assert self.named <= set(self.ids)
        assert self.lang == "vi"
