#!/usr/bin/env python3
"""Import of synthetic GDELT rows and one dyad's monthly series, by Mizan and by DuckDB, on the same file in the same run.

    bench/against_duckdb.py [ROWS] [MIZAN]

Needs the package duckdb. Prints medians of three runs and the ratio Mizan / DuckDB; asserts nothing.
"""
import os, random, statistics, subprocess, sys, tempfile, time

import duckdb

STATES = "USA RUS CHN KAZ UKR DEU FRA GBR TUR IRN IND JPN UZB KGZ POL SAU ISR EGY BRA ZAF".split()
CODES = "010 020 036 040 042 043 046 050 051 057 061 071 080 084 111 112 120 130 141 163 172 173 190 193".split()
GOLDSTEIN = {"0": 2.0, "1": -4.0}


def write(path, rows):
    """Rows in the columns of GDELT 1.0, from 2018 to 2024, seeded."""
    draw = random.Random(7)
    days = [f"{y}{m:02}{d:02}" for y in range(2018, 2025) for m in range(1, 13) for d in range(1, 29)]
    with open(path, "w") as f:
        for at in range(rows):
            a, b, code, day = draw.choice(STATES), draw.choice(STATES), draw.choice(CODES), days[at * len(days) // rows]
            cells = [""] * 57
            cells[0], cells[1], cells[2], cells[3] = str(at + 1), day, day[:6], day[:4]
            cells[5], cells[6], cells[7], cells[12] = a + "GOV", a, a, "GOV"
            cells[15], cells[16], cells[17] = b, b, b
            cells[25], cells[26], cells[27], cells[28] = "1", code, code, code[:2]
            cells[29], cells[30] = "1" if code < "050" else "4", str(GOLDSTEIN[code[0]])
            cells[31], cells[32], cells[33], cells[34] = str(at % 9 + 1), "1", str(at % 5 + 1), f"{draw.uniform(-8, 8):.3f}"
            f.write("\t".join(cells) + "\n")


def timed(act):
    began = time.monotonic()
    act()
    return time.monotonic() - began


def median(act, runs=3):
    return statistics.median(timed(act) for _ in range(runs))


SERIES = """SELECT date_trunc('month', {day}) AS month, count(*), avg({goldstein}) FROM {table}
    WHERE {a} = 'RUS' AND {b} = 'KAZ' GROUP BY 1 ORDER BY 1"""


def main(rows="1000000", mizan="target/release/mizan"):
    rows = int(rows)
    with tempfile.TemporaryDirectory() as folder:
        file, parquet = os.path.join(folder, "events.tsv"), os.path.join(folder, "events.parquet")
        write(file, rows)
        stores = iter(os.path.join(folder, f"store{n}") for n in range(9))
        used = []

        def ours():
            used.append(next(stores))
            subprocess.run([mizan, "import", "gdelt", file, "--store", used[-1]], check=True, stdout=subprocess.DEVNULL)

        def theirs():
            names = [f"c{n}" for n in range(57)]
            duckdb.sql(f"COPY (SELECT * FROM read_csv('{file}', delim='\t', header=false, all_varchar=true, names={names})) TO '{parquet}' (COMPRESSION zstd)")

        a, b = median(ours), median(theirs)
        print(f"import of {rows} rows: Mizan {a:.2f} s ({rows / a:,.0f} rows/s), DuckDB {b:.2f} s ({rows / b:,.0f} rows/s), ratio {a / b:.2f}")
        q = SERIES.format(day="day", goldstein="intensity", table="public_events", a="source_country", b="target_country")
        ask = lambda: subprocess.run([mizan, "query", "--store", used[-1], "--format", "csv", q], check=True, stdout=subprocess.DEVNULL)
        r = SERIES.format(day="strptime(c1, '%Y%m%d')", goldstein="c30::DOUBLE", table=f"'{parquet}'", a="c7", b="c17")
        cold = lambda: subprocess.run([sys.executable, "-c", f"import duckdb; duckdb.sql({r!r}).fetchall()"], check=True)
        a, b = median(ask), median(cold)
        print(f"monthly series of one dyad, a new process each: Mizan {a:.3f} s, DuckDB {b:.3f} s, ratio {a / b:.2f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
