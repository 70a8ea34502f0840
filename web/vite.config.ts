// Two builds, because two scripts must come out whole: `page.js` (every page) and, with `--mode charts`, `charts.js` (pages that draw).
// `vite preview` shows the playground under the same headers that `mizan serve` sends.

import { defineConfig } from "vite";
import { playground } from "./play/serve.mjs";

const LICENCES = "/*! Holds Apache ECharts (Apache-2.0), zrender (BSD-3-Clause) and tslib (0BSD); see web/NOTICE */";

export default defineConfig(({ mode }) => ({
  publicDir: false,
  plugins: [playground()],
  build: {
    outDir: "built",
    emptyOutDir: false,
    target: "es2022",
    modulePreload: false,
    cssCodeSplit: false,
    chunkSizeWarningLimit: 900,
    rollupOptions: {
      input: mode === "charts" ? "src/charts.ts" : "src/page.ts",
      output: { format: mode === "charts" ? "es" : "iife", entryFileNames: "[name].js", assetFileNames: "page[extname]", postBanner: mode === "charts" ? LICENCES : "" },
    },
  },
}));
