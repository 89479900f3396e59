"""Which runtime to use on this computer: the faster one, provided both give the same vectors."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import numpy as np

from corpus.runtime.encoder import Encoder, OnnxEncoder, SentenceTransformersEncoder

# Cosine between the runtimes' vectors of one text. Measured 0.997 and more; anything clearly less means that the
# 8-bit kernels of this processor err, and then speed is worth nothing.
_LEAST_COSINE = 0.99
_RUNS = 9
_QUESTIONS = (
    "nhiệm vụ và giải pháp phát triển hạ tầng số",
    "tiêu chuẩn, điều kiện kết nạp đảng viên",
    "nguyên tắc tập trung dân chủ là gì?",
)


@dataclass(frozen=True, slots=True)
class Measurement:
    """What was found at set-up.

    Attributes:
        runtime: The one to use.
        query_ms: Median milliseconds for one question of some ten tokens, by runtime.
        cosine: Lowest cosine between the two runtimes' vectors of the same question.
    """

    runtime: str
    query_ms: dict[str, float]
    cosine: float


def measure(folder: Path) -> Measurement:
    """Load the model both ways and ask it a few questions.

    Raises:
        ModelError: One of the two cannot be loaded.
    """
    encoders: tuple[Encoder, Encoder] = (OnnxEncoder(folder), SentenceTransformersEncoder(folder))
    vectors = [np.stack([encoder.encode_query(text) for text in _QUESTIONS]) for encoder in encoders]
    cosine = float((vectors[0] * vectors[1]).sum(axis=1).min())
    query_ms = {encoder.runtime: _milliseconds(encoder) for encoder in encoders}
    trusted = query_ms if cosine >= _LEAST_COSINE else {SentenceTransformersEncoder.runtime: 0.0}
    return Measurement(min(trusted, key=trusted.__getitem__), query_ms, cosine)


def _milliseconds(encoder: Encoder) -> float:
    times = []
    for run in range(_RUNS):
        start = time.perf_counter()
        encoder.encode_query(_QUESTIONS[run % len(_QUESTIONS)])
        times.append(time.perf_counter() - start)
    return round(median(times) * 1000, 2)
