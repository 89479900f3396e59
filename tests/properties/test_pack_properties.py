"""Any sequence of saves, undos, redos and restores of a pack behaves as a list with a place in it."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from corpus.errors import BadPack, Conflict
from search_api.packs.changes import single_text
from search_api.packs.edit import PackEdit
from search_api.packs.held import SAME_TYPING, Change
from search_api.packs.store import PackStore

TEXTS = st.sampled_from(["", "Chi bộ", "Chi bộ họp", "đề dẫn"])


@dataclass
class Kept:
    """A state in the list."""

    edit: PackEdit
    text: str | None
    saved: datetime


class Packs(RuleBasedStateMachine):
    """The database beside the list that says what it should hold."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.now = datetime(2026, 11, 20, tzinfo=UTC)
        self.store = PackStore(f"sqlite:///{Path(self.folder.name).as_posix()}/packs.sqlite", lambda: self.now)
        self.pack = self.store.create("chu", PackEdit(), {}, "Lập").row.id
        self.base = 1
        self.list, self.place = [Kept(PackEdit(), None, self.now)], 0
        self.stale = 1

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()

    @initialize()
    def begin(self) -> None:
        """Nothing but the first state."""

    @rule(title=TEXTS, local=TEXTS, seconds=st.sampled_from([0, 30, 61]))
    def save(self, title: str, local: str, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)
        self.keep(PackEdit(title=title, local=local), typing=True)

    @rule(data=st.data())
    def restore(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from([one.number for one in self.store.history(self.pack)]))
        self.keep(self.store.revision(self.pack, number), typing=False)

    def keep(self, edit: PackEdit, *, typing: bool) -> None:
        before = self.list[self.place]
        text = single_text(before.edit, edit) if typing else None
        self.after(self.store.change(self.pack, lambda _: Change(edit, "Sửa", text), self.base))
        if edit == before.edit:
            return
        same = text is not None and text == before.text and self.now - before.saved <= SAME_TYPING
        keep_until = self.place + (0 if same and self.place == len(self.list) - 1 else 1)
        self.list[keep_until:] = [Kept(edit, text, self.now)]
        self.place = keep_until

    @rule()
    def undo(self) -> None:
        if self.place == 0:
            with pytest.raises(BadPack):
                self.store.undo(self.pack, self.base)
            return
        self.after(self.store.undo(self.pack, self.base))
        self.place -= 1

    @rule()
    def redo(self) -> None:
        if self.place == len(self.list) - 1:
            with pytest.raises(BadPack):
                self.store.redo(self.pack, self.base)
            return
        self.after(self.store.redo(self.pack, self.base))
        self.place += 1

    @rule(title=st.integers())
    def save_over_what_is_newer(self, title: int) -> None:
        if self.stale != self.base:
            with pytest.raises(Conflict):
                self.store.change(self.pack, lambda _: Change(PackEdit(title=f"t{title}"), "Sửa"), self.stale)

    def after(self, held) -> None:
        self.stale, self.base = self.base, held.row.current

    @invariant()
    def the_pack_is_where_the_list_is(self) -> None:
        held = self.store.held(self.pack)
        assert held.edit == self.list[self.place].edit
        assert (held.row.title, held.row.current) == (held.edit.title, self.base)
        assert held.can_undo == (self.place > 0)
        assert held.can_redo == (self.place < len(self.list) - 1)
        path = [one for one in self.store.history(self.pack) if not one.undone]
        assert [one.title for one in reversed(path)] == [kept.edit.title for kept in self.list[: self.place + 1]]


TestPacks = Packs.TestCase
TestPacks.settings = settings(max_examples=20, stateful_step_count=25, deadline=None)
