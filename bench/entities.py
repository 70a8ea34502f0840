#!/usr/bin/env python3
"""Named entities on the development sets beside the repository: F1 of `mizan entities`, span and type exact.

    bench/entities.py [MIZAN]

The sets and how their types are mapped stand in training/corpus.py: NEREL dev (Russian), the last fifth of KazNERD's validation file, Wojood val
(Arabic), UNER-EWT dev (English). English knows no GPE: there LOC holds states and cities too.
"""
import json, os, subprocess, sys, tempfile
from collections import Counter

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "training"))
from corpus import entity_texts


def answers(mizan, rows):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as f:
        f.writelines(json.dumps({"id": n, "text": text, "lang": lang}, ensure_ascii=False) + "\n" for n, (text, lang, _) in enumerate(rows))
        f.flush()
        out = subprocess.run([mizan, "entities", f.name], capture_output=True, text=True, check=True).stdout
    return [{(*e["span"], e["type"]) for e in json.loads(line)["entities"]} for line in out.splitlines()]


def f1(n):
    return 2 * n["met"] / (n["gold"] + n["found"]) if n["gold"] + n["found"] else 0.0


def main():
    mizan = sys.argv[1] if len(sys.argv) > 1 else "target/release/mizan"
    for name, rows in entity_texts("dev").items():
        count = {}
        for (_, _, gold), found in zip(rows, answers(mizan, rows)):
            gold = set(gold)
            for what, part in (("met", gold & found), ("gold", gold), ("found", found)):
                for *_, kind in part:
                    count.setdefault(kind, Counter())[what] += 1
        total = sum(count.values(), Counter())
        print(f"{name:8} {len(rows):5} sentences  F1 {f1(total):.3f}  " + "  ".join(f"{k} {f1(n):.3f} ({n['gold']})" for k, n in sorted(count.items())))


if __name__ == "__main__":
    main()
