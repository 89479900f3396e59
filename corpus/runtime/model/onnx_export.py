"""The model as a small ONNX graph for onnxruntime on any CPU, written node by node from the 4-bit weights.

Why written and not exported from torch: the exporters know only float weights (470 MB, to be quantised a
second time and worse), one of them is deprecated and the other needs two more packages, and neither makes
the fused operators below.

The recipe: the embedding table stays in its 4-bit blocks; the matrices keep their blocks of 32 with the
same scales, written as 8-bit codes, which are exactly the same numbers (4-bit codes are half the size but
slower: 5.4 ms a question, 11.5 passages a second). ``accuracy_level`` 4 lets onnxruntime round the
activations to 8 bits as well, by token and block of 32, so that a text's vector does not depend on its
neighbours in the batch. Measured on two AVX-512 VNNI cores, threads spinning: ms for a question of 12 tokens,
passages of 276 tokens a second; dense ranking on ALQAC 2025 (729 questions, 3,368 articles cut at 256
tokens), compared with the same weights and activations in single precision:

=====================================  ==============  ============  =======  =======  =======
matrices                               cosine, lowest  top 1 equal   nDCG@10  ms       pass./s
=====================================  ==============  ============  =======  =======  =======
float32                                1               1             0.8035   5.0      13
**8-bit codes in blocks (this file)**  0.9999          0.993         0.8026   3.7      14.9
the same for the second feed-forward
matrix, the others as in the next row  0.9984          0.952         0.8044   4.6      23.6
8 bits a channel, activations 8 bits
a tensor ("dynamic int8")              0.872           0.789         0.7718   3.9      22
=====================================  ==============  ============  =======  =======  =======

The third row would take in documents half again as fast at no measurable loss of quality; it was not taken
because its vectors depend on the other texts of a batch and, on processors without VNNI, on sums that can
overflow. Plain dynamic int8 loses most in the second feed-forward matrix: single channels of the
activations are twenty times as large as the others, and one scale for all rounds the others away.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

from corpus.runtime.model.weights import BLOCK, E5Weights, Matrix4Bit

INPUT = "input_ids"
OUTPUT = "embedding"
_CONTRIB = "com.microsoft"
_OPSET = 21  # the first with 4-bit integers
_IR_VERSION = 10  # the one that belongs to it
# A code of the file means itself minus 8; an 8-bit code of the operator means itself minus 128.
_TO_8_BITS = np.uint8(128 - 8)
_SIGN_BIT = np.uint8(8)


def write_onnx(weights: E5Weights, kept: npt.NDArray[np.int64], file: Path) -> None:
    """Write the graph: token ids (texts, tokens) in, unit vectors (texts, hidden) out.

    All texts of one run have the same number of tokens, so there is no mask; the start and end marks are
    part of the ids.

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
            [helper.make_tensor_value_info(INPUT, TensorProto.INT64, ["texts", "tokens"])],
            [helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, ["texts", self._shape.hidden])],
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
        narrowed = self._dense([f"{name}.fo"], widened, hidden, inner)
        return self._norm(f"{name}.oln", self._node("Add", tokens, narrowed))

    def _dense(self, names: Sequence[str], tokens: str, rows: int, columns: int) -> str:
        """The matrices of ``names``, each rows × columns, applied to the same tokens as one."""
        name = "+".join(names)
        matrix = _stack([self._weights.matrix(f"{part}.w", rows, columns) for part in names])
        biases = [self._weights.vector(f"{part}.b", rows) for part in names]
        blocks = (matrix.codes + _TO_8_BITS).reshape(len(matrix.codes), columns // BLOCK, BLOCK)
        codes = self._constant(f"{name}.w", blocks)
        scale = self._constant(f"{name}.scale", matrix.scales.astype(np.float32))
        bias = self._constant(f"{name}.b", np.concatenate(biases))
        layout = {"K": columns, "N": len(blocks), "bits": 8, "block_size": BLOCK, "accuracy_level": 4}
        return self._contrib("MatMulNBits", tokens, codes, scale, "", "", bias, **layout)

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


def _stack(matrices: Sequence[Matrix4Bit]) -> Matrix4Bit:
    return Matrix4Bit(
        np.concatenate([matrix.codes for matrix in matrices]), np.concatenate([matrix.scales for matrix in matrices])
    )


def _pack_pairs(codes: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """Two 4-bit codes a byte, the first in the low half."""
    return codes[..., 0::2] | codes[..., 1::2] << np.uint8(4)
