"""The fit of the confidence: it finds what tells the questions apart, and is honest about questions it has not seen."""

from __future__ import annotations

import numpy as np
import pytest

from bench.retrieval.confidence import fit
from search_api.ranking.evidence import ANSWERED

SEED = np.random.default_rng(7)
ANSWERABLE = np.repeat([True, False], 100)
NOBODY_NAMED = np.zeros(200, bool)


def test_what_tells_gets_the_weight_and_what_does_not_gets_none() -> None:
    telling = np.where(ANSWERABLE, 0.8, 0.3) + SEED.normal(0, 0.05, 200)
    found = fit(np.c_[telling, SEED.normal(0, 1, 200)], ANSWERABLE, NOBODY_NAMED)
    assert found.weights[0] > 5
    assert abs(found.weights[1]) < 0.5
    assert found.recognised > 0.95


def test_noise_recognises_no_more_than_the_false_alarms() -> None:
    found = fit(SEED.normal(0, 1, (200, 2)), ANSWERABLE, NOBODY_NAMED)
    assert found.recognised == pytest.approx(0.05, abs=0.1)


def test_one_answerable_question_in_twenty_lies_under_the_confidence_that_counts() -> None:
    telling = np.where(ANSWERABLE, 0.6, 0.4) + SEED.normal(0, 0.1, 200)
    found = fit(telling[:, None], ANSWERABLE, NOBODY_NAMED)
    confidence = 1 / (1 + np.exp(-found.bias - found.weights[0] * telling))
    assert np.mean(confidence[ANSWERABLE] < ANSWERED) == pytest.approx(0.05, abs=0.02)
    assert 0 < found.spread < 0.1


def test_what_is_answered_by_name_is_left_out_of_the_fit() -> None:
    measures = np.where(ANSWERABLE, 0.8, 0.3)[:, None] + SEED.normal(0, 0.05, (200, 1))
    named = np.arange(200) < 20
    measures[named] = -100.0
    assert fit(measures, ANSWERABLE, named).weights[0] > 5
