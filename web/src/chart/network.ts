// Who deals with whom: width tells how much was counted, colour and dashes whether it was cooperation or conflict, shape what an actor is.

import type { EChartsCoreOption, EChartsType } from "echarts/core";
import { ownAddress } from "../build";
import { word, wordOr } from "../words";
import type { NetworkAnswer, NetworkEdge, NetworkNode } from "./data";
import type { Drawn, Stop } from "./drawn";
import { balance, FONT, type Look, nth } from "./look";
import { type Body, laidOut, type Spot } from "./layout";
import { apart, number, short } from "./numbers";

/** The shape of each kind of actor; a kind not named here takes one of the rest. */
const SHAPES: Readonly<Record<string, string>> = { state: "circle", organisation: "rect", leader: "diamond", person: "diamond", group: "triangle", armed: "triangle" };
/** The longest name, in letters. */
const LONGEST = 30;
const REST = ["roundRect", "pin", "triangle", "arrow"] as const;

function shapeOf(kind: string, kinds: readonly string[]): string {
  return SHAPES[kind] ?? nth(REST, kinds.filter((k) => !(k in SHAPES)).indexOf(kind));
}

/** Read the answer. */
export function network(answer: NetworkAnswer): Drawn {
  const known = new Set(answer.nodes.map((n) => n.id));
  const edges = answer.edges.filter((e) => known.has(e.source) && known.has(e.target));
  const names = new Map(answer.nodes.map((n) => [n.id, n.name]));
  const kinds = [...new Set(answer.nodes.map((n) => n.kind))].sort();
  return {
    stops: [answer.nodes.map((node, at) => nodeStop(node, at)), edges.map((edge, at) => edgeStop(edge, at, names))],
    height: (width) => height(answer.nodes, width),
    option: (look, width) => option(answer.nodes, edges, kinds, look, width),
    hit: ({ dataType, dataIndex }) => ({ row: dataType === "edge" ? 1 : 0, column: dataIndex }),
    zooms: false,
    roams: "graph",
    line: null,
    csv: {
      head: ["source", "target", "cooperation", "conflict", "net", "count"],
      rows: answer.edges.map((e) => [names.get(e.source) ?? e.source, names.get(e.target) ?? e.target, e.cooperation, e.conflict, e.net, e.count]),
    },
    source: answer.source,
  };
}

function nodeStop(node: NetworkNode, at: number): Stop {
  const lines: (readonly [string, string])[] = [[wordOr(`kind.${node.kind}`, node.kind), node.country ?? "–"], [word("chart.count"), number(node.count)]];
  return { head: apart(node.name), lines, open: `/actor?key=${encodeURIComponent(node.id)}`, place: (chart) => middle(chart, "node", at) };
}

function edgeStop(edge: NetworkEdge, at: number, names: Map<string, string>): Stop {
  return {
    head: `${apart(names.get(edge.source) ?? edge.source)} → ${apart(names.get(edge.target) ?? edge.target)}`,
    lines: [
      [word("chart.net"), edge.net === null ? word("chart.missing") : number(edge.net)],
      [word("chart.cooperation"), number(edge.cooperation)],
      [word("chart.conflict"), number(edge.conflict)],
      [word("chart.count"), number(edge.count)],
    ],
    open: ownAddress(edge.evidence),
    place: (chart) => middle(chart, "edge", at),
  };
}

/** The middle of what stands for a node or an edge, as it is drawn now. */
function middle(chart: EChartsType, kind: "node" | "edge", at: number): { x: number; y: number } | null {
  type Shape = { getBoundingRect(): { x: number; y: number; width: number; height: number }; getComputedTransform(): number[] | null };
  type Data = { getItemGraphicEl(at: number): (Shape & { childAt(at: number): Shape }) | undefined };
  const model = (chart as unknown as { getModel(): { getSeriesByIndex(at: number): { getData(kind: string): Data } } }).getModel();
  const element = model.getSeriesByIndex(0).getData(kind).getItemGraphicEl(at);
  const shape = kind === "edge" ? element?.childAt(0) : element;
  if (!shape) return null;
  const box = shape.getBoundingRect();
  const [a, b, c, d, e, f] = shape.getComputedTransform() ?? [1, 0, 0, 1, 0, 0];
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  return { x: (a ?? 1) * x + (c ?? 0) * y + (e ?? 0), y: (b ?? 0) * x + (d ?? 1) * y + (f ?? 0) };
}

const HEAD = 56;
const FOOT = 40;

/** How large an actor is drawn, by how much was counted of it. */
function sizes(nodes: readonly NetworkNode[]): (node: NetworkNode) => number {
  const most = Math.max(...nodes.map((n) => n.count), 1);
  return (node) => 10 + 22 * Math.sqrt(node.count / most);
}

/** The actors, each with room for its name below it. */
function bodies(nodes: readonly NetworkNode[]): Body[] {
  const size = sizes(nodes);
  return nodes.map((n) => ({ id: n.id, across: Math.max(size(n), short(n.name, LONGEST).length * 7) / 2 + 6, down: size(n) / 2 + 20 }));
}

/** As high as looks well, and on a narrow screen high enough that names do not lie over one another. */
function height(nodes: readonly NetworkNode[], width: number): number {
  const filled = bodies(nodes).reduce((sum, { across, down }) => sum + 4 * across * down, 0);
  return Math.max(Math.min(Math.max(width * 0.62, 420), 660), HEAD + FOOT + (1.3 * filled) / Math.max(width, 1));
}

/** Places for all actors. */
function placed(nodes: NetworkNode[], edges: NetworkEdge[], width: number): Spot[] {
  const busiest = Math.max(...edges.map((e) => e.count), 1);
  const ties = edges.map((e) => ({ from: e.source, to: e.target, pull: Math.sqrt(e.count / busiest) }));
  return laidOut(bodies(nodes), ties, width, height(nodes, width) - HEAD - FOOT);
}

function option(nodes: NetworkNode[], edges: NetworkEdge[], kinds: string[], look: Look, width: number): EChartsCoreOption {
  const busiest = Math.max(...edges.map((e) => e.count), 1);
  const size = sizes(nodes);
  const spots = placed(nodes, edges, width);
  const [xs, ys] = [spots.map((s) => s.x), spots.map((s) => s.y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return {
    legend: {
      left: 0, top: 0, padding: 0, itemGap: 18, itemWidth: 13, itemHeight: 13, selectedMode: true, textStyle: { color: look.ink, fontSize: 12.5 }, itemStyle: { color: look.paper, borderColor: look.ink, borderWidth: 1.4 },
      data: kinds.map((kind) => ({ name: kind, icon: shapeOf(kind, kinds) })),
      formatter: (kind: string) => apart(wordOr(`kind.${kind}`, kind)),
    },
    graphic: key(look),
    series: [
      {
        type: "graph", layout: "none", roam: "move", clip: true, cursor: "pointer", draggable: false,
        left, top: HEAD + top, width: Math.max(Math.max(...xs) - left, 1), height: Math.max(Math.max(...ys) - top, 1),
        categories: kinds.map((name) => ({ name, symbol: shapeOf(name, kinds) })),
        data: nodes.map((n, at) => ({
          ...spots[at], id: n.id, name: n.id, value: n.count, category: kinds.indexOf(n.kind), symbol: shapeOf(n.kind, kinds),
          symbolSize: size(n),
          label: { formatter: apart(short(n.name, LONGEST)) },
        })),
        links: edges.map((e) => ({ source: e.source, target: e.target, value: e.count, lineStyle: stroke(e, busiest, look) })),
        edgeSymbol: ["none", "arrow"], edgeSymbolSize: 8,
        itemStyle: { color: look.paper, borderColor: look.ink, borderWidth: 1.6 },
        label: { show: true, position: "bottom", distance: 3, color: look.ink, fontSize: 12.5, textBorderColor: look.paper, textBorderWidth: 3 },
        emphasis: { focus: "adjacency", lineStyle: { opacity: 1 } },
        blur: { itemStyle: { opacity: 0.3 }, lineStyle: { opacity: 0.12 }, label: { opacity: 0.35 } },
        lineStyle: { curveness: 0.14 },
      },
    ],
  };
}

function stroke(edge: NetworkEdge, busiest: number, look: Look): object {
  const tone = edge.net === null ? 2 : balance(edge.net);
  const colour = tone === 2 ? look.rule : look.diverging[tone];
  return { color: colour, width: 1 + 6 * Math.sqrt(edge.count / busiest), type: tone < 2 ? [7, 5] : "solid", opacity: 0.85, curveness: 0.14 };
}

/** What colours and dashes mean, at the foot of the drawing. */
function key(look: Look): object[] {
  const entries: [string, string, number[] | undefined][] = [
    [word("chart.cooperation"), look.diverging[4], undefined],
    ["±", look.rule, undefined],
    [word("chart.conflict"), look.diverging[0], [7, 5]],
  ];
  let x = 0;
  return entries.map(([text, colour, lineDash]) => {
    const left = x;
    x += 48 + text.length * 7 + 14;
    return {
      type: "group", left, bottom: 8, silent: true,
      children: [
        { type: "line", shape: { x1: 0, y1: 7, x2: 32, y2: 7 }, style: { stroke: colour, lineWidth: 3.5, lineDash } },
        { type: "text", x: 40, y: 7, style: { text, fill: look.quiet, fontSize: 12, fontFamily: FONT, verticalAlign: "middle" } },
      ],
    };
  });
}
