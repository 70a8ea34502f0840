// A chart as a file: SVG, PNG or CSV. Title and source stand within the picture, for a picture travels alone.

import type { Drawn } from "./drawn";
import { core } from "./echarts";
import { FONT, look } from "./look";
import { apart } from "./numbers";

/** Width of an exported picture, in pixels. */
const WIDTH = 960;
const MARGIN = 28;
const INNER = WIDTH - 2 * MARGIN;
const HEAD = 56;
const LETTER = 6.2;

/** Draw the chart anew, in black on white and without what only a screen can use, with title and source around it. */
export function picture(drawn: Drawn, title: string, source: string, zoom: object[] | null): { svg: string; width: number; height: number } {
  const height = drawn.height(INNER, true);
  const inner = drawing(drawn, height, zoom);
  const lines = folded(source, Math.floor(INNER / LETTER));
  const whole = HEAD + height + 20 + lines.length * 16 + 12;
  const svg = element("svg", { xmlns: "http://www.w3.org/2000/svg", width: WIDTH, height: whole, viewBox: `0 0 ${WIDTH} ${whole}`, role: "img", direction: "ltr" });
  svg.append(element("title", {}, title));
  svg.append(element("rect", { width: WIDTH, height: whole, fill: "#ffffff" }));
  svg.append(letters(title, MARGIN, 34, 19, "#1c1a17", "600"));
  inner.setAttribute("x", String(MARGIN));
  inner.setAttribute("y", String(HEAD));
  svg.append(inner);
  lines.forEach((line, at) => svg.append(letters(line, MARGIN, HEAD + height + 24 + at * 16, 12, "#5f5a50", "400")));
  return { svg: new XMLSerializer().serializeToString(svg), width: WIDTH, height: whole };
}

/** The picture in dots, twice as fine as a plain screen. */
export async function dots(of: { svg: string; width: number; height: number }): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([of.svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = of.width * 2;
    canvas.height = of.height * 2;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("no picture"))), "image/png"));
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Hand a file to the reader. */
export function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A title as a file name: letters and digits of any script, joined by hyphens. */
export function fileName(title: string, ending: string): string {
  const name = title.replace(/[^\p{L}\p{M}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "");
  return `${name.slice(0, 80) || "mizan"}.${ending}`;
}

/** A text in lines no longer than so many letters. */
export function folded(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const piece of text.split(/\s+/).filter((w) => w !== "")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + piece.length <= most) lines[lines.length - 1] = `${last} ${piece}`;
    else lines.push(piece);
  }
  return lines;
}

function drawing(drawn: Drawn, height: number, zoom: object[] | null): SVGElement {
  const box = document.createElement("div");
  const chart = core.init(box, null, { renderer: "svg", width: INNER, height });
  try {
    chart.setOption({ textStyle: { fontFamily: FONT }, ...drawn.option(look(false), INNER, true), animation: false });
    if (zoom) chart.setOption({ dataZoom: zoom });
    return box.querySelector("svg")?.cloneNode(true) as SVGElement;
  } finally {
    chart.dispose();
  }
}

function letters(text: string, x: number, y: number, size: number, fill: string, weight: string): SVGElement {
  return element("text", { x, y, fill, "font-size": size, "font-weight": weight, "font-family": FONT }, apart(text));
}

function element(tag: string, attributes: Record<string, string | number>, text?: string): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) if (name !== "xmlns") made.setAttribute(name, String(value));
  if (text !== undefined) made.textContent = text;
  return made;
}
