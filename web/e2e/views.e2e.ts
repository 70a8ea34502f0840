// Every view opens, reads well in both directions and widths, and can be read by all.

import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { DRAWN, drawn, open, test, VIEWS } from "./page";

for (const view of Object.keys(VIEWS)) {
  test(`${view} opens with a heading and without a fault`, async ({ page, watched }) => {
    await open(page, view);
    await expect(page.locator("h1")).toHaveCount(1);
    await expect(page.locator("h1")).not.toBeEmpty();
    if (DRAWN.includes(view)) await drawn(page);
    expect(watched.faults).toEqual([]);
  });

  test(`${view} in Arabic runs from right to left and never sideways`, async ({ page, watched }) => {
    for (const width of [375, 1600]) {
      await page.setViewportSize({ width, height: 900 });
      await open(page, view, "ar");
      await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
      await expect(page.locator("html")).toHaveAttribute("lang", "ar");
      if (DRAWN.includes(view)) await drawn(page);
      expect(await sideways(page), `at ${width} pixels`).toBe(0);
    }
    expect(watched.faults).toEqual([]);
  });

  test(`${view} has no serious barrier, in the light and in the dark`, async ({ page }) => {
    await open(page, view);
    if (DRAWN.includes(view)) await drawn(page);
    const found: Record<string, string[]> = {};
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      found[colorScheme] = await barriers(page);
    }
    expect(found).toEqual({ light: [], dark: [] });
  });
}

/** How many pixels of the page lie outside the window. */
async function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** What keeps people out, as axe tells it: the rule and the first places. */
async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  return grave.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.target.join(" ")} ${node.html.slice(0, 160)}`).join(" | ")}`);
}
