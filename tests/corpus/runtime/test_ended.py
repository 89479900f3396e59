from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations
from pathlib import Path

import pytest
import sqlalchemy as sa
from doubles import contents, made_document

from corpus.copies import alone
from corpus.runtime.catalogue import Catalogue
from corpus.types import Document, Filters, Reference, Span

TW = "Ban Chấp hành Trung ương"
EXPIRED = "hết hiệu lực do Nghị quyết số 66-NQ/TW, ngày 01/5/2025 thay thế"


def written(number: str, day: date, *replaces: str, words: str = "") -> Document:
    text = f"{number} {day}{words}. " + " ".join(f"Thay thế Nghị quyết số {other}." for other in replaces)
    said = (
        Reference("thay thế", other, None, Span(at := text.index(f"số {other}") + 3, at + len(other)))
        for other in replaces
    )
    return replace(made_document(text, number=number, day=day, issuer=TW), relations=tuple(said))


OLD, NEWER = written("18-NQ/TW", date(2017, 6, 1)), written("18-NQ/TW", date(2022, 6, 1))
ENDER = written("66-NQ/TW", date(2025, 5, 1), "18-NQ/TW")


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    opened = Catalogue(f"sqlite:///{(tmp_path / 'catalogue.sqlite').as_posix()}")
    yield opened
    opened.close()


def put(catalogue: Catalogue, *documents: Document) -> None:
    for document in documents:
        catalogue.switch(document, alone(document, document.ref.id), contents(document))


def told(catalogue: Catalogue, document: Document) -> str:
    entry = catalogue.entry(document.ref.id)
    assert entry is not None
    return entry.ref.validity


@pytest.mark.parametrize("order", list(permutations((OLD, NEWER, ENDER))))
def test_the_newest_before_is_ended_in_whatever_order_they_come(
    catalogue: Catalogue, order: Sequence[Document]
) -> None:
    put(catalogue, *order)
    assert [told(catalogue, one) for one in (OLD, NEWER, ENDER)] == ["chưa rõ", EXPIRED, "chưa rõ"]
    put(catalogue, *order)
    assert [told(catalogue, one) for one in (OLD, NEWER, ENDER)] == ["chưa rõ", EXPIRED, "chưa rõ"]


def test_without_the_document_that_ended_it_nothing_is_said_any_more(catalogue: Catalogue) -> None:
    put(catalogue, OLD, ENDER)
    catalogue.remove(ENDER.ref.id)
    assert told(catalogue, OLD) == "chưa rõ"
    put(catalogue, ENDER)
    assert told(catalogue, OLD) == EXPIRED


def test_a_new_version_that_ends_it_no_longer_gives_it_back(catalogue: Catalogue) -> None:
    put(catalogue, OLD, ENDER)
    put(catalogue, written("66-NQ/TW", date(2025, 5, 1), words=" bản khác"))
    assert told(catalogue, OLD) == "chưa rõ"


def test_what_was_meant_before_is_meant_again_when_the_newest_goes(catalogue: Catalogue) -> None:
    put(catalogue, OLD, NEWER, ENDER)
    catalogue.remove(NEWER.ref.id)
    assert told(catalogue, OLD) == EXPIRED


def test_where_two_could_be_meant_it_is_the_one_that_is_left(catalogue: Catalogue) -> None:
    twin = written("18-NQ/TW", date(2017, 6, 1), words=" khác")
    twin = replace(twin, ref=replace(twin.ref, id="18-nq-tw-khac"))
    put(catalogue, OLD, twin, ENDER)
    assert told(catalogue, OLD) == told(catalogue, twin) == "chưa rõ"
    catalogue.remove(twin.ref.id)
    assert told(catalogue, OLD) == EXPIRED


def test_every_way_of_reading_tells_it(catalogue: Catalogue) -> None:
    put(catalogue, OLD, ENDER)
    name, version = OLD.ref.id, OLD.source.sha256
    expired = Filters(validity=("hết hiệu lực",))
    (listed,) = catalogue.listed_at(name, ["khoan-1"])
    assert (listed.ref.validity, listed.version) == (EXPIRED, version)
    assert [entry.ref.validity for entry in catalogue.entries(expired, 0, 9)[1]] == [EXPIRED]
    assert [entry.ref.validity for entry in catalogue.numbered("18", expired)] == [EXPIRED]
    assert catalogue.passing(expired) == (name,)
    assert catalogue.passing(Filters(validity=("chưa rõ",))) == (ENDER.ref.id,)
    assert catalogue.facet("validity") == [("chưa rõ", 1), ("hết hiệu lực", 1)]
    body = catalogue.body(name)
    assert body is not None
    assert body.ref.validity == EXPIRED


def test_what_a_document_states_of_itself_stands(catalogue: Catalogue) -> None:
    stated = replace(OLD, ref=replace(OLD.ref, validity="còn hiệu lực"))
    put(catalogue, ENDER, stated)
    assert told(catalogue, OLD) == "còn hiệu lực"
    entry = catalogue.entry(OLD.ref.id)
    assert entry is not None
    assert entry.stated_validity == "còn hiệu lực"


def test_it_is_in_force_until_the_other_is(catalogue: Catalogue) -> None:
    put(catalogue, OLD, replace(ENDER, effective_on=date.today() + timedelta(days=2)))
    assert told(catalogue, OLD) == "chưa rõ"
    put(catalogue, replace(ENDER, effective_on=date.today() - timedelta(days=2)))
    assert told(catalogue, OLD) == EXPIRED


def test_of_several_the_first_in_force_ended_it(catalogue: Catalogue) -> None:
    put(catalogue, written("72-NQ/TW", date(2025, 9, 9), "18-NQ/TW"), OLD, ENDER)
    assert told(catalogue, OLD) == EXPIRED
    catalogue.remove(ENDER.ref.id)
    assert told(catalogue, OLD) == "hết hiệu lực do Nghị quyết số 72-NQ/TW, ngày 09/9/2025 thay thế"


def test_a_rebuild_begins_with_nothing_said(catalogue: Catalogue) -> None:
    put(catalogue, OLD, ENDER)
    catalogue.await_rebuild()
    put(catalogue, OLD)
    assert told(catalogue, OLD) == "chưa rõ"


def changing(number: str, *changes: str, secrecy: str | None = None) -> Document:
    made = written(number, date(2025, 5, 1), words=f" sửa Nghị quyết số {', '.join(changes)}")
    said = (Reference("sửa đổi bổ sung", one, None, Span(at := made.text.index(one), at + len(one))) for one in changes)
    return replace(made, relations=tuple(said), ref=replace(made.ref, secrecy=secrecy))


def test_who_changes_a_part_of_a_number_is_known_until_it_goes(catalogue: Catalogue) -> None:
    put(catalogue, OLD, changing("70-NQ/TW", "18-NQ/TW", "5-NQ/TW"), changing("71-NQ/TW", "018-NQ/TW"))
    put(catalogue, ENDER, changing("72-NQ/TW", "18-NQ/TW", secrecy="DỰ THẢO"))
    assert [one.rpartition("-2025")[0] for one in catalogue.amending("18-NQ/TW")] == ["70-nq-tw", "71-nq-tw"]
    assert catalogue.amending("05-NQ/TW") == catalogue.amending("18-NQ/TW")[:1]
    assert told(catalogue, OLD) == EXPIRED
    catalogue.remove(catalogue.amending("18-NQ/TW")[0])
    assert [one.rpartition("-2025")[0] for one in catalogue.amending("18-NQ/TW")] == ["71-nq-tw"]
    put(catalogue, changing("71-NQ/TW", "19-NQ/TW"))
    assert catalogue.amending("18-NQ/TW") == []


def test_a_repeal_of_a_part_is_a_change(catalogue: Catalogue) -> None:
    text = "70-NQ/TW bãi bỏ khoản 2 Điều 5 Nghị quyết số 18-NQ/TW. Còn lại giữ nguyên."
    said = Reference("bãi bỏ", "18-NQ/TW", None, Span(at := text.index("18-NQ"), at + len("18-NQ/TW")))
    part = replace(made_document(text, number="70-NQ/TW", day=date(2025, 5, 1), issuer=TW), relations=(said,))
    put(catalogue, OLD, part)
    assert catalogue.amending("18-NQ/TW") == [part.ref.id]
    assert told(catalogue, OLD) == "chưa rõ"


def test_a_catalogue_of_before_is_read_for_who_changes_whom(tmp_path: Path) -> None:
    url = f"sqlite:///{(tmp_path / 'catalogue.sqlite').as_posix()}"
    before = Catalogue(url)
    later = changing("70-NQ/TW", "18-NQ/TW")
    put(before, OLD, later)
    before.close()
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        connection.execute(sa.text("DROP TABLE amendments"))
    engine.dispose()
    opened = Catalogue(url)
    assert opened.amending("18-NQ/TW") == [later.ref.id]
    opened.close()
