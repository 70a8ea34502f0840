"""Write the trained network as Mizan ships it.

    python export.py work/b ../models            # int8
    python export.py work/b work/float --float   # float32, to measure what int8 costs

Four ONNX graphs (`lower`: layers 1 to 6; `middle`: 7 to 9 and the tags; `actors`; `focus`: 10 to 12 and the heads of the second reading; see
model.py), every matrix int8 with a scale a column, activations quantised to
eight bits with a scale a token; `embeddings.q4`, the word embeddings in the blocks of the base file; `vocabulary.bin`, pieces, scores and
normalisation; `labels.txt`, the names of the outputs. The graphs are built node by node: nothing depends on an exporter.
"""
import argparse
import json
import os
import shutil
import struct

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

import corpus
import data
from base import WORK
from model import HEADS, HIDDEN, LAYERS, LOWER, MARKS, ROOTS, TRUNK
from train import load_model

HEAD_OF = {"ru": "nerel", "kk": "kaznerd", "ar": "wojood", "en": "uner"}  # the set whose entities a language is read by


class Graph:
    """A list of ONNX nodes that grows by one call a node."""

    def __init__(self, state, quantise):
        self.state, self.quantise = state, quantise
        self.nodes, self.constants, self.inputs, self.outputs, self.count = [], {}, [], [], 0

    def op(self, kind, *inputs, outputs=1, name=None, **attributes):
        self.count += 1
        names = [name] if name else [f"{kind.lower()}_{self.count}.{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, list(inputs), names, **attributes))
        return names[0] if outputs == 1 else names

    def constant(self, value, dtype=np.float32):
        value = np.asarray(value, dtype, order="C")
        key = f"c{len(self.constants)}"
        self.constants[key] = numpy_helper.from_array(value, key)
        return key

    def input(self, name, shape, kind=TensorProto.FLOAT):
        self.inputs.append(helper.make_tensor_value_info(name, kind, shape))
        return name

    def output(self, value, name, shape):
        self.op("Identity", value, name=name)
        self.outputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, shape))

    def tensor(self, name):
        return self.state[name].detach().numpy().astype(np.float32)

    def linears(self, x, names, small=False):
        """Several linear maps of one input. It is quantised once, each token by its own largest value: one scale for all of them costs
        three points of class F1 (docs/decisions.md)."""
        if not self.quantise or small:
            return [self.op("Add", self.op("MatMul", x, self.constant(self.tensor(n + ".weight").T)), self.constant(self.tensor(n + ".bias"))) for n in names]
        peak = self.op("ReduceMax", self.op("Abs", x), axes=[-1], keepdims=1)
        row = self.op("Mul", self.op("Add", peak, self.constant(1e-6)), self.constant(1 / 127))
        whole = self.op("Add", self.op("Round", self.op("Div", x, row)), self.constant(128.0))
        tokens = self.op("Cast", whole, to=TensorProto.UINT8)
        return [self.op("Add", self.product(tokens, row, n), self.constant(self.tensor(n + ".bias"))) for n in names]

    def product(self, tokens, row, name):
        w = self.tensor(name + ".weight").T
        step = np.abs(w).max(0) / 127
        step[step == 0] = 1
        whole = self.constant(np.clip(np.rint(w / step), -127, 127), np.int8)
        product = self.op("MatMulInteger", tokens, whole, self.constant(128, np.uint8), self.constant(0, np.int8))
        return self.op("Mul", self.op("Mul", self.op("Cast", product, to=TensorProto.FLOAT), self.constant(step)), row)

    def linear(self, x, name, small=False):
        return self.linears(x, [name], small)[0]

    def norm(self, x, name, output=None):
        weight, bias = self.constant(self.tensor(name + ".weight")), self.constant(self.tensor(name + ".bias"))
        return self.op("LayerNormalization", x, weight, bias, name=output, axis=-1, epsilon=1e-12)

    def gelu(self, x):
        half = self.op("Mul", x, self.constant(0.5))
        erf = self.op("Erf", self.op("Div", x, self.constant(np.sqrt(2.0))))
        return self.op("Mul", half, self.op("Add", erf, self.constant(1.0)))

    def layer(self, x, n, name):
        """One encoder layer; its output is called `name`, so that a test can ask for it."""
        p = f"layers.{n}."
        heads = self.constant([0, 0, HEADS, HIDDEN // HEADS], np.int64)
        q, k, v = (self.op("Reshape", y, heads) for y in self.linears(x, [p + "q", p + "k", p + "v"]))
        q, v = (self.op("Transpose", y, perm=[0, 2, 1, 3]) for y in (q, v))
        scores = self.op("MatMul", q, self.op("Transpose", k, perm=[0, 2, 3, 1]))
        weights = self.op("Softmax", self.op("Mul", scores, self.constant((HIDDEN // HEADS) ** -0.5)), axis=-1)
        y = self.op("Reshape", self.op("Transpose", self.op("MatMul", weights, v), perm=[0, 2, 1, 3]), self.constant([0, 0, HIDDEN], np.int64))
        x = self.norm(self.op("Add", x, self.linear(y, p + "o")), p + "norm1")
        y = self.linear(self.gelu(self.linear(x, p + "up")), p + "down")
        return self.norm(self.op("Add", x, y), p + "norm2", name)

    def pool(self, flat, prefix, name):
        """`model.Pool`: inputs PREFIX_first, PREFIX_last (rows of the flattened tokens) and PREFIX_mean (weights over them)."""
        first, last = (self.op("Gather", flat, self.input(f"{prefix}_{k}", [prefix], TensorProto.INT32), axis=0) for k in ("first", "last"))
        mean = self.op("MatMul", self.input(f"{prefix}_mean", [prefix, "all"]), flat)
        return self.gelu(self.linear(self.op("Concat", first, last, mean, axis=1), name + ".mix"))

    def flat(self, x):
        return self.op("Reshape", x, self.constant([-1, HIDDEN], np.int64))

    def save(self, path, name):
        graph = helper.make_graph(self.nodes, name, self.inputs, self.outputs, list(self.constants.values()))
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9, producer_name="mizan")
        onnx.checker.check_model(model)
        onnx.save(model, path)


def lower(state, quantise):
    g = Graph(state, quantise)
    words, marks = g.input("words", ["batch", "tokens", HIDDEN]), g.input("marks", ["batch", "tokens", len(MARKS)])
    place = g.op("Gather", g.constant(g.tensor("positions.weight") + g.tensor("segment")), g.input("places", ["tokens"], TensorProto.INT32), axis=0)
    x = g.op("Add", g.op("Add", words, place), g.op("MatMul", marks, g.constant(g.tensor("input_marks"))))
    x = g.norm(x, "norm", "embedded")
    for n in range(LOWER):
        x = g.layer(x, n, f"layer{n + 1}")
    g.output(x, "hidden", ["batch", "tokens", HIDDEN])
    return g


def middle(state, quantise):
    """Without marks the first reading, with marks the second: the weights are the same."""
    g = Graph(state, quantise)
    hidden, marks = g.input("hidden", ["batch", "tokens", HIDDEN]), g.input("marks", ["foci", "tokens", len(MARKS)])
    x = g.op("Add", hidden, g.op("MatMul", marks, g.constant(g.tensor("focus_marks"))))
    for n in range(LOWER, TRUNK):
        x = g.layer(x, n, f"layer{n + 1}")
    g.output(x, "hidden_out", ["foci", "tokens", HIDDEN])
    g.output(g.linear(x, "tags", small=True), "tags", ["batch", "tokens", 12])
    for lang, name in HEAD_OF.items():
        g.output(g.linear(x, "entities." + name, small=True), "names_" + lang, ["batch", "tokens", 1 + 2 * len(corpus.ENTITY)])
    return g


def actors(state, quantise):
    g = Graph(state, quantise)
    v = g.pool(g.flat(g.input("hidden", ["batch", "tokens", HIDDEN])), "actor", "actor")
    for name in ("kind", "country", "sector", "tone"):
        g.output(g.linear(v, name, small=True), name, ["actor", "n_" + name])
    return g


def focus(state, quantise):
    g = Graph(state, quantise)
    x = g.input("hidden", ["foci", "tokens", HIDDEN])
    for n in range(TRUNK, LAYERS):
        x = g.layer(x, n, f"layer{n + 1}")
    g.output(g.linear(x, "content", small=True), "content", ["foci", "tokens", 1])
    flat = g.flat(x)
    point = g.pool(flat, "point", "point")
    for ours, name in (("class", "event_class"), ("modality", "modality"), ("claim", "claim_kind"), ("no_speaker", "no_speaker")):
        g.output(g.linear(point, name, small=True), ours, ["point", "n_" + ours])
    party = g.pool(flat, "party", "party")
    of = g.op("Gather", point, g.input("party_point", ["party"], TensorProto.INT32), axis=0)
    together = lambda a, b: g.op("Concat", a, b, g.op("Mul", a, b), axis=1)
    g.output(g.linear(g.gelu(g.linear(together(party, of), "role_hidden")), "role", small=True), "roles", ["party", 3])
    g.output(g.linear(party, "given_tone", small=True), "given_tone", ["party", 3])
    source, target = (g.op("Gather", party, g.input(f"pair_{k}", ["pair"], TensorProto.INT32), axis=0) for k in ("source", "target"))
    g.output(g.linear(g.gelu(g.linear(together(source, target), "relation_hidden")), "relation", small=True), "relation", ["pair", len(ROOTS)])
    return g


def vocabulary(path):
    """Little-endian: counts of pieces and of normalisation entries, unknown score; per piece score, length, bytes; per entry code point, count, code points."""
    with open(os.path.join(WORK, "vocabulary.json"), encoding="utf-8") as f:
        v = json.load(f)
    out = [b"MZV1", struct.pack("<IIf", len(v["pieces"]), len(v["normal"]), v["unknown_score"])]
    for piece, score in zip(v["pieces"], v["scores"]):
        raw = piece.encode()
        out += [struct.pack("<fB", score, len(raw)), raw]
    for code, to in v["normal"].items():
        out.append(struct.pack(f"<IB{len(to)}I", int(code), len(to), *to))
    with open(path, "wb") as f:
        f.write(b"".join(out))


def labels(path, countries):
    rows = {"countries": sorted(countries, key=countries.get), "sectors": data.SECTORS, "kinds": data.KINDS, "classes": [*data.CLASSES, "NONE"],
            "modalities": data.MODALITIES, "claims": [*data.CLAIM_KINDS, "none"], "roots": ROOTS, "marks": MARKS, "names": corpus.ENTITY}
    with open(path, "w", encoding="utf-8") as f:
        for name, values in rows.items():
            f.write(name + "\t" + "\t".join(v or "-" for v in values) + "\n")


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("trained")
    p.add_argument("out")
    p.add_argument("--float", action="store_true")
    o = p.parse_args()
    os.makedirs(o.out, exist_ok=True)
    model = load_model(os.path.join(o.trained, "best.pt"))
    state = model.state_dict()
    for build in (lower, middle, actors, focus):
        build(state, not o.float).save(os.path.join(o.out, build.__name__ + ".onnx"), build.__name__)
    shutil.copy(os.path.join(WORK, "embeddings.q4"), os.path.join(o.out, "embeddings.q4"))
    vocabulary(os.path.join(o.out, "vocabulary.bin"))
    labels(os.path.join(o.out, "labels.txt"), model.countries)
    for name in sorted(os.listdir(o.out)):
        print(f"{name:20} {os.path.getsize(os.path.join(o.out, name)) / 1e6:7.2f} MB")


if __name__ == "__main__":
    main()
