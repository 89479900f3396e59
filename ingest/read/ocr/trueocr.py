"""trueocr: a reader of Vietnamese lines whose models come in its package.

Its own ``predict`` gives one confidence a line; here its network is asked for each letter's, so that words have theirs.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ingest.read.ocr.found import Found
from ingest.read.ocr.picture import Gray

# Of its batches on a page of 40 lines; larger ones only cost memory.
_BATCH = 32
_BLANK = 0
# A class of its network besides the four turns: text set in columns from the right, as no Vietnamese text is.
_VERTICAL = 4

Box = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels."""


def quarter_turns(picture: Gray) -> int:
    """How many quarter turns clockwise a page lacks to stand upright; 0 unless that is all but certain."""
    turns = int(_engine()._get_page_engine().orientation(picture))
    return turns if turns < _VERTICAL else 0


def read_page(picture: Gray) -> list[list[Found]]:
    """The lines of an upright page, in no order, each with its words from left to right."""
    boxes = _boxes(picture)
    network = _engine().recognizer
    read = _letters(network, [picture[top:bottom, left:right] for left, top, right, bottom in boxes])
    lines = (list(_words(box, letters)) for box, letters in zip(boxes, read, strict=True))
    return [line for line in lines if line]


@cache
def _engine() -> Any:
    """The models, loaded once; their sessions may be asked from several threads."""
    from trueocr import load_model  # noqa: PLC0415 - optional, and its loading takes half a second

    return load_model(threads=1)


def _boxes(picture: Gray) -> list[Box]:
    height, width = picture.shape
    found = _engine()._get_page_engine().detect(picture)[:, :4]
    whole = (
        (max(0, int(left)), max(0, int(top)), min(width, int(np.ceil(right))), min(height, int(np.ceil(bottom))))
        for left, top, right, bottom in found.tolist()
    )
    return [box for box in whole if box[2] > box[0] and box[3] > box[1]]


Letter = tuple[str, float, float]
"""A letter, how sure (0 to 1), and where in its line (0 left edge, 1 right edge)."""


def _letters(network: Any, crops: Sequence[Gray]) -> list[list[Letter]]:
    """What the network reads in each picture of a line."""
    from trueocr.preprocess import pad_batch, prepare_image, width_batches  # noqa: PLC0415

    ready = [
        prepare_image(crop, max_width=network.max_width, pad_y=network.pad_y, pad_x=network.pad_x) for crop in crops
    ]
    read: list[list[Letter]] = [[] for _ in crops]
    for chosen in width_batches([crop.shape[1] for crop in ready], max_batch=_BATCH):
        tensor, widths = pad_batch([ready[index] for index in chosen])
        ids, sure, lengths = network.session.run(["ids", "conf", "lengths"], {"x": tensor, "widths": widths})
        for row, index in enumerate(chosen):
            length = int(lengths[row])
            read[index] = list(_decoded(network.chars, ids[row, :length], sure[row, :length]))
    return read


def _decoded(chars: Sequence[str], ids: NDArray[np.int64], sure: NDArray[np.float32]) -> Iterator[Letter]:
    """CTC: a run of one sign is one letter, the blank parts runs."""
    before = _BLANK
    for place, (sign, confidence) in enumerate(zip(ids.tolist(), sure.tolist(), strict=True)):
        if sign not in (_BLANK, before):
            yield chars[sign - 1], float(confidence), (place + 0.5) / len(ids)
        before = sign


def _words(box: Box, letters: Sequence[Letter]) -> Iterator[Found]:
    left, top, right, bottom = box
    word: list[Letter] = []
    for letter in (*letters, (" ", 1.0, 1.0)):
        if not letter[0].isspace():
            word.append(letter)
        elif word:
            text = unicodedata.normalize("NFC", "".join(char for char, _, _ in word))
            # The surest word is no surer than its least sure letter.
            confidence = round(100 * min(sure for _, sure, _ in word))
            begin, end = left + word[0][2] * (right - left), left + word[-1][2] * (right - left)
            yield Found(text, confidence, begin, top, end, bottom)
            word = []
