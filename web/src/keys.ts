// Keys that work on every page.

import { button, make } from "./build";
import { keep, kept } from "./kept";
import { word, type Word } from "./words";

/** Where `g` and a letter lead. */
export const PLACES: Readonly<Record<string, string>> = {
  h: "home", r: "relation", a: "actor", c: "claims", n: "network", m: "map", s: "sources", p: "paste",
};

/** What a key asks for. */
export type Wish = { do: "search" } | { do: "help" } | { do: "go"; place: string } | { do: "wait" } | { do: "nothing" };

/** How long `g` waits for its letter, in milliseconds. */
const PATIENCE = 1500;

/** What a key asks for, given whether `g` has just been pressed. */
export function wish(key: string, afterG: boolean): Wish {
  const place = PLACES[key];
  if (afterG && place !== undefined) return { do: "go", place };
  if (key === "/") return { do: "search" };
  if (key === "?") return { do: "help" };
  return key === "g" ? { do: "wait" } : { do: "nothing" };
}

/** What we need to know of a key press. */
export interface Press {
  key: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  isComposing: boolean;
  defaultPrevented: boolean;
}

/** Is this key meant for the page, and not for a field, a dialog or the browser? */
export function forPage(press: Press, within: { tag: string; editable: boolean; dialog: boolean }): boolean {
  const bare = !press.ctrlKey && !press.altKey && !press.metaKey && !press.isComposing && !press.defaultPrevented;
  return bare && !within.editable && !within.dialog && !["INPUT", "TEXTAREA", "SELECT"].includes(within.tag);
}

/** Where a press falls. */
export function whereOf(target: EventTarget | null): { tag: string; editable: boolean; dialog: boolean } {
  if (!(target instanceof HTMLElement)) return { tag: "", editable: false, dialog: false };
  const checkbox = target instanceof HTMLInputElement && ["checkbox", "radio"].includes(target.type);
  return { tag: checkbox ? "" : target.tagName, editable: target.isContentEditable, dialog: target.closest("dialog[open]") !== null };
}

/** Has the reader switched off keys without Ctrl or Alt? */
export function singleKeys(): boolean {
  return kept("keys") !== "off";
}

/** Listen for keys, and put a button for the list of keys into the footer. */
export function wakeKeys(): void {
  const help = helpDialog();
  document.querySelector("body > footer")?.append(button("keys", word("keys.title"), () => help.showModal()));
  let afterG = 0;
  document.addEventListener("keydown", (press) => {
    if (!singleKeys() || !forPage(press, whereOf(press.target))) return;
    const wished = wish(press.key, press.timeStamp - afterG < PATIENCE && afterG > 0);
    afterG = wished.do === "wait" ? press.timeStamp : 0;
    if (wished.do === "nothing" || wished.do === "wait") return;
    press.preventDefault();
    fulfil(wished, help);
  });
}

function fulfil(wished: Wish, help: HTMLDialogElement): void {
  if (wished.do === "search") document.getElementById("q")?.focus();
  if (wished.do === "help") help.showModal();
  if (wished.do === "go") location.assign(addressOf(wished.place));
}

/** The navigation's own link if there is one, since it may carry more than the path. */
function addressOf(place: string): string {
  const path = place === "home" ? "/" : `/${place}`;
  const links = [...document.querySelectorAll<HTMLAnchorElement>("header.top a[href]")];
  return links.find((link) => link.origin === location.origin && link.pathname === path)?.href ?? path;
}

function helpDialog(): HTMLDialogElement {
  const list = make("dl", "");
  const entry = (keys: string[], told: string) => {
    const caps = keys.flatMap((k, at) => (at > 0 ? [" ", make("kbd", "", k)] : [make("kbd", "", k)]));
    list.append(make("div", "", make("dt", "", ...caps), make("dd", "", told)));
  };
  entry(["/"], word("keys.search"));
  entry(["?"], word("keys.help"));
  for (const [key, place] of Object.entries(PLACES)) entry(["g", key], word("keys.go", word(`place.${place}` as Word)));
  entry(["j", "k"], word("keys.events"));
  entry(["←", "→", "↑", "↓"], word("keys.points"));
  entry(["Esc"], word("keys.escape"));
  const dialog = make("dialog", "help", make("h2", "", word("keys.title")), list, singleKeysBox());
  const close = button("", word("keys.close"), () => dialog.close());
  close.autofocus = true;
  dialog.append(close);
  dialog.setAttribute("aria-label", word("keys.title"));
  document.body.append(dialog);
  return dialog;
}

function singleKeysBox(): HTMLElement {
  const box = make("input", "");
  box.type = "checkbox";
  box.checked = singleKeys();
  box.addEventListener("change", () => keep("keys", box.checked ? "on" : "off"));
  return make("p", "", make("label", "", box, ` ${word("keys.single")}`));
}
