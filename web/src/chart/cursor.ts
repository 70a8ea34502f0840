// Where the reader stands on a chart, by pointer or by arrow keys: a note beside the point, the same words aloud, and the way to the evidence.

import type { EChartsType } from "echarts/core";
import { make } from "../build";
import { word } from "../words";
import type { Drawn, Standing, Stop } from "./drawn";

/** A step of an arrow key, or null for other keys. */
export function stepped(from: Standing | null, key: string, lengths: readonly number[]): Standing | null {
  const rows = lengths.length;
  if (rows === 0 || !/^(Arrow(Left|Right|Up|Down)|Home|End)$/.test(key)) return null;
  if (from === null) return { row: 0, column: key === "ArrowLeft" || key === "End" ? (lengths[0] ?? 1) - 1 : 0 };
  const row = key === "ArrowUp" ? (from.row + rows - 1) % rows : key === "ArrowDown" ? (from.row + 1) % rows : from.row;
  const last = Math.max((lengths[row] ?? 1) - 1, 0);
  const aim = key === "ArrowLeft" ? from.column - 1 : key === "ArrowRight" ? from.column + 1 : key === "Home" ? 0 : key === "End" ? last : from.column;
  return { row, column: Math.min(Math.max(aim, 0), last) };
}

/** The words of a stop for the ear. */
function spoken(stop: Stop): string {
  const words = [stop.head, ...stop.lines.map(([name, text]) => `${name}: ${text}`)].join(". ");
  return words.replace(/[\u2066-\u2069]/g, "");
}

/** The cursor of one chart. */
export class Cursor {
  private at: Standing | null = null;
  private readonly note = make("div", "tip");
  private readonly ring = make("div", "ring");
  private readonly line = make("div", "across");
  private readonly aloud = make("p", "aloud");

  constructor(private readonly canvas: HTMLElement, private readonly chart: EChartsType, private readonly drawn: Drawn) {
    this.note.hidden = this.ring.hidden = this.line.hidden = true;
    this.note.setAttribute("aria-hidden", "true");
    this.aloud.setAttribute("aria-live", "polite");
    canvas.append(this.line, this.ring, this.note);
    canvas.after(this.aloud);
    this.listen();
  }

  /** Stand nowhere. */
  leave(): void {
    this.at = null;
    this.note.hidden = this.ring.hidden = this.line.hidden = true;
  }

  private listen(): void {
    this.canvas.addEventListener("keydown", (press) => this.pressed(press));
    this.canvas.addEventListener("blur", () => this.leave());
    this.canvas.addEventListener("pointerleave", () => this.leave());
    if (this.drawn.near) this.listenToPlaces(this.drawn.near.bind(this.drawn));
    else this.listenToElements();
  }

  private listenToPlaces(near: NonNullable<Drawn["near"]>): void {
    const zr = this.chart.getZr();
    zr.on("mousemove", ({ offsetX, offsetY }) => this.stand(near(this.chart, offsetX, offsetY), false));
    zr.on("click", ({ offsetX, offsetY }) => this.open(near(this.chart, offsetX, offsetY)));
  }

  private listenToElements(): void {
    const standing = (what: unknown) => this.drawn.hit?.(what as never) ?? null;
    this.chart.on("mouseover", (what) => this.stand(standing(what), false));
    this.chart.on("mouseout", () => this.leave());
    this.chart.on("click", (what) => this.open(standing(what)));
  }

  private pressed(press: KeyboardEvent): void {
    if (press.ctrlKey || press.altKey || press.metaKey) return;
    if (press.key === "Escape") return this.leave();
    if (press.key === "Enter") return this.open(this.at);
    const next = stepped(this.at, press.key, this.drawn.stops.map((row) => row.length));
    if (next === null) return;
    press.preventDefault();
    this.stand(next, true);
  }

  private stopAt(at: Standing | null): Stop | null {
    return (at && this.drawn.stops[at.row]?.[at.column]) ?? null;
  }

  private open(at: Standing | null): void {
    const address = this.stopAt(at)?.open;
    if (address) location.assign(address);
  }

  private stand(at: Standing | null, speak: boolean): void {
    const stop = this.stopAt(at);
    if (stop === null) return this.leave();
    this.at = at;
    this.write(stop);
    this.move(stop.place(this.chart));
    this.canvas.classList.toggle("opens", stop.open !== null);
    if (speak) this.aloud.textContent = spoken(stop);
  }

  private write(stop: Stop): void {
    const list = make("dl", "", ...stop.lines.map(([name, text]) => make("div", "", make("dt", "", name), make("dd", "", text))));
    this.note.replaceChildren(make("strong", "", stop.head), list);
    if (stop.open !== null) this.note.append(make("em", "", word("chart.open")));
    for (const said of this.note.querySelectorAll("strong, dd, dt")) said.setAttribute("dir", "auto");
  }

  private move(place: { x: number; y: number } | null): void {
    const seen = place !== null;
    this.note.hidden = false;
    this.ring.hidden = !seen;
    this.line.hidden = !seen || this.drawn.line === null;
    const { x, y } = place ?? { x: this.canvas.clientWidth / 2, y: 20 };
    this.ring.style.transform = `translate(${x}px, ${y}px)`;
    const { clientWidth: width, clientHeight: height } = this.canvas;
    const across = this.drawn.line?.(width) ?? { top: 0, bottom: 0 };
    this.line.style.transform = `translate(${x}px, ${across.top}px)`;
    this.line.style.height = `${across.bottom - across.top}px`;
    const beside = x + 16 + this.note.offsetWidth <= width ? x + 16 : x - 16 - this.note.offsetWidth;
    const left = Math.min(Math.max(beside, 0), Math.max(width - this.note.offsetWidth, 0));
    const top = Math.min(Math.max(y - this.note.offsetHeight / 2, 0), Math.max(height - this.note.offsetHeight, 0));
    this.note.style.transform = `translate(${left}px, ${top}px)`;
  }
}
