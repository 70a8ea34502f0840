// The answers of the API that charts are drawn from.

/** A number and what is known about it. */
export interface Point {
  period: string;
  window: { first: string; last: string };
  value: number | null;
  low: number | null;
  high: number | null;
  count: number;
  counted: string;
  notes: string[];
}

/** One line. */
export interface Curve {
  measure: string;
  label: string;
  unit: string;
  drawn: "within" | "zero" | "free";
  range: [number, number] | null;
  evidence: string | null;
  points: Point[];
}

/** One change found in a line. */
export interface Change {
  period: string;
  between: [string, string] | null;
  before: number;
  after: number;
  size: { value: number | null; low: number | null; high: number | null };
}

export interface SeriesAnswer {
  title: string;
  series: Curve[];
  turning: { measure: string; label: string; changes: Change[] }[];
  source: string;
}

export interface NetworkNode {
  id: string;
  name: string;
  kind: string;
  country: string | null;
  count: number;
}

export interface NetworkEdge {
  source: string;
  target: string;
  cooperation: number;
  conflict: number;
  net: number | null;
  count: number;
  evidence: string | null;
}

export interface NetworkAnswer {
  nodes: NetworkNode[];
  edges: NetworkEdge[];
  source: string;
}

export interface MapAnswer {
  actor: string;
  countries: { code: string; name: string; net: number | null; count: number; evidence: string | null }[];
  source: string;
}

export interface BarsAnswer {
  bars: { label: string; value: number | null; low: number | null; high: number | null; evidence: string | null }[];
  unit: string;
  source: string;
}
