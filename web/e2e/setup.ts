// Before all tests: a store of the samples in a temporary folder, and a server on it at a free port. Both are gone afterwards.

import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const web = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const mizan = resolve(web, process.env["MIZAN"] ?? "../target/release/mizan");

/** Make the store, start the server, and tell the tests its address. */
export default async function setup(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "mizan-e2e-"));
  const store = join(folder, "store");
  execFileSync(mizan, ["add", resolve(web, "../samples"), "--store", store, "--quiet"], { stdio: ["ignore", "ignore", "inherit"] });
  const server = spawn(mizan, ["serve", "--store", store, "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  process.env["MIZAN_AT"] = await address(server);
  return () => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** The address that the server prints once it listens. */
function address(server: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    server.once("error", failed);
    server.once("exit", (code) => failed(new Error(`${mizan} serve ended with ${code}`)));
    if (!server.stdout) return failed(new Error("the server has no output"));
    createInterface(server.stdout).on("line", (line) => {
      const at = /https?:\/\/[^/\s]+/.exec(line)?.[0];
      if (at) found(at);
    });
  });
}
