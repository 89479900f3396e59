"""Study packs as people work with them: rights, passages whose quotations never change, saving, undo, sharing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.errors import BadPack, NotAllowed, NotFound
from search_api.packs.changes import single_text, told_change
from search_api.packs.content import MOST_PASSAGES, PackContent, Quote
from search_api.packs.edit import PackEdit, PassageEdit, content_of, edit_of, require_labels
from search_api.packs.held import Access, Change, Held
from search_api.packs.keys import key_of, new_id
from search_api.packs.quoting import Quoting
from search_api.packs.schemas import (
    AddedOut,
    Given,
    HistoryOut,
    PackListOut,
    PackOut,
    QuoteStateOut,
    QuoteStatesOut,
    Right,
    ShareListOut,
    ShareOut,
    TemplateListOut,
)
from search_api.packs.shown import pack_out, revision_out, share_out, summary_out, template_out
from search_api.packs.store import PackStore
from search_api.packs.templates import BUILT_IN
from search_api.packs.withheld import Withholding
from search_api.service import Service


@dataclass(frozen=True, slots=True)
class Visit:
    """What a request shows to reach a pack.

    Attributes:
        name: What its address names the pack by: its id, which opens it for its own desk alone, or the key of a share
            link, which opens it for whoever has it.
        owner: The token of the visitor's desk (``search_api.packs.cookie``), if there is one.
    """

    name: str
    owner: str | None = None


class PackDesk:
    """The packs of an installation, over its corpus.

    Everything that changes a pack as a whole names the revision it was based on (``base``); when that is no longer the
    current one, nothing is written and ``Conflict`` tells which one is.
    Raised by every method that takes a visit: ``NotFound`` where its name opens no pack, ``NotAllowed`` where the
    right does not reach so far.
    """

    def __init__(self, store: PackStore, service: Service) -> None:
        self._store = store
        self._quoting = Quoting(service.library)
        self._withholding = Withholding(service.library)

    # of a desk

    def owned(self, owner: str | None) -> PackListOut:
        """The packs of a desk, templates among them, last changed first."""
        rows = self._store.owned(owner) if owner else []
        return PackListOut(
            packs=tuple(summary_out(row) for row in rows if row.deleted is None),
            deleted=tuple(summary_out(row) for row in rows if row.deleted is not None),
        )

    def templates(self, owner: str | None) -> TemplateListOut:
        """What a pack can be begun from: the built-in templates, then those of a desk."""
        own = [row for row in self._store.owned(owner) if row.is_template and not row.deleted] if owner else []
        return TemplateListOut(
            templates=(
                *(
                    template_out(name, content.title or content.occasion.words, content)
                    for name, content in BUILT_IN.items()
                ),
                *(template_out(row.id, row.title, self._store.held(row.id).edit, own=True) for row in own),
            )
        )

    def create(self, owner: str, content: PackContent) -> PackOut:
        """Begin a pack with a content whose quotations are trusted: from ``quote`` or from a draft of this program.

        Raises:
            BadPack: The desk holds as many as it may.
        """
        quotes = {one.label: one.quote for one in content.passages}
        held = self._store.create(owner, edit_of(content), quotes, "Lập tập")
        return self._out(held, Right.OWN)

    def create_from(self, owner: str, template: str, title: str = "", passages: Sequence[str] = ()) -> PackOut:
        """Begin a pack from a template.

        Args:
            owner: Token of the desk.
            template: Name of a built-in one, or id of one of the desk's own.
            title: Its title, if it is known already.
            passages: Ids of passages to quote in it.

        Raises:
            NotFound: There is no such template or passage.
        """
        quotes = self._quoting.quotes(passages)
        begun = dict(self._template(owner, template))
        # Made anew, not copied: what was typed is tidied and measured.
        content = PackContent(**begun | {"title": title or begun["title"], "held_on": None})
        made = self.create(owner, content)
        return self._add(Access(made.id, Right.OWN), quotes).pack if quotes else made

    # of a pack

    def read(self, visit: Visit) -> PackOut:
        """A pack as it is now."""
        access = self._enter(visit, Right.READ)
        return self._out(self._store.held(access.pack), access.right)

    def editable(self, visit: Visit) -> PackContent:
        """What a pack holds, for somebody who may change it."""
        held = self._store.held(self._enter(visit, Right.EDIT).pack)
        return self._withholding.shown(content_of(held.edit, held.quotes))

    def save(self, visit: Visit, base: int, edit: PackEdit) -> PackOut:
        """Make a pack what a client wants it to be; the quotations stay the stored ones.

        Raises:
            BadPack: It names a passage that the pack does not have.
            Conflict: The pack was changed since ``base``.
        """
        return self._change(self._enter(visit, Right.EDIT), edit, base)

    def add(self, visit: Visit, passages: Sequence[str]) -> AddedOut:
        """Quote passages at the end of a pack; one that it quotes already is told and not doubled.

        Raises:
            NotFound: The corpus has no such passage.
            BadPack: The pack would hold more than ``MOST_PASSAGES``.
        """
        access = self._enter(visit, Right.EDIT)
        return self._add(access, self._quoting.quotes(passages))

    def move(self, visit: Visit, label: int, by: int) -> PackOut:
        """Move a passage up (negative) or down by some places; at an end it stays there."""
        access = self._enter(visit, Right.EDIT)

        def moved(held: Held) -> Change:
            order = list(held.edit.passages)
            place = next((place for place, one in enumerate(order) if one.label == label), None)
            if place is None:
                raise BadPack(f"Tập này không có đoạn trích [{label}].", "Hãy mở lại tập để xem thứ tự hiện nay.")
            order.insert(max(0, place + by), order.pop(place))
            return _change(held, held.edit.model_copy(update={"passages": tuple(order)}))

        return self._out(self._store.change(access.pack, moved), access.right)

    def undo(self, visit: Visit, base: int) -> PackOut:
        """Go back to the revision before.

        Raises:
            BadPack: There is none.
            Conflict: The pack was changed since ``base``.
        """
        access = self._enter(visit, Right.EDIT)
        return self._out(self._store.undo(access.pack, base), access.right)

    def redo(self, visit: Visit, base: int) -> PackOut:
        """Go forward again after an undo; see ``undo``."""
        access = self._enter(visit, Right.EDIT)
        return self._out(self._store.redo(access.pack, base), access.right)

    def history(self, visit: Visit) -> HistoryOut:
        """The revisions that are kept, newest first."""
        access = self._enter(visit, Right.EDIT)
        return HistoryOut(revisions=tuple(map(revision_out, self._store.history(access.pack))))

    def revision(self, visit: Visit, number: int) -> PackContent:
        """A pack as it was in a revision.

        Raises:
            NotFound: That revision is not kept.
        """
        access = self._enter(visit, Right.EDIT)
        edit = self._store.revision(access.pack, number)
        return self._withholding.shown(content_of(edit, self._store.held(access.pack).quotes))

    def restore(self, visit: Visit, base: int, number: int) -> PackOut:
        """Make a pack what it was in a revision; that is a change as any other and can be undone.

        Raises:
            NotFound: That revision is not kept.
            Conflict: The pack was changed since ``base``.
        """
        access = self._enter(visit, Right.EDIT)
        edit = self._store.revision(access.pack, number)
        return self._change(access, edit, base, f"Lấy lại bản {number}")

    def duplicate(
        self, visit: Visit, owner: str, *, edit: PackEdit | None = None, as_template: bool = False
    ) -> PackOut:
        """A copy of a pack on a desk, with its quotations and without its history and links.

        Args:
            visit: What opens the pack.
            owner: Token of the desk that gets the copy.
            edit: What the copy holds, when a client could not save it; without it, what the pack holds.
            as_template: The copy is a template of that desk.
        """
        access = self._enter(visit, Right.READ)
        held = self._store.held(access.pack)
        wanted = edit or held.edit
        # What was taken out again is part of the history, which a right to read does not open.
        shown = {one.label for one in held.edit.passages}
        known = held.quotes if access.right.includes(Right.EDIT) else {label: held.quotes[label] for label in shown}
        require_labels(wanted, known)
        quotes = {one.label: held.quotes[one.label] for one in wanted.passages}
        change = f"Lập từ «{held.edit.title}»" if held.edit.title else "Lập từ một tập khác"
        made = self._store.create(owner, wanted, quotes, change, is_template=as_template)
        return self._out(made, Right.OWN)

    def delete(self, visit: Visit) -> None:
        """Take a pack off its desk; it can be had back for ``KEPT_DELETED``."""
        self._store.delete(self._enter(visit, Right.OWN).pack)

    def undelete(self, visit: Visit) -> PackOut:
        """Put a deleted pack back on its desk.

        Raises:
            NotFound: It is not this desk's, or was deleted too long ago.
        """
        access = self._store.access(visit.name, visit.owner, deleted=True)
        if access is None:
            raise _unknown()
        self._store.undelete(access.pack)
        return self._out(self._store.held(access.pack), access.right)

    # sharing

    def share(self, visit: Visit, right: Given) -> ShareOut:
        """A new link to a pack.

        Raises:
            BadPack: It has as many as it may.
        """
        access = self._enter(visit, Right.OWN)
        # Who has that right has shown the token of the pack's desk.
        owner, share = visit.owner or "", new_id()
        return share_out(self._store.share(access.pack, right, share, key_of(owner, share)), owner)

    def shares(self, visit: Visit) -> ShareListOut:
        """The links to a pack, newest first."""
        access = self._enter(visit, Right.OWN)
        return ShareListOut(shares=tuple(share_out(one, visit.owner) for one in self._store.shares(access.pack)))

    def unshare(self, visit: Visit, share: str) -> ShareListOut:
        """Revoke a link; who has it finds nothing there any more.

        Raises:
            NotFound: The pack has no such link.
        """
        access = self._enter(visit, Right.OWN)
        self._store.unshare(access.pack, share)
        return self.shares(visit)

    # the corpus

    def quote(self, passage: str) -> Quote:
        """A passage of the corpus as a quotation, as it is now.

        Raises:
            NotFound: There is no such passage.
        """
        return self._quoting.quotes([passage])[0]

    def state_of(self, quote: Quote, label: int) -> QuoteStateOut:
        """What has become of a quotation in the corpus since it was taken."""
        return self._quoting.state(label, quote)

    def states_of(self, content: PackContent) -> QuoteStatesOut:
        """What has become of each quotation of a pack, in its order."""
        return QuoteStatesOut(quotes=tuple(self.state_of(one.quote, one.label) for one in content.passages))

    def _out(self, held: Held, right: Right) -> PackOut:
        """A pack as JSON; nothing of it leaves the desk in another way."""
        out = pack_out(held, right)
        return out.model_copy(update={"content": self._withholding.shown(out.content)})

    def _enter(self, visit: Visit, needed: Right) -> Access:
        access = self._store.access(visit.name, visit.owner)
        if access is None:
            raise _unknown()
        if not access.right.includes(needed):
            raise NotAllowed(
                f"Liên kết này cho phép {access.right.words}.",
                "Hãy xin chủ tập một liên kết có quyền sửa, hoặc tạo bản sao về bàn của mình."
                if needed is Right.EDIT
                else "Việc này chỉ làm được ở trình duyệt đã lập tập.",
            )
        return access

    def _change(self, access: Access, edit: PackEdit, base: int, words: str = "") -> PackOut:
        def changed(held: Held) -> Change:
            require_labels(edit, held.quotes)
            return _change(held, edit, words)

        return self._out(self._store.change(access.pack, changed, base), access.right)

    def _add(self, access: Access, quotes: Sequence[Quote]) -> AddedOut:
        labels: dict[str, int] = {}
        fresh: dict[int, Quote] = {}

        def added(held: Held) -> Change:
            labels.update({held.quotes[one.label].passage: one.label for one in held.edit.passages})
            for quote in quotes:
                if quote.passage not in labels:
                    labels[quote.passage] = held.labels + len(fresh) + 1
                    fresh[labels[quote.passage]] = quote
            passages = (*held.edit.passages, *(PassageEdit(label=label) for label in fresh))
            if len(passages) > MOST_PASSAGES:
                raise BadPack(
                    f"Một tập chứa nhiều nhất {MOST_PASSAGES} đoạn trích.", "Hãy bỏ bớt đoạn, hoặc lập thêm một tập."
                )
            return _change(held, held.edit.model_copy(update={"passages": passages}), quotes=fresh)

        held = self._store.change(access.pack, added)
        asked = tuple(labels[quote.passage] for quote in quotes)
        return AddedOut(
            pack=self._out(held, access.right),
            added=tuple(fresh),
            present=tuple(label for label in dict.fromkeys(asked) if label not in fresh),
        )

    def _template(self, owner: str, name: str) -> PackContent:
        if name in BUILT_IN:
            return BUILT_IN[name]
        access = self._store.access(name, owner)
        if access is None or access.right is not Right.OWN:
            raise NotFound(f"Không có mẫu «{name}».", "Hãy chọn một mẫu trong danh sách mẫu.")
        held = self._store.held(access.pack)
        return content_of(held.edit, held.quotes)


def _unknown() -> NotFound:
    # The same words whether it never was, was deleted, is another desk's or the link was revoked.
    return NotFound(
        "Không mở được tập tài liệu này.",
        "Liên kết có thể đã bị thu hồi, tập có thể đã xoá, hoặc tập được lập ở trình duyệt khác; hãy hỏi người gửi.",
    )


def _change(held: Held, edit: PackEdit, words: str = "", quotes: Mapping[int, Quote] | None = None) -> Change:
    # What has words of its own is not typing, and never takes the place of the revision before.
    text = None if words else single_text(held.edit, edit)
    return Change(edit, words or told_change(held, edit), text, quotes or {})
