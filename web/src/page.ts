// What every page does once it is there. A page reads well without any of this.

import "./css/ground.css";
import "./css/parts.css";
import "./css/report.css";
import "./css/chart.css";
import "./css/print.css";
import { wakeKeys } from "./keys";
import { wakeReport } from "./report";
import { wakeTheme } from "./theme";

/** Built apart from this script, so that pages without charts stay light. */
const CHARTS = "/assets/charts.js";

function wake(): void {
  document.documentElement.classList.add("scripted");
  wakeTheme();
  wakeKeys();
  wakeReport();
  wakeWideBoxes();
  wakePrinter();
  if (document.querySelector("figure.chart[data-src]")) void import(/* @vite-ignore */ CHARTS);
}

/** A box that scrolls must be reachable by keyboard. */
function wakeWideBoxes(): void {
  for (const box of document.querySelectorAll<HTMLElement>(".wide")) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  }
}

/** What is folded away on the screen is printed. */
function wakePrinter(): void {
  let folded: HTMLDetailsElement[] = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll<HTMLDetailsElement>("details.behind:not([open])")];
    for (const details of folded) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of folded) details.open = false;
  });
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", wake);
else wake();
