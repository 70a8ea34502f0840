#!/usr/bin/env python3
"""Reads `mizan evaluate --json` and holds it against the least accepted: a little under the figures in docs/model.md."""
import json, sys

LEAST = {"actors_overlap": 0.91, "presence": 0.83, "class_micro": 0.59, "event": 0.42, "claim": 0.81}
LEAST_VALUES = {"kind_accuracy": 0.87, "country_accuracy": 0.79, "modality_accuracy": 0.77}
LEAST_EVENT = {"ar": 0.40, "en": 0.48, "kk": 0.38, "ru": 0.43}


def main():
    scores = json.load(sys.stdin)
    checks = [(k, scores["all"][k]["f1"], v) for k, v in LEAST.items()] + [(k, scores["all"][k], v) for k, v in LEAST_VALUES.items()]
    checks += [(f"event in {k}", scores[k]["event"]["f1"], v) for k, v in LEAST_EVENT.items()]
    for name, value, least in checks:
        print(f"{'ok ' if value >= least else 'LOW'} {name:20} {value:.4f} (least {least})")
    sys.exit(any(value < least for _, value, least in checks))


if __name__ == "__main__":
    main()
