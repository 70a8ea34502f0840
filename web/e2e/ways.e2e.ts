// What a reader does: reads a report of her own, goes about by keyboard, follows a number to its evidence.

import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { drawn, open, test, VIEWS } from "./page";

const SAMPLE = readFileSync(new URL("../../samples/en-1-st-petersburg.txt", import.meta.url), "utf8");

async function read(page: Page, text: string): Promise<void> {
  await open(page, "paste");
  await page.locator("textarea[name=text]").fill(text);
  await page.locator("form.paste button").click();
  await page.locator("article.report").waitFor();
}

test("a pasted report is marked, and its marks lead to their cards", async ({ page, watched }) => {
  await read(page, SAMPLE);
  const mark = page.locator("article.report a.m.event").first();
  await expect(mark).toBeVisible();
  const card = page.locator(`article.record[id="${(await mark.getAttribute("href"))?.slice(1)}"]`);
  await mark.click();
  await expect(card).toHaveClass(/\bpinned\b/);
  await expect(card).toBeInViewport();
  await page.keyboard.press("Escape");
  await expect(card).not.toHaveClass(/\bpinned\b/);
  expect(watched.faults).toEqual([]);
});

test("every mark of a pasted report has the cards that it names", async ({ page }) => {
  await read(page, SAMPLE);
  const astray = await page.evaluate(() => {
    const named = [...document.querySelectorAll<HTMLElement>("article.report .m")].flatMap((m) => (m.dataset["ids"] ?? "").split(" "));
    return named.filter((id) => !document.getElementById(id)?.matches("article.record"));
  });
  expect(astray).toEqual([]);
});

test("j and k go from event to event, and a layer can be put away", async ({ page }) => {
  await read(page, SAMPLE);
  const events = page.locator("article.record.event");
  await page.keyboard.press("j");
  await expect(events.nth(0)).toBeFocused();
  await page.keyboard.press("j");
  await expect(events.nth(1)).toBeFocused();
  await page.keyboard.press("k");
  await expect(events.nth(0)).toHaveClass(/\bpinned\b/);
  await page.locator("input[data-layer=actor]").uncheck();
  await expect(page.locator("article.record.actor").first()).toBeHidden();
});

test("on a narrow screen the cards come up from below", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await read(page, SAMPLE);
  const handle = page.locator("aside.records .handle");
  await expect(handle).toHaveAttribute("aria-expanded", "false");
  await page.locator("article.report a.m.event").first().click();
  await expect(handle).toHaveAttribute("aria-expanded", "true");
  await expect(page.locator("article.record.lit").first()).toBeInViewport();
});

test("a script in a pasted text stays text", async ({ page, watched }) => {
  const hostile = "<script>window.taken = 1</script><img src=x onerror='window.taken = 1'>";
  await read(page, `Russia and Kazakhstan signed an agreement in Astana on Monday. "${hostile}," said the minister ${hostile} of Russia.`);
  await expect(page.locator("article.report")).toContainText("<script>window.taken = 1</script>");
  await expect(page.locator("main script, main img")).toHaveCount(0);
  expect(await page.evaluate(() => "taken" in window)).toBe(false);
  expect(watched.faults).toEqual([]);
});

test("the keyboard alone reaches the text, the search, the list of keys and a page", async ({ page, watched }) => {
  await open(page, "home");
  await page.keyboard.press("Tab");
  await expect(page.locator("a.skip")).toBeFocused();
  await expect(page.locator("a.skip")).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
  await page.keyboard.press("/");
  await expect(page.locator("#q")).toBeFocused();
  await page.keyboard.type("g r ?");
  await expect(page.locator("#q")).toHaveValue("g r ?");
  await page.locator("#q").blur();
  await page.keyboard.press("?");
  await expect(page.locator("dialog.help")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator("dialog.help")).toBeHidden();
  await page.keyboard.press("g");
  await page.keyboard.press("r");
  await expect(page).toHaveURL(/\/relation/);
  expect(watched.faults).toEqual([]);
});

test("the search finds an actor by its name", async ({ page }) => {
  await open(page, "home");
  await page.keyboard.press("/");
  await page.keyboard.type("Kazakhstan");
  await page.keyboard.press("Enter");
  await page.locator("main a[href^='/actor?']").first().click();
  await expect(page.locator("h1")).toContainText("Kazakhstan");
});

test("the theme is the reader's, and stays", async ({ page }) => {
  await open(page, "home");
  await page.locator("#theme").click();
  await page.locator("#theme").click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("a point of a series is reached with arrow keys and leads to its evidence", async ({ page }) => {
  await open(page, "relation");
  await drawn(page);
  await page.locator(".canvas").focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator(".canvas .tip")).toBeVisible();
  await expect(page.locator(".canvas .tip dd").first()).not.toBeEmpty();
});

test("a chart leaves as a picture and as a table with its source", async ({ page }) => {
  await open(page, "balance");
  await drawn(page);
  for (const [button, ending] of [["SVG", "svg"], ["PNG", "png"], ["CSV", "csv"]] as const) {
    const [file] = await Promise.all([page.waitForEvent("download"), page.locator(".tools button", { hasText: button }).click()]);
    expect(file.suggestedFilename()).toMatch(new RegExp(`\\.${ending}$`));
    if (ending === "csv") expect(readFileSync(await file.path(), "utf8")).toMatch(/\n# .+\s*$/);
  }
});

test("without scripts every number is still in its table", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(new URL("/relation?a=KAZ&b=RUS", process.env["MIZAN_AT"]).href);
  await expect(page.locator("figure.chart table")).toBeVisible();
  await expect(page.locator(".canvas")).toBeHidden();
  await context.close();
});

test("every view is told apart by the title of its window", async ({ page }) => {
  const titles: Record<string, string> = {};
  for (const view of Object.keys(VIEWS)) {
    await open(page, view);
    titles[view] = await page.title();
  }
  const alike = Object.keys(titles).filter((view) => view !== "home" && titles[view] === titles["home"]);
  expect(alike).toEqual([]);
});
