"""Keep our marks on other people's sentences without the sentences.

    python annotate.py MARKED.jsonl > annotations/NAME.jsonl

MARKED.jsonl is in the form of the annotation guide. A record whose sentence is in one of the corpora under
`../../shared/data` (see `corpus.py`) is written with `tags`, a list of [start, end, tag], and no text; `data.py` lays the tags on the
sentence again. A sentence in none of them must be one of our own, whose id begins with `own-`.
"""
import json
import sys

from corpus import ANNOTATION, key_of, lines, texts


sys.path.insert(0, ANNOTATION)


def main():
    from check import spans

    known = texts()
    for r in lines(sys.argv[1]):
        text, found = spans(r.pop("t"))
        key = key_of(text)
        if key not in known:
            sys.exit(f"{r['id']}: the sentence is in no corpus")
        print(json.dumps({**r, "key": key, "tags": [[s, e, k + n] for (k, n), (s, e) in sorted(found.items(), key=lambda x: (x[1], x[0]))]}, ensure_ascii=False))


if __name__ == "__main__":
    main()
