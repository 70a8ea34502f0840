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

/** All periods from the first to the last of these, none left out. */
export function filled(periods: Iterable<string>): string[] {
  const known = [...new Set(periods)].sort();
  const last = known.at(-1);
  if (last === undefined) return [];
  const all: string[] = [];
  for (let now: string | null = known[0] ?? null; now !== null && now <= last; now = next(now)) {
    all.push(now);
    if (all.length > MOST) return known;
  }
  return known.every((period) => all.includes(period)) ? all : known;
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
