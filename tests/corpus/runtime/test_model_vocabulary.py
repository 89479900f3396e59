"""Fewer word pieces: the same pieces for Latin text, ``<unk>`` for the rest."""

from __future__ import annotations

import json

import pytest
import tiny_model
from tokenizers import Tokenizer

from corpus.errors import ModelError
from corpus.runtime.model.vocabulary import is_kept, shrink_tokenizer

FULL = Tokenizer.from_str(tiny_model.tokenizer_json().decode())
SMALL = shrink_tokenizer(tiny_model.tokenizer_json(), longest=48)
TOKENIZER = Tokenizer.from_str(SMALL.tokenizer_json)


@pytest.mark.parametrize("piece", ["▁chuyển", "Ưỡ", "▁“", "–", "ñ", "2024", "<s>", "<mask>", "₫", "…"])
def test_latin_pieces_are_kept(piece: str) -> None:
    assert is_kept(piece)


@pytest.mark.parametrize("piece", ["中", "▁Привет", "ไทย", "aя", "한", "🙂"])
def test_other_scripts_are_left_out(piece: str) -> None:
    assert not is_kept(piece)


@pytest.mark.parametrize(
    "text", ["query: chuyển đổi số", "passage: hạ tầng 5g – “đảng viên”", "nghị quyết 57-nq/tw", "", "zzz"]
)
def test_same_pieces_and_same_rows(text: str) -> None:
    small, full = TOKENIZER.encode(text), FULL.encode(text)
    assert small.tokens == full.tokens
    assert SMALL.kept[small.ids].tolist() == full.ids


def test_other_scripts_become_unknown() -> None:
    encoding = TOKENIZER.encode("nghị 中文 quyết")
    assert encoding.tokens[1] == "▁nghị"
    assert TOKENIZER.token_to_id("<unk>") in encoding.ids
    assert max(encoding.ids) < len(SMALL.kept)


def test_long_text_is_cut_and_keeps_its_end_mark() -> None:
    ids = TOKENIZER.encode("số " * 100).ids
    assert len(ids) == 48
    assert ids[-1] == TOKENIZER.token_to_id("</s>")


def test_another_kind_of_tokenizer_is_refused() -> None:
    content = json.loads(tiny_model.tokenizer_json())
    content["model"] = {"type": "BPE", "vocab": {}, "merges": []}
    with pytest.raises(ModelError, match="Unigram"):
        shrink_tokenizer(json.dumps(content).encode(), 16)
