"""Every training set, read from its folder and turned into one form: tokens with character spans, and labels on them.

`python data.py` reads all of it, prints what came out of each folder, and keeps the result in work/data.pkl.
The folders are `../../shared/annotation`, `../../shared/data` and our own `annotations/`; see docs/model.md for licences.
"""
import csv
import glob
import os
import pickle
import random
import re
import sys

from base import WORK
from corpus import ANNOTATION, DATA, ENTITY, ENTITY_SETS, HERE, entity_texts, lines, sentences, texts
from tokenizer import BEGIN, END, Tokenizer

sys.path.insert(0, ANNOTATION)

CLASSES = "AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split()
MODALITIES = "actual historical future hypothetical negated".split()
KINDS = "PER ORG GPE LOC GRP ROLE".split()
CLAIM_KINDS = "statement opinion forecast belief allegation".split()
SECTORS = ["", *"GOV MIL COP JUD LEG PTY OPP REB CVL BUS MED EDU NGO IGO REF ANL".split()]
TONES = [0, 1, -1]
LONGEST = 160  # tokens; longer sentences are cut for training (they are not when coding)

tokenizer = Tokenizer()


def tokenise(text):
    """Ids with begin and end marks, and spans of the tokens between them (index 0 of `spans` is token 1)."""
    ids, spans = tokenizer.encode(text)
    return [BEGIN, *ids[: LONGEST - 2], END], spans[: LONGEST - 2]


def tokens_of(spans, start, end):
    """First and last + 1 token (counted with the begin mark) that overlap characters [start, end), or None."""
    inside = [i + 1 for i, (s, e) in enumerate(spans) if max(s, start) < min(e, end)]
    return (inside[0], inside[-1] + 1) if inside else None


def example(text, lang, **labels):
    ids, spans = tokenise(text)
    return {"text": text, "lang": lang, "ids": ids, "spans": spans, **labels}


def marked(record):
    """One sentence of ours: actors, events, claims and dates on tokens."""
    from check import standoff

    r = standoff(record)
    x = example(r["text"], r["lang"], id=r["id"], register=r["register"])
    place = lambda s: tokens_of(x["spans"], *s) if s else None
    actors, number = [], {}
    for a in r["actors"]:
        at = place(a["span"])
        if at:
            number[a["n"]] = len(actors)
            actors.append({"at": at, "kind": KINDS.index(a["kind"]), "country": a["country"] or "", "sector": SECTORS.index(a["sector"] or ""), "tone": TONES.index(a["tone"])})
    known = lambda numbers: [number[n] for n in numbers if n in number]
    events = [{"at": at, "class": CLASSES.index(e["class"]), "modality": MODALITIES.index(e["modality"]), "sources": known(e["sources"]), "targets": known(e["targets"])}
              for e in r["events"] if (at := place(e["span"]))]
    claims = [{"cue": place(c["cue"]), "at": at, "speaker": number.get(c["speaker"]), "kind": CLAIM_KINDS.index(c["kind"])} for c in r["claims"] if (at := place(c["span"]))]
    dates = [at for d in r["dates"] if (at := place(d["span"]))]
    return {**x, "actors": actors, "events": events, "claims": claims, "dates": dates}



def with_text(record, known):
    """Our marks on other people's sentences are kept without their text (see annotate.py): lay them on it again."""
    text = known[record["key"]]
    tags = sorted(record["tags"], key=lambda t: (t[0], -t[1]))
    cuts = sorted([(s, 1, -e, i, t) for i, (s, e, t) in enumerate(tags)] + [(e, 0, -s, -i, t) for i, (s, e, t) in enumerate(tags)])
    out, last = [], 0
    for at, opens, _, _, tag in cuts:
        out += [text[last:at], f"<{tag}>" if opens else f"</{tag}>"]
        last = at
    return {**record, "t": "".join(out) + text[last:]}


class Names:
    """Actor names as they are printed, to put in each other's place: a name learnt by heart teaches no relation.

    Names may stand for each other if language, kind and sector agree, and the ending too (Russian, Kazakh: three letters; English: the
    possessive) or the letters before it (Arabic: one), so that case and clitics stay right.
    """

    def __init__(self, records):
        self.pools = {}
        for r in records:
            for n, text in self.printed(r).items():
                self.pools.setdefault(self.slot(r, n, text), []).append((text, r["a"][n][1]))

    @staticmethod
    def printed(record):
        """Actor mentions that hold no other mark and stand in no other actor."""
        return {m[1]: m[2] for m in re.finditer(r"<a(\d+)>([^<>]+)</a\1>", record["t"]) if m[1] in record["a"]}

    @staticmethod
    def slot(record, n, text):
        kind, _, sector = record["a"][n]
        form = {"ar": text[:1], "en": text.endswith(("s", "'s", "’s")), "ru": text[-3:].lower(), "kk": text[-3:].lower()}[record["l"]]
        return record["l"], kind, sector, form, text[:1].isupper()

    def swapped(self, record, chance):
        """The record with most of its names swapped, or None when none can be."""
        given, a = {}, dict(record["a"])
        for n, text in self.printed(record).items():
            pool = self.pools[self.slot(record, n, text)]
            other, country = chance.choice(pool)
            if other != text and chance.random() < 0.8:
                given[n], a[n] = other, [a[n][0], country, a[n][2]]
        if not given:
            return None
        t = re.sub(r"<a(\d+)>([^<>]+)</a\1>", lambda m: f"<a{m[1]}>{given.get(m[1], m[2])}</a{m[1]}>", record["t"])
        plain = re.sub(r"</?[aecx]\d+>", "", t)
        return {**record, "t": t, "a": a, "d": [d for d in record.get("d", []) if d in plain]}


def event_sentences():
    files = sorted(glob.glob(f"{ANNOTATION}/authored/*.jsonl") + glob.glob(f"{ANNOTATION}/train-real/*.jsonl") + glob.glob(f"{HERE}/annotations/*.jsonl"))
    known = texts()
    development = {re.sub(r"</?[aecx]\d+>", "", r["t"]) for r in lines(f"{ANNOTATION}/gold-dev.jsonl")}
    out = {}
    for f in files:
        rows = [with_text(r, known) if "tags" in r else r for r in lines(f)]
        out["events/" + os.path.basename(f)[:-6]] = [r for r in rows if re.sub(r"</?[aecx]\d+>", "", r["t"]) not in development]
    names, chance = Names([r for rows in out.values() for r in rows]), random.Random(5)
    return {k: [with_swapped(r, names, chance) for r in rows] for k, rows in out.items()}


def with_swapped(record, names, chance):
    x, other = marked(record), names.swapped(record, chance)
    return {**x, "swapped": marked(other)} if other else x



def entity_sentences(part):
    def labelled(name, text, lang, found):
        x = example(text, lang, set=name)
        return {**x, "entities": [(at, ENTITY.index(k)) for s, e, k in found if (at := tokens_of(x["spans"], s, e))]}

    return {"entities/" + name: [labelled(name, *row) for row in rows] for name, rows in entity_texts(part).items()}


def attribution_sentences(part):
    """PolNeAR: cue, content and source of attributions in long English sentences."""
    out = []
    for path in sorted(glob.glob(f"{DATA}/polnear/{part}/attributions/*.ann")):
        text = open(f"{DATA}/polnear/{part}/text/{os.path.basename(path)[:-4].rsplit(chr(95), 1)[0]}.txt", encoding="utf-8").read()
        spans, links = {}, []
        for line in open(path, encoding="utf-8"):
            m = re.match(r"(T\d+)\t(\S+) ([\d ;]+)\t", line)
            if m:
                cuts = [tuple(map(int, c.split())) for c in m[3].split(";")]
                spans[m[1]] = (min(c[0] for c in cuts), max(c[1] for c in cuts)) if len(cuts) == 1 else max(cuts, key=lambda c: c[1] - c[0])
            elif line.startswith("E"):
                parts = [p.split(":") for p in line.split("\t")[1].split()]
                links.append({re.sub(r"\d+$", "", k): v for k, v in parts})
        for s, e in sentences(text):
            x = None
            claims = []
            for link in links:
                if "Cue" not in link or "Content" not in link:
                    continue
                cue, content = spans.get(link["Cue"]), spans.get(link["Content"])
                if not cue or not content or not (s <= cue[0] and cue[1] <= e):
                    continue
                x = x or example(text[s:e], "en")
                inside = (max(s, content[0]), min(e, content[1]))
                at = tokens_of(x["spans"], inside[0] - s, inside[1] - s) if inside[0] < inside[1] else None
                source = spans.get(link.get("Source"))
                who = tokens_of(x["spans"], source[0] - s, source[1] - s) if source and s <= source[0] and source[1] <= e else None
                cue_at = tokens_of(x["spans"], cue[0] - s, cue[1] - s)
                if at and cue_at:
                    claims.append({"cue": cue_at, "at": at, "source": who})
            out.append({**(x or example(text[s:e], "en")), "claims": claims})
    return {"attribution/polnear": [x for x in out if x["claims"] or random.Random(x["text"]).random() < 0.3]}


def tone_sentences(part):
    """RuSentNE (split by sentence, every tenth for development) and NewsMTSC."""
    train = part == "train"
    ru = []
    with open(f"{DATA}/rusentne/train_data.csv", encoding="utf-8") as f:
        for r in csv.DictReader(f, delimiter="\t"):
            if (sum(map(ord, r["sentence"])) % 10 != 0) == train:
                x = example(r["sentence"], "ru")
                at = tokens_of(x["spans"], int(r["entity_pos_start_rel"]), int(r["entity_pos_end_rel"]))
                if at:
                    ru.append({**x, "at": at, "tone": TONES.index(int(r["label"]))})
    en = []
    for r in lines(f"{DATA}/newsmtsc/{'train' if train else 'devtest_rw'}.jsonl"):
        for t in r["targets"]:
            x = example(r["sentence_normalized"], "en")
            at = tokens_of(x["spans"], t["from"], t["to"])
            if at:
                en.append({**x, "at": at, "tone": TONES.index((t["polarity"] > 4) - (t["polarity"] < 4))})
    return {"tone/rusentne": ru, "tone/newsmtsc": en}


def pair(marked, root):
    """A sentence with its source in <s> and its target in <t>, or None when one of them is not marked."""
    text, at = "", {}
    for piece in re.split(r"(</?[st]>)", marked):
        if re.fullmatch(r"<[st]>", piece):
            at[piece[1]] = [len(text), None]
        elif re.fullmatch(r"</[st]>", piece):
            at[piece[2]][1] = len(text)
        else:
            text += piece
    if set(at) != {"s", "t"} or not all(v[1] for v in at.values()):
        return None
    x = example(text, "en")
    s, t = (tokens_of(x["spans"], *at[k]) for k in "st")
    return {**x, "source": s, "target": t, "root": root} if s and t else None


def own_pairs():
    """Our own English sentences with two marked actors."""
    return {"pairs/own": [x for f in sorted(glob.glob(f"{HERE}/annotations/pairs/*.jsonl")) for r in lines(f) if (x := pair(r["t"], r["root"]))]}


def plv():
    """PLV's train split, which is a development set here: two marked actors and the class between them."""
    with open(f"{DATA}/plv-dev/PLV_train.tsv", encoding="utf-8") as f:
        rows = csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [x for r in rows if (x := pair(r["marked_sentence"], r["gold_root"]))]


def main():
    os.makedirs(WORK, exist_ok=True)
    train = {**event_sentences(), **entity_sentences("train"), **attribution_sentences("train"), **tone_sentences("train"), **own_pairs()}
    development = {"events/gold-dev": [marked(r) for r in lines(f"{ANNOTATION}/gold-dev.jsonl")], **entity_sentences("dev"), **attribution_sentences("dev"), **tone_sentences("dev"), "pairs/plv": plv()}
    with open(os.path.join(WORK, "data.pkl"), "wb") as f:
        pickle.dump((train, development), f)
    for name, part in (("train", train), ("dev", development)):
        for k, v in part.items():
            print(f"{name:6} {k:28} {len(v):6} sentences  {sum(len(x['ids']) for x in v) / max(1, len(v)):.0f} tokens")


if __name__ == "__main__":
    main()
