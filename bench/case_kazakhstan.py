#!/usr/bin/env python3
"""Write docs/case-kazakhstan.md and docs/case/*.svg: the seed's questions, answered by Mizan out of public tables.

    bench/case_kazakhstan.py [--mizan target/release/mizan] [--shared ../shared] [--out docs] [--check]

A fresh store in a temporary folder takes the tables of the shared folder; every figure of the page is asked of it there. With --check nothing is
written: the page is made again and compared with the one in docs, and a difference is an error. Needs nothing but Python.
"""
import argparse, difflib, json, os, re, subprocess, sys, tempfile

TABLES = [
    ("eurostat", "data/trade/derived_eurostat_monthly_long.csv"),
    ("kazakh-trade", "data/trade/derived_kz_stat_trade_by_partner.csv"),
    ("unvotes", "data/unvotes/derived_unga_votes_wide.csv.gz"),
    ("dyads", "data/gdelt-dyads/derived_dyads_24.csv"),
]
# The one input that is not in the shared folder: the European Central Bank's reference rates, mean of each year, US dollars for a euro.
RATES = {2018: 1.1810, 2019: 1.1195, 2020: 1.1422, 2021: 1.1827, 2022: 1.0530, 2023: 1.0813}
WINDOWS = ["--before", "2019-01-01..2021-12-31", "--after", "2022-03-01..2023-12-31"]
YEARS = ["--before", "2018-01-01..2021-12-31", "--after", "2022-01-01..2023-12-31"]
NAMES = {"KAZ": "Kazakhstan", "KGZ": "Kyrgyzstan", "ARM": "Armenia", "UZB": "Uzbekistan", "GEO": "Georgia", "RUS": "Russia", "CHN": "China", "USA": "the USA"}


class Store:
    """A store, and how the program is called on it."""

    def __init__(self, mizan, folder):
        self.mizan, self.environment = mizan, {**os.environ, "MIZAN_STORE": folder, "COLUMNS": "120"}

    def run(self, *args):
        done = subprocess.run([self.mizan, *args], env=self.environment, capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"mizan {' '.join(args)} failed:\n{done.stderr}")
        return done.stdout

    def sheet(self, *args):
        return Sheet(args, json.loads(self.run(*args, "--format", "json")))

    def rows(self, sql):
        return [json.loads(line) for line in self.run("query", sql, "--format", "json").splitlines()]


class Sheet:
    """What a verb found."""

    def __init__(self, args, found):
        self.command, self.found = "mizan " + " ".join(args), found

    def part(self, name):
        return next(p for p in self.found["parts"] if p["part"] == name)

    def series(self, part, measure, words=""):
        """The points of a series by period."""
        all = [s for s in self.part(part)["series"] if s["measure"] == measure and words in s["label"]]
        return {p["period"]: p for p in all[0]["points"]}

    def turning(self, part, measure, words=""):
        return next(t for t in self.part(part)["turning"] if t["measure"] == measure and words in t["label"])

    def number(self, part, measure, words=""):
        return next(n for n in self.part(part)["numbers"] if n["measure"] == measure and words in n["label"])


def percent(share, digits=1):
    return f"{100 * share:.{digits}f} %".replace("-", "−")


def points_of(share):
    """A difference of shares, in percentage points."""
    return f"{100 * share:.1f}".replace("-", "−") + " points"


def billions(value):
    return f"{value / 1e9:.2f}".replace("-", "−")


def signed(value, form):
    return ("+" if value >= 0 else "") + form(value)


def interval(number, form):
    if number["low"] is None:
        return "no interval (a full count)" if any("full count" in n for n in number["notes"]) else "no interval"
    return f"[{form(number['low'])}, {form(number['high'])}]"


def plain(value):
    return f"{value:.1f}".replace("-", "−")


def certain(number):
    """Whether an interval leaves out zero."""
    return number["low"] is not None and (number["low"] > 0 or number["high"] < 0)


def points(turning, form, step=None):
    """Turning points in words; `step` is the form of their size."""
    step = step or (points_of if form is percent else form)
    if not turning["changes"]:
        return f"no turning point ({turning['search']})"
    one = lambda c: (
        f"{c['period']} (between {c['between'][0]} and {c['between'][1]}): {form(c['before'])} → {form(c['after'])}, "
        f"by {signed(c['size']['value'], step)} {interval(c['size'], step)}" + ("" if certain(c["size"]) else ", not told from zero")
    )
    return "; ".join(one(c) for c in turning["changes"]) + f" ({turning['search']})"


def table(head, rows):
    line = lambda cells: "| " + " | ".join(str(c) for c in cells) + " |"
    return "\n".join([line(head), line(["---"] + ["---:"] * (len(head) - 1)), *map(line, rows)])


def asked(sheet):
    return f"`{sheet.command}`"


class Page:
    def __init__(self, article):
        self.article, self.out = article, []

    def add(self, *texts):
        self.out.extend(texts)

    def question(self, title, quotes):
        """A heading, and what the seed says: words that must stand in it."""
        self.add(f"## {title}")
        for arabic, english in quotes:
            if arabic not in self.article:
                sys.exit(f"the article does not say: {arabic}")
            self.add(f"> {arabic}\n>\n> “{english}”")


def fill(store, shared, folder):
    for kind, file in TABLES:
        store.run("import", kind, os.path.join(shared, file), "--quiet")
    rates = os.path.join(folder, "rates.csv")
    with open(rates, "w") as f:
        f.write("dataset,indicator,reporter,partner,key,start,end,value,unit\n")
        for year, rate in RATES.items():
            f.write(f"ecb,exchange-rate,EUR,,,{year},,{rate},USD per EUR\n")
    store.run("import", "indicator", rates, "--quiet")


def inputs(page, store):
    rows = store.rows(
        "SELECT dataset, indicator, count(*) AS n, CAST(min(date_first) AS VARCHAR) AS a, CAST(max(date_last) AS VARCHAR) AS b FROM indicators GROUP BY 1, 2 ORDER BY 1, 2"
    )
    page.add("## What it rests on", table(["table", "figure", "rows", "first day", "last day"], [[r["dataset"], r["indicator"], f"{r['n']:,}", r["a"], r["b"]] for r in rows]))


def dependence(page, store):
    page.question(
        "Did Kazakhstan's dependence on Russia shift?",
        [
            (
                "بينما كانت كازاخستان أكثر اعتمادا على روسيا قبل الحرب الأوكرانية، فقد أصبحت روسيا الآن بحاجة إلى كازاخستان أكثر من أي وقت مضى",
                "while Kazakhstan depended more on Russia before the war in Ukraine, Russia now needs Kazakhstan more than ever",
            )
        ],
    )
    balance = store.sheet("balance", "KAZ", "--poles", "RUS,CHN,EUR")
    relate = store.sheet("relate", "KAZ", "RUS")
    shares = {pole: balance.series("trade", "trade_share", name) for pole, name in [("RUS", "Russia"), ("CHN", "China"), ("EUR", "European Union")]}
    out, back = relate.series("trade", "exports", "Kazakhstan to Russia"), relate.series("trade", "imports", "Kazakhstan from Russia")
    partners, squares = balance.series("trade", "partners"), balance.series("trade", "concentration")
    years = sorted(shares["RUS"])
    first, last = years[0], years[-1]
    of = lambda pole, year: shares[pole][year]["value"]
    top = max(years, key=lambda y: of("RUS", y))
    moved = of("RUS", last) - of("RUS", first)
    fell = of("RUS", last) - of("RUS", top)
    if abs(moved) < 0.01:
        whole = f"over the whole time it is back where it began ({percent(of('RUS', first))} in {first})"
    else:
        whole = f"over the whole time it {'rose' if moved > 0 else 'fell'} by {points_of(abs(moved))}"
    exports = out[last]["value"] / out["2021"]["value"] - 1
    imports = back[last]["value"] / back["2021"]["value"] - 1
    page.add(
        f"**In shares of trade, Kazakhstan's dependence {'fell from its height' if top < last else 'is at its height'}; that Russia's rose cannot be told.** "
        f"Russia's share of Kazakhstan's trade was highest in {top} ({percent(of('RUS', top))}) and stood at {percent(of('RUS', last))} in {last}, "
        f"{points_of(abs(fell))} lower; {whole}. In money Kazakhstan sold more to Russia in {last} than in 2021 ({signed(exports, percent)}) and bought "
        f"{'less' if imports < 0 else 'more'} ({signed(imports, percent)}). China's share went from {percent(of('CHN', first))} to {percent(of('CHN', last))}, "
        f"the Union's from {percent(of('EUR', first))} to {percent(of('EUR', last))}: what moved most over the whole time is "
        + max([("China", "CHN"), ("the Union", "EUR"), ("Russia", "RUS")], key=lambda p: abs(of(p[1], last) - of(p[1], first)))[0]
        + "'s share, not Russia's.",
        table(
            ["", *years],
            [
                ["share with Russia", *[percent(of("RUS", y)) for y in years]],
                ["share with China", *[percent(of("CHN", y)) for y in years]],
                ["share with the EU", *[percent(of("EUR", y)) for y in years]],
                ["exports to Russia, bn USD", *[billions(out[y]["value"]) for y in years]],
                ["imports from Russia, bn USD", *[billions(back[y]["value"]) for y in years]],
                ["Σ s² over partner states", *[f"{squares[y]['value']:.3f}" for y in years]],
                ["as many equal partners", *[f"{partners[y]['value']:.1f}" for y in years]],
                ["partner states (n)", *[partners[y]["count"] for y in years]],
            ],
        ),
        f"Turning points of the share with Russia: {points(relate.turning('trade', 'share_of_a'), percent)}. "
        f"Of the share with China: {points(balance.turning('trade', 'trade_share', 'China'), percent)}. "
        f"Of the share with the Union: {points(balance.turning('trade', 'trade_share', 'European Union'), percent)}. "
        f"Six figures a year apart are few: such a date is a hint, not a finding.",
        f"These are full counts without a sampling interval, {first} to {last}, n = one figure a flow and year, by Kazakhstan's own account. "
        "No table here has Russia's own trade, so s_RUS,KAZ, the asymmetry s_KAZ,RUS − s_RUS,KAZ and the interdependence are **missing, not zero**.",
        f"{asked(relate)} · {asked(balance)}",
        "![Shares of Kazakhstan's trade](case/balance.svg)",
    )
    return relate, balance


def excess_row(sheet, part, words=""):
    n = sheet.number(part, "excess", words)
    window = n["window"]
    return [
        billions(n["denominator"]),
        billions(n["denominator"] + n["value"]),
        signed(n["value"], billions),
        interval(n, billions),
        signed(n["value"] / n["denominator"], lambda v: percent(v, 0)),
        f"{n['count']} before",
    ], n, window


def diversion(page, store):
    page.question(
        "Does trade diversion show?",
        [
            (
                "الشركات في كازاخستان انتهزت الفرصة باستيراد سلع خاضعة للعقوبات من أوروبا لإعادة بيعها للمستهلكين والشركات الروسية",
                "companies in Kazakhstan seized the chance to import sanctioned goods from Europe and resell them to Russian consumers and firms",
            )
        ],
    )
    rows, sheets, excesses = [], {}, {}
    for state in ["KAZ", "KGZ", "ARM", "UZB", "GEO"]:
        for trend in ["level", "growth"]:
            sheet = store.sheet("diversion", state, "--from", "EUR", "--to", "RUS", *WINDOWS, "--trend", trend)
            sheets[state, trend] = sheet
            cells, number, _ = excess_row(sheet, "inflow")
            excesses[state, trend] = number
            rows.append([f"EU → {NAMES[state]}, {trend}", *cells])
    for trend in ["level", "growth"]:
        cells, number, _ = excess_row(sheets["KAZ", trend], "direct")
        excesses["RUS", trend] = number
        rows.append([f"EU → Russia, {trend}", *cells])
    routes = [s for s in ["KAZ", "KGZ", "ARM", "UZB", "GEO"] if all(excesses[s, t]["low"] and excesses[s, t]["low"] > 0 for t in ["level", "growth"])]
    lost = -excesses["RUS", "level"]["value"]
    more = sum(excesses[s, "level"]["value"] for s in ["KAZ", "KGZ", "ARM", "UZB", "GEO"])
    yearly = {t: store.sheet("diversion", "KAZ", "--from", "EUR", "--to", "RUS", *YEARS, "--trend", t) for t in ["level", "growth"]}
    index = {t: s.number("gateway", "gateway_index") for t, s in yearly.items()}
    inflow, outflow = yearly["level"].number("gateway", "excess", "imports"), yearly["level"].number("gateway", "excess", "exports")
    kaz = sheets["KAZ", "level"].turning("inflow", "exports")
    told = lambda n: "no value" if n["value"] is None else f"{n['value']:.2f} " + ("(" + "; ".join(n["notes"]) + ")" if n["low"] is None else f"[{n['low']:.2f}, {n['high']:.2f}]".replace("-", "−"))
    page.add(
        (
            f"**Yes in size and date, for {', '.join(NAMES[s] for s in routes)} under both baselines; that it is the same goods is not in these tables.** "
            if routes
            else "**Not told from zero for any of the five under both baselines.** "
        )
        + f"From March 2022 to December 2023 the EU sent {signed(excesses['KAZ', 'level']['value'], billions)} bn EUR "
        f"{interval(excesses['KAZ', 'level'], billions)} more to Kazakhstan than the level of 2019–2021 leads one to expect. The five neighbours together "
        f"took {billions(more)} bn more, {percent(more / lost, 0)} of the {billions(lost)} bn by which exports to Russia fell short of their level. "
        f"By its own account Kazakhstan imported {billions(inflow['value'])} bn USD {interval(inflow, billions)} more from the EU in 2022 and 2023 and "
        f"exported {billions(outflow['value'])} bn {interval(outflow, billions)} more to Russia than expected from 2018–2021: a gateway index of "
        f"{told(index['level'])} by level, {told(index['growth'])} by growth. "
        + (
            "With four years of baseline the interval of the index is so wide that it bears no claim by itself."
            if index["level"]["low"] is None or index["level"]["high"] - index["level"]["low"] > 1
            else ""
        ),
        table(["flow, baseline", "expected, bn EUR", "seen", "excess", "95 % interval", "excess / expected", "months (n)"], rows),
        f"Monthly exports of the EU to Kazakhstan turn at: {points(kaz, lambda v: billions(v))} (bn EUR a month).",
        f"Monthly exports of the EU to Russia turn at: {points(sheets['KAZ', 'level'].turning('direct', 'exports'), lambda v: billions(v))} (bn EUR a month).",
        "The excess is in euros of the day: prices rose too. `level` takes the mean of 2019–2021 to go on, `growth` a straight line in logarithms through it. "
        "2020 lies in the baseline and lowers it. Months of one year resemble each other, so the intervals of sums are too narrow. Total exports, not the sanctioned goods alone, are in the table. "
        "No country outside the region is in it either: what the EU sold more of to everyone in 2022 and 2023 cannot be taken off.",
        f"{asked(sheets['KAZ', 'level'])} (likewise KGZ, ARM, UZB, GEO, and `--trend growth`) · {asked(yearly['level'])}",
        "![EU exports to Kazakhstan and Russia](case/diversion-kaz.svg)",
        "![EU exports to Kyrgyzstan](case/diversion-kgz.svg)",
    )


def mirror(page, store, facts):
    sheet = store.sheet("relate", "KAZ", "EUR")
    gaps = sheet.series("trade", "mirror_gap", "European Union's exports")
    sent, came = sheet.series("trade", "exports", "European Union to"), sheet.series("trade", "imports", "Kazakhstan from")
    years = [y for y in sorted(gaps) if gaps[y]["value"] is not None]
    rate = lambda y: RATES[int(y)]
    usd = {y: sent[y]["value"] * rate(y) for y in years}
    before, after = [y for y in years if y < "2022"], [y for y in years if y >= "2022"]
    mean = lambda values: sum(values) / len(values)
    extra_sent = sum(usd[y] for y in after) - len(after) * mean([usd[y] for y in before])
    extra_came = sum(came[y]["value"] for y in after) - len(after) * mean([came[y]["value"] for y in before])
    lost = 1 - extra_came / extra_sent
    widest = max(years, key=lambda y: gaps[y]["value"])
    page.add(
        "## Do the two accounts of the same trade agree?",
        f"**No, and they are farthest apart in {widest}.** Of what the EU reports as sent to Kazakhstan, {percent(gaps['2021']['value'])} was not reported as received in 2021, "
        f"{percent(gaps['2022']['value'])} {interval(gaps['2022'], percent)} in 2022 and {percent(gaps['2023']['value'])} {interval(gaps['2023'], percent)} in 2023; the widest gap is that of {widest}. "
        f"Of the EU's extra exports of {after[0]}–{after[-1]} over the mean of {before[0]}–{before[-1]} ({billions(extra_sent)} bn USD), {percent(lost, 0)} never appears as extra imports of Kazakhstan "
        f"({billions(extra_came)} bn). The facts file quotes “about half” for three states together (CEPR DP20097).",
        table(
            ["", *years],
            [
                ["EU reports exports, bn EUR", *[billions(sent[y]["value"]) for y in years]],
                ["the same, bn USD", *[billions(usd[y]) for y in years]],
                ["Kazakhstan reports imports, bn USD", *[billions(came[y]["value"]) for y in years]],
                ["mirror gap (X − M) / X", *[percent(gaps[y]["value"]) for y in years]],
                ["range of freight, 0 to 10 %", *[interval(gaps[y], percent) for y in years]],
            ],
        ),
        "The interval is no sampling interval: import figures hold freight and insurance, and it reaches from none to 10 % of the goods' value. Goods may also be booked by origin "
        "and not by sender. Rates of exchange: European Central Bank, mean of the year, typed into the script by hand and not checked against a file: the one input that is not in the shared folder.",
        asked(sheet),
    )
    return sent


def votes(page, store, facts, folder, mizan):
    page.add("## Does Kazakhstan vote less with Russia?")
    sheets = {code: store.sheet("relate", "KAZ", code) for code in ["RUS", "CHN", "USA"]}
    equal = {code: s.series("votes", "votes_equal") for code, s in sheets.items()}
    turning = sheets["RUS"].turning("votes", "votes_equal")
    windows = [("2004-01-01", "2013-12-31"), ("2014-01-01", "2021-12-31")]
    means = {
        (code, w): store.sheet("relate", "KAZ", code, "--since", w[0], "--until", w[1]).number("votes", "votes_equal") for code in sheets for w in windows
    }
    early, late = (means["RUS", w] for w in windows)
    apart = late["high"] < early["low"] or late["low"] > early["high"]
    china = means["CHN", windows[1]]["value"] - means["CHN", windows[0]]["value"]
    special = war_votes(facts, folder, mizan)
    calls = special.number("votes", "votes_equal")
    half = special.number("votes", "votes_abstention_half")
    page.add(
        f"**{'Yes' if apart and late['value'] < early['value'] else 'Not visibly'}, but the fall is older than the war.** Equal votes with Russia: {percent(early['value'])} {interval(early, percent)} of "
        f"{early['count']} roll calls in 2004–2013, {percent(late['value'])} {interval(late, percent)} of {late['count']} in 2014–2021; the intervals "
        f"{'do not overlap' if apart else 'overlap'}. With China the share moved by {signed(china, points_of)} over the same years. The shared roll calls end on "
        f"24 December 2021, so they say nothing about the time since February 2022. On the six roll calls on Ukraine in the facts file (ES-11/1 to ES-11/6) Kazakhstan voted as Russia in "
        f"{percent(calls['value'])} {interval(calls, percent)}, n = {calls['count']}; with an abstention as half agreement {percent(half['value'])} {interval(half, percent)}. "
        "Six calls picked by their subject cannot be set beside whole years.",
        table(
            ["equal votes with", "2004–2013", "95 % interval", "n", "2014–2021", "95 % interval", "n"],
            [
                [NAMES[code]] + [cell for w in windows for cell in (percent(means[code, w]["value"]), interval(means[code, w], percent), means[code, w]["count"])]
                for code in sheets
            ],
        ),
        f"Turning points of the yearly share with Russia, 1992–2021: {points(turning, percent)}.",
        "Denominator: roll calls in which both voted yes, no or abstained. Intervals: Wilson. "
        "Russia's own votes on ES-11/1 to ES-11/6 are not in the facts file; that it voted against all six is put in by hand.",
        f"`mizan relate KAZ RUS --since 2004-01-01 --until 2013-12-31`, likewise 2014-01-01 to 2021-12-31, CHN and USA · {asked(sheets['RUS'])}",
    )
    return equal


def war_votes(facts, folder, mizan):
    """The roll calls on Ukraine of the facts file, in a store of their own."""
    found = re.findall(r"\| (ES-11/\d) \| (\d{4}-\d\d-\d\d) \| [\d-]+ \| (abstain|against|for) \|", facts)
    word = {"abstain": "abstain", "against": "no", "for": "yes"}
    file = os.path.join(folder, "war.csv")
    with open(file, "w") as f:
        f.write("rcid,unres,date,iso3c,vote\n")
        for number, day, vote in found:
            f.write(f"{number},{number},{day},KAZ,{word[vote]}\n{number},{number},{day},RUS,no\n")
    store = Store(mizan, os.path.join(folder, "war"))
    store.run("import", "unvotes", file, "--quiet")
    return store.sheet("relate", "KAZ", "RUS")


def tone(page, store):
    page.question(
        "Did the tone between the two turn in January or February 2022?",
        [
            ("لكن اندلاع الحرب بين روسيا وأوكرانيا غير الوضع جذريا", "but the outbreak of war between Russia and Ukraine changed the situation radically"),
            ("كان هناك توقع واسع النطاق بنفوذ روسي أقوى من أي وقت مضى", "there was a widespread expectation of Russian influence stronger than ever"),
        ],
    )
    since = ["--since", "2018-01-01", "--by", "month"]
    sheet = store.sheet("relate", "KAZ", "RUS", *since)
    others = {code: store.sheet("relate", *pair, *since) for code, pair in {"RUS–UKR": ("RUS", "UKR"), "KAZ–CHN": ("KAZ", "CHN"), "KAZ–USA": ("KAZ", "USA"), "KAZ–UKR": ("KAZ", "UKR")}.items()}
    series, turning = sheet.series("dyads", "dyad_tone"), sheet.turning("dyads", "dyad_tone")
    change = {c["period"]: c for c in turning["changes"]}
    known = {p: v["value"] for p, v in series.items() if v["value"] is not None}
    before = [known[p] for p in sorted(known) if "2020-01" <= p <= "2021-12"]
    after = [known[p] for p in sorted(known) if "2022-04" <= p <= "2024-01"]
    mean = lambda values: sum(values) / len(values)
    jan = series["2022-01"]
    war = others["RUS–UKR"].turning("dyads", "dyad_tone")
    war_hit = [c for c in war["changes"] if c["between"][0] <= "2022-02" <= c["between"][1]]
    top = sorted(known, key=lambda p: -known[p])[:3]
    page.add(
        f"**January 2022: {'yes, upwards' if '2022-01' in change else 'no turning point'}; February 2022: {'a turning point' if '2022-02' in change else 'none'}; "
        f"what followed was a return, not a break.** "
        f"The mean of the daily score was {plain(jan['value'])} {interval(jan, plain)} in January 2022 (n = {jan['count']} days), the month the CSTO's troops came, against a mean of {plain(mean(before))} over the months of 2020 and 2021. "
        f"February 2022 itself stood at {plain(series['2022-02']['value'])} {interval(series['2022-02'], plain)}; two turning points are at least two months apart, so it shares a level with January. "
        f"From April 2022 to January 2024 the months average {plain(mean(after))}, {'higher' if mean(after) > mean(before) else 'lower'} than before the unrest: this measure shows no cooling. "
        + (
            f"That the instrument can see the war at all is told by Russia–Ukraine, which turns on {war_hit[0]['period']} ({plain(war_hit[0]['before'])} → {plain(war_hit[0]['after'])})."
            if war_hit
            else "Even Russia–Ukraine has no turning point that may lie in February 2022: this instrument does not date the war, so its silence on Kazakhstan proves nothing."
        ),
        f"Turning points, Kazakhstan–Russia: {points(turning, plain)}.",
        "\n".join(f"- {name}: {points(s.turning('dyads', 'dyad_tone'), plain)}" for name, s in others.items()),
        f"Highest months: {', '.join(f'{p} ({plain(known[p])})' for p in top)}. The facts file names 2018-08, 2022-01 and 2023-11.",
        "The score is GDELT's events of a day added up, mostly by the Goldstein scale: much news lifts it, friendly or not, because most coded events are meetings and statements. "
        "It has no direction and does not say who speaks, so **the seed's “critical tone” of Russian observers is not tested here**: that needs Russian texts in the store (`mizan add`, then `mizan coverage KAZ --in RUS`).",
        asked(sheet),
        "![Daily net tone](case/relate-kaz-rus.svg)",
    )
    return known, top


def disagreements(page, store, facts, equal, sent, tops):
    page.add("## Where sources disagree", "Ours is what the commands above print; the facts file is `shared/facts/kazakhstan.md`.")
    rows = []

    def held(what, theirs, ours, form, digits):
        same = abs(theirs - ours) < 0.5 * 10**-digits + 1e-9
        rows.append([what, form(theirs), form(ours), "agree" if same else f"differ by {signed(ours - theirs, form)}"])

    line = re.search(r"to Kazakhstan (\S+) \(2021\), (\S+) \(2022\), (\S+) \(2023\); to Russia (\d+), (\d+), (\d+); to Kyrgyzstan (\S+), (\S+), (\d+\.\d+)", facts)
    numbers = [float(n) for n in line.groups()]
    exports = {"Kazakhstan": sent}
    for code, name in [("RUS", "Russia"), ("KGZ", "Kyrgyzstan")]:
        exports[name] = store.sheet("relate", "EUR", code).series("trade", "exports", "European Union to")
    for at, (name, digits) in enumerate([("Kazakhstan", 1), ("Russia", 0), ("Kyrgyzstan", 2)]):
        for number, year in zip(numbers[3 * at : 3 * at + 3], ["2021", "2022", "2023"]):
            held(f"EU exports to {name} {year}, bn EUR", number, exports[name][year]["value"] / 1e9, lambda v: f"{v:.3f}".replace("-", "−"), digits)
    out, back = re.search(r"exports (\d+\.\d+), imports (\d+\.\d+) \[c\]", facts).groups()
    relate = store.sheet("relate", "KAZ", "RUS")
    for flow, value in [("exports", out), ("imports", back)]:
        held(f"Kazakhstan's {flow} with Russia 2022, bn USD", float(value), relate.series("trade", flow, "of Kazakhstan")["2022"]["value"] / 1e9, lambda v: f"{v:.3f}".replace("-", "−"), 2)
    shares = re.search(r"Shares of Kazakhstan's trade 2022: Russia (\S+) %, China (\S+) %, EU (\S+) %", facts).groups()
    balance = store.sheet("balance", "KAZ", "--poles", "RUS,CHN,EUR")
    for value, name in zip(shares, ["Russia", "China", "European Union"]):
        held(f"share of Kazakhstan's trade 2022 with {name}, %", float(value), 100 * balance.series("trade", "trade_share", name)["2022"]["value"], lambda v: f"{v:.1f}".replace("-", "−"), 1)
    line = facts[facts.index("Share of equal votes") :].split("\n")[0]
    years = re.findall(r"\((\d{4})\)", line)
    for name, code in [("Russia", "RUS"), ("China", "CHN"), ("USA", "USA")]:
        values = re.search(name + r" ((?:\.\d+(?: \(\d{4}\))?\s*)+)", line).group(1)
        for value, year in zip(re.findall(r"(?<!\d)\.\d+", values), years):
            held(f"equal votes with {name} {year}", float(value), equal[code][year]["value"], lambda v: f"{v:.3f}".replace("-", "−"), len(value) - 1)
    differing = [r for r in rows if r[3] != "agree"]
    page.add(
        f"{len(rows) - len(differing)} of {len(rows)} figures of the facts file follow from the shared tables to their last printed digit; these do not:",
        table(["figure", "facts file", "ours", ""], differing),
        "<details><summary>those that agree</summary>\n\n" + table(["figure", "facts file", "ours", ""], [r for r in rows if r[3] == "agree"]) + "\n\n</details>",
        countings(store, line, years)
        + " "
        f"Kazakhstan's trade with China in 2022 is {billions(sum(store.sheet('relate', 'KAZ', 'CHN').series('trade', f, 'of Kazakhstan')['2022']['value'] for f in ['exports', 'imports']))} bn USD by Kazakhstan's table; "
        "the facts file quotes 24.1 by Kazakhstan and 31.2 by China, whose own table is not here. "
        f"The three highest months of the tone are {', '.join(sorted(tops))}; the facts file has 2018-08, 2022-01, 2023-11.",
    )


def countings(store, line, years):
    """Whether any way to count makes the vote shares that differ."""
    ways = {
        "both cast a vote": ("a.words = b.words AND a.words <> 'absent'", "a.words <> 'absent' AND b.words <> 'absent'"),
        "an absence is a vote": ("a.words = b.words", "true"),
        "all calls count, an absence agrees with nothing": ("a.words = b.words AND a.words <> 'absent'", "true"),
        "calls that Kazakhstan voted on": ("a.words = b.words AND a.words <> 'absent'", "a.words <> 'absent'"),
    }
    found = {year: set(ways) for year in years}
    for name, code in [("Russia", "RUS"), ("China", "CHN"), ("USA", "USA")]:
        values = re.findall(r"(?<!\d)\.\d+", re.search(name + r" ((?:\.\d+(?: \(\d{4}\))?\s*)+)", line).group(1))
        for way, (equal, all_) in ways.items():
            rows = store.rows(
                f"SELECT CAST(extract(year FROM a.date_first) AS VARCHAR) AS year, sum(CASE WHEN {equal} THEN 1.0 ELSE 0.0 END) / sum(CASE WHEN {all_} THEN 1.0 ELSE 0.0 END) AS share "
                "FROM indicators a JOIN indicators b ON a.key = b.key AND a.date_first = b.date_first AND coalesce(a.version, '') = coalesce(b.version, '') "
                f"WHERE a.indicator = 'vote' AND b.indicator = 'vote' AND a.reporter = 'KAZ' AND b.reporter = '{code}' AND extract(year FROM a.date_first) IN ({', '.join(years)}) GROUP BY 1"
            )
            shares = {r["year"]: r["share"] for r in rows}
            for value, year in zip(values, years):
                if abs(shares[year] - float(value)) >= 0.5 * 10 ** -(len(value) - 1) + 1e-9:
                    found[year].discard(way)
    none = [y for y in years if not found[y]]
    both = [y for y in years if "both cast a vote" in found[y]]
    return (
        f"The vote shares of {', '.join(none)} follow from the shared roll calls under none of {len(ways)} ways to count ({'; '.join(ways)}); "
        f"those of {', '.join(both)} do under ours, the first."
    )


def oddities(page, store):
    twice = store.rows(
        "SELECT count(*) AS pairs, sum(CASE WHEN a.value = b.value THEN 1 ELSE 0 END) AS same FROM indicators a JOIN indicators b ON a.reporter = b.reporter AND a.date_first = b.date_first WHERE a.dataset = 'eurostat' AND b.dataset = 'eurostat' AND a.version = 'kazahstan_export_eurostat' AND b.version = 'kazakhstan_export_eurostat'"
    )[0]
    sheets = store.rows(
        "SELECT count(*) AS pairs, sum(CASE WHEN abs(a.value - b.value) > 0.001 * abs(a.value) THEN 1 ELSE 0 END) AS revised FROM indicators a JOIN indicators b ON a.partner = b.partner AND a.indicator = b.indicator AND a.date_first = b.date_first WHERE a.dataset = 'kazakhstan-trade' AND b.dataset = 'kazakhstan-trade' AND a.version < b.version"
    )[0]
    aside = store.rows("SELECT name, detail, count FROM doubts ORDER BY name, count DESC, detail")
    split = sum(r["count"] for r in aside if r["name"] == "set-aside")
    page.add(
        "## How the oddities of the tables are treated",
        f"- **Eurostat holds Kazakhstan twice** (`kazahstan_export_eurostat` and `kazakhstan_export_eurostat`, two folders of the same download): {twice['pairs']:,} figures stand in both, {twice['same']:,} of them equal. "
        "Each is kept with its folder as `version`; a measure takes one edition of each figure and never adds them.\n"
        f"- **Kazakh years recur** in the sheets of the following year: {sheets['pairs']:,} figures stand in two sheets, {sheets['revised']:,} differ by more than 0.1 %. The sheet is the `version`; the one whose name ends in the greatest year counts.\n"
        f"- **Subtotals are no partners**: {split} title rows, regional subtotals and “of which” lines of the Kazakh table were set aside and stand in `doubts`. All trade is therefore added up over the partner states.\n"
        "- **The EU as reporter** is the table's own line `EU27_2020`; as a partner in the Kazakh table it is the sum of its members of that year (without the United Kingdom from 2020-02 on; by year, 2020 still holds it).\n"
        "- **Eurostat ends in August 2024**: 2024 is no whole year and has no yearly figure. **Kazakhstan's own table ends in 2023.** **The dyads end on 23 February 2024.**\n"
        "- **Old names in the roll calls** (Tanganyika, Zanzibar, misread headers such as `TKAZAKHSTAN`) have no code and are counted in `doubts`; none concerns the years used here.",
    )


def untested(page):
    page.add(
        "## What of the seed is not tested here",
        "- the renewed interest and critical tone of Russian observers: no Russian texts from 2022 to 2025 are in these tables;\n"
        "- that Russia needs Kazakhstan more: no table of Russia's own trade after January 2022;\n"
        "- firms that register in Kazakhstan, payment cards, the pipeline: single figures in the facts file, no series;\n"
        "- positions (annexations, BRICS, sanctions) and forecasts (“many expected …”): they are read out of reports, not out of tables; `mizan read` on the seed prints them.",
    )


def charts(store, folder):
    os.makedirs(folder, exist_ok=True)
    draw = lambda name, *args: store.run(*args, "--chart", os.path.join(folder, name))
    draw("relate-kaz-rus.svg", "relate", "KAZ", "RUS", "--since", "2018-01-01", "--by", "month")
    draw("balance.svg", "balance", "KAZ", "--poles", "RUS,CHN,EUR")
    draw("diversion-kaz.svg", "diversion", "KAZ", "--from", "EUR", "--to", "RUS", *WINDOWS)
    draw("diversion-kgz.svg", "diversion", "KGZ", "--from", "EUR", "--to", "RUS", *WINDOWS)


def write(out, shared, mizan):
    read = lambda name: open(os.path.join(shared, name), encoding="utf-8").read()
    facts = read("facts/kazakhstan.md")
    with tempfile.TemporaryDirectory() as folder:
        store = Store(mizan, os.path.join(folder, "store"))
        fill(store, shared, folder)
        page = Page(read("seed/article.txt"))
        page.add(
            "# Kazakhstan, Russia and the West: what public tables bear out of the seed",
            "Written by `bench/case_kazakhstan.py` out of a fresh store; edit that, not this page. A test makes it again and compares. "
            "The seed is an Arabic report of 4 October 2025; its sentences stand above each answer. Intervals are 95 %, seed 1.",
        )
        inputs(page, store)
        dependence(page, store)
        diversion(page, store)
        sent = mirror(page, store, facts)
        equal = votes(page, store, facts, folder, mizan)
        _, tops = tone(page, store)
        disagreements(page, store, facts, equal, sent, tops)
        oddities(page, store)
        untested(page)
        charts(store, os.path.join(out, "case"))
    with open(os.path.join(out, "case-kazakhstan.md"), "w", encoding="utf-8") as f:
        f.write("\n\n".join(page.out) + "\n")


def different(kept, made):
    """The first lines in which two folders of pages differ."""
    for name in ["case-kazakhstan.md", *sorted("case/" + n for n in os.listdir(os.path.join(made, "case")))]:
        old, new = (open(os.path.join(d, name), encoding="utf-8").read().splitlines() if os.path.exists(os.path.join(d, name)) else [] for d in (kept, made))
        if old != new:
            return "\n".join(list(difflib.unified_diff(old, new, f"docs/{name}", "made again", lineterm="", n=0))[:20])
    return None


def main():
    root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mizan", default=os.path.join(root, "target/release/mizan"))
    parser.add_argument("--shared", default=os.path.join(root, "..", "shared"))
    parser.add_argument("--out", default=os.path.join(root, "docs"))
    parser.add_argument("--check", action="store_true", help="compare with the page that is there, write nothing")
    args = parser.parse_args()
    if not args.check:
        return write(args.out, args.shared, args.mizan)
    with tempfile.TemporaryDirectory() as made:
        write(made, args.shared, args.mizan)
        found = different(args.out, made)
    if found:
        sys.exit(f"docs/case-kazakhstan.md is not what the program makes now; run bench/case_kazakhstan.py\n{found}")


if __name__ == "__main__":
    main()
