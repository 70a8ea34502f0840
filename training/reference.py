"""Store what the shipped graphs give in ONNX Runtime for a few sentences: the Rust path is held against it, layer by layer.

    python reference.py ../models ../crates/mizan/tests/fixtures/encoder.json
"""
import json
import sys

import numpy as np
import onnx
import onnxruntime as ort

from base import HIDDEN, dequantise
from model import MARKS
from tokenizer import BEGIN, END, Tokenizer

SENTENCES = [
    "Kazakhstan's foreign ministry said on Monday that Astana would not recognise the referendums.",
    "وأعلنت كازاخستان أنها أرسلت إمدادات طبية إلى أوكرانيا.",
    "Президент Казахстана поговорил по телефону с Владимиром Зеленским.",
    "Қазақстан президенті Қасым-Жомарт Тоқаев Астанада келіссөз жүргізді.",
]
LOWER, MIDDLE = ["embedded", "layer1", "layer5"], ["layer9"]
ROW = HIDDEN // 32 * 18


def session(path, layers):
    graph = onnx.load(path)
    graph.graph.output.extend(onnx.helper.make_tensor_value_info(n, onnx.TensorProto.FLOAT, None) for n in layers)
    return ort.InferenceSession(graph.SerializeToString(), providers=["CPUExecutionProvider"])


def main(models, out):
    table = np.fromfile(f"{models}/embeddings.q4", np.uint8).reshape(-1, ROW)
    lower, middle = session(f"{models}/lower.onnx", LOWER), session(f"{models}/middle.onnx", MIDDLE)
    tokenizer = Tokenizer()
    rows = []
    for text in SENTENCES:
        ids, spans = tokenizer.encode(text)
        whole = [BEGIN, *ids, END]
        words = np.stack([dequantise(table[i].tobytes(), HIDDEN) for i in whole])[None]
        unmarked = np.zeros((1, len(whole), len(MARKS)), np.float32)
        *low, hidden = lower.run([*LOWER, "hidden"], {"words": words, "marks": unmarked, "places": np.arange(len(whole), dtype=np.int32)})
        *high, tags = middle.run([*MIDDLE, "tags"], {"hidden": hidden, "marks": unmarked})
        bytes_of = lambda at: len(text[:at].encode())
        rows.append({"text": text, "ids": ids, "spans": [[bytes_of(s), bytes_of(e)] for s, e in spans],
                     # The first 64 numbers of the second token in each layer, and all tag scores of that token.
                     "layers": {n: [round(float(x), 4) for x in v[0, 1, :64]] for n, v in zip(LOWER + MIDDLE, low + high)},
                     "tags": [round(float(x), 4) for x in tags[0, 1]]})
    with open(out, "w", encoding="utf-8") as f:
        f.write("[\n" + ",\n".join(json.dumps(r, ensure_ascii=False) for r in rows) + "\n]\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
