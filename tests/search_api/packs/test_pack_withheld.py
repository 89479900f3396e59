"""Quotations of documents that may no longer be shown: in packs, in what is made of them, and in their database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from doubles import ENCODER, SPEC, settings_in
from made_packs import OWNER, Clock, edit, quote
from small_corpus import DOCUMENTS, NQ57, QD03, put

from corpus.errors import BadPack
from corpus.runtime.library import Library
from corpus.secrecy import Clearance
from search_api.exports import FORMATS, export
from search_api.packs.content import PackContent, Quote
from search_api.packs.desk import PackDesk, Visit
from search_api.packs.edit import PackEdit, PassageEdit
from search_api.packs.schemas import Given, PackOut, Standing
from search_api.packs.store import PackStore
from search_api.packs.withheld import NOTHING, WARNING
from search_api.service import Service

SECRET, OPEN = f"{NQ57.ref.id}/muc-iii/khoan-1", f"{QD03.ref.id}/chuong-ii/dieu-2/khoan-1/diem-d"
WORDS = "Mở rộng vườn ươm ở từng thôn"
MARK = "LƯU HÀNH NỘI BỘ"
TYPED = f'Cấp trên nêu: “{WORDS}.” [1]. Ta ghi «mở rộng vườn ươm ở từng thôn», "{WORDS}" và “cây của ta”.'


@contextmanager
def corpus(folder: Path, clearance: Clearance, mark: str | None, *, without: str = "") -> Iterator[Library]:
    settings = replace(settings_in(folder), clearance=clearance)
    library = Library(settings, SPEC)
    for made, content in DOCUMENTS:
        if made.ref.id != without:
            ref = replace(made.ref, secrecy=mark if made.ref.id == NQ57.ref.id else None)
            put(library, settings, replace(made, ref=ref), content)
    yield library
    library.close()


@pytest.fixture
def packs(tmp_path: Path, clock: Clock) -> Iterator[PackStore]:
    with PackStore(f"sqlite:///{(tmp_path / 'packs.sqlite').as_posix()}", clock) as opened:
        yield opened


def written(packs: PackStore, library: Library) -> PackOut:
    """A pack that quotes both documents, and whose user quotes one of them once more."""
    desk = PackDesk(packs, Service(library, ENCODER))
    pack = desk.create_from(OWNER, "chuyen-de", "Vườn ươm", [SECRET, OPEN])
    passages = (PassageEdit(label=1, note="Ghi chú riêng", question=f"Nêu ở [1]: «{WORDS}.» Ta làm gì?"),)
    fields = {"title": "Vườn ươm", "introduction": TYPED, "passages": (*passages, PassageEdit(label=2))}
    return desk.save(Visit(pack.id, OWNER), pack.revision, PackEdit(**fields))


def everything(desk: PackDesk, pack: PackOut) -> Iterator[PackContent]:
    """A pack, by every way that it leaves the desk."""
    visit = Visit(pack.id, OWNER)
    yield desk.read(visit).content
    yield desk.editable(visit)
    yield desk.revision(visit, pack.revision)
    yield desk.duplicate(visit, OWNER).content
    yield desk.read(Visit(str(desk.share(visit, Given.READ).key))).content
    template = desk.duplicate(visit, OWNER, as_template=True)
    yield desk.create_from(OWNER, template.id).content
    yield desk.move(visit, 2, -1).content
    yield desk.undo(visit, desk.read(visit).revision).content


def hides(content: PackContent) -> bool:
    whole = content.model_dump_json()
    return not any(
        words in whole for words in (WORDS, WORDS.lower(), NQ57.ref.id, "57-NQ/TW", "vườn ươm ở từng", "phát triển")
    )


def test_a_restricted_quotation_is_withheld_where_its_document_may_not_be_shown(
    tmp_path: Path, packs: PackStore
) -> None:
    with corpus(tmp_path / "internal", Clearance.INTERNAL, MARK) as library:
        pack = written(packs, library)
        assert not any(one.quote.withheld for one in pack.content.passages)
        assert pack.content.passages[0].quote.document.secrecy == MARK
    with corpus(tmp_path / "public", Clearance.PUBLIC, None, without=NQ57.ref.id) as library:
        desk = PackDesk(packs, Service(library, ENCODER))
        for content in everything(desk, pack):
            assert hides(content)
            (one,) = (one for one in content.passages if one.label == 1)
            assert one.quote == NOTHING
            assert one.note == "Ghi chú riêng", "what its user wrote stays"
            assert "“cây của ta”" in content.introduction
            assert [one.quote.withheld for one in content.passages if one.label == 2] == [False]
    with corpus(tmp_path / "again", Clearance.INTERNAL, MARK) as library:
        desk = PackDesk(packs, Service(library, ENCODER))
        assert WORDS in desk.revision(Visit(pack.id, OWNER), pack.revision).introduction, "nothing was lost"


def test_a_mark_counts_once_its_document_has_left(tmp_path: Path, packs: PackStore) -> None:
    with corpus(tmp_path / "internal", Clearance.INTERNAL, MARK) as library:
        pack = written(packs, library)
        desk = PackDesk(packs, Service(library, ENCODER))
        library.remove(NQ57.ref.id)
        assert hides(desk.read(Visit(pack.id, OWNER)).content)
        library.remove(QD03.ref.id)
        kept = desk.read(Visit(pack.id, OWNER)).content.passages[1].quote
        assert (kept.withheld, "Bón phân" in kept.text) == (False, True), "without a mark it stays what it was"


def test_what_is_withheld_is_so_in_every_export_and_told_there(tmp_path: Path, packs: PackStore) -> None:
    with corpus(tmp_path / "internal", Clearance.INTERNAL, MARK) as library:
        pack = written(packs, library)
        library.remove(NQ57.ref.id)
        desk = PackDesk(packs, Service(library, ENCODER))
        content = desk.read(Visit(pack.id, OWNER)).content
        states = desk.states_of(content).quotes
        assert [state.standing for state in states] == [Standing.WITHHELD, Standing.UNCHANGED]
        assert (states[0].warning, states[0].text, states[0].passage) == (WARNING, None, None)
        warnings = {one.label: one.warning for one in states if one.warning}
        for name in FORMATS:
            assert export(content, name, warnings).body
        text = export(content, "md", warnings).body.decode()
        assert "không hiện ở đây" in text
        assert "“\\[Lời trích" not in text, "what stands for a quotation is none"
        assert "Mở rộng vườn ươm" not in text


def test_a_reader_copies_no_passage_that_was_taken_out(tmp_path: Path, packs: PackStore) -> None:
    with corpus(tmp_path / "public", Clearance.PUBLIC, None) as library:
        desk = PackDesk(packs, Service(library, ENCODER))
        pack = written(packs, library)
        mine = Visit(pack.id, OWNER)
        pack = desk.save(mine, pack.revision, edit(2))
        readers, editors = (Visit(str(desk.share(mine, right).key)) for right in (Given.READ, Given.EDIT))
        with pytest.raises(BadPack):
            desk.duplicate(readers, "c" * 43, edit=edit(1, 2))
        assert len(desk.duplicate(readers, "c" * 43, edit=edit(2)).content.passages) == 1
        assert len(desk.duplicate(editors, "c" * 43, edit=edit(1, 2)).content.passages) == 2


def is_secret(one: Quote) -> bool:
    return one.document.id == "mat"


def test_what_is_withdrawn_is_in_no_row_of_either_database(store: PackStore) -> None:
    secret, other = quote("mat/khoan-1", f"1. {WORDS}."), quote("khac/khoan-1", "1. Tưới cây.")
    whole = {"title": f"Về “{WORDS}”", "introduction": TYPED}
    first = store.create(OWNER, edit(1, 2, **whole), {1: secret, 2: other}, "Lập")
    second = store.create(OWNER, edit(1), {1: other}, "Lập")
    store.delete(first.row.id)
    assert store.quoting(is_secret) == 1
    assert store.withdraw(is_secret) == 1
    assert (store.quoting(is_secret), store.withdraw(is_secret)) == (0, 0)
    store.undelete(first.row.id)
    held = store.held(first.row.id)
    assert held.quotes == {1: NOTHING, 2: other}
    assert (held.row.title, held.edit.title) == ("Về “[…]”", "Về “[…]”")
    assert WORDS not in held.edit.model_dump_json()
    assert "“cây của ta”" in held.edit.introduction
    assert store.held(second.row.id).quotes == {1: other}


def test_what_is_withdrawn_is_in_no_file_of_the_database(tmp_path: Path, packs: PackStore) -> None:
    packs.create(OWNER, edit(1, introduction=TYPED), {1: quote("mat/khoan-1", f"1. {WORDS}.")}, "Lập")
    packs.withdraw(is_secret)
    for file in tmp_path.glob("packs.sqlite*"):
        assert WORDS.encode() not in file.read_bytes(), file.name
