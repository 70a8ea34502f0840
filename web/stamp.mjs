// Writes built/stamp.txt: proof of which sources the built files were made from. README.md gives the exact bytes.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

/** Every source by its path under `web/`, in the order of the paths' bytes. */
function sources() {
  const found = readdirSync(`${here}/src`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(here, `${entry.parentPath}/${entry.name}`).split(sep).join("/"));
  return [...found, "package-lock.json", "vite.config.ts"].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

const hash = createHash("sha256");
for (const path of sources()) hash.update(path).update("\0").update(readFileSync(`${here}/${path}`));
writeFileSync(`${here}/built/stamp.txt`, `${hash.digest("hex")}\n`);
