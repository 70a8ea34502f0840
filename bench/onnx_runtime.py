#!/usr/bin/env python3
"""Throughput of one reading a sentence (nine layers and the entity head): `mizan entities` against ONNX Runtime on the same graphs.

    training/.venv/bin/python bench/onnx_runtime.py [MIZAN] [SENTENCES.jsonl]

Both read the same sentences in turn, five times, on both cores, one sentence a thread; medians of sentences a second and their ratio. Mizan's time
holds the start of the program, its tokenizer and its output; ONNX Runtime's holds the graphs and the embeddings alone, which favours it.
"""
import json, os, statistics, subprocess, sys, tempfile, time
from concurrent.futures import ThreadPoolExecutor

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "training"))
import numpy as np
import onnxruntime as ort

from base import HIDDEN, dequantise
from corpus import ANNOTATION
from model import MARKS
from tokenizer import BEGIN, END, Tokenizer

MODELS, ROW = os.path.join(HERE, "..", "models"), HIDDEN // 32 * 18


def session(name):
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    return ort.InferenceSession(f"{MODELS}/{name}.onnx", options, providers=["CPUExecutionProvider"])


def inputs(sentences):
    table, tokenizer = np.fromfile(f"{MODELS}/embeddings.q4", np.uint8).reshape(-1, ROW), Tokenizer()
    for x in sentences:
        ids = [BEGIN, *tokenizer.encode(x["text"])[0][:382], END]
        words = np.stack([dequantise(table[i].tobytes(), HIDDEN) for i in ids])[None]
        yield {"words": words, "marks": np.zeros((1, len(ids), len(MARKS)), np.float32), "places": np.arange(len(ids), dtype=np.int32)}


def theirs(lower, middle, rows):
    def one(row):
        hidden = lower.run(["hidden"], row)[0]
        return middle.run(["names_en"], {"hidden": hidden, "marks": row["marks"]})[0].argmax(-1)

    begun = time.time()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(one, rows))
    return len(rows) / (time.time() - begun)


def ours(mizan, path, count):
    begun = time.time()
    subprocess.run([mizan, "entities", path], stdout=subprocess.DEVNULL, check=True)
    return count / (time.time() - begun)


def main():
    mizan = sys.argv[1] if len(sys.argv) > 1 else "target/release/mizan"
    sys.path.insert(0, ANNOTATION)
    from check import standoff

    gold = sys.argv[2] if len(sys.argv) > 2 else f"{ANNOTATION}/gold-dev.jsonl"
    sentences = [standoff(json.loads(line)) if "t" in json.loads(line) else json.loads(line) for line in open(gold, encoding="utf-8")]
    rows, graphs = list(inputs(sentences)), [session(name) for name in ("lower", "middle")]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as f:
        f.writelines(json.dumps({"id": x["id"], "text": x["text"], "lang": x.get("lang")}, ensure_ascii=False) + "\n" for x in sentences)
        f.flush()
        runs = [(ours(mizan, f.name, len(rows)), theirs(*graphs, rows)) for _ in range(5)]
    mine, other = (statistics.median(r[i] for r in runs) for i in (0, 1))
    print(f"mizan {mine:.1f}  ONNX Runtime {other:.1f} sentences a second  ratio {mine / other:.2f}")


if __name__ == "__main__":
    main()
