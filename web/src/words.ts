// The words that the script itself puts on the page. The server gives them in the reader's language; English stands in for what it leaves out.

/** Every word the script uses, in English. `words.json` beside `package.json` is a copy for the server; a test compares the two. */
export const ENGLISH = {
  "action.csv": "CSV",
  "action.png": "PNG",
  "action.svg": "SVG",
  "action.whole": "Whole span",
  "action.zoomin": "Closer",
  "action.zoomout": "Further",
  "chart.between": "between {0} and {1}",
  "chart.conflict": "conflict",
  "chart.cooperation": "cooperation",
  "chart.count": "rests on",
  "chart.empty": "There is nothing to draw.",
  "chart.failed": "The chart could not be drawn; the table below holds the same numbers.",
  "chart.help": "Arrow keys move between points, Enter opens the evidence.",
  "chart.helpzoom": "Drag across the plot to look closer.",
  "chart.interval": "interval",
  "chart.loading": "Drawing…",
  "chart.missing": "missing",
  "chart.net": "net",
  "chart.nodata": "no data",
  "chart.notes": "notes",
  "chart.open": "Enter or click: the evidence",
  "chart.saved": "Saved {0}",
  "chart.turning": "turning point",
  "chart.value": "value",
  "keys.close": "Close",
  "keys.escape": "clear, close",
  "keys.events": "next, previous event of a report",
  "keys.go": "go to {0}",
  "keys.help": "this list",
  "keys.points": "move between points of a chart; Enter opens the evidence",
  "keys.search": "search",
  "keys.single": "Keys without Ctrl or Alt are on",
  "keys.title": "Keys",
  "place.actor": "actor",
  "place.claims": "claims",
  "place.home": "home",
  "place.map": "map",
  "place.network": "network",
  "place.paste": "paste",
  "place.relation": "relation",
  "place.sources": "sources",
  "records.close": "Close",
  "records.open": "Records ({0})",
  "theme.auto": "Light or dark: as the system",
  "theme.dark": "Dark",
  "theme.light": "Light",
} as const;

export type Word = keyof typeof ENGLISH;

let given: Record<string, string> | undefined;

/** The word in the reader's language, with `{0}`, `{1}` filled in. */
export function word(key: Word, ...fill: (string | number)[]): string {
  const text = wordOr(key, ENGLISH[key]);
  return text.replace(/\{(\d)\}/g, (hole, at: string) => String(fill[Number(at)] ?? hole));
}

/** A word the server may give without our knowing its key, such as `measure.net`. */
export function wordOr(key: string, otherwise: string): string {
  given ??= readGiven();
  return given[key] ?? otherwise;
}

function readGiven(): Record<string, string> {
  const block = typeof document === "undefined" ? null : document.getElementById("words");
  try {
    const parsed: unknown = JSON.parse(block?.textContent ?? "{}");
    if (typeof parsed !== "object" || parsed === null) return {};
    return Object.fromEntries(Object.entries(parsed).filter((pair): pair is [string, string] => typeof pair[1] === "string"));
  } catch {
    return {};
  }
}
