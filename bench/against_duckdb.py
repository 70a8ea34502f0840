#!/usr/bin/env python3
"""Import of synthetic GDELT rows and one dyad's monthly series, by Mizan and by DuckDB, on the same file in the same run.

    bench/against_duckdb.py [ROWS] [MIZAN] [RUNS]

Needs the package duckdb, and half a gigabyte of disk a million rows. Prints medians (of five runs, if no other number is given) and the ratio
Mizan / DuckDB, on the clock and in processor time; asserts nothing. Both get as many threads as there are cores for this process (`taskset` limits
both). DuckDB keeps all 61 columns as they are printed; Mizan parses, maps codes and looks for ids that it has. DuckDB's times hold the start of
Python, which is told.
"""
import os, random, resource, statistics, subprocess, sys, tempfile, time

import duckdb

STATES = "USA RUS CHN KAZ UKR DEU FRA GBR TUR IRN IND JPN UZB KGZ POL SAU ISR EGY BRA ZAF".split()
NAMES = "UNITED STATES,RUSSIA,CHINA,KAZAKHSTAN,UKRAINE,GERMANY,FRANCE,BRITAIN,TURKEY,IRAN,INDIA,JAPAN,UZBEKISTAN,KYRGYZSTAN,POLAND,SAUDI ARABIA,ISRAEL,EGYPT,BRAZIL,SOUTH AFRICA".split(",")
CODES = "010 020 036 040 042 043 046 050 051 057 061 071 080 084 111 112 120 130 141 163 172 173 190 193".split()
ROLES = ["GOV", "", "MIL", "BUS", "", "CVL", "MED", ""]
PLACES = [
    ("Astana, Aqmola, Kazakhstan", "KZ", "KZ05", "25350", "51.1801", "71.446", "-2326704"),
    ("Moscow, Moskva, Russia", "RS", "RS48", "25106", "55.7522", "37.6156", "-2960561"),
    ("Washington, District of Columbia, United States", "US", "USDC", "DC001", "38.8951", "-77.0364", "531871"),
    ("Kyiv, Kyyiv, Misto, Ukraine", "UP", "UP12", "26463", "50.4333", "30.5167", "-1044367"),
    ("Tashkent, Toshkent, Uzbekistan", "UZ", "UZ13", "25350", "41.3167", "69.25", "-2354842"),
]
GOLDSTEIN = {"0": "2.0", "1": "-4.0"}


def write(path, rows):
    """Rows in the columns of GDELT 2.0, as full as real ones (some 420 bytes each), from 2018 to 2024, seeded."""
    draw = random.Random(7).random
    days = [f"{y}{m:02}{d:02}" for y in range(2018, 2025) for m in range(1, 13) for d in range(1, 29)]
    actors = [f"{s}{r}\t{n}\t{s}\t\t\t\t\t{r}\t\t" for s, n in zip(STATES, NAMES) for r in ROLES] + ["\t\t\t\t\t\t\t\t\t"] * 20
    geo = ["4\t" + "\t".join(p) for p in PLACES] + ["0\t\t\t\t\t\t\t"]
    deeds = [f"{c}\t{c}\t{c[:2]}\t{1 if c < '050' else 4}\t{GOLDSTEIN[c[0]]}" for c in CODES]
    pick = lambda some: some[int(draw() * len(some))]
    with open(path, "w", buffering=1 << 20) as f:
        for at in range(rows):
            day = days[at * len(days) // rows]
            f.write(
                f"{600000000 + at}\t{day}\t{day[:6]}\t{day[:4]}\t{day[:4]}.{at % 1000:04}\t{pick(actors)}\t{pick(actors)}\t{at % 2}\t{pick(deeds)}\t"
                f"{at % 9 + 1}\t1\t{at % 5 + 1}\t{draw() * 16 - 8:.13f}\t{pick(geo)}\t{pick(geo)}\t{pick(geo)}\t{day}{at % 24:02}1500\t"
                f"https://www.outlet{int(draw() * 4000)}.org/world/{day[:4]}/{day[4:6]}/{day[6:]}/ministers-meet-to-talk-about-trade-and-transit-{at // 3}.html\n"
            )


def timed(act):
    """Seconds on the clock, and of processor time: on a busy machine the two differ."""
    began, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    act()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.monotonic() - began, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def medians(runs, acts):
    """Of both times of each act; the acts take turns."""
    times = [[timed(act) for act in acts] for _ in range(runs)]
    return [tuple(map(statistics.median, zip(*of_one))) for of_one in zip(*times)]


def compared(what, rows, ours, theirs):
    rate = lambda seconds: f" ({rows / seconds:,.0f} rows/s)" if rows else ""
    for kind, a, b in zip(("on the clock", "of processor time"), ours, theirs):
        print(f"{what}, {kind}: Mizan {a:.3f} s{rate(a)}, DuckDB {b:.3f} s{rate(b)}, ratio {a / b:.2f}")


SERIES = """SELECT date_trunc('month', {day}) AS month, count(*), avg({goldstein}) FROM {table}
    WHERE {a} = 'RUS' AND {b} = 'KAZ' GROUP BY 1 ORDER BY 1"""


def child(code):
    """The same start for DuckDB as for Mizan: a process of its own."""
    settings = f"duckdb.sql('SET threads = {len(os.sched_getaffinity(0))}'); duckdb.sql(\"SET memory_limit = '3GB'\"); duckdb.sql('SET enable_progress_bar = false'); "
    subprocess.run([sys.executable, "-c", "import duckdb; " + settings + code], check=True)


def main(rows="1000000", mizan="target/release/mizan", runs="5"):
    rows, runs = int(rows), int(runs)
    with tempfile.TemporaryDirectory() as folder:
        file, parquet, store = (os.path.join(folder, name) for name in ("events.tsv", "events.parquet", "store"))
        write(file, rows)

        def ours():
            subprocess.run(["rm", "-rf", store], check=True)
            subprocess.run([mizan, "import", "gdelt", file, "--store", store], check=True, stdout=subprocess.DEVNULL)

        names = [f"c{n}" for n in range(61)]
        copy = f"COPY (SELECT * FROM read_csv({file!r}, delim='\\t', header=false, quote='', all_varchar=true, names={names})) TO {parquet!r} (COMPRESSION zstd)"
        ours_and_theirs = medians(runs, [ours, lambda: child(f"duckdb.sql({copy!r})")])
        size = sum(os.path.getsize(os.path.join(at, name)) for at, _, names in os.walk(store) for name in names) / 1e6
        print(f"{rows} rows of {os.path.getsize(file) // rows} bytes; {len(os.sched_getaffinity(0))} core(s); medians of {runs}")
        compared("import", rows, *ours_and_theirs)
        print(f"on the disk: Mizan {size:,.0f} MB, DuckDB's Parquet {os.path.getsize(parquet) / 1e6:,.0f} MB")
        q = SERIES.format(day="day", goldstein="intensity", table="public_events", a="source_country", b="target_country")
        r = SERIES.format(day="strptime(c1, '%Y%m%d')", goldstein="c30::DOUBLE", table=f"'{parquet}'", a="c7", b="c17")
        ask = lambda *verb: subprocess.run([mizan, *verb, "--store", store], check=True, stdout=subprocess.DEVNULL)
        a, b, c, start = medians(runs, [
            lambda: ask("query", "--format", "csv", q),
            lambda: child(f"duckdb.sql({r!r}).fetchall()"),
            lambda: ask("relate", "RUS", "KAZ", "--events", "gdelt", "--by", "month"),
            lambda: child("pass"),
        ])
        compared("monthly series of one dyad, a new process each", 0, a, b)
        print(f"of DuckDB's times, the start of Python and DuckDB alone: {start[0]:.3f} s on the clock, {start[1]:.3f} s of processor time")
        print(f"`mizan relate RUS KAZ --by month`, all its measures with intervals: {c[0]:.2f} s on the clock, {c[1]:.2f} s of processor time")


if __name__ == "__main__":
    main(*sys.argv[1:])
