"""Train the network on everything that `data.py` has gathered.

    python train.py --out work/a --steps 4000                      # from the base encoder
    python train.py --out work/b --steps 4000 --from work/a --plan events   # go on, mostly on events

Every `--save` steps a checkpoint with the optimiser goes to OUT/last.pt; the same command started again goes on from it.
OUT/best.pt holds the average of the weights (exponential, 0.999). Runs on CPU or GPU, on as many threads as are given.
"""
import argparse
import fnmatch
import json
import os
import pickle
import random
import time

import torch
import torch.nn.functional as F

from base import WORK
from data import CLASSES
from model import ENTITY_SETS, MARKS, NONE, ROOTS, TAGS, Mizan, lay, mask_of, pad, span_inputs, spans_of

PLANS = {  # share of batches by task
    "wide": {"events": 0.46, "entities": 0.2, "attribution": 0.1, "pairs": 0.1, "tone": 0.14},
    "events": {"events": 0.62, "entities": 0.03, "attribution": 0.03, "pairs": 0.14, "tone": 0.18},
    "tone": {"events": 0.52, "entities": 0.05, "attribution": 0.03, "pairs": 0.12, "tone": 0.28},
}


SWAPPED = 0.35  # how often a sentence is read with other names in it (data.py)


def root_of(name):
    return ROOTS.index("YIELD" if name in ("CONCEDE", "RETREAT") else name)


def pairs_of(sentences):
    """Each source and target of each event as one example of the relation of two given actors."""
    out = []
    for x in sentences:
        for e in x["events"]:
            for s in e["sources"]:
                for t in e["targets"]:
                    a, b = x["actors"][s]["at"], x["actors"][t]["at"]
                    if a != b:
                        out.append({"ids": x["ids"], "source": a, "target": b, "root": root_of(CLASSES[e["class"]])})
    return out


def toned_actors(sentences):
    return [{"ids": x["ids"], "at": a["at"], "tone": a["tone"]} for x in sentences for a in x["actors"]]


class Stream:
    """Endless shuffled batches of near-equal length."""

    def __init__(self, examples, tokens, seed):
        self.examples, self.tokens, self.random, self.queue = examples, tokens, random.Random(seed), []

    def next(self):
        if not self.queue:
            order = list(range(len(self.examples)))
            self.random.shuffle(order)
            for block in range(0, len(order), 400):
                part, batch = sorted(order[block : block + 400], key=lambda i: len(self.examples[i]["ids"])), []
                for i in part:
                    batch.append(i)
                    if len(batch) * len(self.examples[i]["ids"]) >= self.tokens:
                        self.queue.append(batch)
                        batch = []
                if batch:
                    self.queue.append(batch)
            self.random.shuffle(self.queue)
        drawn = (self.examples[i] for i in self.queue.pop())
        return [x["swapped"] if "swapped" in x and self.random.random() < SWAPPED else x for x in drawn]


def tag_labels(batch, tokens):
    labels = torch.full((len(batch), tokens, len(TAGS)), 0)
    for b, x in enumerate(batch):
        groups = [[a["at"] for a in x["actors"]], [e["at"] for e in x["events"]], [c["cue"] for c in x["claims"] if c["cue"]], x["dates"]]
        for g, spans in enumerate(groups):
            for s, e in spans:
                labels[b, s, g] = 1
                labels[b, s + 1 : e, g] = 2
        labels[b, len(x["ids"]) :] = -100
    return labels


def overlaps(a, b):
    return max(a[0], b[0]) < min(a[1], b[1])


def event_loss(model, batch, chance):
    ids = pad([x["ids"] for x in batch])
    tokens, mask = ids.shape[1], mask_of(ids)
    low, h = model.trunk(model.embed(ids), mask)
    logits = model.tags(h).view(*ids.shape, len(TAGS), 3)
    labels = tag_labels(batch, tokens)
    loss = {"tags": 4 * F.cross_entropy(logits.flatten(0, 2), labels.flatten(), ignore_index=-100)}
    actors = [(b, a) for b, x in enumerate(batch) for a in x["actors"]]
    if actors:
        v = F.dropout(model.actor(h, *span_inputs([(b, a["at"]) for b, a in actors], tokens)), 0.1)
        want = lambda k: torch.tensor([a[k] for _, a in actors])
        country = torch.tensor([model.countries.get(a["country"], -100) for _, a in actors])
        loss["kind"] = F.cross_entropy(model.kind(v), want("kind")) + F.cross_entropy(model.country(v), country, ignore_index=-100) \
            + 0.5 * F.cross_entropy(model.sector(v), want("sector"))
        loss["tone"] = 0.5 * F.cross_entropy(model.tone(v), want("tone"))
    guessed = logits.detach().argmax(-1)
    foci = []  # sentence, mark, span, event or claim (None: a wrong guess of the tagger)
    for b, x in enumerate(batch):
        foci += [(b, "trigger", e["at"], e) for e in x["events"]] + [(b, "cue", c["cue"], c) for c in x["claims"] if c["cue"]]
        for g, name, gold in ((1, "trigger", [e["at"] for e in x["events"]]), (2, "cue", [c["cue"] for c in x["claims"] if c["cue"]])):
            wrong = [s for s in spans_of(guessed[b, : len(x["ids"]), g].tolist()) if not any(overlaps(s, t) for t in gold)]
            foci += [(b, name, s, None) for s in wrong[:2]]
        if not x["events"] and chance.random() < 0.3 and len(x["ids"]) > 4:
            at = chance.randrange(1, len(x["ids"]) - 1)
            foci.append((b, "trigger", (at, at + 1), None))
    if not foci:
        return loss
    marks = torch.zeros(len(foci), tokens, len(MARKS))
    for f, (b, name, at, _) in enumerate(foci):
        for a in batch[b]["actors"]:
            if chance.random() > 0.1:
                lay(marks, f, a["at"], "actor")
        for c, other, same, _ in foci:
            if c == b and same != at:
                lay(marks, f, same, "other-" + other)
        lay(marks, f, at, name)
    rows = torch.tensor([b for b, *_ in foci])
    y = model.focus(low[rows], marks, mask[rows] if mask is not None else None)
    point = F.dropout(model.point(y, *span_inputs([(f, at) for f, (_, _, at, _) in enumerate(foci)], tokens)), 0.1)
    event = [f for f, x in enumerate(foci) if x[1] == "trigger"]
    if event:
        gold = torch.tensor([foci[f][3]["class"] if foci[f][3] else NONE for f in event])
        loss["class"] = F.cross_entropy(model.event_class(point[event]), gold, label_smoothing=0.05)
    real = [f for f in event if foci[f][3]]
    if real:
        loss["modality"] = 0.8 * F.cross_entropy(model.modality(point[real]), torch.tensor([foci[f][3]["modality"] for f in real]))
    claim = [f for f, x in enumerate(foci) if x[1] == "cue"]
    if claim:
        gold = torch.tensor([foci[f][3]["kind"] if foci[f][3] else len(model.claim_kind.bias) - 1 for f in claim])
        loss["claim"] = 0.5 * F.cross_entropy(model.claim_kind(point[claim]), gold)
        loss["content"] = content_loss(model, y, [(f, foci[f][3]["at"], len(batch[foci[f][0]]["ids"])) for f in claim if foci[f][3]])
    parties = [(f, i, a) for f, (b, _, _, r) in enumerate(foci) if r for i, a in enumerate(batch[b]["actors"])]
    if parties:
        v = F.dropout(model.party(y, *span_inputs([(f, a["at"]) for f, _, a in parties], tokens)), 0.1)
        out = model.roles(v, point[[f for f, _, _ in parties]])
        e = [n for n, (f, _, _) in enumerate(parties) if foci[f][1] == "trigger"]
        if e:
            gold = torch.tensor([[float(i in foci[f][3]["sources"]), float(i in foci[f][3]["targets"])] for f, i, _ in (parties[n] for n in e)])
            loss["roles"] = 3 * F.binary_cross_entropy_with_logits(out[e, :2], gold)
        speaker = []
        for f in claim:
            mine = [n for n, p in enumerate(parties) if p[0] == f]
            if foci[f][3] and mine:
                scores = torch.cat([out[mine, 2], model.no_speaker(point[f])])
                gold = foci[f][3]["speaker"]
                speaker.append(F.cross_entropy(scores[None], torch.tensor([len(mine) if gold is None else gold])))
        if speaker:
            loss["speaker"] = 0.5 * torch.stack(speaker).mean()
    return loss


def content_loss(model, y, claims):
    total = []
    for f, (s, e), n in claims:
        gold = torch.zeros(n)
        gold[s:e] = 1
        total.append(F.binary_cross_entropy_with_logits(model.content(y[f, :n])[:, 0], gold))
    return torch.stack(total).mean() if total else y.sum() * 0


def entity_loss(model, batch, chance):
    ids = pad([x["ids"] for x in batch])
    _, h = model.trunk(model.embed(ids), mask_of(ids))
    total = []
    for name in ENTITY_SETS:
        rows = [b for b, x in enumerate(batch) if x["set"] == name]
        if rows:
            labels = torch.full((len(rows), ids.shape[1]), 0)
            for r, b in enumerate(rows):
                for (s, e), k in batch[b]["entities"]:
                    labels[r, s] = 1 + 2 * k
                    labels[r, s + 1 : e] = 2 + 2 * k
                labels[r, len(batch[b]["ids"]) :] = -100
            total.append(F.cross_entropy(model.entities[name](h[rows]).flatten(0, 1), labels.flatten(), ignore_index=-100) * len(rows) / len(batch))
    return {"entities": 2 * sum(total)}


def attribution_loss(model, batch, chance):
    ids = pad([x["ids"] for x in batch])
    tokens, mask = ids.shape[1], mask_of(ids)
    low, h = model.trunk(model.embed(ids), mask)
    labels = torch.zeros(ids.shape, dtype=torch.long)
    foci = []
    for b, x in enumerate(batch):
        for c in x["claims"]:
            labels[b, c["cue"][0]] = 1
            labels[b, c["cue"][0] + 1 : c["cue"][1]] = 2
            foci.append((b, c))
        labels[b, len(x["ids"]) :] = -100
    cue = model.tags(h).view(*ids.shape, len(TAGS), 3)[:, :, TAGS.index("cue")]
    # PolNeAR marks verbs of every kind of attribution, more than the guide does: its cues teach where they can be, not how many.
    loss = {"cue": 0.5 * F.cross_entropy(cue.flatten(0, 1), labels.flatten(), ignore_index=-100)}
    if foci:
        foci = foci[:32]
        marks = torch.zeros(len(foci), tokens, len(MARKS))
        for f, (b, c) in enumerate(foci):
            lay(marks, f, c["cue"], "cue")
        rows = torch.tensor([b for b, _ in foci])
        y = model.focus(low[rows], marks, mask[rows] if mask is not None else None)
        loss["content"] = content_loss(model, y, [(f, c["at"], len(batch[b]["ids"])) for f, (b, c) in enumerate(foci)])
    return loss


def given(model, batch, spans):
    """All twelve layers over sentences with marks on given spans; `spans` names the marks."""
    ids = pad([x["ids"] for x in batch])
    marks = torch.zeros(*ids.shape, len(MARKS))
    for b, x in enumerate(batch):
        for key, name in spans:
            lay(marks, b, x[key], name)
    mask = mask_of(ids)
    return model.focus(model.lower(model.embed(ids, marks), mask), marks, mask)


def pair_scores(model, batch):
    y = given(model, batch, [("source", "source"), ("target", "target")])
    v = [model.party(y, *span_inputs([(b, x[k]) for b, x in enumerate(batch)], y.shape[1])) for k in ("source", "target")]
    return model.relations(*[F.dropout(u, 0.1, model.training) for u in v])


def tone_scores(model, batch):
    y = given(model, batch, [("at", "span")])
    return model.given_tone(F.dropout(model.party(y, *span_inputs([(b, x["at"]) for b, x in enumerate(batch)], y.shape[1])), 0.1, model.training))


def pair_loss(model, batch, chance):
    return {"pairs": F.cross_entropy(pair_scores(model, batch), torch.tensor([x["root"] for x in batch]), label_smoothing=0.05)}


def tone_loss(model, batch, chance):
    return {"toned": F.cross_entropy(tone_scores(model, batch), torch.tensor([x["tone"] for x in batch]), weight=torch.tensor([0.6, 1.3, 1.1]))}


LOSSES = {"events": event_loss, "entities": entity_loss, "attribution": attribution_loss, "pairs": pair_loss, "tone": tone_loss}


def events_of(train, twice=()):
    """All sentences with events; those of sets whose names are like one of `twice` come twice."""
    often = lambda name: 2 if any(fnmatch.fnmatch(name, "events/" + like) for like in twice) else 1
    return [x for k, v in train.items() if k.startswith("events/") for x in v * often(k)]


def streams(train, tokens, seed, twice=()):
    events = events_of(train, twice)
    group = lambda name: [x for k, v in train.items() if k.startswith(name + "/") for x in v]
    entities = [x for k, v in train.items() if k.startswith("entities/") for x in v * (3 if k.endswith("wojood") else 1)]
    chance = random.Random(seed)
    toned = [x for x in toned_actors(events) if x["tone"] or chance.random() < 0.25]
    sets = {"events": events, "entities": entities, "attribution": group("attribution"), "pairs": pairs_of(events) + [{**x, "root": ROOTS.index(x["root"])} for x in group("pairs")] * 3,
            "tone": [x for k, v in train.items() if k.startswith("tone/") for x in v * (3 if k.endswith("rusentne") else 1)] + toned}
    return {k: Stream(v, tokens, seed + i) for i, (k, v) in enumerate(sets.items())}


def countries_of(events, least=2):
    count = {}
    for x in events:
        for a in x["actors"]:
            count[a["country"]] = count.get(a["country"], 0) + 1
    return {c: i for i, c in enumerate(sorted(c for c, n in count.items() if n >= least))}


def fresh_model(countries):
    base = torch.load(os.path.join(WORK, "base.pt"))
    model = Mizan(countries, base["state"]["words"])
    with torch.no_grad():
        model.load_base(base["state"])
    return model


def load_model(path):
    kept = torch.load(path)
    model = fresh_model(kept["countries"])
    model.load_state_dict(kept["model"], strict=False)
    return model.eval()


def weights(model):
    return {k: v for k, v in model.state_dict().items() if k != "words.weight"}


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--out", required=True)
    p.add_argument("--steps", type=int, default=4000)
    p.add_argument("--from", dest="start")
    p.add_argument("--plan", choices=PLANS, default="wide")
    p.add_argument("--rate", type=float, default=2e-4)
    p.add_argument("--final", type=float, default=0.0, help="share of the rate that is left at the last step")
    p.add_argument("--tokens", type=int, default=1000, help="tokens in a batch")
    p.add_argument("--save", type=int, default=200)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=2)
    p.add_argument("--twice", default="", help="sets that are read twice as often, as names with * and commas: those that an earlier stage had not")
    o = p.parse_args()
    torch.set_num_threads(o.threads)
    torch.manual_seed(o.seed)
    os.makedirs(o.out, exist_ok=True)
    with open(os.path.join(WORK, "data.pkl"), "rb") as f:
        train, _ = pickle.load(f)
    last, begun = os.path.join(o.out, "last.pt"), 0
    model = load_model(os.path.join(o.start, "best.pt")) if o.start else fresh_model(countries_of(events_of(train)))
    encoder = [v for k, v in model.named_parameters() if k.startswith(("layers.", "norm.", "positions", "segment"))]
    heads = [v for k, v in model.named_parameters() if not k.startswith(("layers.", "norm.", "positions", "segment", "words"))]
    optimiser = torch.optim.AdamW([{"params": encoder, "lr": o.rate}, {"params": heads, "lr": 5 * o.rate}], weight_decay=0.01, fused=True)
    warm = max(1, o.steps // 25)
    rate = lambda s: (s + 1) / warm if s < warm else o.final + (1 - o.final) * (o.steps - s) / (o.steps - warm)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, rate)
    average = {k: v.clone() for k, v in weights(model).items()}
    if os.path.exists(last):
        kept = torch.load(last)
        model.load_state_dict(kept["model"], strict=False)
        optimiser.load_state_dict(kept["optimiser"])
        schedule.load_state_dict(kept["schedule"])
        average, begun = kept["average"], kept["step"]
    # A run that goes on must not read the batches of its first steps again: they would be learnt by heart and the others not seen.
    chance, batches = random.Random(o.seed + begun), streams(train, o.tokens, o.seed + begun, o.twice.split(","))
    tasks, shares = zip(*PLANS[o.plan].items())
    model.train()
    seen, clock, sentences = {}, time.time(), 0
    for step in range(begun, o.steps):
        task = chance.choices(tasks, shares)[0]
        batch = batches[task].next()
        loss = LOSSES[task](model, batch, chance)
        optimiser.zero_grad(set_to_none=True)
        sum(loss.values()).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        sentences += len(batch)
        if step % 5 == 0:
            decay = min(0.999**5, step / (step + 100))
            with torch.no_grad():
                for k, v in weights(model).items():
                    average[k].lerp_(v, 1 - decay)
        for k, v in loss.items():
            seen.setdefault(k, []).append(float(v))
        if (step + 1) % 50 == 0:
            print(f"{step + 1:6} {sentences / (time.time() - clock):5.1f}/s " + " ".join(f"{k} {sum(v) / len(v):.3f}" for k, v in sorted(seen.items())), flush=True)
            seen, clock, sentences = {}, time.time(), 0
        if (step + 1) % o.save == 0 or step + 1 == o.steps:
            kept = {"model": weights(model), "optimiser": optimiser.state_dict(), "schedule": schedule.state_dict(), "average": average, "step": step + 1, "countries": model.countries}
            torch.save(kept, last + ".new")
            os.replace(last + ".new", last)
            torch.save({"model": average, "countries": model.countries, "options": vars(o)}, os.path.join(o.out, "best.pt"))


if __name__ == "__main__":
    main()
