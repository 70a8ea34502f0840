"""Unigram tokenizer with character offsets: the same algorithm, step for step, as `crates/annotate/src/encoder/tokenizer.rs`.

Each code point is replaced by its entry of the normalisation map (often nothing or itself), runs of spaces become one,
a space becomes the mark U+2581, one mark is put in front, and the best path of pieces (highest sum of scores) is found
from left to right; a character in no piece is `<unk>` at `unknown_score`. Every token knows the characters it stands for.
"""
import json
import os

MARK = "\u2581"
PAD, UNKNOWN, BEGIN, END = 0, 1, 2, 3


class Tokenizer:
    def __init__(self, path=None):
        path = path or os.path.join(os.path.dirname(os.path.abspath(__file__)), "work", "vocabulary.json")
        with open(path, encoding="utf-8") as f:
            v = json.load(f)
        self.ids = {p: i for i, p in enumerate(v["pieces"]) if i > END}
        self.scores = v["scores"]
        self.unknown = v["unknown_score"]
        self.normal = {chr(int(k)): "".join(map(chr, c)) for k, c in v["normal"].items()}
        self.longest = max(map(len, self.ids))

    def normalise(self, text):
        """Normalised characters, and for each the index of the original character it came from."""
        chars, origin = [], []
        for i, c in enumerate(text):
            for d in self.normal.get(c, c):
                if d == " ":
                    d = MARK
                if d == MARK and (not chars or chars[-1] == MARK):
                    continue
                if not chars and d != MARK:
                    chars.append(MARK)
                    origin.append(i)
                chars.append(d)
                origin.append(i)
        if not chars or chars[0] != MARK:
            chars.insert(0, MARK)
            origin.insert(0, 0)
        return "".join(chars), origin

    def encode(self, text):
        """Token ids and half-open character spans [start, end) in `text`; without the begin and end marks."""
        s, origin = self.normalise(text)
        n = len(s)
        best, back = [0.0] + [-1e30] * n, [(0, UNKNOWN)] * (n + 1)
        for i in range(n):
            here = best[i]
            for j in range(i + 1, min(n, i + self.longest) + 1):
                piece = self.ids.get(s[i:j])
                if piece is not None and here + self.scores[piece] > best[j]:
                    best[j], back[j] = here + self.scores[piece], (i, piece)
            if here + self.unknown > best[i + 1]:
                best[i + 1], back[i + 1] = here + self.unknown, (i, UNKNOWN)
        ids, spans, j = [], [], n
        while j > 0:
            i, piece = back[j]
            k = i + 1 if s[i] == MARK and j > i + 1 else i
            if s[i:j] == MARK:  # a bare space: an empty span in front of what follows
                at = origin[i + 1] if i + 1 < n else origin[i]
                spans.append((at, at))
            else:
                spans.append((origin[k], origin[j - 1] + 1))
            ids.append(piece)
            j = i
        return ids[::-1], spans[::-1]
