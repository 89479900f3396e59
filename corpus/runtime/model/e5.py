"""The sentence-transformers folder of multilingual-e5-small, made from the weights file.

The folder is the plain model (transformer, mean pooling, normalisation, prompts ``query: `` and
``passage: ``), with its whole vocabulary, so that anything that reads sentence-transformers models can
read it and it can be trained further. Imports torch, hence only at set-up.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from transformers import BertConfig, BertModel, PreTrainedTokenizerFast
from transformers.utils import logging as transformers_logging

from corpus.runtime.model.weights import E5Weights, Floats, NetworkShape

QUERY_PREFIX = "query: "
PASSAGE_PREFIX = "passage: "
# Some 190 syllables, half of what the model can read: what follows blurs the mean more than it adds (nDCG@10 of the
# model alone on 729 questions over 3,368 articles, cut at 512, 256, 160 tokens: 0.793, 0.800, 0.776), and takes time.
_LONGEST = 256

_MARKS = {
    "bos_token": "<s>",
    "eos_token": "</s>",
    "cls_token": "<s>",
    "sep_token": "</s>",
    "pad_token": "<pad>",
    "unk_token": "<unk>",
    "mask_token": "<mask>",
}

# Name in the weights file and name in transformers; attention matrices are hidden × hidden.
_ATTENTION = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
}
_LAYER_NORMS = {"aln": "attention.output.LayerNorm", "oln": "output.LayerNorm"}


def longest(shape: NetworkShape) -> int:
    """Tokens the model reads of a text, the marks for start and end included."""
    return min(_LONGEST, shape.positions)


def write_sentence_transformers(weights: E5Weights, tokenizer_json: bytes, folder: Path) -> None:
    """Write the model of ``weights`` with the given tokenizer into the existing ``folder``.

    Raises:
        ModelError: A tensor is missing or has the wrong size.
    """
    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    model = BertModel(_config(weights.shape))
    model.load_state_dict({name: torch.from_numpy(values) for name, values in _parameters(weights)})
    model.save_pretrained(folder)
    # The writer of the weights makes the file private; a server may run as another user than the set-up.
    (folder / "model.safetensors").chmod(0o644)
    tokenizer_file = folder / "tokenizer.json"
    tokenizer_file.write_bytes(tokenizer_json)
    _tokenizer(tokenizer_file, longest(weights.shape)).save_pretrained(folder)
    _write_modules(weights.shape, folder)


def _write_modules(shape: NetworkShape, folder: Path) -> None:
    """The small files by which sentence-transformers knows the steps; the form the public models use."""
    kinds = (("", "Transformer"), ("1_Pooling", "Pooling"), ("2_Normalize", "Normalize"))
    modules = [
        {"idx": index, "name": str(index), "path": path, "type": f"sentence_transformers.models.{kind}"}
        for index, (path, kind) in enumerate(kinds)
    ]
    prompts = {"query": QUERY_PREFIX, "document": PASSAGE_PREFIX, "passage": PASSAGE_PREFIX}
    pooling = {"word_embedding_dimension": shape.hidden, "pooling_mode_mean_tokens": True}
    files: dict[str, object] = {
        "modules.json": modules,
        "sentence_bert_config.json": {"max_seq_length": longest(shape), "do_lower_case": False},
        "config_sentence_transformers.json": {"prompts": prompts, "similarity_fn_name": "cosine"},
        "1_Pooling/config.json": pooling,
        "2_Normalize/config.json": {},
    }
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps(content, indent=2), encoding="utf-8")


def _config(shape: NetworkShape) -> BertConfig:
    return BertConfig(
        vocab_size=shape.vocabulary,
        hidden_size=shape.hidden,
        num_hidden_layers=shape.layers,
        num_attention_heads=shape.heads,
        intermediate_size=shape.inner,
        max_position_embeddings=shape.positions,
        type_vocab_size=shape.token_types,
        layer_norm_eps=shape.epsilon,
        pad_token_id=1,  # as in tokenizer.json
    )


def _tokenizer(file: Path, longest: int) -> PreTrainedTokenizerFast:
    return PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_file=str(file), model_max_length=longest, **_MARKS
    )


def _parameters(weights: E5Weights) -> Iterator[tuple[str, Floats]]:
    shape = weights.shape
    hidden = shape.hidden
    words = weights.matrix("emb.word", shape.vocabulary, hidden)
    yield "embeddings.word_embeddings.weight", words.floats()
    for name, rows in (("pos", shape.positions), ("type", shape.token_types)):
        long_name = {"pos": "position", "type": "token_type"}[name]
        table = weights.vector(f"emb.{name}", rows * hidden).reshape(rows, hidden)
        yield f"embeddings.{long_name}_embeddings.weight", table
    yield from _norm(weights, "emb.ln", "embeddings.LayerNorm")
    for layer in range(shape.layers):
        yield from _layer(weights, f"l{layer}.", f"encoder.layer.{layer}.")
    # The pooler is no part of the vectors; zeros, so that the folder is the same every time it is made.
    yield "pooler.dense.weight", np.zeros((hidden, hidden), np.float32)
    yield "pooler.dense.bias", np.zeros(hidden, np.float32)


def _layer(weights: E5Weights, source: str, target: str) -> Iterator[tuple[str, Floats]]:
    hidden, inner = weights.shape.hidden, weights.shape.inner
    for short, long in _ATTENTION.items():
        yield from _dense(weights, source + short, target + long, hidden, hidden)
    yield from _dense(weights, source + "fi", target + "intermediate.dense", inner, hidden)
    yield from _dense(weights, source + "fo", target + "output.dense", hidden, inner)
    for short, long in _LAYER_NORMS.items():
        yield from _norm(weights, source + short, target + long)


def _dense(weights: E5Weights, source: str, target: str, rows: int, columns: int) -> Iterator[tuple[str, Floats]]:
    yield f"{target}.weight", weights.matrix(f"{source}.w", rows, columns).floats()
    yield f"{target}.bias", weights.vector(f"{source}.b", rows)


def _norm(weights: E5Weights, source: str, target: str) -> Iterator[tuple[str, Floats]]:
    yield f"{target}.weight", weights.vector(f"{source}.w", weights.shape.hidden)
    yield f"{target}.bias", weights.vector(f"{source}.b", weights.shape.hidden)
