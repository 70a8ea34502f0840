#!/usr/bin/env python3
"""Opens a store with other people's readers and compares what they see with what `mizan query` says.

    bench/open_elsewhere.py STORE [MIZAN]

Needs the packages deltalake, polars, pandas, pyarrow and duckdb. Exits 1 when a count or a value differs.
"""
import csv, io, os, subprocess, sys

import duckdb
import polars
from deltalake import DeltaTable


def asked(mizan, store, sql):
    out = subprocess.run([mizan, "query", "--store", store, "--format", "csv", sql], capture_output=True, text=True, check=True).stdout
    return list(csv.reader(io.StringIO(out)))[1:]


def main(store, mizan="target/release/mizan"):
    wrong = 0
    for name in sorted(n for n in os.listdir(store) if n.endswith("_v1")):
        path, plain = os.path.join(store, name), name.removesuffix("_v1")
        count = int(asked(mizan, store, f"SELECT count(*) FROM {plain}")[0][0])
        dataset = DeltaTable(path).to_pyarrow_dataset()
        seen = {
            "deltalake": dataset.count_rows(),
            "polars": polars.read_delta(path).height,
            "pandas": len(DeltaTable(path).to_pandas()),
            "duckdb": duckdb.sql("SELECT count(*) FROM dataset").fetchall()[0][0],
        }
        bad = {k: v for k, v in seen.items() if v != count}
        wrong += len(bad)
        print(f"{plain:16} {count:9} rows {'the same in ' + ', '.join(seen) if not bad else f'but {bad}'}")
    ours = asked(mizan, store, "SELECT event, pair, class, coalesce(source_country, ''), byte_start, quote FROM events ORDER BY event, pair")
    theirs = polars.read_delta(os.path.join(store, "events_v1")).sort("event", "pair").select("event", "pair", "class", polars.col("source_country").fill_null(""), "byte_start", "quote")
    same = [[str(v) for v in row] for row in theirs.iter_rows()] == ours
    print(f"cells of {len(ours)} events: {'equal' if same else 'DIFFERENT'}")
    sys.exit(1 if wrong or not same else 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
