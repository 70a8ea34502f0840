"""Read sentences with the trained network (float32, PyTorch) and write what it finds, or score it on the development sets.

    python predict.py work/b GOLD.jsonl > predicted.jsonl     # marked sentences in, standoff records out, for score.py
    python predict.py work/b --development                    # entities, tone and relations on the development sets
    python predict.py work/b --unseen real-ru-13 own-ar-gazette   # events in sets of `annotations/` that the stage did not train on
"""
import argparse
import json
import os
import pickle
import sys

import torch

import data
from base import WORK
from corpus import ANNOTATION, HERE, lines, texts
from model import ENTITY_SETS, MARKS, NONE, ROOTS, TAGS, lay, pad, mask_of, span_inputs, spans_of
from train import load_model, pair_scores, tone_scores

sys.path.insert(0, ANNOTATION)
TRIGGER, EVENT, CUE, ROLE = 0.2, 0.58, 0.35, 0.2  # as `Thresholds::SHIPPED` in Rust, which also grows spans to whole words


def tagged(logits, threshold):
    """Spans whose tokens are more likely inside than `threshold`; a token more likely a beginning than a going on begins a new one."""
    p = logits.softmax(-1)
    tags = [0 if 1 - row[0] <= threshold else (1 if row[1] >= row[2] else 2) for row in p.tolist()]
    return [((s, e), float((1 - p[s:e, 0]).mean())) for s, e in spans_of(tags)]


def best_segment(scores):
    """The run of tokens with the highest sum."""
    best, start, total, at = (-1e9, (0, 0)), 0, 0.0, 0
    for i, s in enumerate(scores):
        if total <= 0:
            total, at = 0.0, i
        total += s
        if total > best[0]:
            best = (total, (at, i + 1))
    return best


def content_of(scores, cue):
    left = best_segment(scores[1 : cue[0]])
    right = best_segment(scores[cue[1] : -1])
    total, (s, e), shift = max((left[0], left[1], 1), (right[0], right[1], cue[1]))
    return ((s + shift, e + shift), total) if e > s else (None, 0)


@torch.no_grad()
def read(model, x):
    """One tokenised sentence to actors, events, claims and dates on tokens."""
    ids = torch.tensor([x["ids"]])
    n = ids.shape[1]
    low, h = model.trunk(model.embed(ids), None)
    logits = model.tags(h)[0].view(n, len(TAGS), 3)
    logits[[0, n - 1], :, 0] = 1e4
    found = [tagged(logits[:, g], t) for g, t in enumerate((0.5, TRIGGER, CUE, 0.5))]
    actors = [{"at": at, "confidence": p} for at, p in found[0]]
    if actors:
        v = model.actor(h, *span_inputs([(0, a["at"]) for a in actors], n))
        names = sorted(model.countries, key=model.countries.get)
        for a, k, c, s, t in zip(actors, model.kind(v).argmax(1), model.country(v).argmax(1), model.sector(v).argmax(1), model.tone(v).softmax(1)):
            a.update(kind=data.KINDS[k], country=names[c], sector=data.SECTORS[s], tone=data.TONES[t.argmax()])
    foci = [("trigger", at, p) for at, p in found[1]] + [("cue", at, p) for at, p in found[2]]
    events, claims = [], []
    if foci:
        marks = torch.zeros(len(foci), n, len(MARKS))
        for f, (name, at, _) in enumerate(foci):
            for a in actors:
                lay(marks, f, a["at"], "actor")
            for g, (other, place, _) in enumerate(foci):
                if g != f:
                    lay(marks, f, place, "other-" + other)
            lay(marks, f, at, name)
        y = model.focus(low.expand(len(foci), -1, -1), marks, None)
        point = model.point(y, *span_inputs([(f, at) for f, (_, at, _) in enumerate(foci)], n))
        classes, modalities, kinds = model.event_class(point).softmax(1), model.modality(point).softmax(1), model.claim_kind(point).softmax(1)
        roles = torch.zeros(len(foci), len(actors), 3)
        if actors:
            pairs = [(f, a["at"]) for f in range(len(foci)) for a in actors]
            v = model.party(y, *span_inputs(pairs, n))
            roles = model.roles(v, point[[f for f, _ in pairs]]).view(len(foci), len(actors), 3)
        for f, (name, at, p) in enumerate(foci):
            if name == "trigger":
                sure = 1 - float(classes[f, NONE])
                confidence = (p * sure) ** 0.5 * float(classes[f, :NONE].max()) / max(sure, 1e-6)
                if confidence < EVENT:
                    continue
                side = roles[f, :, :2].sigmoid()
                sources = [i for i in range(len(actors)) if side[i, 0] > ROLE and side[i, 0] >= side[i, 1]]
                targets = [i for i in range(len(actors)) if side[i, 1] > ROLE and side[i, 1] > side[i, 0]]
                if not sources and not targets:
                    if not actors or side.max() < 0.1:
                        continue
                    i, k = divmod(int(side.argmax()), 2)
                    (targets if k else sources).append(i)
                events.append({"at": at, "class": data.CLASSES[classes[f, :NONE].argmax()], "modality": data.MODALITIES[modalities[f].argmax()],
                               "sources": sources, "targets": targets, "confidence": confidence})
            else:
                if float(kinds[f, -1]) > 0.5:
                    continue
                content, total = content_of(model.content(y[f])[:, 0].tolist(), at)
                if content is None or total <= 0:
                    continue
                who = torch.cat([roles[f, :, 2], model.no_speaker(point[f])]).argmax()
                claims.append({"at": content, "cue": at, "speaker": int(who) if who < len(actors) else None, "kind": data.CLAIM_KINDS[kinds[f, :-1].argmax()]})
    return actors, events, claims, [at for at, _ in found[3]]


def standoff(model, r):
    x = data.example(r["text"], r["lang"])
    actors, events, claims, dates = read(model, x)
    place = lambda at: [x["spans"][at[0] - 1][0], x["spans"][at[1] - 2][1]]
    return {"id": r["id"], "lang": r["lang"], "text": r["text"],
            "actors": [{"n": i + 1, "span": place(a["at"]), "kind": a["kind"], "country": a["country"] or None, "sector": a["sector"] or None, "tone": a["tone"]} for i, a in enumerate(actors)],
            "events": [{"n": i + 1, "span": place(e["at"]), "class": e["class"], "sources": [s + 1 for s in e["sources"]], "targets": [t + 1 for t in e["targets"]],
                        "modality": e["modality"], "confidence": round(e["confidence"], 3)} for i, e in enumerate(events)],
            "claims": [{"n": i + 1, "span": place(c["at"]), "cue": place(c["cue"]), "speaker": None if c["speaker"] is None else c["speaker"] + 1, "kind": c["kind"]} for i, c in enumerate(claims)],
            "dates": [{"span": place(d)} for d in dates]}


def macro(gold, guess, names):
    scores = []
    for n in names:
        tp = sum(g == n == p for g, p in zip(gold, guess))
        total = sum(g == n for g in gold) + sum(p == n for p in guess)
        if any(g == n for g in gold):
            scores.append(2 * tp / total if total else 0.0)
    return sum(scores) / len(scores)


def batches(rows, size=32):
    rows = sorted(rows, key=lambda x: len(x["ids"]))
    return [rows[i : i + size] for i in range(0, len(rows), size)]


@torch.no_grad()
def development(model):
    with open(os.path.join(WORK, "data.pkl"), "rb") as f:
        _, dev = pickle.load(f)
    gold, guess = [], []
    for b in batches(dev["pairs/plv"]):
        gold += [x["root"] for x in b]
        guess += [ROOTS[i] for i in pair_scores(model, b).argmax(1)]
    quad = {**{r: "verbal cooperation" for r in ROOTS[:3]}, **{r: "material cooperation" for r in ROOTS[3:6]}, **{r: "verbal conflict" for r in ROOTS[6:10]}, **{r: "material conflict" for r in ROOTS[10:]}}
    print(f"pairs/plv: root macro-F1 {macro(gold, guess, ROOTS):.3f}, quad macro-F1 {macro([quad[g] for g in gold], [quad[g] for g in guess], sorted(set(quad.values()))):.3f}, accuracy {sum(g == p for g, p in zip(gold, guess)) / len(gold):.3f}")
    for name in ("tone/rusentne", "tone/newsmtsc"):
        gold, guess = [], []
        for b in batches(dev[name]):
            gold += [data.TONES[x["tone"]] for x in b]
            guess += [data.TONES[i] for i in tone_scores(model, b).argmax(1)]
        print(f"{name}: F1(P,N) {macro(gold, guess, [1, -1]):.3f}, with neutral {macro(gold, guess, [1, 0, -1]):.3f}")
    for name in ENTITY_SETS:
        tp = total = 0
        for b in batches(dev["entities/" + name]):
            ids = pad([x["ids"] for x in b])
            tags = model.entities[name](model.trunk(model.embed(ids), mask_of(ids))[1]).argmax(-1)
            for x, row in zip(b, tags.tolist()):
                got, start = set(), None
                for i, t in enumerate([*row[: len(x["ids"])], 0]):
                    if start is not None and t != 2 + 2 * start[1]:
                        got.add(((start[0], i), start[1]))
                        start = None
                    if t % 2 == 1:
                        start = (i, t // 2)
                want = {(tuple(at), k) for at, k in x["entities"]}
                tp += len(got & want)
                total += len(got) + len(want)
        print(f"entities/{name}: F1 {2 * tp / total:.3f}")


def unseen(model, names):
    from check import standoff as gold_form
    from score import score

    known = texts()
    rows = [data.with_text(r, known) if "tags" in r else r for name in names for r in lines(f"{HERE}/annotations/{name}.jsonl")]
    figures = score([(gold_form(r), standoff(model, gold_form(r))) for r in rows])
    print(f"{len(rows)} sentences", " ".join(f"{k} {figures[k]['f1']:.3f}" for k in ("presence", "class_micro", "event", "claim")))


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("trained")
    p.add_argument("gold", nargs="?")
    p.add_argument("--development", action="store_true")
    p.add_argument("--unseen", nargs="+", default=[], metavar="NAME")
    o = p.parse_args()
    torch.set_num_threads(1)
    model = load_model(os.path.join(o.trained, "best.pt"))
    if o.development:
        return development(model)
    if o.unseen:
        return unseen(model, o.unseen)
    from check import standoff as gold_form

    for line in open(o.gold, encoding="utf-8"):
        print(json.dumps(standoff(model, gold_form(json.loads(line))), ensure_ascii=False))


if __name__ == "__main__":
    main()
