"""txtai's hybrid search over given passages and vectors, run by a Python that has txtai: it is no part of this project.

::

    PYTHON txtai_side.py < given.json > found.json

In: ``{"texts": […], "vectors": […], "questions": […], "asked": […]}``, the vectors of texts and questions as lists.
Out: for each question ``[[places of passages, best first], milliseconds]``.
"""

from __future__ import annotations

import json
import sys
import time

import numpy as np
from txtai import Embeddings


def main() -> None:
    """Index, ask every question, and write what was found."""
    given = json.load(sys.stdin)
    known = dict(zip(given["texts"] + given["questions"], given["vectors"] + given["asked"], strict=True))
    embeddings = Embeddings(
        method="external", transform=lambda texts: np.array([known[text] for text in texts], np.float32), hybrid=True
    )
    embeddings.index(list(enumerate(given["texts"])))
    found = []
    for question in given["questions"]:
        began = time.perf_counter()
        hits = embeddings.search(question, 100)
        found.append([[place for place, _ in hits], (time.perf_counter() - began) * 1000])
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
