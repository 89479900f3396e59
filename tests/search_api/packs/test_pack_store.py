"""The packs in either database: revisions, undo, links, deletion; each test runs on SQLite and on PostgreSQL."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, timedelta
from functools import partial
from itertools import pairwise
from secrets import token_hex
from typing import Any

import pytest
from made_packs import OTHER, OWNER, Clock, edit, quote, to

from corpus.errors import BadPack, Conflict, NotFound, PacksError, TooBig
from search_api.packs import held as bounds
from search_api.packs import rows
from search_api.packs.content import Occasion
from search_api.packs.held import KEPT_DELETED, MOST_LABELS, Change, Held
from search_api.packs.schemas import Given, Right
from search_api.packs.store import PackStore
from search_api.packs.tables import METADATA, SHARES

LINK, SECOND_LINK = "1" * 16, "2" * 16


@pytest.fixture
def pack(store: PackStore) -> Held:
    return store.create(OWNER, edit(title="Một"), {}, "Lập tập")


def test_what_is_kept_comes_back_as_it_was(store: PackStore, clock: Clock) -> None:
    wanted = edit(3, title="Chuyên đề «số» 😀\t'\";--", occasion=Occasion.LESSON, held_on="2026-12-03", local="a\n b")
    made = store.create(OWNER, wanted, {3: quote()}, "Lập tập")
    found = store.held(made.row.id)
    assert found == made
    assert found.edit == wanted
    assert found.quotes == {3: quote()}
    assert (found.labels, found.can_undo, found.can_redo) == (3, False, False)
    row = found.row
    assert (row.title, row.occasion, row.held_on) == (wanted.title, Occasion.LESSON, wanted.held_on)
    assert row.created == row.updated == clock.time
    assert row.created.tzinfo == UTC


def test_a_desk_sees_its_own_packs_last_changed_first(store: PackStore, clock: Clock) -> None:
    first, second = (store.create(OWNER, edit(title=title), {}, "Lập").row.id for title in "ab")
    store.create(OTHER, edit(), {}, "Lập")
    clock.pass_by(1)
    store.change(first, to(edit(title="c")))
    assert [row.id for row in store.owned(OWNER)] == [first, second]
    assert len(store.all_packs()) == 3


def test_every_change_is_a_revision_that_tells_what_was_done(store: PackStore, pack: Held, clock: Clock) -> None:
    clock.pass_by(5)
    changed = store.change(pack.row.id, to(edit(title="Hai"), "Sửa tên"), 1)
    assert (changed.row.current, changed.row.title, changed.can_undo) == (2, "Hai", True)
    newest, first = store.history(pack.row.id)
    assert (newest.number, newest.change, newest.title, newest.current) == (2, "Sửa tên", "Hai", True)
    assert newest.saved == first.saved + timedelta(seconds=5)
    assert (first.number, first.current, first.undone) == (1, False, False)


def test_a_change_to_what_is_there_is_none(store: PackStore, pack: Held) -> None:
    assert store.change(pack.row.id, to(pack.edit), 1) == pack
    # Who sends the same once more, because the answer was lost on the way, is not told of a conflict with himself.
    store.change(pack.row.id, to(edit(title="Hai")), 1)
    assert store.change(pack.row.id, to(edit(title="Hai")), 1).row.current == 2


def test_a_change_to_what_is_no_longer_current_writes_nothing_and_tells_what_is(store: PackStore, pack: Held) -> None:
    store.change(pack.row.id, to(edit(title="Hai")), 1)
    for step in (
        lambda: store.change(pack.row.id, to(edit(title="Ba")), 1),
        lambda: store.undo(pack.row.id, 1),
        lambda: store.redo(pack.row.id, 1),
    ):
        with pytest.raises(Conflict, match="bản 2") as caught:
            step()
        assert caught.value.revision == 2
        assert "bản sao" in caught.value.next_step
    assert store.held(pack.row.id).edit.title == "Hai"
    assert len(store.history(pack.row.id)) == 2


def test_undo_and_redo_go_along_the_revisions(store: PackStore, pack: Held) -> None:
    name = pack.row.id
    for title in ("Hai", "Ba"):
        store.change(name, to(edit(title=title)))
    assert store.undo(name, 3).edit.title == "Hai"
    back = store.undo(name, 2)
    assert (back.edit.title, back.row.title, back.can_undo, back.can_redo) == ("Một", "Một", False, True)
    with pytest.raises(BadPack, match="hoàn tác"):
        store.undo(name, 1)
    assert [one.undone for one in store.history(name)] == [True, True, False]
    store.redo(name, 1)
    there = store.redo(name, 2)
    assert (there.edit.title, there.can_redo) == ("Ba", False)
    with pytest.raises(BadPack, match="làm lại"):
        store.redo(name, 3)


def test_what_was_undone_before_a_change_stays_in_the_history_alone(store: PackStore, pack: Held) -> None:
    name = pack.row.id
    for title in ("Hai", "Ba"):
        store.change(name, to(edit(title=title)))
    store.undo(name, 3)
    changed = store.change(name, to(edit(title="Bốn")), 2)
    assert (changed.row.current, changed.can_redo) == (4, False)
    assert [(one.title, one.undone) for one in store.history(name)] == [
        ("Bốn", False),
        ("Ba", True),
        ("Hai", False),
        ("Một", False),
    ]
    assert store.undo(name, 4).edit.title == "Hai"
    assert store.redo(name, 2).edit.title == "Bốn"
    assert store.revision(name, 3).title == "Ba"
    for number in (0, -1, 9, 2**31, 10**30):
        with pytest.raises(NotFound, match="không còn giữ"):
            store.revision(name, number)


def test_typing_in_one_text_is_one_revision(store: PackStore, pack: Held, clock: Clock) -> None:
    name = pack.row.id
    for text in ("C", "Ch", "Chi", "Chi bộ"):
        clock.pass_by(60)
        store.change(name, to(edit(title="Một", local=text), "Sửa liên hệ", "local"))
    assert [one.change for one in store.history(name)] == ["Sửa liên hệ", "Lập tập"]
    assert store.held(name).row.current == 5, "a number is never given twice"
    with pytest.raises(Conflict):
        store.change(name, to(edit(title="Một", local="Khác")), 4)
    clock.pass_by(61)
    store.change(name, to(edit(title="Một", local="Chi bộ ta"), "Sửa liên hệ", "local"))
    store.change(name, to(edit(title="Hai", local="Chi bộ ta"), "Sửa tên", "title"))
    assert len(store.history(name)) == 4
    current = store.held(name).row.current
    assert store.undo(name, current).edit.title == "Một"
    assert store.undo(name, current - 1).edit.local == "Chi bộ"
    store.change(name, to(edit(title="Một", local="Sau"), "Sửa liên hệ", "local"))
    assert len(store.history(name)) == 5, "after an undo nothing is taken the place of"


def test_old_history_grows_coarser_and_never_longer(
    store: PackStore, pack: Held, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "MOST_REVISIONS", 10)
    name = pack.row.id
    for number in range(40):
        # Each hour two changes within a second: of them one is enough later.
        clock.pass_by(3599 if number % 2 else 1)
        store.change(name, to(edit(title=str(number))))
    kept = store.history(name)
    assert len(kept) == 10
    assert [one.title for one in kept[:5]] == ["39", "38", "37", "36", "35"]
    older = [one.saved for one in kept[5:]]
    assert all(later - earlier >= timedelta(seconds=3599) for later, earlier in pairwise(older))
    seen = [store.held(name).edit.title]
    while store.held(name).can_undo:
        seen.append(store.undo(name, store.held(name).row.current).edit.title)
    assert seen == [one.title for one in kept]
    while store.held(name).can_redo:
        store.redo(name, store.held(name).row.current)
    assert store.held(name).edit.title == "39"


def test_quotations_stay_when_their_passage_leaves_and_labels_are_not_given_again(store: PackStore) -> None:
    name = store.create(OWNER, edit(), {}, "Lập").row.id
    store.change(name, to(edit(1, 2), quotes={1: quote(), 2: quote("x/y")}))
    left = store.change(name, to(edit(1)))
    assert (left.labels, set(left.quotes)) == (2, {1, 2})
    assert store.undo(name, 3).edit == edit(1, 2)


def test_bounds_are_told_and_leave_nothing_behind(
    store: PackStore, pack: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    big = edit(questions=("ă" * 4000,) * 50, local="ế" * 20_000, introduction="ế" * 20_000, conclusion="ế" * 20_000)
    monkeypatch.setattr(rows, "MOST_BYTES", 100_000)
    with pytest.raises(TooBig):
        store.change(pack.row.id, to(big))
    with pytest.raises(BadPack, match="1000"):
        store.change(pack.row.id, to(edit(MOST_LABELS + 1), quotes={MOST_LABELS + 1: quote()}))
    assert store.held(pack.row.id) == pack
    monkeypatch.setattr("search_api.packs.store.MOST_PACKS", 2)
    store.create(OWNER, edit(), {}, "Lập")
    with pytest.raises(BadPack, match="2 tập"):
        store.create(OWNER, edit(), {}, "Lập")
    store.create(OTHER, edit(), {}, "Lập")
    monkeypatch.setattr("search_api.packs.store.MOST_SHARES", 1)
    store.share(pack.row.id, Given.READ, LINK, "khoá một")
    with pytest.raises(BadPack, match="1 liên kết"):
        store.share(pack.row.id, Given.READ, SECOND_LINK, "khoá hai")


def test_a_store_that_is_full_takes_no_pack_and_at_last_no_change(
    store: PackStore, pack: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search_api.packs.store.LARGEST_STORE", 400_000)
    # Not to be packed: PostgreSQL keeps what repeats in little room.
    long = token_hex(10_000)

    def begin_many() -> None:
        for _ in range(99):
            store.create(OWNER, edit(local=long, introduction=long), {}, "Lập")

    def change_often() -> None:
        for number in range(99):
            store.change(pack.row.id, to(edit(title=str(number), local=long, introduction=long)))

    with pytest.raises(PacksError, match="đầy"):
        begin_many()
    assert len(store.owned(OWNER)) > 1
    with pytest.raises(PacksError, match="đầy"):
        change_often()
    held = store.held(pack.row.id)
    assert held.row.current > 1
    store.undo(pack.row.id, held.row.current)
    store.delete(pack.row.id)
    monkeypatch.undo()
    store.create(OWNER, edit(), {}, "Lập")


def test_a_pack_is_opened_by_its_desk_and_by_the_keys_of_its_links(store: PackStore, pack: Held) -> None:
    name = pack.row.id
    store.share(name, Given.READ, LINK, "khoá xem")
    store.share(name, Given.EDIT, SECOND_LINK, "khoá sửa")
    opened = {
        (shown, who): store.access(shown, who)
        for shown in (name, "khoá xem", "khoá sửa")
        for who in (OWNER, OTHER, None)
    }
    rights = {place: found.right for place, found in opened.items() if found}
    assert {found.pack for found in opened.values() if found} == {name}
    assert rights == {
        (name, OWNER): Right.OWN,
        ("khoá xem", OWNER): Right.OWN,
        ("khoá sửa", OWNER): Right.OWN,
        ("khoá xem", OTHER): Right.READ,
        ("khoá xem", None): Right.READ,
        ("khoá sửa", OTHER): Right.EDIT,
        ("khoá sửa", None): Right.EDIT,
    }
    for wrong in ("", "khoá", LINK, "%", "\x00", "_" * 32, "' OR 1=1 --", SHARES.name):
        assert store.access(wrong, OTHER) is None


def test_no_secret_is_stored(store: PackStore, pack: Held) -> None:
    store.share(pack.row.id, Given.READ, LINK, "khoa-bi-mat-dai")
    with store._reading() as connection:  # what somebody with a copy of the database sees
        every = [str(connection.execute(table.select()).all()) for table in METADATA.sorted_tables]
    assert LINK in "".join(every)
    assert "khoa-bi-mat-dai" not in "".join(every)
    assert OWNER not in "".join(every)


def test_a_revoked_link_opens_nothing(store: PackStore, pack: Held) -> None:
    other = store.create(OTHER, edit(), {}, "Lập").row.id
    store.share(pack.row.id, Given.READ, LINK, "khoá")
    with pytest.raises(NotFound):
        store.unshare(other, LINK)
    assert [one.id for one in store.shares(pack.row.id)] == [LINK]
    with pytest.raises(NotFound):
        store.unshare(pack.row.id, "\x00")
    store.unshare(pack.row.id, LINK)
    assert store.shares(pack.row.id) == []
    assert store.access("khoá", None) is None


def test_a_deleted_pack_can_be_had_back_for_thirty_days(store: PackStore, pack: Held, clock: Clock) -> None:
    name = pack.row.id
    store.share(name, Given.READ, LINK, "khoá")
    store.delete(name)
    assert store.access(name, OWNER) is store.access("khoá", None) is None
    assert store.all_packs() == []
    assert [row.deleted for row in store.owned(OWNER)] == [clock.time]
    assert store.access(name, OTHER, deleted=True) is None
    clock.pass_by(KEPT_DELETED.total_seconds())
    found = store.access(name, OWNER, deleted=True)
    assert found is not None
    store.undelete(name)
    assert store.held(name).edit == pack.edit
    assert store.access("khoá", None) is not None


def test_a_pack_deleted_longer_ago_is_gone_with_all_its_rows(
    url: str, store: PackStore, pack: Held, clock: Clock
) -> None:
    store.change(pack.row.id, to(edit(1), quotes={1: quote()}))
    store.share(pack.row.id, Given.READ, LINK, "khoá")
    store.delete(pack.row.id)
    clock.pass_by(KEPT_DELETED.total_seconds() + 1)
    with PackStore(url, clock) as opened_later, opened_later._reading() as connection:
        assert all(connection.execute(table.select()).all() == [] for table in METADATA.sorted_tables)
    with pytest.raises(NotFound):
        store.held(pack.row.id)


def test_of_two_who_save_at_once_exactly_one_wins(url: str, store: PackStore, pack: Held) -> None:
    with PackStore(url) as beside:
        for round_ in range(10):
            base = store.held(pack.row.id).row.current
            titles = {f"một {round_}": store, f"hai {round_}": beside}
            told = at_once(partial(outcome, who, pack.row.id, title, base) for title, who in titles.items())
            (won,) = (one for one in told if isinstance(one, str))
            (lost,) = (one for one in told if isinstance(one, Conflict))
            now = store.held(pack.row.id)
            assert (now.edit.title, now.row.current) == (won, lost.revision)


def outcome(store: PackStore, pack: str, title: str, base: int) -> str | Conflict:
    try:
        store.change(pack, to(edit(title=title)), base)
    except Conflict as conflict:
        return conflict
    return title


def at_once(calls: Iterable[Callable[[], Any]]) -> list[Any]:
    """What each answers, all begun at one moment."""
    waiting = list(calls)
    gate = threading.Barrier(len(waiting))

    def begin(call: Callable[[], Any]) -> Any:
        gate.wait()
        return call()

    with ThreadPoolExecutor(len(waiting)) as pool:
        return list(pool.map(begin, waiting))


def test_changes_that_go_together_all_happen(url: str, store: PackStore, pack: Held) -> None:
    """Adding is based on what is there when it is its turn: nothing that others added is lost."""

    def one_more(held: Held) -> Change:
        label = held.labels + 1
        return Change(edit(*range(1, label + 1)), "Thêm", quotes={label: quote()})

    def add_ten(who: PackStore) -> None:
        for _ in range(10):
            who.change(pack.row.id, one_more)

    with PackStore(url) as beside:
        at_once(partial(add_ten, who) for who in (store, beside))
    assert store.held(pack.row.id).edit == edit(*range(1, 21))


def test_a_database_that_does_not_answer_is_told_without_its_password() -> None:
    with pytest.raises(PacksError, match="không trả lời") as caught:
        PackStore("postgresql+psycopg://tracuu:bi-mat@127.0.0.1:9/tracuu")
    assert "bi-mat" not in str(caught.value)
    assert "TRACUU_DATABASE_URL" in caught.value.next_step


def test_the_bounds_said_are_those_kept() -> None:
    assert bounds.MOST_REVISIONS % 2 == 0
    assert rows.MOST_REVISIONS == bounds.MOST_REVISIONS
