"""Shipped weights back into a checkpoint, so that training can go on from them without the checkpoints of an earlier run.

    python resume.py ../models work/shipped      # then: python train.py --out work/next --from work/shipped …

The graphs are built again with the same calls, and each constant is read from the shipped file in place of being written: int8 matrices are
multiplied out. The heads that are not shipped (entities) begin anew.
"""
import os
import sys

import numpy as np
import onnx
import torch
from onnx import numpy_helper

import export
from base import WORK
from export import Graph, actors, focus, lower, middle
from model import Mizan


class Reader(Graph):
    """Walks through a graph's construction and collects what stands at each constant."""

    shipped, found, last = {}, {}, None

    def tensor(self, name):
        self.last = name
        return super().tensor(name)

    def constant(self, value, dtype=np.float32):
        key = super().constant(value, dtype)
        stored = Reader.shipped[key]
        # The segment vector is stored in one table with the positions.
        name, self.last = "positions.weight" if self.last == "segment" else self.last, None
        if name:
            shape = tuple(self.state[name].shape)
            Reader.found.update({name: v for v in (stored.T, stored) if v.shape == shape})
        return key

    def product(self, tokens, row, name):
        y = super().product(tokens, row, name)
        keys = list(self.constants)[-4:]  # int8 matrix, two zero points, step
        matrix, step = Reader.shipped[keys[0]], Reader.shipped[keys[3]]
        Reader.found[name + ".weight"] = (matrix.astype(np.float32) * step).T
        self.last = None
        return y


def main(models, out):
    with open(f"{models}/labels.txt", encoding="utf-8") as f:
        rows = dict(line.rstrip("\n").split("\t", 1) for line in f)
    countries = {("" if c == "-" else c): i for i, c in enumerate(rows["countries"].split("\t"))}
    base = torch.load(os.path.join(WORK, "base.pt"))
    model = Mizan(countries, base["state"]["words"])
    state = model.state_dict()
    export.Graph = Reader
    for build in (lower, middle, actors, focus):
        graph = onnx.load(f"{models}/{build.__name__}.onnx")
        Reader.shipped = {c.name: numpy_helper.to_array(c) for c in graph.graph.initializer}
        build(state, True)
    with torch.no_grad():
        for name, value in Reader.found.items():
            state[name].copy_(torch.tensor(np.ascontiguousarray(value, np.float32)))
        state["segment"].zero_()  # the shipped position table holds it already
    os.makedirs(out, exist_ok=True)
    kept = {k: v for k, v in state.items() if k != "words.weight"}
    torch.save({"model": kept, "countries": countries}, os.path.join(out, "best.pt"))
    missing = sorted(k for k in kept if k not in Reader.found and k != "segment")
    print(f"{len(Reader.found)} tensors read; begun anew: {', '.join(missing)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
