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


# Entity types of each set, mapped to one list; a type not named is no entity of ours.
ENTITY = ["PER", "ORG", "GPE", "LOC", "GRP"]
ENTITY_SETS = {
    "nerel": {"PERSON": "PER", "ORGANIZATION": "ORG", "COUNTRY": "GPE", "CITY": "GPE", "STATE_OR_PROVINCE": "GPE", "DISTRICT": "GPE", "LOCATION": "LOC", "NATIONALITY": "GRP"},
    "kaznerd": {"PERSON": "PER", "ORGANISATION": "ORG", "GPE": "GPE", "LOCATION": "LOC", "NORP": "GRP"},
    "wojood": {"PERS": "PER", "ORG": "ORG", "GPE": "GPE", "LOC": "LOC", "NORP": "GRP"},
    "uner": {"PER": "PER", "ORG": "ORG", "LOC": "LOC"},
    "re3d": {"Person": "PER", "Organisation": "ORG", "Location": "LOC", "Nationality": "GRP"},
}


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


def in_columns(rows, lang, types):
    """Words with labels in columns as running text, its language, and the entities in it: first character, one past the last, type."""
    for row in rows:
        text, found, open_ = "", [], None
        for word, label in row:
            start = len(text) + (1 if text else 0)
            text += (" " if text else "") + word
            kind = types.get(label[2:]) if len(label) > 2 else None
            if label.startswith("B-") or (open_ and label[2:] != open_[2]):
                open_ = None
                if kind:
                    open_ = [start, len(text), label[2:], kind]
                    found.append(open_)
            elif label.startswith("I-") and open_:
                open_[1] = len(text)
            else:
                open_ = None
        yield text, lang, [(s, e, k) for s, e, _, k in found]


def brat(folder, lang, types):
    """The same of articles with marks in files beside them; of entities in each other the outer one."""
    for path in sorted(glob.glob(f"{folder}/*.ann")):
        text = open(path[:-4] + ".txt", encoding="utf-8").read()
        found = []
        for line in open(path, encoding="utf-8"):
            m = re.match(r"T\d+\t(\S+) (\d+) (\d+)\t", line)
            if m and m[1] in types:
                found.append((int(m[2]), int(m[3]), types[m[1]]))
        found = [a for a in found if not any(b != a and b[0] <= a[0] and a[1] <= b[1] for b in found)]
        for s, e in sentences(text):
            yield text[s:e], lang, [(a - s, b - s, k) for a, b, k in found if s <= a and b <= e]


def entity_texts(part):
    """The sets with entities, `train` or `dev`: sentences as `in_columns` gives them. KazNERD's file is cut in four fifths and one."""
    train = part == "train"
    kaz = list(columns(f"{DATA}/kaznerd/IOB2_valid.txt", 0, 1))
    cut = len(kaz) * 4 // 5
    sets = {
        "nerel": brat(f"{DATA}/nerel/{part}", "ru", ENTITY_SETS["nerel"]),
        "kaznerd": in_columns(kaz[:cut] if train else kaz[cut:], "kk", ENTITY_SETS["kaznerd"]),
        "wojood": in_columns(columns(f"{DATA}/wojood/{'train' if train else 'val'}.txt", 0, 1), "ar", ENTITY_SETS["wojood"]),
        "uner": in_columns(columns(f"{DATA}/uner-ewt/en_ewt-ud-{part}.iob2", 1, 2), "en", ENTITY_SETS["uner"]),
    }
    return {name: list(rows) for name, rows in sets.items()}


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
