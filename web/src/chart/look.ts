// How charts look: colours that hold 3:1 against the paper (4.5:1 for words), and a second mark beside every colour.

import type { PatternObject } from "zrender/lib/graphic/Pattern.js";
import { createVNode } from "zrender/lib/svg/core.js";

/** The colours of a chart on one paper. */
export interface Look {
  dark: boolean;
  paper: string;
  ink: string;
  quiet: string;
  rule: string;
  faint: string;
  rubric: string;
  lines: readonly string[];
  /** From much conflict over neither to much cooperation. */
  diverging: readonly [string, string, string, string, string];
}

const LIGHT: Look = {
  dark: false,
  paper: "#fffefa",
  ink: "#1c1a17",
  quiet: "#5f5a50",
  rule: "#8d877a",
  faint: "#e4dfd3",
  rubric: "#8f1d1d",
  lines: ["#0b5c9e", "#b8480b", "#0a7558", "#8e3a80", "#8a6100", "#35606b", "#1c1a17"],
  diverging: ["#a8500a", "#e0a56b", "#d9d6cd", "#86b3d9", "#1f5f9c"],
};

const DARK: Look = {
  dark: true,
  paper: "#17181b",
  ink: "#ebe7de",
  quiet: "#aaa59a",
  rule: "#77746c",
  faint: "#2f3034",
  rubric: "#ef9a8a",
  lines: ["#6fb3ee", "#f0965a", "#52c3a0", "#dd93d0", "#d9b148", "#93bfca", "#ebe7de"],
  diverging: ["#ef9a4e", "#9c6a3c", "#4a4b4f", "#4a7aa6", "#7fbdf2"],
};

/** The look for a light or a dark page. */
export function look(dark: boolean): Look {
  return dark ? DARK : LIGHT;
}

/** What drawings are lettered in; the same fonts as the page's small type. */
export const FONT = '"Segoe UI", "Helvetica Neue", "Noto Sans", "Noto Sans Arabic", "Geeza Pro", Tahoma, system-ui, sans-serif';

/** Strokes in the order of the line colours, so that lines differ without colour too. */
export const STROKES: readonly ("solid" | number[])[] = ["solid", [8, 4], [2, 3], [10, 3, 2, 3], [5, 2], [1, 2], [14, 4]];

/** Marks in the same order. */
export const MARKS: readonly string[] = ["circle", "rect", "triangle", "diamond", "emptyCircle", "emptyRect", "emptyTriangle"];

/** The same marks as letters. */
export const GLYPHS: readonly string[] = ["●", "■", "▲", "◆", "○", "□", "△"];

/** The n-th of a list that goes round. */
export function nth<T>(list: readonly T[], at: number): T {
  return list[at % list.length] as T;
}

/** The class of a net balance from -1 to 1. */
export function balance(net: number): 0 | 1 | 2 | 3 | 4 {
  if (net < -0.6) return 0;
  if (net < -0.2) return 1;
  if (net <= 0.2) return 2;
  return net <= 0.6 ? 3 : 4;
}

/** What each class of balance spans, in words of numbers. */
export const BALANCES = ["−1 … −0.6", "−0.6 … −0.2", "−0.2 … 0.2", "0.2 … 0.6", "0.6 … 1"] as const;

/** Slanted hatching: nothing is known here. */
export function hatch(look: Look): PatternObject {
  const paper = createVNode("rect", "paper", { width: 6, height: 6, fill: look.dark ? "#1e1f23" : "#f7f5ef" });
  const stroke = createVNode("path", "stroke", { d: "M-1,1l2,-2M0,6l6,-6M5,7l2,-2", stroke: look.dark ? "#44464c" : "#cfc9bb", "stroke-width": 1 });
  const svgElement = createVNode("g", "hatch", {}, [paper, stroke]);
  return { svgElement, svgWidth: 6, svgHeight: 6, repeat: "repeat", x: 0, y: 0, rotation: 0, scaleX: 1, scaleY: 1 } as unknown as PatternObject;
}
