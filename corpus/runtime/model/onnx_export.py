"""The model as a small ONNX graph for onnxruntime on any CPU, written node by node from the 4-bit weights.

Why written and not exported from torch: the exporters know only float weights (470 MB, to be quantised a
second time and worse), one of them is deprecated and the other needs two more packages, and neither makes
the fused operators below.

The recipe: the embedding table stays in its 4-bit blocks. The matrices get one scale a channel and 7-bit codes,
the activations one scale a text, so that a layer is one multiplication of whole numbers; with 8-bit codes processors
without VNNI would add two products beyond 16 bits and cut them off. The second feed-forward matrix keeps blocks, of
128 with 8-bit codes: single channels of what it is given are twenty times as large as the others, and one scale for
all would round the others away.

An activation's scale is that of everything in one run of the network, therefore a run holds one text: its vector
depends on nothing else (``OnnxEncoder``).

Measured on two cores with AMX and VNNI, quiet: milliseconds for a question of 15 tokens, passages of 248 tokens a
second; dense ranking on ALQAC 2025 (729 questions, 3,368 articles cut at 256 tokens), the first two and the last row
measured when the recipe before was made:

===============================================  =======  =====  =======
matrices                                         nDCG@10  ms     pass./s
===============================================  =======  =====  =======
float32                                          0.8035
8-bit codes in blocks of 32 (the recipe before)  0.8026   5.1    17.6
**this file**                                    0.8009   3.2    42
8 bits a channel everywhere                      0.7718
===============================================  =======  =====  =======

Its vectors have a cosine of 0.9987 (at least 0.9973) with those of the recipe before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

from corpus.runtime.model.weights import BLOCK, E5Weights, Floats

INPUT = "input_ids"
OUTPUT = "embedding"
_CONTRIB = "com.microsoft"
_OPSET = 21  # the first with 4-bit integers
_IR_VERSION = 10  # the one that belongs to it
_SIGN_BIT = np.uint8(8)
# Of the matrix that keeps blocks; with 64 a question takes a tenth longer and the vectors are no nearer.
_WIDE_BLOCK = 128


def write_onnx(weights: E5Weights, kept: npt.NDArray[np.int64], file: Path) -> None:
    """Write the graph: token ids (1, tokens) in, the unit vector (1, hidden) out.

    There is no mask; the start and end marks are part of the ids.

    Args:
        weights: The whole model.
        kept: Rows of the embedding table that the tokenizer still uses, in the order of its ids.
        file: Where to.
    """
    onnx.save(_Network(weights, kept).model(), file)


class _Network:
    """Lays the nodes of the network one after another; most methods return the name of their output."""

    def __init__(self, weights: E5Weights, kept: npt.NDArray[np.int64]) -> None:
        self._weights = weights
        self._shape = weights.shape
        self._kept = kept
        self._nodes: list[onnx.NodeProto] = []
        self._constants: list[onnx.TensorProto] = []

    def model(self) -> onnx.ModelProto:
        """The finished graph."""
        tokens = self._embedding()
        for layer in range(self._shape.layers):
            tokens = self._layer(f"l{layer}", tokens)
        token_axis = self._constant("token_axis", np.array([1], np.int64))
        mean = self._node("ReduceMean", tokens, token_axis, keepdims=0)
        self._add("LpNormalization", [mean], [OUTPUT], {"axis": -1, "p": 2})
        graph = helper.make_graph(
            self._nodes,
            "multilingual-e5-small",
            [helper.make_tensor_value_info(INPUT, TensorProto.INT64, [1, "tokens"])],
            [helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, [1, self._shape.hidden])],
            self._constants,
        )
        opsets = [helper.make_opsetid("", _OPSET), helper.make_opsetid(_CONTRIB, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=_IR_VERSION)

    def _embedding(self) -> str:
        hidden = self._shape.hidden
        words = self._word_vectors()
        # Every text is of token type 0, so that vector is added to the positions once and for all.
        types = self._weights.vector("emb.type", self._shape.token_types * hidden)[:hidden]
        positions = self._weights.vector("emb.pos", self._shape.positions * hidden).reshape(-1, hidden) + types
        first_axis = self._constant("zero", np.array([0], np.int64))
        length = self._node("Shape", INPUT, start=1, end=2)
        used = self._node("Slice", self._constant("emb.pos", positions), first_axis, length, first_axis)
        return self._norm("emb.ln", self._node("Add", words, used))

    def _word_vectors(self) -> str:
        full = self._weights.matrix("emb.word", self._shape.vocabulary, self._shape.hidden)
        codes, scales = full.codes[self._kept], full.scales[self._kept]
        # The operator wants signed codes: turning the top bit of c gives c - 8 in two's complement.
        table = onnx.TensorProto(name="emb.word", data_type=TensorProto.INT4, dims=codes.shape)
        table.raw_data = _pack_pairs(codes ^ _SIGN_BIT).tobytes()
        self._constants.append(table)
        scale = self._constant("emb.word.scale", scales.astype(np.float32))
        layout = {"block_size": BLOCK, "gather_axis": 0, "quantize_axis": 1}
        return self._contrib("GatherBlockQuantized", "emb.word", INPUT, scale, **layout)

    def _layer(self, name: str, tokens: str) -> str:
        hidden, inner = self._shape.hidden, self._shape.inner
        parts = [f"{name}.{part}" for part in ("q", "k", "v")]
        self._add("Split", [self._dense(parts, tokens, hidden, hidden)], parts, {"axis": 2, "num_outputs": 3})
        mixed = self._contrib("MultiHeadAttention", *parts, num_heads=self._shape.heads)
        attended = self._dense([f"{name}.ao"], mixed, hidden, hidden)
        tokens = self._norm(f"{name}.aln", self._node("Add", tokens, attended))
        widened = self._contrib("Gelu", self._dense([f"{name}.fi"], tokens, inner, hidden))
        narrowed = self._dense_in_blocks(f"{name}.fo", widened, hidden, inner)
        return self._norm(f"{name}.oln", self._node("Add", tokens, narrowed))

    def _dense(self, names: Sequence[str], tokens: str, rows: int, columns: int) -> str:
        """The matrices of ``names``, each rows × columns, applied to the same tokens as one; a scale a row."""
        name = "+".join(names)
        weights = np.concatenate([self._weights.matrix(f"{part}.w", rows, columns).floats() for part in names])
        codes, scales = _rounded(weights, 63)
        matrix = self._constant(f"{name}.w", codes.T)
        scale = self._constant(f"{name}.scale", scales)
        centre = self._constant(f"{name}.zero", np.zeros(len(weights), np.int8))
        return self._contrib("DynamicQuantizeMatMul", tokens, matrix, scale, centre, self._bias(names, rows))

    def _dense_in_blocks(self, name: str, tokens: str, rows: int, columns: int) -> str:
        """The matrix rows × columns, with a scale for every block of a row."""
        blocks = self._weights.matrix(f"{name}.w", rows, columns).floats().reshape(rows, -1, _WIDE_BLOCK)
        codes, scales = _rounded(blocks, 127)
        # The operator's codes mean themselves minus 128.
        matrix = self._constant(f"{name}.w", (codes.view(np.uint8) ^ np.uint8(128)))
        scale = self._constant(f"{name}.scale", scales.ravel())
        layout = {"K": columns, "N": rows, "bits": 8, "block_size": _WIDE_BLOCK, "accuracy_level": 4}
        return self._contrib("MatMulNBits", tokens, matrix, scale, "", "", self._bias([name], rows), **layout)

    def _bias(self, names: Sequence[str], rows: int) -> str:
        biases = [self._weights.vector(f"{name}.b", rows) for name in names]
        return self._constant("+".join(names) + ".b", np.concatenate(biases))

    def _norm(self, name: str, tokens: str) -> str:
        hidden = self._shape.hidden
        gain = self._constant(f"{name}.w", self._weights.vector(f"{name}.w", hidden))
        bias = self._constant(f"{name}.b", self._weights.vector(f"{name}.b", hidden))
        return self._node("LayerNormalization", tokens, gain, bias, epsilon=self._shape.epsilon)

    def _constant(self, name: str, values: npt.NDArray[np.generic]) -> str:
        self._constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def _node(self, kind: str, *inputs: str, **attributes: float) -> str:
        return self._add(kind, inputs, [f"step{len(self._nodes)}"], attributes)

    def _contrib(self, kind: str, *inputs: str, **attributes: float) -> str:
        return self._add(kind, inputs, [f"step{len(self._nodes)}"], attributes, _CONTRIB)

    def _add(
        self,
        kind: str,
        inputs: Sequence[str],
        outputs: Sequence[str],
        attributes: Mapping[str, float],
        domain: str = "",
    ) -> str:
        self._nodes.append(helper.make_node(kind, inputs, outputs, None, None, domain, None, **attributes))
        return outputs[0]


def _rounded(weights: Floats, largest: int) -> tuple[npt.NDArray[np.int8], Floats]:
    """Whole numbers from ``-largest`` to ``largest`` and, for each row of the last axis, the scale that they mean."""
    scales = np.abs(weights).max(axis=-1) / np.float32(largest)
    scales[scales == 0] = 1
    return np.rint(weights / scales[..., None]).astype(np.int8), scales


def _pack_pairs(codes: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """Two 4-bit codes a byte, the first in the low half."""
    return codes[..., 0::2] | codes[..., 1::2] << np.uint8(4)
