"""The reader of the weights file: exact where the file is whole, a clear refusal where it is not."""

from __future__ import annotations

import struct

import numpy as np
import pytest
import tiny_model

from corpus.errors import ModelError
from corpus.runtime.model.weights import Matrix4Bit, read_weights


def test_shape_is_read() -> None:
    shape = read_weights(tiny_model.weights_file()).shape
    assert (shape.hidden, shape.layers, shape.heads, shape.inner) == (64, 2, 2, 128)
    assert (shape.vocabulary, shape.positions, shape.token_types) == (len(tiny_model.PIECES), 48, 2)
    assert shape.epsilon == pytest.approx(1e-12)


def test_matrix_follows_the_layout_of_the_blocks() -> None:
    data = tiny_model.weights_file()
    weights = read_weights(data)
    offset, _size = weights.places["l1.fo.w"]
    (scale,) = struct.unpack_from("<e", data, offset)
    first_byte = data[offset + 2]
    found = weights.matrix("l1.fo.w", 64, 128).floats()
    assert found.shape == (64, 128)
    assert found[0, 0] == np.float32(((first_byte & 15) - 8) * scale)
    assert found[0, 16] == np.float32(((first_byte >> 4) - 8) * scale)


def test_vector_is_read_exactly() -> None:
    data = tiny_model.weights_file()
    weights = read_weights(data)
    offset, size = weights.places["emb.ln.b"]
    assert weights.vector("emb.ln.b", 64).tolist() == list(struct.unpack_from("<64f", data, offset))
    assert size == 256


def test_every_code_has_its_weight() -> None:
    codes = np.arange(32, dtype=np.uint8).reshape(1, 32) % 16
    matrix = Matrix4Bit(codes, np.array([[0.5]], np.float16))
    assert matrix.floats()[0, :16].tolist() == [(code - 8) / 2 for code in range(16)]


@pytest.mark.parametrize("share", [step / 40 for step in range(40)])
def test_cut_off_file_is_refused(share: float) -> None:
    data = tiny_model.weights_file()
    with pytest.raises(ModelError, match="Tệp trọng số"):
        read_weights(data[: int(len(data) * share)])


def test_one_missing_byte_is_refused() -> None:
    with pytest.raises(ModelError, match="vượt quá cuối tệp"):
        read_weights(tiny_model.weights_file()[:-1])


def test_other_file_is_refused() -> None:
    with pytest.raises(ModelError, match="E5S1"):
        read_weights(b"PK\x03\x04" + bytes(1000))


def test_lengths_beyond_the_file_are_refused() -> None:
    data = bytearray(tiny_model.weights_file())
    struct.pack_into("<i", data, 44, 2**31 - 1)  # number of pieces in the skipped tokenizer
    with pytest.raises(ModelError, match="cắt cụt"):
        read_weights(bytes(data))


def test_wrong_sizes_are_refused() -> None:
    weights = read_weights(tiny_model.weights_file())
    with pytest.raises(ModelError, match=r"«l0\.q\.w» dài"):
        weights.matrix("l0.q.w", 64, 128)
    with pytest.raises(ModelError, match=r"thiếu bảng số «l9\.q\.w»"):
        weights.matrix("l9.q.w", 64, 64)
    with pytest.raises(ModelError, match="không chia hết"):
        weights.matrix("l0.q.w", 64, 60)
