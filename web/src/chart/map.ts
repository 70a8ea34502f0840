// The balance of one actor with every country, on a map. Countries of which nothing is known are hatched.

import type { EChartsCoreOption, EChartsType } from "echarts/core";
import { ownAddress } from "../build";
import { word } from "../words";
import type { MapAnswer } from "./data";
import type { Drawn, Stop } from "./drawn";
import { core } from "./echarts";
import { balance, BALANCES, FONT, hatch, type Look } from "./look";
import { apart, number } from "./numbers";
import { project, unproject } from "./projection";

type Country = MapAnswer["countries"][number];
interface World {
  features: { properties: { code: string; name: string } }[];
}

/** Read the answer; the outlines are fetched once. */
export async function map(answer: MapAnswer): Promise<Drawn> {
  const world = await outlines();
  const codes = world.features.map((f) => f.properties.code);
  const countries = [...answer.countries].sort((a, b) => a.name.localeCompare(b.name));
  return {
    stops: [countries.map(stop)],
    height: (width) => Math.max(width * 0.52, 190) + 64,
    option: (look, width) => option(countries, codes, answer.actor, look, width),
    hit: ({ name }) => {
      const column = countries.findIndex((c) => c.code === name);
      return column < 0 ? null : { row: 0, column };
    },
    zooms: false,
    roams: "geo",
    heart: (chart) => centre(chart, answer.actor),
    line: null,
    csv: { head: ["code", "name", "net", "count"], rows: answer.countries.map((c) => [c.code, c.name, c.net, c.count]) },
    source: answer.source,
  };
}

async function outlines(): Promise<World> {
  const answer = await fetch("/assets/world.json");
  if (!answer.ok) throw new Error(`/assets/world.json: ${answer.status}`);
  const world = (await answer.json()) as World;
  core.registerMap("world", world as never);
  return world;
}

function stop(country: Country): Stop {
  return {
    head: `${apart(country.name)} (${country.code})`,
    lines: [
      [word("chart.net"), country.net === null ? word("chart.nodata") : number(country.net)],
      [word("chart.count"), number(country.count)],
    ],
    open: ownAddress(country.evidence),
    place: (chart) => centre(chart, country.code),
  };
}

/** The middle of a country as it is drawn now. */
function centre(chart: EChartsType, code: string): { x: number; y: number } | null {
  type Geo = { coordinateSystem: { getRegion(name: string): { getCenter(): number[] } | undefined; dataToPoint(at: number[]): number[] } };
  const model = (chart as unknown as { getModel(): { getComponent(name: string): Geo } }).getModel();
  const geo = model.getComponent("geo").coordinateSystem;
  const region = geo.getRegion(code);
  const [x, y] = region ? geo.dataToPoint(region.getCenter()) : [];
  return x === undefined || y === undefined ? null : { x, y };
}

function option(countries: Country[], codes: string[], actor: string, look: Look, width: number): EChartsCoreOption {
  const known = new Map(countries.map((c) => [c.code, c]));
  const unknown = hatch(look);
  return {
    geo: {
      map: "world", nameProperty: "code", projection: { project, unproject }, roam: "move", clip: true, left: 2, right: 2, top: 4, bottom: 62,
      itemStyle: { areaColor: unknown, borderColor: look.rule, borderWidth: 0.5 },
      label: { show: false },
      emphasis: { label: { show: false }, itemStyle: { areaColor: "inherit", borderColor: look.ink, borderWidth: 1.4 } },
      select: { disabled: true },
      regions: codes.map((code) => region(code, known.get(code), code === actor, look)),
    },
    graphic: legend(look, width),
  };
}

function region(name: string, country: Country | undefined, own: boolean, look: Look): object {
  const net = country?.net ?? null;
  const areaColor = own ? look.ink : net === null ? hatch(look) : look.diverging[balance(net)];
  const silent = country === undefined;
  return { name, silent, itemStyle: { areaColor, ...(own ? { borderColor: look.ink, borderWidth: 1 } : {}) }, emphasis: { itemStyle: { areaColor } } };
}

/** Colours and what they stand for, in one line or two. */
function legend(look: Look, width: number): object[] {
  const entries = [...BALANCES.map((text, at) => [text, look.diverging[at]] as const), [word("chart.nodata"), hatch(look)] as const];
  const wide = Math.min(112, Math.max(width / 3 - 4, 100));
  const across = Math.max(Math.floor(width / wide), 1);
  const small = { fontSize: 11.5, fontFamily: FONT, verticalAlign: "middle" };
  const words = [word("chart.conflict"), "", "", "", word("chart.cooperation"), ""];
  return entries.map(([text, fill], at) => ({
    type: "group", left: (at % across) * wide, bottom: across >= entries.length ? 6 : 26 - Math.floor(at / across) * 26, silent: true,
    children: [
      { type: "rect", shape: { x: 0, y: 3, width: 16, height: 10 }, style: { fill, stroke: look.rule, lineWidth: 0.5 } },
      { type: "text", x: 22, y: 8, style: { text, ...small, fill: look.quiet } },
      ...(words[at] && across >= entries.length ? [{ type: "text", x: 0, y: -10, style: { text: words[at], ...small, fill: look.ink } }] : []),
    ],
  }));
}
