// Tests in a real browser, against the program itself: `MIZAN=../target/release/mizan npm run e2e`.

import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "e2e",
  testMatch: "*.e2e.ts",
  outputDir: "node_modules/.e2e",
  globalSetup: "./e2e/setup.ts",
  workers: 1,
  timeout: 60_000,
  reporter: "list",
  use: { browserName: "chromium", viewport: { width: 1280, height: 900 }, launchOptions: { executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium" } },
});
