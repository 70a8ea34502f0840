// Light or dark: as the system says, unless the reader has said otherwise.

import { keep, kept } from "./kept";
import { word } from "./words";

const CHOICES = ["auto", "light", "dark"] as const;
export type Choice = (typeof CHOICES)[number];

/** Sent on `document` when the page turns light or dark. */
export const TURNED = "mizan:theme";

/** The choice that follows another. */
export function following(choice: Choice): Choice {
  return CHOICES[(CHOICES.indexOf(choice) + 1) % CHOICES.length] ?? "auto";
}

/** A kept text as a choice. */
export function choiceOf(text: string | null): Choice {
  return CHOICES.find((c) => c === text) ?? "auto";
}

/** Is the page dark at this moment? */
export function isDark(): boolean {
  const set = document.documentElement.dataset["theme"];
  return set === "dark" || (set !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
}

/** Put the kept choice in force and wake the button. */
export function wakeTheme(): void {
  let choice = choiceOf(kept("theme"));
  const toggle = document.getElementById("theme");
  const show = () => {
    document.documentElement.dataset["theme"] = choice;
    if (toggle) nameToggle(toggle, choice);
    document.dispatchEvent(new CustomEvent(TURNED));
  };
  show();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
  if (!toggle) return;
  toggle.hidden = false;
  toggle.addEventListener("click", () => {
    choice = following(choice);
    keep("theme", choice);
    show();
  });
}

function nameToggle(toggle: HTMLElement, choice: Choice): void {
  const label = word(`theme.${choice}`);
  toggle.textContent = { auto: "◐", light: "○", dark: "●" }[choice];
  toggle.title = label;
  toggle.setAttribute("aria-label", label);
}
