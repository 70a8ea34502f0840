// A page that remembers what went wrong on it, and the views that are visited.

import { existsSync } from "node:fs";
import { dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { test as plain, type Page } from "@playwright/test";

/** Every view, by its address; a report and a record are looked up, since their names are made from their contents. */
export const VIEWS: Readonly<Record<string, string>> = {
  home: "/",
  relation: "/relation?a=KAZ&b=RUS",
  balance: "/balance?a=KAZ&poles=RUS,CHN",
  coverage: "/coverage?a=KAZ",
  actor: "/actor?key=KAZ",
  claims: "/claims",
  forecasts: "/forecasts?a=KAZ",
  network: "/network",
  map: "/map?a=KAZ",
  reports: "/reports",
  report: "/reports -> report",
  events: "/events",
  record: "/events -> record",
  sources: "/sources",
  search: "/search?q=Kazakhstan",
  paste: "/paste",
};

/** The views where a chart is drawn. */
export const DRAWN = ["relation", "balance", "coverage", "network", "map"];

/** With `BUILT=1` the browser layer comes from `built/` and not from the program, so that it can be tried before the program is made again. */
const built = process.env["BUILT"] ? resolve(dirname(fileURLToPath(import.meta.url)), "../built") : null;
const KINDS: Readonly<Record<string, string>> = { ".js": "text/javascript", ".css": "text/css", ".json": "application/json" };

/** What went wrong on a page: errors of scripts, of the console, and of the content security policy. */
export interface Watched {
  faults: string[];
}

export const test = plain.extend<{ watched: Watched }>({
  baseURL: async ({}, use) => use(process.env["MIZAN_AT"] ?? ""),
  watched: [
    async ({ page }, use) => {
      const watched: Watched = { faults: [] };
      page.on("pageerror", (error) => watched.faults.push(error.message));
      page.on("console", (line) => void (line.type() === "error" && watched.faults.push(line.text())));
      await page.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
      });
      if (built) await serveBuilt(page, built);
      await use(watched);
    },
    { auto: true },
  ],
});

async function serveBuilt(page: Page, folder: string): Promise<void> {
  await page.route("**/assets/*", async (route) => {
    const path = join(folder, new URL(route.request().url()).pathname.replace("/assets/", ""));
    await (existsSync(path) ? route.fulfill({ path, contentType: KINDS[extname(path)] }) : route.continue());
  });
}

/** Open a view in a language, as a reader gets there. */
export async function open(page: Page, view: string, language = "en"): Promise<void> {
  const [list = "/", one] = (VIEWS[view] ?? view).split(" -> ");
  await page.goto(inLanguage(list, language));
  if (!one) return;
  const evidence = page.locator("main td a[href^='/report?']").first();
  await page.goto(inLanguage((await evidence.getAttribute("href")) ?? "", language));
  if (one === "record") await page.locator("article.record.event a[href^='/record?']").first().click();
}

function inLanguage(address: string, language: string): string {
  const url = new URL(address, "http://here");
  url.searchParams.set("lang", language);
  return url.pathname + url.search + url.hash;
}

/** Wait until the chart of the page is drawn, or said to be empty. */
export async function drawn(page: Page): Promise<void> {
  await page.locator("figure.chart").locator(".canvas svg, .status").first().waitFor();
  await page.waitForFunction(() => document.querySelector(".plot svg path") !== null);
}
