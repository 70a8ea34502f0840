// A report and the records read out of it, side by side: pointing at words lights their records, and the other way round.

import { button } from "./build";
import { forPage, singleKeys, whereOf } from "./keys";
import { word } from "./words";

/** The ids that a piece of text belongs to. */
export function idsOf(piece: { dataset: DOMStringMap }): string[] {
  return (piece.dataset["ids"] ?? "").split(/\s+/).filter((id) => id !== "");
}

/** The place after `now` in a list of `length`, going round; none chosen yet is -1. */
export function around(now: number, by: 1 | -1, length: number): number {
  if (length === 0) return -1;
  return now < 0 ? (by > 0 ? 0 : length - 1) : (now + by + length) % length;
}

/** Wake the report on this page, if there is one. */
export function wakeReport(): void {
  const report = document.querySelector<HTMLElement>("article.report");
  const records = document.querySelector<HTMLElement>("aside.records");
  if (report && records) new Reading(report, records).wake();
}

class Reading {
  private readonly pieces: HTMLElement[];
  private readonly cards: HTMLElement[];
  private pinned: string[] = [];

  constructor(private readonly report: HTMLElement, private readonly records: HTMLElement) {
    this.pieces = [...report.querySelectorAll<HTMLElement>(".m")];
    this.cards = [...records.querySelectorAll<HTMLElement>("article.record")];
  }

  wake(): void {
    this.listenToPieces();
    this.listenToCards();
    this.listenToKeys();
    this.listenToLayers();
    this.makeSheet();
    const asked = decodeURIComponent(location.hash.slice(1));
    if (this.cards.some((card) => card.id === asked)) this.pin([asked]);
  }

  private listenToPieces(): void {
    const at = (event: Event) => (event.target instanceof Element ? event.target.closest<HTMLElement>(".m") : null);
    const point = (event: Event) => {
      const piece = at(event);
      if (piece) this.light(idsOf(piece), "point");
    };
    this.report.addEventListener("pointerover", point);
    this.report.addEventListener("focusin", point);
    this.report.addEventListener("pointerout", () => this.light(this.pinned, "rest"));
    this.report.addEventListener("focusout", () => this.light(this.pinned, "rest"));
    this.report.addEventListener("click", (event) => {
      const piece = at(event);
      if (!piece || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.pin(idsOf(piece));
    });
  }

  private listenToCards(): void {
    for (const card of this.cards) {
      card.addEventListener("pointerenter", () => this.light([card.id], "rest"));
      card.addEventListener("pointerleave", () => this.light(this.pinned, "rest"));
      card.addEventListener("click", (event) => {
        if (event.target instanceof Element && event.target.closest("a, button, summary")) return;
        this.pin([card.id]);
        this.showText(card.id);
      });
    }
  }

  private listenToKeys(): void {
    document.addEventListener("keydown", (press) => {
      if (!forPage(press, whereOf(press.target))) return;
      if (press.key === "Escape") this.clear();
      if (!singleKeys() || (press.key !== "j" && press.key !== "k")) return;
      press.preventDefault();
      this.step(press.key === "j" ? 1 : -1);
    });
  }

  private listenToLayers(): void {
    const boxes = [...document.querySelectorAll<HTMLInputElement>("input[type=checkbox][data-layer]")];
    const show = () => {
      const hidden = boxes.filter((box) => !box.checked).map((box) => box.dataset["layer"] ?? "");
      this.report.dataset["hide"] = this.records.dataset["hide"] = hidden.join(" ");
    };
    for (const box of boxes) box.addEventListener("change", show);
    show();
  }

  /** On narrow screens the records lie in a sheet at the foot of the screen; this is its handle. */
  private makeSheet(): void {
    const handle = button("handle", word("records.open", this.cards.length), () => this.openSheet(!this.records.classList.contains("open")));
    handle.setAttribute("aria-expanded", "false");
    this.records.prepend(handle);
  }

  private openSheet(open: boolean): void {
    this.records.classList.toggle("open", open);
    const handle = this.records.querySelector<HTMLElement>(".handle");
    handle?.setAttribute("aria-expanded", String(open));
    if (handle) handle.textContent = open ? word("records.close") : word("records.open", this.cards.length);
  }

  private step(by: 1 | -1): void {
    const events = this.cards.filter((card) => card.classList.contains("event"));
    const next = events[around(events.findIndex((card) => this.pinned.includes(card.id)), by, events.length)];
    if (!next) return;
    this.pin([next.id]);
    this.showText(next.id);
    next.focus({ preventScroll: true });
  }

  private pin(ids: string[]): void {
    this.pinned = ids;
    this.openSheet(true);
    this.light(ids, "point");
  }

  private clear(): void {
    this.pinned = [];
    this.openSheet(false);
    this.light([], "rest");
  }

  /** Light all that shares an id; when the reader points at the text, the records move so that the first of them is seen. */
  private light(ids: string[], how: "point" | "rest"): void {
    for (const piece of this.pieces) piece.classList.toggle("lit", idsOf(piece).some((id) => ids.includes(id)));
    for (const card of this.cards) {
      card.classList.toggle("lit", ids.includes(card.id));
      card.classList.toggle("pinned", this.pinned.includes(card.id));
    }
    const first = this.cards.find((card) => ids.includes(card.id));
    if (how === "point" && first) this.scrollRecordsTo(first);
  }

  /** Move the box of records alone, never the page. */
  private scrollRecordsTo(card: HTMLElement): void {
    const box = this.records.getBoundingClientRect();
    const place = card.getBoundingClientRect();
    const head = this.records.querySelector(".handle")?.getBoundingClientRect().height ?? 0;
    if (place.top >= box.top + head && place.bottom <= Math.min(box.bottom, innerHeight)) return;
    this.records.scrollTo({ top: this.records.scrollTop + place.top - box.top - head - 12, behavior: gentle() });
  }

  private showText(id: string): void {
    this.pieces.find((piece) => idsOf(piece).includes(id))?.scrollIntoView({ block: "nearest", behavior: gentle() });
  }
}

function gentle(): ScrollBehavior {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
}
