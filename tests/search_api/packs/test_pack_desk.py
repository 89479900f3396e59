"""Packs as people work with them, over the small corpus."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from doubles import ENCODER
from made_packs import OTHER, OWNER, Clock, edit
from small_corpus import DOCUMENTS, NQ57, QD03, put

from corpus.errors import BadPack, Conflict, NotAllowed, NotFound
from corpus.runtime.library import Library
from corpus.runtime.settings import Settings
from corpus.types import Document, Span
from search_api.packs.content import MOST_PASSAGES, Occasion
from search_api.packs.desk import PackDesk, Visit
from search_api.packs.edit import PackEdit, PassageEdit, edit_of
from search_api.packs.schemas import Given, PackOut, Right, Standing
from search_api.packs.store import PackStore
from search_api.service import Service

FIRST, SECOND, THIRD = (f"{NQ57.ref.id}/muc-{address}" for address in ("i", "iii/khoan-1", "iii/khoan-2/gach-2"))


@pytest.fixture
def made(desk: PackDesk) -> PackOut:
    return desk.create_from(OWNER, "chuyen-de", "Vườn ươm", [FIRST, SECOND])


def mine(pack: PackOut) -> Visit:
    return Visit(pack.id, OWNER)


def test_the_built_in_templates_are_ready_to_fill_in(desk: PackDesk) -> None:
    for template in desk.templates(None).templates:
        pack = desk.create_from(OWNER, template.name)
        content = pack.content
        assert not template.own
        assert template.minutes == sum(step.minutes for step in content.plan) >= 60
        assert content.occasion == template.name
        assert all((content.aim, content.local, content.conclusion, len(content.questions) >= 3))
        assert (content.passages, content.title) == ((), "")
        assert (pack.right, pack.revision, pack.can_undo) == (Right.OWN, 1, False)
    assert [template.name for template in desk.templates(None).templates] == list(Occasion)
    assert desk.templates(None).templates[1].minutes == 60, "what branches have for it"
    with pytest.raises(NotFound, match="mẫu"):
        desk.create_from(OWNER, "khac")
    assert desk.create_from(OWNER, "chuyen-de", "Tên\x00 mới").content.title == "Tên mới"


def test_a_quotation_holds_what_the_corpus_says_of_the_passage(service: Service, made: PackOut) -> None:
    shown = service.passage(SECOND)
    first, second = made.content.passages
    assert (first.label, second.label) == (1, 2)
    quote = second.quote
    assert quote.text == shown.passage.text == "1. Mở rộng vườn ươm ở từng thôn."
    assert quote.passage == SECOND
    assert quote.citation == shown.passage.citation
    assert (quote.pages, quote.trail, quote.recognised) == (shown.passage.pages, shown.passage.trail, False)
    document = quote.document
    assert document.version == NQ57.source.sha256
    assert document.citation == shown.document.citation
    assert (document.number, document.validity) == ("57-NQ/TW", "chưa rõ")


def test_the_same_passage_is_told_and_not_doubled(desk: PackDesk, made: PackOut) -> None:
    result = desk.add(mine(made), [THIRD, FIRST, THIRD])
    assert (result.added, result.present) == ((3,), (1,))
    assert [one.label for one in result.pack.content.passages] == [1, 2, 3]
    again = desk.add(mine(made), [THIRD])
    assert (again.added, again.present) == ((), (3,))
    assert again.pack.revision == result.pack.revision
    assert desk.history(mine(made)).revisions[0].change == "Thêm đoạn trích [3]"


def test_what_is_no_passage_is_not_quoted(desk: PackDesk, made: PackOut) -> None:
    for unknown in ("x/y", NQ57.ref.id, f"{NQ57.ref.id}/muc-ix", "", "/", f"{NQ57.ref.id}/../x"):
        with pytest.raises(NotFound):
            desk.add(mine(made), [THIRD, unknown])
    assert desk.read(mine(made)) == made


def test_a_label_is_never_given_again(desk: PackDesk, made: PackOut) -> None:
    without = desk.save(mine(made), made.revision, edit_without(made, 2))
    assert [one.label for one in without.content.passages] == [1]
    assert desk.add(mine(made), [SECOND]).added == (3,)


def edit_without(pack: PackOut, label: int) -> PackEdit:
    kept = edit_of(pack.content)
    return kept.model_copy(update={"passages": tuple(one for one in kept.passages if one.label != label)})


def test_a_save_orders_and_words_passages_and_never_touches_quotations(desk: PackDesk, made: PackOut) -> None:
    passages = (PassageEdit(label=2, note="Nhấn mạnh", question="Ai làm?"), PassageEdit(label=1))
    wanted = edit_of(made.content).model_copy(update={"passages": passages, "title": "Ươm cây"})
    saved = desk.save(mine(made), made.revision, wanted)
    assert [(one.label, one.note, one.question) for one in saved.content.passages] == [
        (2, "Nhấn mạnh", "Ai làm?"),
        (1, "", ""),
    ]
    assert {one.label: one.quote for one in saved.content.passages} == {
        one.label: one.quote for one in made.content.passages
    }
    told = desk.history(mine(made)).revisions[0].change
    assert told == "Sửa tên; sửa ghi chú của [2]; sửa câu hỏi của [2]; đổi thứ tự các đoạn trích"


@pytest.mark.parametrize(("labels", "told"), [((1, 9), r"\[9\]"), ((1, 1), "hai lần")])
def test_labels_that_are_none_are_errors(desk: PackDesk, made: PackOut, labels: tuple[int, ...], told: str) -> None:
    with pytest.raises(BadPack, match=told):
        desk.save(mine(made), made.revision, edit(*labels))
    assert desk.read(mine(made)) == made


def test_a_pack_holds_what_people_can_print(desk: PackDesk, made: PackOut) -> None:
    every = [f"{document.ref.id}/{section.address}" for document, _ in DOCUMENTS for section in document.sections]
    known = [passage for passage in every if exists(desk, passage)]
    quote = desk.quote(FIRST)
    full = desk.create(
        OWNER,
        made.content.model_copy(
            update={
                "passages": tuple(
                    made.content.passages[0].model_copy(update={"label": label, "quote": quote})
                    for label in range(1, MOST_PASSAGES)
                )
            }
        ),
    )
    with pytest.raises(BadPack, match=str(MOST_PASSAGES)):
        desk.add(mine(full), known[:5])
    assert len(desk.add(mine(full), [SECOND]).pack.content.passages) == MOST_PASSAGES


def exists(desk: PackDesk, passage: str) -> bool:
    try:
        desk.quote(passage)
    except NotFound:
        return False
    return True


def test_passages_move_and_stop_at_the_ends(desk: PackDesk, made: PackOut) -> None:
    desk.add(mine(made), [THIRD])

    def order_after(label: int, by: int) -> list[int]:
        return [one.label for one in desk.move(mine(made), label, by).content.passages]

    assert order_after(3, -1) == [1, 3, 2]
    assert order_after(1, 1) == [3, 1, 2]
    assert order_after(2, -100) == [2, 3, 1]
    assert order_after(2, 100) == [3, 1, 2]
    before = desk.read(mine(made)).revision
    assert order_after(2, 1) == [3, 1, 2]
    assert desk.read(mine(made)).revision == before, "nothing moved, nothing kept"
    with pytest.raises(BadPack):
        desk.move(mine(made), 9, 1)


def test_typing_becomes_one_revision_and_other_changes_their_own(desk: PackDesk, made: PackOut, clock: Clock) -> None:
    base, content = made.revision, edit_of(made.content)
    for title in ("V", "Vư", "Vườn"):
        clock.pass_by(10)
        base = desk.save(mine(made), base, content.model_copy(update={"title": title})).revision
    desk.save(mine(made), base, content.model_copy(update={"title": "Vườn", "held_on": None, "local": "Chi bộ"}))
    told = [one.change for one in desk.history(mine(made)).revisions]
    assert told == ["Sửa liên hệ thực tế", "Sửa tên", "Thêm đoạn trích [1], [2]", "Lập tập"]


def test_a_restored_revision_is_a_change_that_can_be_undone(desk: PackDesk, made: PackOut) -> None:
    renamed = desk.save(mine(made), made.revision, edit_of(made.content).model_copy(update={"title": "Khác"}))
    back = desk.restore(mine(made), renamed.revision, made.revision)
    assert back.content == made.content == desk.revision(mine(made), made.revision)
    assert [one.change for one in desk.history(mine(made)).revisions][:2] == ["Lấy lại bản 2", "Sửa tên"]
    assert desk.undo(mine(made), back.revision).content.title == "Khác"
    for step in (lambda: desk.revision(mine(made), 99), lambda: desk.restore(mine(made), 3, 99)):
        with pytest.raises(NotFound, match="bản 99"):
            step()


def test_each_right_reaches_as_far_as_it_says(desk: PackDesk, made: PackOut) -> None:
    keys = {right: desk.share(mine(made), right).key for right in Given}
    reader, editor = (Visit(str(keys[right]), OTHER) for right in (Given.READ, Given.EDIT))
    base, content = made.revision, edit_of(made.content)
    edits = [
        lambda visit: desk.save(visit, base, content),
        lambda visit: desk.add(visit, [FIRST]),
        lambda visit: desk.move(visit, 1, 0),
        desk.history,
        lambda visit: desk.revision(visit, 1),
        lambda visit: desk.restore(visit, base, base),
        lambda visit: desk.redo(visit, desk.undo(visit, base).revision),
    ]
    owns = [
        lambda visit: desk.share(visit, Given.READ),
        desk.shares,
        lambda visit: desk.unshare(visit, "x"),
        desk.delete,
    ]
    assert desk.read(reader).right is Right.READ
    assert desk.read(editor).right is Right.EDIT
    for step in edits:
        step(editor)
        with pytest.raises(NotAllowed, match="chỉ xem"):
            step(reader)
    for step in owns:
        for visit in (reader, editor):
            with pytest.raises(NotAllowed):
                step(visit)
    for step in (*edits, *owns, desk.read, desk.undelete, lambda visit: desk.duplicate(visit, OTHER)):
        for stranger in (Visit(made.id, OTHER), Visit(made.id), Visit("khac", OWNER), Visit("", OWNER)):
            with pytest.raises(NotFound, match="Không mở được"):
                step(stranger)


def test_the_owner_finds_a_link_again_until_it_is_revoked(desk: PackDesk, made: PackOut) -> None:
    link = desk.share(mine(made), Given.READ)
    assert desk.shares(mine(made)).shares == (link,)
    assert len(str(link.key)) == 32
    assert desk.unshare(mine(made), link.id).shares == ()
    with pytest.raises(NotFound):
        desk.read(Visit(str(link.key)))


def test_a_copy_has_the_quotations_and_neither_history_nor_links(desk: PackDesk, made: PackOut) -> None:
    link = desk.share(mine(made), Given.READ)
    copy = desk.duplicate(Visit(str(link.key), OTHER), OTHER)
    assert copy.content == made.content
    assert (copy.right, copy.revision) == (Right.OWN, 1)
    assert desk.shares(Visit(copy.id, OTHER)).shares == ()
    assert [pack.id for pack in desk.owned(OTHER).packs] == [copy.id]
    assert desk.add(Visit(copy.id, OTHER), [THIRD]).added == (3,)
    assert desk.read(mine(made)) == made


def test_what_could_not_be_saved_is_kept_as_a_copy(desk: PackDesk, made: PackOut) -> None:
    desk.save(mine(made), made.revision, edit_of(made.content).model_copy(update={"title": "Người khác"}))
    ours = edit_without(made, 1).model_copy(update={"title": "Của tôi"})
    with pytest.raises(Conflict):
        desk.save(mine(made), made.revision, ours)
    copy = desk.duplicate(mine(made), OWNER, edit=ours)
    assert edit_of(copy.content) == ours
    with pytest.raises(BadPack):
        desk.duplicate(mine(made), OWNER, edit=edit(7))


def test_a_pack_of_ones_own_serves_as_a_template(desk: PackDesk, made: PackOut) -> None:
    dated = edit_of(made.content).model_copy(update={"held_on": date(2026, 12, 3), "title": "Mẫu của chi bộ"})
    desk.save(mine(made), made.revision, dated)
    template = desk.duplicate(mine(made), OWNER, as_template=True)
    assert template.is_template
    listed = desk.templates(OWNER).templates[-1]
    assert (listed.name, listed.title, listed.own, listed.minutes) == (template.id, "Mẫu của chi bộ", True, 60)
    begun = desk.create_from(OWNER, template.id)
    assert not begun.is_template
    assert begun.content == template.content.model_copy(update={"held_on": None})
    with pytest.raises(NotFound):
        desk.create_from(OTHER, template.id)
    desk.delete(Visit(template.id, OWNER))
    assert all(not one.own for one in desk.templates(OWNER).templates)


def test_deleting_is_undone_by_who_did_it(desk: PackDesk, made: PackOut) -> None:
    desk.delete(mine(made))
    assert desk.owned(OWNER).packs == ()
    (gone,) = desk.owned(OWNER).deleted
    assert (gone.id, gone.title) == (made.id, "Vườn ươm")
    for step in (desk.read, desk.delete):
        with pytest.raises(NotFound):
            step(mine(made))
    assert desk.undelete(mine(made)).content == made.content
    assert desk.owned(OWNER).deleted == ()
    assert desk.owned(None).packs == desk.owned(OTHER).packs == ()


def test_texts_are_kept_as_they_can_be_printed() -> None:
    typed = edit(title="Chuyên\r\nđề\x00 số", local="một\r\nhai\vba\x1b\ud800\ufffe\n\tbốn", branch="Uỷ ban")
    assert (typed.title, typed.local) == ("Chuyên đề số", "một\nhai\nba\n\tbốn")
    assert typed.branch == "Uỷ ban"
    assert edit(title="Hòa hoá") == edit(title="Ho\u0300a hoa\u0301"), "letters and marks are composed, and stay placed"


class TestWhatBecameOfQuotations:
    """The corpus goes on, the pack stays; the difference is told."""

    @pytest.fixture
    def corpus(self, library: Library, settings: Settings, tmp_path, clock: Clock):
        for made, content in DOCUMENTS:
            put(library, settings, made, content)
        with PackStore(f"sqlite:///{tmp_path.as_posix()}/packs.sqlite", clock) as store:
            yield PackDesk(store, Service(library, ENCODER)), lambda made: put(library, settings, made, b"%PDF-1.7")

    def test_nothing_changed(self, corpus) -> None:
        desk, _ = corpus
        pack = desk.create_from(OWNER, "chuyen-de", passages=[FIRST, SECOND])
        states = desk.states_of(pack.content).quotes
        assert [(one.label, one.standing, one.passage, one.warning) for one in states] == [
            (1, Standing.UNCHANGED, FIRST, None),
            (2, Standing.UNCHANGED, SECOND, None),
        ]
        assert states[0].version == NQ57.source.sha256

    def test_words_that_changed_are_told_with_the_new_ones(self, corpus) -> None:
        desk, bring = corpus
        taken = desk.quote(SECOND)
        bring(reworded(NQ57, "Mở rộng vườn ươm", "Thu hẹp vườn ươm"))
        state = desk.state_of(taken, 1)
        assert (state.standing, state.passage) == (Standing.CHANGED, SECOND)
        assert state.text == "1. Thu hẹp vườn ươm ở từng thôn."
        assert state.version != taken.document.version
        assert "đã khác" in str(state.warning)
        assert taken.text == "1. Mở rộng vườn ươm ở từng thôn."

    def test_a_tone_mark_placed_otherwise_is_no_other_word(self, corpus) -> None:
        desk, bring = corpus
        taken = desk.quote(f"{NQ57.ref.id}/muc-iii/khoan-2")
        bring(reworded(NQ57, "Số hóa sổ", "Số hoá sổ"))
        state = desk.state_of(taken, 1)
        assert (state.standing, state.text, state.warning) == (Standing.UNCHANGED, None, None)

    def test_words_found_at_another_place_are_the_same_words(self, corpus) -> None:
        desk, bring = corpus
        taken = desk.quote(THIRD)
        bring(reworded(readdressed(NQ57, "muc-iii/khoan-2/gach-2", "muc-iii/khoan-2/gach-3"), "năm qua", "nay"))
        state = desk.state_of(taken, 1)
        assert (state.standing, state.passage) == (Standing.UNCHANGED, f"{NQ57.ref.id}/muc-iii/khoan-2/gach-3")

    def test_a_passage_or_document_that_is_gone(self, corpus, library: Library) -> None:
        desk, bring = corpus
        taken, other = desk.quote(THIRD), desk.quote(f"{QD03.ref.id}/chuong-i/dieu-1")
        bring(reworded(shortened(NQ57), "năm qua", "nay"))
        gone = desk.state_of(taken, 1)
        assert (gone.standing, gone.passage, gone.ended) == (Standing.GONE, None, False)
        assert "không còn đoạn này" in str(gone.warning)
        library.remove(QD03.ref.id)
        gone = desk.state_of(other, 1)
        assert (gone.standing, gone.validity, gone.version) == (Standing.GONE, None, None)
        assert "không còn trong kho" in str(gone.warning)

    def test_a_document_no_longer_in_force_is_warned_of(self, corpus) -> None:
        desk, bring = corpus
        taken = desk.quote(SECOND)
        bring(replace(NQ57, ref=replace(NQ57.ref, validity="hết hiệu lực từ 01/11/2026")))
        state = desk.state_of(taken, 1)
        assert (state.standing, state.ended) == (Standing.UNCHANGED, True)
        assert "hết hiệu lực từ 01/11/2026" in str(state.warning)
        assert taken.document.validity == "chưa rõ"


def reworded(made: Document, old: str, new: str) -> Document:
    """The same document of another version with words of the same length, or with all that comes after moved."""
    at, shift = made.text.index(old), len(new) - len(old)
    moved = [
        replace(
            section,
            span=Span(
                section.span.start + shift * (section.span.start > at),
                section.span.end + shift * (section.span.end > at),
            ),
            body_start=section.body_start + shift * (section.body_start > at),
        )
        for section in made.sections
    ]
    lines = tuple(
        line._replace(start=section.span.start) for line, section in zip(made.layout.lines, moved, strict=True)
    )
    return replace(
        made,
        text=made.text.replace(old, new, 1),
        sections=tuple(moved),
        layout=replace(made.layout, lines=lines),
        source=replace(made.source, sha256="0" * 63 + "1"),
    )


def readdressed(made: Document, old: str, new: str) -> Document:
    sections = tuple(replace(one, address=new) if one.address == old else one for one in made.sections)
    return replace(made, sections=sections)


def shortened(made: Document) -> Document:
    gone = "muc-iii/khoan-2/gach-2"
    kept = [place for place, one in enumerate(made.sections) if one.address != gone]
    lines = tuple(made.layout.lines[place] for place in kept)
    return replace(
        made, sections=tuple(made.sections[place] for place in kept), layout=replace(made.layout, lines=lines)
    )
