// What every kind of chart gives to the frame around it.

import type { EChartsCoreOption, EChartsType } from "echarts/core";
import type { Cell } from "./csv";
import type { Look } from "./look";

/** A place the reader can stand on: by pointer or by arrow keys. */
export interface Stop {
  /** The heading of its note. */
  head: string;
  /** Named lines below the heading. */
  lines: readonly (readonly [string, string])[];
  /** Where Enter or a click leads. */
  open: string | null;
  /** Where it is on the drawing, in pixels; null when it is out of sight. */
  place(chart: EChartsType): { x: number; y: number } | null;
}

/** A stop by its row and its column. */
export interface Standing {
  row: number;
  column: number;
}

/** A chart of one kind, read from its data. */
export interface Drawn {
  /** Rows of stops; left and right go along a row, up and down change rows. */
  stops: readonly (readonly Stop[])[];
  /** Height in pixels at a width. */
  height(width: number, printed: boolean): number;
  /** The drawing for ECharts; `printed` leaves out what only a screen can use. */
  option(look: Look, width: number, printed: boolean): EChartsCoreOption;
  /** The stop under a point of the drawing. */
  near?(chart: EChartsType, x: number, y: number): Standing | null;
  /** The stop that an element of the drawing stands for. */
  hit?(what: Hit): Standing | null;
  /** Is there a shared axis that one may look closer at? */
  zooms: boolean;
  /** May the drawing be moved about? */
  roams: "graph" | "geo" | null;
  /** What one looks closer at; the middle of the drawing if there is no such place. */
  heart?(chart: EChartsType): { x: number; y: number } | null;
  csv: { head: readonly string[]; rows: readonly (readonly Cell[])[] };
  source: string;
  /** Between which heights a line stands at the cursor, across all grids; null for none. */
  line: ((width: number) => { top: number; bottom: number }) | null;
}

/** What ECharts says about the element under the pointer. */
export interface Hit {
  dataType?: string;
  dataIndex: number;
  name: string;
  seriesIndex?: number;
}
