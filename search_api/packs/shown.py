"""Values of the packs as the JSON models of the API."""

from __future__ import annotations

from search_api.packs.content import PackFrame
from search_api.packs.edit import content_of
from search_api.packs.held import Held, PackRow, Revision, Share
from search_api.packs.keys import digest_of, key_of
from search_api.packs.schemas import PackOut, PackSummaryOut, RevisionOut, Right, ShareOut, TemplateOut


def summary_out(row: PackRow) -> PackSummaryOut:
    """A pack in a list, as JSON."""
    return PackSummaryOut(
        id=row.id,
        title=row.title,
        occasion=row.occasion,
        branch=row.branch,
        held_on=row.held_on,
        created=row.created,
        updated=row.updated,
        deleted=row.deleted,
        revision=row.current,
        is_template=row.is_template,
    )


def template_out(name: str, title: str, content: PackFrame, *, own: bool = False) -> TemplateOut:
    """What a pack can be begun from, as JSON."""
    return TemplateOut(name=name, title=title, minutes=sum(step.minutes for step in content.plan), own=own)


def pack_out(held: Held, right: Right) -> PackOut:
    """A pack as JSON, for somebody with a right."""
    return PackOut(
        id=held.row.id,
        right=right,
        revision=held.row.current,
        created=held.row.created,
        updated=held.row.updated,
        is_template=held.row.is_template,
        can_undo=held.can_undo,
        can_redo=held.can_redo,
        content=content_of(held.edit, held.quotes),
    )


def share_out(share: Share, owner: str | None) -> ShareOut:
    """A link as JSON; its key is readable for the desk that made it alone."""
    key = key_of(owner, share.id) if owner else None
    readable = key if key and digest_of(key) == share.digest else None
    return ShareOut(id=share.id, right=share.right, created=share.created, key=readable)


def revision_out(revision: Revision) -> RevisionOut:
    """A revision in the history, as JSON."""
    return RevisionOut(
        number=revision.number,
        saved=revision.saved,
        change=revision.change,
        title=revision.title,
        current=revision.current,
        undone=revision.undone,
    )
