"""Average the weights of two stages of one training run.

    python average.py work/h work/i --out work/j
    python average.py work/j work/k --share 0.25 --out work/l

A stage that goes on from another one ends near it; somewhere between them the errors of both are smaller than at either end (docs/model.md).
"""
import argparse
import os

import torch


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("first")
    p.add_argument("second")
    p.add_argument("--share", type=float, default=0.5, help="how much of the second there is in the mean")
    p.add_argument("--out", required=True)
    o = p.parse_args()
    first, second = (torch.load(os.path.join(stage, "best.pt")) for stage in (o.first, o.second))
    mean = {k: first["model"][k].lerp(v, o.share) if v.is_floating_point() else v for k, v in second["model"].items()}
    os.makedirs(o.out, exist_ok=True)
    torch.save({**second, "model": mean}, os.path.join(o.out, "best.pt"))


if __name__ == "__main__":
    main()
