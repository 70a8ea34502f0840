#!/usr/bin/env python3
"""How often predicted events are right, by their confidence.

    bench/reliability.py GOLD.standoff.jsonl PREDICTED.standoff.jsonl

`stated`: an event of that class stands at an overlapping place in the gold; `whole`: source and target are met as well (score.py's rule).
"""
import json, sys

overlap = lambda a, b: max(a[0], b[0]) < min(a[1], b[1])


def met(gold, pred):
    return (not gold and not pred) or any(overlap(g, p) for g in gold for p in pred)


def main(gold_path, predicted_path):
    gold = {r["id"]: r for r in map(json.loads, open(gold_path, encoding="utf-8"))}
    bins = [[0, 0, 0, 0.0] for _ in range(10)]
    for line in open(predicted_path, encoding="utf-8"):
        p = json.loads(line)
        g = gold[p["id"]]
        gs, ps = ({a["n"]: a["span"] for a in r["actors"]} for r in (g, p))
        for e in p["events"]:
            same = [x for x in g["events"] if x["class"] == e["class"] and overlap(x["span"], e["span"])]
            whole = any(met([gs[i] for i in x[s]], [ps[i] for i in e[s]]) for x in same for s in ["sources"] if met([gs[i] for i in x["targets"]], [ps[i] for i in e["targets"]]))
            b = bins[min(9, int(e["confidence"] * 10))]
            b[0] += 1
            b[1] += bool(same)
            b[2] += whole
            b[3] += e["confidence"]
    print("| confidence | events | mean | stated | whole |\n|---|---|---|---|---|")
    for i, (n, stated, whole, total) in enumerate(bins):
        if n:
            print(f"| {i / 10:.1f}–{(i + 1) / 10:.1f} | {n} | {total / n:.2f} | {stated / n:.2f} | {whole / n:.2f} |")


if __name__ == "__main__":
    main(*sys.argv[1:])
