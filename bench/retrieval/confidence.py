"""The weights of ``search_api.ranking.evidence``, fitted on the labelled Party questions.

::

    python -m bench.retrieval.confidence SHARED

Prints, for the weights with and without the model's cosine, the fit and how it does on questions it was not fitted
on (ten-fold cross-validation, ten times with other folds): the share of the unanswerable questions that are recognised
where one answerable question in twenty is called unanswered, and how far that share lies apart from one time to the
next. The bias is moved so that this is at the same confidence, ``ANSWERED``, with the cosine and without.
"""

from __future__ import annotations

import argparse
import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]
from sklearn.model_selection import StratifiedKFold, cross_val_predict  # type: ignore[import-untyped]
from sklearn.pipeline import make_pipeline  # type: ignore[import-untyped]
from sklearn.preprocessing import StandardScaler  # type: ignore[import-untyped]

from bench.retrieval.corpora import WORK
from bench.retrieval.party import labelled, party_service
from bench.retrieval.vectors import kept_encoder
from corpus.types import Filters
from search_api.ranking.evidence import ANSWERED, Evidence
from search_api.service import Service

Floats = npt.NDArray[np.float64]
_FALSE_ALARMS = 0.05
_FOLDS = 10
# With some three hundred questions the share moves by several hundredths with the folds that chance makes.
_TIMES = 10


@dataclass(frozen=True, slots=True)
class Fit:
    """A fitted model, and what it does on questions it was not fitted on.

    Attributes:
        bias: Of the logistic regression, moved so that one answerable question in twenty lies under ``ANSWERED``.
        weights: In the order of ``Evidence.measures``.
        recognised: Share of the unanswerable questions that lie there, on average.
        spread: Standard deviation of that share over the times that it was measured.
    """

    bias: float
    weights: tuple[float, ...]
    recognised: float
    spread: float


def main() -> None:
    """Fit both and print them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("shared", type=Path)
    given = parser.parse_args()
    encoder = kept_encoder(WORK)
    with party_service(given.shared / "real/party", (), WORK / "corpora" / "party", encoder) as service:
        gathered, answerable = evidence(service)
    for name, columns in (("with cosine", slice(None)), ("by words", slice(0, -1))):
        measures = np.array([one.measures[columns] for one in gathered])
        print(name, fit(measures, np.array(answerable), np.array([one.named for one in gathered])))


def evidence(service: Service) -> tuple[list[Evidence], list[bool]]:
    """What speaks for an answer to each labelled question, and whether it has one."""
    queries = labelled()
    found = [service.find(query.query, Filters()).evidence for query in queries]
    return found, [query.answerable for query in queries]


def fit(measures: Floats, answerable: npt.NDArray[np.bool_], named: npt.NDArray[np.bool_]) -> Fit:
    """Fit a logistic regression, both classes weighing the same.

    Args:
        measures: Shape (questions, measures).
        answerable: Whether each question has an answer.
        named: Questions that are answered by name, whatever is measured.
    """
    model = make_pipeline(StandardScaler(), LogisticRegression(class_weight="balanced"))
    thresholds, shares = [], []
    for time in range(_TIMES):
        folds = StratifiedKFold(_FOLDS, shuffle=True, random_state=time)
        confidence = np.ones(len(answerable))
        guessed = cross_val_predict(model, measures[~named], answerable[~named], cv=folds, method="predict_proba")
        confidence[~named] = guessed[:, 1]
        thresholds.append(np.quantile(confidence[answerable], _FALSE_ALARMS))
        shares.append(np.mean(confidence[~answerable] < thresholds[-1]))
    model.fit(measures[~named], answerable[~named])
    scaler, regression = model[0], model[-1]
    weights = regression.coef_[0] / scaler.scale_
    moved = _logit(ANSWERED) - _logit(float(np.mean(thresholds)))
    bias = float(regression.intercept_[0] - weights @ scaler.mean_) + moved
    recognised, spread = round(float(np.mean(shares)), 3), round(float(np.std(shares)), 3)
    return Fit(round(bias, 2), tuple(np.round(weights, 2).tolist()), recognised, spread)


def _logit(probability: float) -> float:
    return math.log(probability / (1 - probability))


if __name__ == "__main__":
    main()
