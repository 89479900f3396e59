"""Every quotation of the labelled drafts is judged as it is labelled, over the sample documents."""

from __future__ import annotations

from collections import Counter

import pytest
from sample_corpus import sample_service

from bench.checking.__main__ import altered_called_exact, every_draft, figures
from bench.checking.labelled import MISSED, Label, Outcome, labelled, outcomes


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[Outcome]:
    with sample_service(tmp_path_factory.mktemp("checked") / "data") as service:
        return list(outcomes(every_draft(service.library), service.checker.check))


def test_there_are_enough_of_every_kind(found: list[Outcome]) -> None:
    assert len(found) >= 220
    assert min(Counter(one.label.kind for one in found).values()) >= 12
    assert min(Counter(one.label.verdict for one in found).values()) >= 5


def test_no_altered_quotation_is_called_exact(found: list[Outcome]) -> None:
    assert altered_called_exact(found) == []


def test_every_verdict_is_right_and_none_is_missed(found: list[Outcome]) -> None:
    told = figures(found)
    assert {name: told[name] for name in told if min(told[name]["precision"], told[name]["recall"]) < 0.98} == {}
    assert [one for one in found if one.found == MISSED] == []


def test_a_label_stands_right_behind_its_quotation() -> None:
    draft = labelled("Nêu “một hai”⟦exact⟧ và “ba”⟦skipped:phrase⟧.", "thử")
    assert draft.draft.text == "Nêu “một hai” và “ba”."
    assert [draft.draft.text[: label.end] for label in draft.labels] == ["Nêu “một hai”", "Nêu “một hai” và “ba”"]
    assert [(label.verdict, label.kind) for label in draft.labels] == [("exact", "thử"), ("skipped", "phrase")]


def test_a_wrong_verdict_counts_against_both() -> None:
    told = figures([Outcome(Label(0, "altered", "k"), "exact", ""), Outcome(Label(0, "exact", "k"), "exact", "")])
    assert told["altered"] == {"labelled": 1, "precision": 1.0, "recall": 0.0}
    assert told["exact"] == {"labelled": 1, "precision": 0.5, "recall": 1.0}
