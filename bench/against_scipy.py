#!/usr/bin/env python3
"""Mizan's intervals against scipy's and its turning points against those of ruptures, on the same numbers in the same run.

    cargo build --release --example peers
    bench/against_scipy.py [target/release/examples/peers]

Needs the packages numpy, scipy and ruptures. Exact formulas must agree to nine digits, PELT cut for cut, the bootstrap within the scatter of two
bootstraps; prints the medians of five runs and their ratio, Mizan / peer. Both work on one thread.
"""
import math, statistics, subprocess, sys, time

import numpy as np
import ruptures
from scipy import stats

LEVEL = 0.95
RUNS = 5


def ours(program, questions):
    """Answers and seconds a question, reading and writing left out."""
    lines = "".join(f"{what} {' '.join(repr(float(n)) for n in numbers)}\n" for what, numbers in questions)
    out = subprocess.run([program], input=lines, capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in out.splitlines()]
    return [[float(n) for n in row[1:]] for row in rows], sum(int(row[0]) for row in rows) / 1e9


def compared(name, program, questions, peer, agree):
    """Ask both, hold the answers against each other, print the times."""
    mine, theirs = [], []
    for _ in range(RUNS):
        answers, seconds = ours(program, questions)
        mine.append(seconds)
        began = time.perf_counter()
        wanted = [peer(*numbers) for _, numbers in questions]
        theirs.append(time.perf_counter() - began)
    for (_, numbers), found, right in zip(questions, answers, wanted):
        if not agree(found, list(right)):
            sys.exit(f"{name}: {numbers[:6]} gives {found}, the peer {list(right)}")
    a, b = statistics.median(mine), statistics.median(theirs)
    print(f"{name:<52} {len(questions):>4} agree   Mizan {a * 1e3:>9.3f} ms   peer {b * 1e3:>10.3f} ms   ratio {a / b:.4f}")


def close(digits):
    return lambda found, wanted: len(found) == len(wanted) and all(math.isclose(a, b, rel_tol=10**-digits, abs_tol=10**-digits) for a, b in zip(found, wanted))


def wilson(k, n, level):
    ends = stats.binomtest(int(k), int(n)).proportion_ci(level, method="wilson")
    return ends.low, ends.high


def poisson(k, level):
    tail = (1 - level) / 2
    return (stats.chi2.ppf(tail, 2 * k) / 2 if k else 0.0), stats.chi2.ppf(1 - tail, 2 * k + 2) / 2


def ratio(k1, e1, k2, e2, level):
    ends = stats.binomtest(int(k1), int(k1 + k2)).proportion_ci(level, method="exact")
    odds = lambda p: math.inf if p >= 1 else p / (1 - p) * e2 / e1
    return odds(ends.low), odds(ends.high)


def pelt(penalty, shortest, *values):
    search = ruptures.Pelt(model="l2", min_size=int(shortest), jump=1).fit(np.array(values))
    return [float(at) for at in search.predict(pen=penalty)[:-1]]


def kernel(penalty, shortest, *values):
    """The same search in ruptures' own C."""
    search = ruptures.KernelCPD(kernel="linear", min_size=int(shortest)).fit(np.array(values))
    return [float(at) for at in search.predict(pen=penalty)[:-1]]


def mean(draws, level, *values):
    ends = stats.bootstrap((np.array(values),), np.mean, n_resamples=int(draws), confidence_level=level, method="percentile", batch=100, random_state=1).confidence_interval
    return ends.low, ends.high


def steps(draw, length, levels):
    """A series that changes its level so many times."""
    starts = sorted(draw.choice(np.arange(5, length - 5), levels, replace=False))
    values = draw.normal(0, 1, length)
    for start in starts:
        values[start:] += draw.normal(0, 3)
    return values


def main(program="target/release/examples/peers"):
    draw = np.random.default_rng(7)
    counts = [(int(draw.integers(0, n + 1)), int(n)) for n in draw.integers(1, 5000, 200)]
    compared("Wilson's interval of a share", program, [("wilson", (k, n, LEVEL)) for k, n in counts], wilson, close(9))
    compared("Garwood's interval of a count", program, [("poisson", (k, LEVEL)) for k, _ in counts], poisson, close(8))
    rates = [(int(draw.integers(1, 500)), draw.uniform(1, 100), int(draw.integers(1, 500)), draw.uniform(1, 100)) for _ in range(200)]
    compared("exact interval of a ratio of rates", program, [("ratio", (*r, LEVEL)) for r in rates], ratio, close(7))
    for length, levels, how_many in [(72, 3, 50), (500, 8, 5), (2557, 12, 1)]:
        series = [steps(draw, length, levels) for _ in range(how_many)]
        asked = [("pelt", (2 * math.log(length), 2, *values)) for values in series]
        compared(f"PELT, {length} periods, {levels} changes", program, asked, pelt, lambda a, b: a == b)
        compared("  the same against ruptures' C (KernelCPD, linear)", program, asked, kernel, lambda a, b: a == b)
    values = draw.normal(0.2, 1, 20000)
    error = values.std() / math.sqrt(len(values))
    near = lambda found, wanted: all(abs(a - b) < 0.35 * error for a, b in zip(found, wanted))
    compared("bootstrap of a mean, 20,000 stories, 1,000 draws", program, [("mean", (1000, LEVEL, *values))], mean, near)


if __name__ == "__main__":
    main(*sys.argv[1:])
