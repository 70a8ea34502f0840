// Lines over time: one grid for each measure, one line for each label, its interval as a band. What is missing is hatched, never joined and never zero.

import type { EChartsCoreOption, EChartsType } from "echarts/core";
import { ownAddress } from "../build";
import { word, wordOr } from "../words";
import type { Change, Curve, Point, SeriesAnswer } from "./data";
import type { Drawn, Standing, Stop } from "./drawn";
import { GLYPHS, hatch, type Look, MARKS, nth, STROKES } from "./look";
import { apart, brief, difference, interval, number, short, stepOf, tidy } from "./numbers";
import { days, filled, holds, place, runs } from "./periods";

/** Heights and widths of the parts of the drawing, in pixels. */
const GRID = 210;
const BETWEEN = 94;
const LEGEND_ROW = 22;
const FOOT = 30;
const SLIDER = 46;
const LEFT = 58;
const RIGHT = 22;

/** A change and the storey its label stands on, so that labels do not touch. */
interface Turn {
  change: Change;
  storey: number;
}

/** A line on the shared axis: a point or nothing for every period. */
interface Line {
  curve: Curve;
  at: (Point | null)[];
  changes: Turn[];
  /** Which label it bears, by its place in the legend. */
  label: number;
}

/** Lines that share a measure and a unit, and so an axis. */
interface Panel {
  name: string;
  lines: Line[];
}

/** Read the answer. */
export function series(answer: SeriesAnswer): Drawn {
  return new Series(answer).drawn();
}

/** Where the evidence of a point is: the line's, narrowed to the point's days. */
export function evidenceOf(evidence: string | null, window: { first: string; last: string }): string | null {
  const address = ownAddress(evidence);
  if (address === null) return null;
  const days = new URLSearchParams({ since: window.first, until: window.last });
  return `${address}${address.includes("?") ? "&" : "?"}${days}`;
}

/** Is there a number here? */
function measured(point: Point | null): point is Point & { value: number } {
  return point !== null && point.value !== null && Number.isFinite(point.value);
}

/** Finds the point of a longer period that holds one of the axis: a year's figure stands over all its months. */
function longer(curve: Curve, axis: readonly string[]): (period: string) => Point | null {
  const places = new Set(axis);
  const spans = curve.points.filter((point) => !places.has(point.period)).flatMap((point) => {
    const span = days(point.period);
    return span ? [{ point, span }] : [];
  });
  return (period) => spans.find(({ span }) => holds(span, period))?.point ?? null;
}

class Series {
  private readonly periods: string[];
  private readonly labels: string[];
  private readonly panels: Panel[];
  private readonly lines: Line[];

  constructor(private readonly answer: SeriesAnswer) {
    this.periods = filled(answer.series.flatMap((curve) => curve.points.map((p) => p.period)));
    this.labels = [...new Set(answer.series.map((curve) => curve.label))];
    this.panels = this.arranged();
    this.lines = this.panels.flatMap((panel) => panel.lines);
  }

  drawn(): Drawn {
    return {
      stops: this.lines.map((line) => this.periods.map((_, at) => this.stop(line, at))),
      height: (width, printed) => this.bottom(width) + FOOT + (printed ? 0 : SLIDER),
      option: (look, width, printed) => this.option(look, width, printed),
      near: (chart, x, y) => this.near(chart, x, y),
      zooms: true,
      roams: null,
      line: (width) => ({ top: this.top(width), bottom: this.bottom(width) }),
      csv: this.csv(),
      source: this.answer.source,
    };
  }

  private arranged(): Panel[] {
    const panels = new Map<string, Panel>();
    for (const curve of this.answer.series) {
      const key = `${curve.measure}\u0000${curve.unit}`;
      const panel = panels.get(key) ?? { name: nameOf(curve), lines: [] };
      panel.lines.push(this.line(curve));
      panels.set(key, panel);
    }
    return [...panels.values()];
  }

  private line(curve: Curve): Line {
    const known = new Map(curve.points.map((point) => [point.period, point]));
    const over = longer(curve, this.periods);
    const turning = this.answer.turning.filter((t) => t.measure === curve.measure && t.label === curve.label);
    return {
      curve,
      at: this.periods.map((period) => known.get(period) ?? over(period)),
      changes: turning.flatMap((t) => t.changes).filter((c) => this.place(c.period) >= 0).map((change) => ({ change, storey: 0 })),
      label: this.labels.indexOf(curve.label),
    };
  }

  /** Where on the axis a period begins. */
  private place(period: string): number {
    return place(period, this.periods);
  }

  private raise(panel: Panel, width: number): void {
    const turns = panel.lines.flatMap((line) => line.changes);
    const storeys = storeysOf(turns.map((t) => (this.place(t.change.period) / this.periods.length) * (width - LEFT - RIGHT)));
    turns.forEach((turn, at) => (turn.storey = storeys[at] ?? 0));
  }

  // What the reader can stand on.

  private stop(line: Line, at: number): Stop {
    const point = line.at[at] ?? null;
    const panel = this.panels.findIndex((p) => p.lines.includes(line));
    return {
      head: `${apart(point?.period ?? this.periods[at] ?? "")} · ${apart(line.curve.label)}`,
      lines: this.told(line, at, point),
      open: point === null ? null : evidenceOf(line.curve.evidence, point.window),
      place: (chart) => this.placed(chart, panel, at, point?.value ?? null),
    };
  }

  private told(line: Line, at: number, point: Point | null): (readonly [string, string])[] {
    const value = measured(point) ? number(point.value) : word("chart.missing");
    const told: (readonly [string, string])[] = [[nameOf(line.curve), value]];
    const between = point && interval(point.low, point.high);
    if (between) told.push([word("chart.interval"), between]);
    if (point) told.push([word("chart.count"), `${point.count} ${point.counted}`]);
    for (const { change } of line.changes.filter((t) => this.place(t.change.period) === at)) told.push([word("chart.turning"), sizeOf(change)]);
    if (point && point.notes.length > 0) told.push([word("chart.notes"), point.notes.join("; ")]);
    return told;
  }

  private near(chart: EChartsType, x: number, y: number): Standing | null {
    const panel = this.panels.findIndex((_, at) => chart.containPixel({ gridIndex: at }, [x, y]));
    if (panel < 0) return null;
    const column = chart.convertFromPixel({ xAxisIndex: panel }, x);
    const at = Math.min(Math.max(Math.round(Number(column)), 0), this.periods.length - 1);
    const lines = (this.panels[panel]?.lines ?? []).filter((line) => shows(chart, line.curve.label));
    const far = (line: Line) => Math.abs((this.placed(chart, panel, at, line.at[at]?.value ?? null)?.y ?? Infinity) - y);
    const nearest = lines.reduce<Line | null>((best, line) => (best === null || far(line) < far(best) ? line : best), null);
    return nearest && { row: this.lines.indexOf(nearest), column: at };
  }

  /** Where a value is on the drawing; a missing one stands in the middle of its grid. */
  private placed(chart: EChartsType, panel: number, at: number, value: number | null): { x: number; y: number } | null {
    const x = Number(chart.convertToPixel({ xAxisIndex: panel }, at));
    const top = this.gridTop(panel, chart.getWidth());
    const y = value === null ? top + GRID / 2 : Number(chart.convertToPixel({ yAxisIndex: panel }, value));
    return chart.containPixel({ gridIndex: panel }, [x, top + 1]) ? { x, y } : null;
  }

  private csv(): Drawn["csv"] {
    const rows = this.lines.flatMap(({ curve }) =>
      curve.points.map((p) => [
        curve.measure, curve.label, curve.unit, p.period, p.window.first, p.window.last, p.value, p.low, p.high, p.count, p.counted, p.notes.join("; "),
      ]),
    );
    return { head: ["measure", "label", "unit", "period", "first", "last", "value", "low", "high", "count", "counted", "notes"], rows };
  }

  // The drawing.

  private option(look: Look, width: number, printed: boolean): EChartsCoreOption {
    for (const panel of this.panels) this.raise(panel, width);
    const places = this.panels.map((_, at) => this.gridTop(at, width));
    return {
      legend: this.legend(look, width),
      title: this.panels.map((panel, at) => this.heading(panel, look, places[at] ?? 0, width)),
      grid: places.map((top) => ({ left: LEFT, right: RIGHT, top, height: GRID })),
      xAxis: this.panels.map((_, at) => this.timeAxis(at, look)),
      yAxis: this.panels.map((panel, at) => valueAxis(panel, at, look)),
      series: this.panels.flatMap((panel, at) => [this.gaps(panel, at, look), ...panel.lines.flatMap((line) => this.strokes(line, panel, at, look, width))]),
      dataZoom: printed ? [{ type: "inside", xAxisIndex: this.all(), filterMode: "none" }] : this.zooms(look),
      ...(printed ? {} : { brush: brush(look, this.all()) }),
    };
  }

  /** Room above the first grid: the legend, the heading, and up to three storeys of turning points. */
  private top(width: number): number {
    return (this.labels.length > 1 ? this.legendRows(width) * LEGEND_ROW + 8 : 0) + 56;
  }

  private gridTop(panel: number, width: number): number {
    return this.top(width) + panel * (GRID + BETWEEN);
  }

  private bottom(width: number): number {
    return this.gridTop(this.panels.length, width) - BETWEEN;
  }

  private all(): number[] {
    return this.panels.map((_, at) => at);
  }

  private legendRows(width: number): number {
    const room = Math.max(width - LEFT, 120);
    let rows = 1;
    let used = 0;
    for (const label of this.labels) {
      const needs = 62 + 7 * Math.min([...label].length, 40);
      if (used > 0 && used + needs > room) [rows, used] = [rows + 1, 0];
      used += needs;
    }
    return rows;
  }

  private legend(look: Look, width: number): object {
    return {
      show: this.labels.length > 1,
      left: 0, top: 0, width, itemWidth: 34, itemHeight: 8, itemGap: 18, padding: 0, selectedMode: true,
      data: this.labels.map((name) => ({ name })),
      formatter: (name: string) => apart(short(name, 40)),
      textStyle: { color: look.ink, fontSize: 12.5 },
      inactiveColor: look.rule,
    };
  }

  private heading(panel: Panel, look: Look, top: number, width: number): object {
    const text = apart(short(panel.name, Math.floor(width / 8)));
    return { text, left: 0, top: top - 54, padding: 0, textStyle: { color: look.ink, fontSize: 13, fontWeight: 600 } };
  }

  private timeAxis(at: number, look: Look): object {
    const lowest = at === this.panels.length - 1;
    return {
      type: "category", gridIndex: at, data: this.periods, boundaryGap: true,
      axisLine: { onZero: false, lineStyle: { color: look.rule } },
      axisTick: { show: true, alignWithLabel: true, length: 4, lineStyle: { color: look.rule } },
      axisLabel: { show: lowest || this.panels.length > 1, hideOverlap: true, color: look.quiet, fontSize: 11.5, margin: 9 },
    };
  }

  /** Periods in which no line of the panel has a number. */
  private gaps(panel: Panel, at: number, look: Look): object {
    const missing = runs(this.periods.map((_, p) => !panel.lines.some((line) => measured(line.at[p] ?? null))));
    const fill = hatch(look);
    return {
      type: "custom", name: "", xAxisIndex: at, yAxisIndex: at, silent: true, clip: true, z: 0, zlevel: 0, data: missing.map((run) => [run.first, run.last]),
      encode: { x: [0, 1], y: [] },
      renderItem: (params: Frame, api: Api) => {
        const [left = 0, step = 0] = [api.coord([api.value(0), 0])[0], api.size([1, 0])[0]];
        const right = api.coord([api.value(1), 0])[0] ?? left;
        const { x, y, width, height } = params.coordSys;
        const from = Math.max(left - step / 2, x);
        const to = Math.min(right + step / 2, x + width);
        return to <= from ? null : { type: "rect", shape: { x: from, y, width: to - from, height }, style: { fill } };
      },
    };
  }

  private strokes(line: Line, panel: Panel, at: number, look: Look, width: number): object[] {
    const colour = nth(look.lines, line.label);
    const alone = runs(line.at.map(measured)).filter((run) => run.first === run.last).map((run) => run.first);
    const few = this.periods.length <= Math.max(width / 12, 24);
    const shared = { name: line.curve.label, xAxisIndex: at, yAxisIndex: at };
    const stroke = {
      ...shared, type: "line", connectNulls: false, z: 3, cursor: line.curve.evidence ? "pointer" : "default",
      data: line.at.map((point) => (measured(point) ? point.value : null)),
      symbol: nth(MARKS, line.label), showAllSymbol: true, showSymbol: true,
      symbolSize: (_: unknown, of: { dataIndex: number }) => (few || alone.includes(of.dataIndex) ? 5.5 : 0),
      lineStyle: { color: colour, width: 1.8, type: nth(STROKES, line.label) },
      itemStyle: { color: colour, borderColor: colour, borderWidth: 1 },
      emphasis: { disabled: true },
      ...this.turning(line, panel.lines.length > 1 ? `${nth(GLYPHS, line.label)} ` : "", colour),
    };
    return [stroke, { ...shared, ...band(line, colour) }];
  }

  private turning(line: Line, mark: string, colour: string): object {
    const spans = line.changes.filter(({ change }) => change.between?.every((p) => this.place(p) >= 0));
    const at = (period: string | undefined) => this.periods[this.place(period ?? "")];
    const late = (period: string) => this.place(period) > this.periods.length * 0.9;
    return {
      markLine: {
        silent: true, symbol: "none", animation: false,
        lineStyle: { color: colour, type: [4, 3], width: 1.2 },
        data: line.changes.map(({ change, storey }) => ({
          xAxis: at(change.period),
          label: {
            formatter: apart(`${mark}${change.period} ${sizeOf(change, true)}`), position: "end", distance: [0, 3 + storey * 13],
            align: late(change.period) ? "right" : "center", color: colour, fontSize: 11,
          },
        })),
      },
      markArea: {
        silent: true, itemStyle: { color: colour, opacity: 0.07 },
        data: spans.map(({ change }) => [{ xAxis: at(change.between?.[0]) }, { xAxis: at(change.between?.[1]) }]),
      },
    };
  }

  private zooms(look: Look): object[] {
    const xAxisIndex = this.all();
    const quiet = { color: look.quiet, fontSize: 11 };
    return [
      { type: "inside", xAxisIndex, filterMode: "none", zoomOnMouseWheel: "ctrl", moveOnMouseMove: false, moveOnMouseWheel: "shift", minValueSpan: 2 },
      {
        type: "slider", xAxisIndex, filterMode: "none", height: 18, bottom: 6, left: LEFT, right: RIGHT, minValueSpan: 2, brushSelect: false,
        showDataShadow: false, borderColor: look.faint, backgroundColor: "transparent", fillerColor: look.dark ? "#ffffff12" : "#0000000d",
        handleSize: "110%", handleStyle: { color: look.paper, borderColor: look.rule }, moveHandleSize: 0, textStyle: quiet,
        emphasis: { handleStyle: { borderColor: look.rubric } },
      },
    ];
  }
}

/** What a custom series gets to draw with. */
interface Frame {
  coordSys: { x: number; y: number; width: number; height: number };
}
interface Api {
  value(dimension: number): number;
  coord(of: [number, number]): number[];
  size(of: [number, number]): number[];
}

/** The interval of every unbroken stretch as one band; a stretch of a single period as a whisker. */
function band(line: Line, colour: string): object {
  const bounded = line.at.map((p) => measured(p) && p.low !== null && p.high !== null);
  const points = line.at.map((p, at) => [at, p?.low ?? Number.NaN, p?.high ?? Number.NaN] as const);
  const found = runs(bounded);
  return {
    type: "custom", silent: true, clip: true, z: 2, zlevel: 0, itemStyle: { color: colour }, data: found.map((run) => [run.first, run.last]), encode: { x: [0, 1], y: [] },
    renderItem: (_: Frame, api: Api) => {
      const stretch = points.slice(api.value(0), api.value(1) + 1);
      const lows = stretch.map(([at, low]) => api.coord([at, low]));
      const highs = stretch.map(([at, , high]) => api.coord([at, high]));
      if (stretch.length === 1) return whisker(lows[0] ?? [], highs[0] ?? [], colour);
      return { type: "polygon", shape: { points: [...highs, ...lows.reverse()] }, style: { fill: colour, opacity: 0.15 } };
    },
  };
}

function whisker([x = 0, low = 0]: number[], [, high = 0]: number[], colour: string): object {
  return { type: "line", shape: { x1: x, y1: low, x2: x, y2: high }, style: { stroke: colour, lineWidth: 4, opacity: 0.3 } };
}

function valueAxis(panel: Panel, at: number, look: Look): object {
  const range = panel.lines.find((line) => line.curve.drawn === "within")?.curve.range;
  const free = panel.lines.every((line) => line.curve.drawn === "free");
  const spread = free || range ? {} : { min: (of: { min: number }) => Math.min(0, of.min), max: (of: { max: number }) => Math.max(0, of.max) };
  return {
    type: "value", gridIndex: at, scale: free, splitNumber: 4, ...spread, ...(range ? { min: range[0], max: range[1], interval: (range[1] - range[0]) / 4 } : extentOf(panel, free)),
    axisLabel: { color: look.quiet, fontSize: 11.5, formatter: brief },
    axisLine: { show: false },
    splitLine: { lineStyle: { color: look.faint } },
  };
}

/** The axis must hold the intervals too, which ECharts does not see in a band. */
function extentOf(panel: Panel, free: boolean): { min: number; max: number } | object {
  const ends = panel.lines.flatMap((line) => line.at.filter(measured).flatMap((p) => [p.value, p.low ?? p.value, p.high ?? p.value]));
  if (ends.length === 0) return {};
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const step = stepOf(free ? high - low : Math.max(high, 0) - Math.min(low, 0));
  const from = free ? low : Math.min(low, 0);
  const to = free ? high : Math.max(high, 0);
  return { min: tidy(Math.floor(from / step) * step), max: tidy(Math.ceil(to / step) * step || step), interval: step };
}

/** Labels of turning points that would touch go one storey up; places are in pixels. */
export function storeysOf(places: readonly number[]): number[] {
  const wide = 106;
  const ends: number[] = [];
  const storeys = places.map(() => 0);
  for (const { x, at } of places.map((x, at) => ({ x, at })).sort((a, b) => a.x - b.x)) {
    const free = [0, 1, 2].find((s) => x - wide / 2 >= (ends[s] ?? -Infinity)) ?? 0;
    storeys[at] = free;
    ends[free] = x + wide / 2;
  }
  return storeys;
}

function brush(look: Look, xAxisIndex: number[]): object {
  return {
    xAxisIndex, brushLink: "none", throttleType: "debounce", throttleDelay: 10, toolbox: [], outOfBrush: { colorAlpha: 1 },
    brushStyle: { color: look.dark ? "#ffffff18" : "#00000012", borderColor: look.rule, borderWidth: 1 },
  };
}

/** Has the reader left this label on in the legend? */
function shows(chart: EChartsType, label: string): boolean {
  type Legend = { isSelected(name: string): boolean } | undefined;
  const model = (chart as unknown as { getModel(): { getComponent(name: string): Legend } }).getModel();
  return model.getComponent("legend")?.isSelected(label) ?? true;
}

function nameOf(curve: Curve): string {
  const name = wordOr(`measure.${curve.measure}`, curve.measure.replace(/[_.]/g, " "));
  return curve.unit === "" || curve.unit === name ? name : `${name} · ${apart(curve.unit)}`;
}

function sizeOf(change: Change, brief = false): string {
  const size = difference(change.size.value ?? change.after - change.before);
  const ends = interval(change.size.low, change.size.high);
  const when = change.between ? `, ${word("chart.between", ...change.between)}` : "";
  return brief ? size : `${size}${ends ? ` (${ends})` : ""}${when}`;
}
