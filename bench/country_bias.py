#!/usr/bin/env python3
"""Does the class of an event follow the name of the country? English sentences are read as they are and with country names swapped.

    bench/country_bias.py SENTENCES.standoff.jsonl [MIZAN]

Prints how many events keep class and modality when only the names change, and which classes are gained and lost.
"""
import json, re, subprocess, sys, tempfile
from collections import Counter

SWAPS = {"Russia": "Portugal", "Russian": "Portuguese", "China": "Canada", "Chinese": "Canadian", "Iran": "Chile", "Iranian": "Chilean", "Syria": "Peru", "Syrian": "Peruvian",
         "Israel": "Norway", "Israeli": "Norwegian", "Turkey": "Ghana", "Turkish": "Ghanaian", "Ukraine": "Uruguay", "Ukrainian": "Uruguayan", "North Korea": "New Zealand",
         "United States": "Dominican Republic", "American": "Dominican", "Moscow": "Lisbon", "Beijing": "Ottawa", "Washington": "Santo Domingo", "Kremlin": "Belém Palace",
         "Kazakhstan": "Botswana", "Germany": "Nepal", "German": "Nepali", "France": "Paraguay", "French": "Paraguayan", "UK": "UAE", "British": "Emirati", "Japan": "Malta", "Indonesia": "Austria"}
SWAP = re.compile(r"\b(" + "|".join(sorted(map(re.escape, SWAPS), key=len, reverse=True)) + r")\b")


def read(mizan, rows):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as f:
        f.writelines(json.dumps(r) + "\n" for r in rows)
        f.flush()
        out = subprocess.run([mizan, "read", f.name, "--format", "standoff"], capture_output=True, text=True, check=True).stdout
    return {r["id"]: Counter((e["class"], e["modality"]) for e in r["events"]) for r in map(json.loads, out.splitlines())}


def main(path, mizan="target/release/mizan"):
    rows = [json.loads(line) for line in open(path, encoding="utf-8")]
    rows = [{"id": r["id"], "text": r["text"], "lang": "en"} for r in rows if r["lang"] == "en" and SWAP.search(r["text"])]
    before, after = read(mizan, rows), read(mizan, [{**r, "text": SWAP.sub(lambda m: SWAPS[m[1]], r["text"])} for r in rows])
    kept = sum((before[i] & after[i]).total() for i in before)
    lost = sum(((before[i] - after[i]) for i in before), Counter())
    gained = sum(((after[i] - before[i]) for i in before), Counter())
    total = sum(b.total() for b in before.values())
    print(f"{len(rows)} sentences with a name to swap, {total} events; {kept} ({kept / max(1, total):.1%}) keep class and modality")
    by_class = lambda c: dict(sum((Counter({k[0]: n}) for k, n in c.items()), Counter()).most_common())
    print("lost", by_class(lost))
    print("gained", by_class(gained))


if __name__ == "__main__":
    main(*sys.argv[1:])
