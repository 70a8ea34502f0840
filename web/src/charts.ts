// Draws every chart of the page from its data, and gives it buttons. The table stays below, for those who would rather read.

import type { EChartsType } from "echarts/core";
import { button, make } from "./build";
import { bars } from "./chart/bars";
import { csv } from "./chart/csv";
import { Cursor } from "./chart/cursor";
import type { Drawn } from "./chart/drawn";
import { core } from "./chart/echarts";
import { dots, fileName, picture, save } from "./chart/export";
import { FONT, look } from "./chart/look";
import { map } from "./chart/map";
import { network } from "./chart/network";
import { series } from "./chart/series";
import { isDark, TURNED } from "./theme";
import { word } from "./words";

const KINDS: Readonly<Record<string, (answer: never) => Drawn | Promise<Drawn>>> = { series, network, map, bars };

for (const figure of document.querySelectorAll<HTMLElement>("figure.chart[data-src]")) void wake(figure);

async function wake(figure: HTMLElement): Promise<void> {
  const canvas = figure.querySelector<HTMLElement>(".canvas");
  if (!canvas) return;
  const status = make("p", "status", word("chart.loading"));
  status.setAttribute("role", "status");
  canvas.before(status);
  try {
    const drawn = await fetched(figure);
    if (drawn.stops.every((row) => row.length === 0)) {
      status.textContent = word("chart.empty");
      return;
    }
    status.remove();
    new Framed(figure, canvas, drawn).show();
  } catch (error) {
    console.error(error);
    canvas.hidden = true;
    status.textContent = word("chart.failed");
  }
}

async function fetched(figure: HTMLElement): Promise<Drawn> {
  const read = KINDS[figure.dataset["chart"] ?? ""];
  const source = figure.dataset["src"] ?? "";
  if (!read) throw new Error(`no chart of the kind ${figure.dataset["chart"]}`);
  const answer = await fetch(source, { headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(`${source}: ${answer.status}`);
  return read((await answer.json()) as never);
}

/** The breadth of a printed sheet within its margins, in pixels. */
const SHEET = 680;

/** A chart in its figure. */
class Framed {
  private readonly chart: EChartsType;
  private readonly title: string;
  private readonly source: string;
  private readonly tools = make("div", "tools");
  private readonly plot = make("div", "plot");
  private width: number;

  constructor(private readonly figure: HTMLElement, private readonly canvas: HTMLElement, private readonly drawn: Drawn) {
    canvas.hidden = false;
    this.title = figure.dataset["title"] ?? figure.querySelector("figcaption")?.textContent?.trim() ?? "";
    this.source = figure.dataset["source"] ?? drawn.source;
    this.width = canvas.clientWidth;
    canvas.replaceChildren(this.plot);
    this.plot.style.height = `${drawn.height(this.width, false)}px`;
    this.chart = core.init(this.plot, null, { renderer: "svg" });
  }

  show(): void {
    this.draw();
    this.name();
    const cursor = new Cursor(this.canvas, this.chart, this.drawn);
    this.addTools(cursor);
    if (this.drawn.zooms) this.listenToBrush(cursor);
    document.addEventListener(TURNED, () => this.draw());
    this.listenToPrinter(cursor);
    new ResizeObserver(() => this.fit(cursor)).observe(this.canvas);
    this.figure.querySelector<HTMLDetailsElement>("details.behind")?.removeAttribute("open");
  }

  private draw(printed = false): void {
    const zoom = this.zoom();
    const ground = look(!printed && isDark());
    this.chart.setOption({ textStyle: { fontFamily: FONT }, ...this.drawn.option(ground, this.width, printed), animation: false }, { notMerge: true });
    if (zoom) this.chart.setOption({ dataZoom: printed ? zoom.slice(0, 1) : zoom });
    if (this.drawn.zooms && !printed) this.armBrush();
  }

  /** What the eyes get from the drawing, the ears get from its name, the cursor's words and the table. */
  private name(): void {
    const help = make("span", "aloud", [word("chart.help"), this.drawn.zooms ? word("chart.helpzoom") : ""].join(" "));
    help.id = `help-${Math.random().toString(36).slice(2)}`;
    this.canvas.setAttribute("role", "img");
    this.canvas.setAttribute("aria-label", this.title);
    this.canvas.setAttribute("aria-describedby", help.id);
    this.canvas.tabIndex = 0;
    this.canvas.after(help);
  }

  private fit(cursor: Cursor): void {
    if (this.canvas.clientWidth === this.width || this.canvas.clientWidth === 0) return;
    cursor.leave();
    this.drawAt(this.canvas.clientWidth, false);
  }

  private drawAt(width: number, printed: boolean): void {
    this.width = width;
    const height = this.drawn.height(width, printed);
    this.plot.style.height = `${height}px`;
    this.chart.resize({ width, height });
    this.draw(printed);
  }

  /** On paper a chart is black on white and no wider than the sheet. */
  private listenToPrinter(cursor: Cursor): void {
    addEventListener("beforeprint", () => (cursor.leave(), this.drawAt(Math.min(this.width, SHEET), true)));
    addEventListener("afterprint", () => this.drawAt(this.canvas.clientWidth, false));
  }

  // Looking closer.

  private zoom(): object[] | null {
    const zooms = (this.chart.getOption() as { dataZoom?: { startValue: number; endValue: number }[] } | undefined)?.dataZoom;
    return zooms && zooms.length > 0 ? zooms.map(({ startValue, endValue }) => ({ startValue, endValue })) : null;
  }

  /** Dragging a mouse across the plot chooses a span; a finger scrolls the page instead. */
  private armBrush(): void {
    if (matchMedia("(pointer: coarse)").matches) return;
    this.chart.dispatchAction({ type: "takeGlobalCursor", key: "brush", brushOption: { brushType: "lineX", brushMode: "single", z: 10, transformable: false } });
  }

  private listenToBrush(cursor: Cursor): void {
    this.chart.on("brushEnd", (end) => {
      const span = (end as { areas?: { coordRange?: number[] }[] }).areas?.[0]?.coordRange;
      this.chart.dispatchAction({ type: "brush", areas: [] });
      const [startValue, endValue] = [span?.[0], span?.[1]];
      cursor.leave();
      if (startValue !== undefined && endValue !== undefined && endValue > startValue) this.chart.dispatchAction({ type: "dataZoom", startValue, endValue });
    });
    this.chart.on("datazoom", () => cursor.leave());
  }

  private roam(zoom: number): void {
    const { x, y } = this.drawn.heart?.(this.chart) ?? { x: this.canvas.clientWidth / 2, y: this.canvas.clientHeight / 2 };
    const onto = this.drawn.roams === "geo" ? { componentType: "geo", geoIndex: 0 } : { componentType: "series", seriesIndex: 0 };
    this.chart.dispatchAction({ type: `${this.drawn.roams}Roam`, ...onto, zoom, originX: x, originY: y });
  }

  // Buttons.

  private addTools(cursor: Cursor): void {
    const add = (label: string, act: () => void) => this.tools.append(button("", label, act));
    if (this.drawn.roams) {
      add(word("action.zoomin"), () => (cursor.leave(), this.roam(1.4)));
      add(word("action.zoomout"), () => (cursor.leave(), this.roam(1 / 1.4)));
    }
    if (this.drawn.zooms) add(word("action.whole"), () => this.chart.dispatchAction({ type: "dataZoom", start: 0, end: 100 }));
    add(word("action.svg"), () => this.saveSvg());
    add(word("action.png"), () => void this.savePng());
    add(word("action.csv"), () => this.saveCsv());
    this.canvas.before(this.tools);
  }

  private picture(): ReturnType<typeof picture> {
    return picture(this.drawn, this.title, this.source, this.zoom()?.slice(0, 1) ?? null);
  }

  private saveSvg(): void {
    save(new Blob([this.picture().svg], { type: "image/svg+xml" }), fileName(this.title, "svg"));
  }

  private async savePng(): Promise<void> {
    save(await dots(this.picture()), fileName(this.title, "png"));
  }

  private saveCsv(): void {
    const text = csv(this.drawn.csv.head, this.drawn.csv.rows, this.source);
    save(new Blob([text], { type: "text/csv;charset=utf-8" }), fileName(this.title, "csv"));
  }
}
