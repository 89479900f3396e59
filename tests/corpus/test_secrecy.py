from __future__ import annotations

import pytest

from corpus.secrecy import (
    DRAFT,
    INTERNAL,
    NOT_PUBLISHED,
    RECALLED,
    RETURNED,
    SECRET,
    STRICTLY_SECRET,
    TOP_SECRET,
    Clearance,
    Mark,
)


@pytest.mark.parametrize("mark", [SECRET, TOP_SECRET, STRICTLY_SECRET])
def test_state_secrets_are_admitted_nowhere(mark: Mark) -> None:
    assert mark.secret
    assert not any(clearance.admits(mark.text) for clearance in Clearance)


@pytest.mark.parametrize("mark", [INTERNAL, NOT_PUBLISHED, RECALLED, RETURNED])
def test_restricted_circulation_is_for_the_installation_to_decide(mark: Mark) -> None:
    assert not mark.secret
    assert not Clearance.PUBLIC.admits(mark.text)
    assert Clearance.INTERNAL.admits(mark.text)


@pytest.mark.parametrize("mark", [None, DRAFT.text])
def test_what_is_for_everyone(mark: str | None) -> None:
    assert all(clearance.admits(mark) for clearance in Clearance)


def test_a_mark_nobody_knows_is_admitted_nowhere() -> None:
    assert not any(clearance.admits("CHỈ ĐỌC TẠI CHỖ") for clearance in Clearance)
