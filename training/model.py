"""The network: an encoder read at two depths.

Layers 1 to 9 read the sentence once and tag every token (`trunk`): actor, event trigger, attribution cue, date.
From the vectors after layer 6 on, layers 7 to 12 read it again for each trigger or cue found (`focus`), with learned marks added to
the tokens of that trigger, of the other triggers and of the actors; out of them come the class and modality of the event, its
sources and targets, the content, speaker and kind of the claim. Layers 7 to 9 serve both readings with the same weights. For the two
tasks on given spans (relation of two actors, tone towards a span) the marks are added to the input as well, and all twelve layers
read them.
"""
import torch
import torch.nn.functional as F
from torch import nn

from data import CLAIM_KINDS, CLASSES, ENTITY, KINDS, MODALITIES, SECTORS, TONES

HIDDEN, HEADS, INNER, LOWER, TRUNK, LAYERS, POSITIONS = 384, 12, 1536, 6, 9, 12, 512
TAGS = ["actor", "trigger", "cue", "date"]
# Marks that can be laid on a token, in the order of the rows of the two mark tables.
MARKS = ["trigger", "cue", "source", "target", "span", "actor", "other-trigger", "other-cue"]
ROOTS = ["AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"]
NONE = len(CLASSES)  # the class of a trigger that states no event
ENTITY_SETS = ["nerel", "kaznerd", "wojood", "uner"]


class Dropout:
    """Dropout whose masks are cut, at a random place, out of one long row of random bits: drawing each mask anew took a tenth of a step."""

    SIZE, USES = 1 << 23, 1000

    def __init__(self, share):
        self.share, self.row, self.left = share, None, 0

    def __call__(self, x, training):
        if not training:
            return x
        if not self.left:
            self.row, self.left = (torch.rand(self.SIZE) >= self.share).float() / (1 - self.share), self.USES
        self.left -= 1
        start = int(torch.randint(self.SIZE - x.numel(), (1,)))
        return x * self.row[start : start + x.numel()].view(x.shape)


dropout = Dropout(0.1)
UNREAD = 0.1  # share of the words of a sentence whose vectors are hidden in training: what is learnt by heart does not help then


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.up, self.down = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.norm1, self.norm2 = (nn.LayerNorm(HIDDEN, eps=1e-12) for _ in range(2))

    def forward(self, x, mask):
        b, t, _ = x.shape
        split = lambda y: y.view(b, t, HEADS, HIDDEN // HEADS).transpose(1, 2)
        y = F.scaled_dot_product_attention(split(self.q(x)), split(self.k(x)), split(self.v(x)), attn_mask=mask)
        x = self.norm1(x + dropout(self.o(y.transpose(1, 2).reshape(b, t, HIDDEN)), self.training))
        return self.norm2(x + dropout(self.down(F.gelu(self.up(x))), self.training))


class Pool(nn.Module):
    """A span's vector out of its first, last and mean token."""

    def __init__(self):
        super().__init__()
        self.mix = nn.Linear(3 * HIDDEN, HIDDEN)

    def forward(self, x, row, start, last, mean):
        """`row`: which sentence of `x`; `start`, `last`: tokens; `mean`: weights over tokens, rows summing to 1."""
        return F.gelu(self.mix(torch.cat([x[row, start], x[row, last], torch.einsum("nt,nth->nh", mean, x[row])], 1)))


class Mizan(nn.Module):
    def __init__(self, countries, words):
        super().__init__()
        self.countries = countries
        self.words = nn.Embedding.from_pretrained(words, freeze=True)
        self.positions, self.segment = nn.Embedding(POSITIONS, HIDDEN), nn.Parameter(torch.zeros(HIDDEN))
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.input_marks, self.focus_marks = (nn.Parameter(0.02 * torch.randn(len(MARKS), HIDDEN)) for _ in range(2))
        self.tags = nn.Linear(HIDDEN, 3 * len(TAGS))
        self.entities = nn.ModuleDict({k: nn.Linear(HIDDEN, 1 + 2 * len(ENTITY)) for k in ENTITY_SETS})
        self.actor = Pool()
        self.kind, self.country, self.sector, self.tone = (nn.Linear(HIDDEN, n) for n in (len(KINDS), len(countries), len(SECTORS), len(TONES)))
        self.point, self.party = Pool(), Pool()
        self.event_class, self.modality = nn.Linear(HIDDEN, NONE + 1), nn.Linear(HIDDEN, len(MODALITIES))
        self.claim_kind, self.content = nn.Linear(HIDDEN, len(CLAIM_KINDS) + 1), nn.Linear(HIDDEN, 1)
        self.role_hidden, self.role = nn.Linear(3 * HIDDEN, HIDDEN), nn.Linear(HIDDEN, 3)  # source, target, speaker
        self.no_speaker = nn.Linear(HIDDEN, 1)
        self.relation_hidden, self.relation = nn.Linear(3 * HIDDEN, HIDDEN), nn.Linear(HIDDEN, len(ROOTS))
        self.given_tone = nn.Linear(HIDDEN, len(TONES))

    def load_base(self, state):
        own = self.state_dict()
        for name, value in state.items():
            name = {"positions": "positions.weight", "type": "segment"}.get(name, name)
            if name != "words":
                own[name].copy_(value[: own[name].shape[0]])

    def embed(self, ids, marks=None):
        words = self.words(ids)
        if self.training:
            words = words * (torch.rand(ids.shape) >= UNREAD)[..., None]
        x = words + self.positions.weight[: ids.shape[1]] + self.segment
        if marks is not None:
            x = x + marks @ self.input_marks
        return self.norm(x)

    def lower(self, x, mask):
        return self.through(0, LOWER, x, mask)

    def trunk(self, x, mask):
        """Vectors after layer 6, which `focus` starts from, and after layer 9, which the tags and actors are read from."""
        low = self.lower(x, mask)
        return low, self.through(LOWER, TRUNK, low, mask)

    def focus(self, low, marks, mask):
        return self.through(LOWER, LAYERS, low + marks @ self.focus_marks, mask)

    def through(self, first, last, x, mask):
        for layer in self.layers[first:last]:
            x = layer(x, mask)
        return x

    def roles(self, party, point):
        return self.role(F.gelu(self.role_hidden(torch.cat([party, point, party * point], 1))))

    def relations(self, source, target):
        return self.relation(F.gelu(self.relation_hidden(torch.cat([source, target, source * target], 1))))


def mask_of(ids):
    """Additive attention mask [batch, 1, 1, tokens]: zero where there is a token, minus infinity on padding; None if none."""
    pad = ids == 0
    return torch.zeros(ids.shape).masked_fill(pad, -1e9)[:, None, None, :] if pad.any() else None


def pad(rows):
    longest = max(map(len, rows))
    return torch.tensor([r + [0] * (longest - len(r)) for r in rows])


def span_inputs(spans, tokens):
    """Tensors that `Pool` wants for a list of (row, (start, end))."""
    row = torch.tensor([r for r, _ in spans], dtype=torch.long)
    start = torch.tensor([s for _, (s, _) in spans], dtype=torch.long)
    end = torch.tensor([e for _, (_, e) in spans], dtype=torch.long)
    at = torch.arange(tokens)[None]
    inside = ((at >= start[:, None]) & (at < end[:, None])).float()
    return row, start, end - 1, inside / inside.sum(1, keepdim=True).clamp(min=1)


def lay(marks, row, span, name):
    marks[row, span[0] : span[1], MARKS.index(name)] = 1.0


def spans_of(tags):
    """Half-open spans out of a row of tags 0 = outside, 1 = begins, 2 = goes on (a stray 2 begins a span)."""
    out, start = [], None
    for i, t in enumerate([*tags, 0]):
        if start is not None and t != 2:
            out.append((start, i))
            start = None
        if t == 1 or (t == 2 and start is None):
            start = i
    return out
