// Periods on an axis: every one has its place, also those for which nothing was measured.

/** The period after this one, or null when the text is not a period we know: a year, quarter, month, ISO week or day. */
export function next(period: string): string | null {
  const [, year = "", kind = "", number = ""] = /^(\d{4})(?:-([QW]?)(\d{1,2}))?$/.exec(period) ?? [];
  if (year === "") return nextDay(period);
  if (number === "") return pad(Number(year) + 1, 4);
  const last = kind === "Q" ? 4 : kind === "W" ? weeksIn(Number(year)) : 12;
  const [y, n] = Number(number) < last ? [Number(year), Number(number) + 1] : [Number(year) + 1, 1];
  return `${pad(y, 4)}-${kind}${pad(n, number.length)}`;
}

/** All periods from the first to the last of these, none left out; where they are of several kinds, in the shortest. */
export function filled(periods: Iterable<string>): string[] {
  const known = [...new Set(periods)].sort((a, b) => order(a).localeCompare(order(b)));
  const spans = known.flatMap((period) => days(period) ?? []);
  const kind = KINDS.find((k) => known.some((period) => kindOf(period) === k));
  if (kind === undefined || spans.length < 2 * known.length) return known;
  const [first = "", last = ""] = [spans.reduce((a, b) => (a < b ? a : b)), spans.reduce((a, b) => (a > b ? a : b))];
  const all: string[] = [];
  for (let now: string | null = containing(first, kind); now !== null && now <= containing(last, kind); now = next(now)) {
    all.push(now);
    if (all.length > MOST) return known;
  }
  return all;
}

/** Where on an axis a period begins; -1 where it has no place. */
export function place(period: string, axis: readonly string[]): number {
  const at = axis.indexOf(period);
  const span = days(period);
  return at >= 0 || span === null ? at : axis.findIndex((p) => holds(span, p));
}

/** Does a span of days hold the first day of a period? */
export function holds([first, last]: readonly [string, string], period: string): boolean {
  const day = days(period)?.[0];
  return day !== undefined && first <= day && day <= last;
}

/** The first and the last day of a period, or null when the text is none that we know. */
export function days(period: string): [string, string] | null {
  const after = next(period);
  const [first, then] = [begin(period), after && begin(after)];
  return first && then ? [first, shifted(then, -1)] : null;
}

type Kind = "day" | "week" | "month" | "quarter" | "year";
const KINDS: readonly Kind[] = ["day", "week", "month", "quarter", "year"];

function kindOf(period: string): Kind {
  if (/^\d{4}$/.test(period)) return "year";
  if (period.includes("Q")) return "quarter";
  if (period.includes("W")) return "week";
  return period.length === 7 ? "month" : "day";
}

/** Sorts by the first day, the longer of two that begin together first. */
function order(period: string): string {
  return `${begin(period) ?? period} ${KINDS.length - KINDS.indexOf(kindOf(period))}`;
}

function begin(period: string): string | null {
  const year = period.slice(0, 4);
  switch (kindOf(period)) {
    case "year": return `${year}-01-01`;
    case "quarter": return `${year}-${pad(3 * Number(period.slice(6)) - 2, 2)}-01`;
    case "month": return `${period}-01`;
    case "week": return shifted(monday(year), 7 * (Number(period.slice(6)) - 1));
    case "day": return nextDay(period) && period;
  }
}

/** The period of a kind in which a day lies. */
function containing(day: string, kind: Kind): string {
  const year = day.slice(0, 4);
  switch (kind) {
    case "year": return year;
    case "quarter": return `${year}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
    case "month": return day.slice(0, 7);
    case "day": return day;
    case "week": {
      const own = [Number(year) + 1, Number(year), Number(year) - 1].map((y) => pad(y, 4)).find((y) => monday(y) <= day) ?? year;
      const weeks = (Date.parse(day) - Date.parse(monday(own))) / (7 * 86_400_000);
      return `${own}-W${pad(Math.floor(weeks) + 1, 2)}`;
    }
  }
}

/** The Monday of a year's first ISO week: the one with the fourth of January. */
function monday(year: string): string {
  const fourth = `${year}-01-04`;
  return shifted(fourth, -((new Date(`${fourth}T00:00:00Z`).getUTCDay() + 6) % 7));
}

function shifted(day: string, by: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + by);
  return date.toISOString().slice(0, 10);
}

/** An axis longer than this is not filled; it would only be a smear. */
const MOST = 5000;

/** A stretch of neighbouring places, both ends within. */
export interface Run {
  first: number;
  last: number;
}

/** The stretches in which every place holds what is asked for. */
export function runs(holds: readonly boolean[]): Run[] {
  const found: Run[] = [];
  holds.forEach((yes, at) => {
    const open = found.at(-1);
    if (yes && open && open.last === at - 1) open.last = at;
    else if (yes) found.push({ first: at, last: at });
  });
  return found;
}

function nextDay(period: string): string | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(period)) return null;
  const day = new Date(`${period}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return null;
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

/** A year has 53 ISO weeks when its first or last day is a Thursday. */
function weeksIn(year: number): number {
  const thursday = (month: number, day: number) => new Date(Date.UTC(year, month, day)).getUTCDay() === 4;
  return thursday(0, 1) || thursday(11, 31) ? 53 : 52;
}

function pad(number: number, places: number): string {
  return String(number).padStart(places, "0");
}
