// Horizontal bars from zero, each with a whisker for its interval.

import type { EChartsCoreOption } from "echarts/core";
import { ownAddress } from "../build";
import { word } from "../words";
import type { BarsAnswer } from "./data";
import type { Drawn, Stop } from "./drawn";
import { hatch, type Look } from "./look";
import { apart, brief, interval, number, short, stepOf, tidy } from "./numbers";

const ROW = 30;
const FRAME = 54;

/** Read the answer. */
export function bars(answer: BarsAnswer): Drawn {
  return {
    stops: [answer.bars.map((_, at) => stop(answer, at))],
    height: () => answer.bars.length * ROW + FRAME,
    option: (look, width) => option(answer, look, width),
    hit: ({ dataIndex }) => ({ row: 0, column: dataIndex }),
    near: (chart, x, y) => {
      if (!chart.containPixel({ gridIndex: 0 }, [x, y])) return null;
      const at = Math.round(Number(chart.convertFromPixel({ yAxisIndex: 0 }, y)));
      return answer.bars[at] ? { row: 0, column: at } : null;
    },
    zooms: false,
    roams: null,
    line: null,
    csv: { head: ["label", "unit", "value", "low", "high"], rows: answer.bars.map((b) => [b.label, answer.unit, b.value, b.low, b.high]) },
    source: answer.source,
  };
}

function stop(answer: BarsAnswer, at: number): Stop {
  const bar = answer.bars[at];
  const ends = interval(bar?.low ?? null, bar?.high ?? null);
  const value = bar?.value ?? null;
  const lines: (readonly [string, string])[] = [[answer.unit || word("chart.value"), value === null ? word("chart.missing") : number(value)]];
  if (ends) lines.push([word("chart.interval"), ends]);
  return {
    head: apart(bar?.label ?? ""),
    lines,
    open: ownAddress(bar?.evidence),
    place: (chart) => ({ x: Number(chart.convertToPixel({ xAxisIndex: 0 }, value ?? 0)), y: Number(chart.convertToPixel({ yAxisIndex: 0 }, at)) }),
  };
}

function option(answer: BarsAnswer, look: Look, width: number): EChartsCoreOption {
  const letters = Math.max(8, Math.floor((width * 0.34) / 6.6));
  const labels = answer.bars.map((b) => apart(short(b.label, letters)));
  const left = Math.min(Math.max(...labels.map((l) => l.length), 4) * 6.6 + 14, width * 0.36);
  const colour = look.lines[0];
  return {
    grid: { left, right: 26, top: 6, height: answer.bars.length * ROW },
    yAxis: {
      type: "category", inverse: true, data: labels, axisTick: { show: false }, axisLine: { lineStyle: { color: look.rule } },
      axisLabel: { color: look.ink, fontSize: 12.5, interval: 0, width: left - 12, overflow: "truncate" },
    },
    xAxis: {
      type: "value", name: apart(answer.unit), nameLocation: "middle", nameGap: 26, nameTextStyle: { color: look.quiet, fontSize: 11.5 },
      ...ends(answer), axisLabel: { color: look.quiet, fontSize: 11.5, formatter: brief, hideOverlap: true }, splitLine: { lineStyle: { color: look.faint } },
    },
    series: [
      {
        type: "bar", barWidth: 13, z: 2, emphasis: { disabled: true }, itemStyle: { color: `${colour}80`, borderColor: colour, borderWidth: 1 }, cursor: "pointer",
        data: answer.bars.map((b) => b.value),
      },
      whiskers(answer, look),
    ],
  };
}

/** Room for every whisker, from zero, in whole steps. */
function ends(answer: BarsAnswer): { min: number; max: number; interval: number } {
  const known = answer.bars.flatMap((b) => [b.value, b.low, b.high]).filter((n) => n !== null);
  const [low, high] = [Math.min(0, ...known), Math.max(0, ...known)];
  const step = stepOf(high - low);
  return { min: tidy(Math.floor(low / step) * step), max: tidy(Math.ceil(high / step) * step || step), interval: step };
}

function whiskers(answer: BarsAnswer, look: Look): object {
  const unknown = hatch(look);
  return {
    type: "custom", silent: true, z: 3, zlevel: 0, data: answer.bars.map((b, at) => [at, b.low ?? Number.NaN, b.high ?? Number.NaN]), encode: { y: 0, x: [] },
    renderItem: (params: { coordSys: { x: number; width: number } }, api: { value(d: number): number; coord(of: [number, number]): [number, number] }) => {
      const [low, high] = [api.coord([api.value(1), api.value(0)]), api.coord([api.value(2), api.value(0)])];
      const style = { stroke: look.ink, lineWidth: 1.2, fill: "none" };
      if (answer.bars[api.value(0)]?.value == null) {
        const [, y] = api.coord([0, api.value(0)]);
        return { type: "rect", shape: { x: params.coordSys.x, y: y - 6.5, width: params.coordSys.width, height: 13 }, style: { fill: unknown } };
      }
      if (Number.isNaN(low[0]) || Number.isNaN(high[0])) return null;
      const stroke = (x1: number, y1: number, x2: number, y2: number) => ({ type: "line", shape: { x1, y1, x2, y2 }, style });
      return {
        type: "group",
        children: [stroke(low[0], low[1], high[0], high[1]), stroke(low[0], low[1] - 4, low[0], low[1] + 4), stroke(high[0], high[1] - 4, high[0], high[1] + 4)],
      };
    },
  };
}
