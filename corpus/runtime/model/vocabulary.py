"""Keeping only the word pieces that Vietnamese and other Latin text can produce.

The model knows 250,000 pieces of a hundred languages; holding them costs most of its memory. A piece can
only be chosen for a text that contains all its characters, so leaving out the pieces with characters of
other scripts changes nothing for the texts that do without those characters. Other scripts become
``<unk>``: they are still read, only not understood.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from corpus.errors import ModelError

# First and last code point of what is kept: ASCII; Latin-1 and Latin Extended-A (names of foreigners, and
# the letters ă đ ĩ ũ); ơ and ư; marks standing alone; Vietnamese letters with two marks; dashes,
# quotation marks, currency, arrows, bullets, and the mark U+2581 that begins a word. The tokenizer replaces
# compatibility forms (½, ﬁ, full-width letters) before it looks for pieces.
_KEPT_RANGES = (
    (0x20, 0x7E),
    (0xA0, 0x17F),
    (0x1A0, 0x1A1),
    (0x1AF, 0x1B0),
    (0x300, 0x36F),
    (0x1E80, 0x1EF9),
    (0x2000, 0x27BF),
)
_SPECIAL = frozenset({"<s>", "<pad>", "</s>", "<unk>", "<mask>"})


@dataclass(frozen=True, slots=True)
class SmallVocabulary:
    """A tokenizer with fewer pieces.

    Attributes:
        tokenizer_json: For ``tokenizers.Tokenizer.from_str``; cuts at ``longest`` tokens, never pads.
        kept: Row of the full embedding table for each new piece id, ascending.
    """

    tokenizer_json: str
    kept: npt.NDArray[np.int64]


def shrink_tokenizer(tokenizer_json: bytes, longest: int) -> SmallVocabulary:
    """Leave out the pieces that Latin text cannot produce.

    Args:
        tokenizer_json: The full tokenizer of the model.
        longest: Most tokens of one text, the marks for start and end included.

    Raises:
        ModelError: Not the tokenizer of this model.
    """
    content = json.loads(tokenizer_json)
    if content.get("model", {}).get("type") != "Unigram":
        raise ModelError("Tệp tokenizer.json không phải loại Unigram.", "Hãy chạy lại `tracuu setup`.")
    pieces = content["model"]["vocab"]
    kept = [number for number, (piece, _score) in enumerate(pieces) if is_kept(piece)]
    content["model"]["vocab"] = [pieces[number] for number in kept]
    new_ids = {pieces[number][0]: new for new, number in enumerate(kept)}
    for token in content["added_tokens"]:
        token["id"] = new_ids[token["content"]]
    content["model"]["unk_id"] = new_ids["<unk>"]
    for name, special in content["post_processor"]["special_tokens"].items():
        special["ids"] = [new_ids[name]]
    content["truncation"] = {
        "direction": "Right",
        "max_length": longest,
        "strategy": "LongestFirst",
        "stride": 0,
    }
    content["padding"] = None
    return SmallVocabulary(json.dumps(content, ensure_ascii=False), np.array(kept, np.int64))


def is_kept(piece: str) -> bool:
    """Whether Latin text, Vietnamese included, can produce the piece."""
    return piece in _SPECIAL or all(_in_ranges(ord(character)) for character in piece)


def _in_ranges(code: int) -> bool:
    return any(first <= code <= last for first, last in _KEPT_RANGES)
