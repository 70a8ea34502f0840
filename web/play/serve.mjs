// Serves the playground in `vite preview`: a page is frame.html with a body from this folder, under the headers that `mizan serve` sends.
// `?lang=ar` (ru, kk) turns the frame; /assets comes from built/, /api from play/api.

import { existsSync, readFileSync } from "node:fs";
import { dirname, extname } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const TYPES = { ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".html": "text/html" };

export function playground() {
  return { name: "playground", configurePreviewServer: (server) => void server.middlewares.use(answer) };
}

function answer(request, response) {
  const url = new URL(request.url ?? "/", "http://localhost");
  const found = contentOf(url.pathname, url.searchParams.get("lang") ?? undefined);
  response.statusCode = found ? 200 : 404;
  response.setHeader("content-security-policy", CSP);
  response.setHeader("content-type", `${found?.type ?? "text/plain"}; charset=utf-8`);
  response.end(found?.body ?? "not found");
}

function contentOf(path, lang) {
  if (/\.\./.test(path)) return null;
  if (path.startsWith("/assets/")) return file(`${here}/../built/${path.slice("/assets/".length)}`);
  if (path.startsWith("/api/v1/")) return file(`${here}/api/${path.slice("/api/v1/".length)}.json`);
  const name = path === "/" ? "home" : path.slice(1);
  const body = file(`${here}/${name}.html`);
  return body && name !== "frame" ? { type: "text/html", body: framed(body.body.toString(), name, lang) } : null;
}

function file(path) {
  return existsSync(path) ? { type: TYPES[extname(path)] ?? "text/plain", body: readFileSync(path) } : null;
}

/** A body with the frame around it. */
function framed(body, name, lang = "en") {
  const words = JSON.parse(readFileSync(`${here}/frames.json`, "utf8"));
  const own = { ...words.en, ...words[lang] };
  const nav = Object.entries(own.nav).map(([place, text]) => `<a href="/${place === "home" ? "" : place}"${place === name ? ' aria-current="page"' : ""}>${text}</a>`).join("");
  const fill = { ...own, lang, dir: lang === "ar" ? "rtl" : "ltr", nav, body, words: JSON.stringify(own.script ?? {}), title: name };
  return readFileSync(`${here}/frame.html`, "utf8").replace(/\{\{(\w+)\}\}/g, (_, key) => fill[key] ?? "");
}
