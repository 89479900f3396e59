"""The model as a small ONNX graph for onnxruntime on any CPU."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

from corpus.runtime.model.weights import BLOCK, E5Weights, Matrix4Bit

INPUT = "input_ids"
OUTPUT = "embedding"
_CONTRIB = "com.microsoft"
_OPSET = 21  # the first with 4-bit integers and well supported since onnxruntime 1.20
_IR_VERSION = 10


def write_onnx(weights: E5Weights, kept: npt.NDArray[np.int64], file: Path) -> None:
    """Write the graph: token ids (texts, tokens) in, unit vectors (texts, hidden) out.

    Args:
        weights: The whole model.
        kept: Rows of the embedding table that the tokenizer still uses, in the order of its ids.
        file: Where to.
    """
    onnx.save(_Network(weights, kept).model(), file)


class _Network:
    """Lays the nodes of the network one after another; every method returns the name of its output."""

    def __init__(self, weights: E5Weights, kept: npt.NDArray[np.int64]) -> None:
        self._weights = weights
        self._shape = weights.shape
        self._kept = kept
        self._nodes: list[onnx.NodeProto] = []
        self._constants: list[onnx.TensorProto] = []

    def model(self) -> onnx.ModelProto:
        tokens = self._embedding()
        for layer in range(self._shape.layers):
            tokens = self._layer(f"l{layer}", tokens)
        mean = self._node(
            "ReduceMean", tokens, self._constant("token_axis", np.array([1], np.int64)), keepdims=0
        )
        self._node("LpNormalization", mean, output=OUTPUT, axis=-1, p=2)
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
        types = self._weights.vector("emb.type", self._shape.token_types * hidden)[:hidden]
        table = self._weights.vector("emb.pos", self._shape.positions * hidden).reshape(-1, hidden) + types
        start = self._constant("start", np.array([0], np.int64))
        length = self._node("Shape", INPUT, start=1, end=2)
        positions = self._node("Slice", self._constant("emb.pos", table), start, length, start)
        return self._norm("emb.ln", self._node("Add", words, positions))

    def _word_vectors(self) -> str:
        full = self._weights.matrix("emb.word", self._shape.vocabulary, self._shape.hidden)
        codes, scales = full.codes[self._kept], full.scales[self._kept]
        # int4 has no zero point of its own in this operator: turning the top bit makes the code signed.
        table = onnx.TensorProto(
            name="emb.word",
            data_type=TensorProto.INT4,
            dims=codes.shape,
            raw_data=_nibbles(codes ^ 8).tobytes(),
        )
        self._constants.append(table)
        scale = self._constant("emb.word.scale", scales.astype(np.float32))
        return self._contrib(
            "GatherBlockQuantized", "emb.word", INPUT, scale, block_size=BLOCK, gather_axis=0, quantize_axis=1
        )

    def _layer(self, name: str, tokens: str) -> str:
        hidden, inner = self._shape.hidden, self._shape.inner
        query, key, value = (self._dense(f"{name}.{part}", tokens, hidden, hidden) for part in "qkv")
        mixed = self._contrib("MultiHeadAttention", query, key, value, num_heads=self._shape.heads)
        attended = self._dense(f"{name}.ao", mixed, hidden, hidden)
        tokens = self._norm(f"{name}.aln", self._node("Add", tokens, attended))
        widened = self._contrib("Gelu", self._dense(f"{name}.fi", tokens, inner, hidden))
        narrowed = self._dense(f"{name}.fo", widened, hidden, inner)
        return self._norm(f"{name}.oln", self._node("Add", tokens, narrowed))

    def _dense(self, name: str, tokens: str, rows: int, columns: int) -> str:
        matrix = self._weights.matrix(f"{name}.w", rows, columns)
        bias = self._constant(f"{name}.b", self._weights.vector(f"{name}.b", rows))
        blocks = (matrix.codes + np.uint8(120)).reshape(rows, columns // BLOCK, BLOCK)  # 128 means zero
        packed = self._constant(f"{name}.w", blocks)
        scale = self._constant(f"{name}.scale", matrix.scales.astype(np.float32))
        return self._contrib(
            "MatMulNBits",
            tokens,
            packed,
            scale,
            "",
            "",
            bias,
            K=columns,
            N=rows,
            bits=8,
            block_size=BLOCK,
            accuracy_level=4,
        )

    def _norm(self, name: str, tokens: str) -> str:
        hidden = self._shape.hidden
        gain = self._constant(f"{name}.w", self._weights.vector(f"{name}.w", hidden))
        bias = self._constant(f"{name}.b", self._weights.vector(f"{name}.b", hidden))
        return self._node("LayerNormalization", tokens, gain, bias, epsilon=self._shape.epsilon)

    def _constant(self, name: str, values: npt.NDArray[np.generic]) -> str:
        self._constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def _node(self, kind: str, *inputs: str, output: str = "", domain: str = "", **attributes: float) -> str:
        name = output or f"step{len(self._nodes)}"
        self._nodes.append(helper.make_node(kind, inputs, [name], domain=domain, **attributes))
        return name

    def _contrib(self, kind: str, *inputs: str, **attributes: float) -> str:
        return self._node(kind, *inputs, domain=_CONTRIB, **attributes)


def _nibbles(codes: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """Two 4-bit codes a byte, the first in the low half."""
    return codes[..., 0::2] | (codes[..., 1::2] << 4)
