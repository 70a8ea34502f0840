"""The sentences of other people's corpora that we have marked, found by a hash of their text."""
import csv
import glob
import hashlib
import json
import os
import re

HERE = os.path.dirname(os.path.abspath(__file__))
SHARED = os.path.join(HERE, "..", "..", "shared")
ANNOTATION, DATA = os.path.join(SHARED, "annotation"), os.path.join(SHARED, "data")


def key_of(text):
    return hashlib.sha1(text.encode()).hexdigest()[:12]


def columns(path, word, label):
    """Sentences of a column file as lists of (word, label); lines that begin with `# ` are comments."""
    row = []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if not line.strip():
            if row:
                yield row
            row = []
        elif not line.startswith("# "):
            cells = line.split("\t") if "\t" in line else line.split(" ")
            row.append((cells[word], cells[label]))
    if row:
        yield row


def joined(words):
    """Words as running text: no space before closing punctuation or after an opening mark."""
    text = ""
    for w in words:
        if text and not re.fullmatch(r"[.,:;!?…»”)\]،؛؟%]+", w) and not text.endswith(("«", "“", "(", "[")):
            text += " "
        text += w
    return text


def sentences(text):
    """A rough cut of running text, for corpora that come as whole articles."""
    start = 0
    for m in re.finditer(r"(?<=[.!?…»\"”])\s+(?=[A-ZА-ЯЁ«\"“])|\n+", text):
        if m.start() - start > 20:
            yield start, m.start()
            start = m.end()
    if len(text) - start > 20:
        yield start, len(text)


def articles(pattern):
    for path in sorted(glob.glob(pattern)):
        text = open(path, encoding="utf-8").read()
        yield from (text[s:e] for s, e in sentences(text))


def lines(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(x) for x in f if x.strip()]


def every_text():
    for r in lines(f"{DATA}/parallel/ntrex.jsonl"):
        yield from (r[k] for k in ("en", "ar", "ru", "kk"))
    for path, word in (("wojood/train.txt", 0), ("kaznerd/IOB2_valid.txt", 0), ("uner-ewt/en_ewt-ud-train.iob2", 1)):
        yield from (joined(w for w, _ in row) for row in columns(f"{DATA}/{path}", word, 0))
    yield from articles(f"{DATA}/nerel/train/*.txt")
    yield from articles(f"{DATA}/polnear/train/text/*.txt")
    yield from articles(f"{DATA}/rusentrel/train/art*[0-9].txt")
    yield from articles(f"{DATA}/factrueval/*/*.txt")
    with open(f"{DATA}/rusentne/train_data.csv", encoding="utf-8") as f:
        yield from (r["sentence"] for r in csv.DictReader(f, delimiter="\t"))
    yield from (r["sentence_normalized"] for r in lines(f"{DATA}/newsmtsc/train.jsonl"))


def texts():
    return {key_of(t): t for t in every_text()}
