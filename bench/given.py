#!/usr/bin/env python3
"""Figures of `mizan pairs` and `mizan tone` on the development sets beside the repository.

    bench/given.py [MIZAN]

pairs: PLV's train split (not trained on), root and quad macro-F1 over its classes. tone: the tenth of RuSentNE that training leaves out
(sentences whose code points sum to a multiple of ten), F1 over positive and negative.
"""
import csv, json, re, subprocess, sys, tempfile

DATA = "../shared/data"
ROOTS = "AGREE CONSULT SUPPORT COOPERATE AID YIELD REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split()
QUAD = dict(zip(ROOTS, [0] * 3 + [1] * 3 + [2] * 4 + [3] * 5))


def answers(mizan, verb, rows):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as f:
        f.writelines(json.dumps(r, ensure_ascii=False) + "\n" for r in rows)
        f.flush()
        out = subprocess.run([mizan, verb, f.name], capture_output=True, text=True, check=True).stdout
    return [json.loads(line) for line in out.splitlines()]


def macro(gold, guess, names):
    f = []
    for n in names:
        tp = sum(g == n == p for g, p in zip(gold, guess))
        total = sum(g == n for g in gold) + sum(p == n for p in guess)
        f.append(2 * tp / total if total else 0.0)
    return sum(f) / len(f)


def marked_pairs():
    with open(f"{DATA}/plv-dev/PLV_train.tsv", encoding="utf-8") as f:
        for r in csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE):
            text, at = "", {}
            for piece in re.split(r"(</?[st]>)", r["marked_sentence"]):
                if re.fullmatch(r"<[st]>", piece):
                    at[piece[1]] = [len(text)]
                elif re.fullmatch(r"</[st]>", piece):
                    at[piece[2]].append(len(text))
                else:
                    text += piece
            if set(at) == {"s", "t"} and all(len(v) == 2 and v[0] < v[1] for v in at.values()):
                yield {"id": r["gold_root"], "text": text, "source": at["s"], "target": at["t"]}


def toned():
    with open(f"{DATA}/rusentne/train_data.csv", encoding="utf-8") as f:
        for r in csv.DictReader(f, delimiter="\t"):
            if sum(map(ord, r["sentence"])) % 10 == 0:
                yield {"id": int(r["label"]), "text": r["sentence"], "span": [int(r["entity_pos_start_rel"]), int(r["entity_pos_end_rel"])]}


def main(mizan="target/release/mizan"):
    rows = answers(mizan, "pairs", list(marked_pairs()))
    gold, guess = [r["id"] for r in rows], [r["class"] for r in rows]
    quad = lambda names: [QUAD[n] for n in names]
    print(f"pairs  {len(rows)} pairs: root macro-F1 {macro(gold, guess, ROOTS):.3f}, quad macro-F1 {macro(quad(gold), quad(guess), range(4)):.3f}, accuracy {sum(g == p for g, p in zip(gold, guess)) / len(gold):.3f}")
    rows = answers(mizan, "tone", list(toned()))
    gold, guess = [r["id"] for r in rows], [r["tone"] for r in rows]
    print(f"tone   {len(rows)} spans: F1(P,N) {macro(gold, guess, [1, -1]):.3f}, with neutral {macro(gold, guess, [1, 0, -1]):.3f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
