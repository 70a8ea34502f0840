import { expect, test } from "vitest";
import { stepped } from "../src/chart/cursor";
import { forPage, wish } from "../src/keys";
import { around, idsOf } from "../src/report";
import { choiceOf, following } from "../src/theme";

const press = { key: "g", ctrlKey: false, altKey: false, metaKey: false, isComposing: false, defaultPrevented: false };
const page = { tag: "BODY", editable: false, dialog: false };

test("g waits for its letter", () => {
  expect(wish("g", false)).toEqual({ do: "wait" });
  expect(wish("m", true)).toEqual({ do: "go", place: "map" });
  expect(wish("m", false)).toEqual({ do: "nothing" });
  expect(wish("/", false)).toEqual({ do: "search" });
  expect(wish("?", true)).toEqual({ do: "help" });
});

test("keys in fields, dialogs and the browser's own are let be", () => {
  expect(forPage(press, page)).toBe(true);
  expect(forPage(press, { ...page, tag: "TEXTAREA" })).toBe(false);
  expect(forPage(press, { ...page, editable: true })).toBe(false);
  expect(forPage(press, { ...page, dialog: true })).toBe(false);
  expect(forPage({ ...press, ctrlKey: true }, page)).toBe(false);
  expect(forPage({ ...press, isComposing: true }, page)).toBe(false);
});

test("arrow keys stay within a chart", () => {
  expect(stepped(null, "ArrowRight", [3, 3])).toEqual({ row: 0, column: 0 });
  expect(stepped({ row: 0, column: 2 }, "ArrowRight", [3, 3])).toEqual({ row: 0, column: 2 });
  expect(stepped({ row: 0, column: 2 }, "ArrowDown", [3, 2])).toEqual({ row: 1, column: 1 });
  expect(stepped({ row: 0, column: 1 }, "ArrowUp", [3, 2])).toEqual({ row: 1, column: 1 });
  expect(stepped({ row: 0, column: 1 }, "End", [3])).toEqual({ row: 0, column: 2 });
  expect(stepped({ row: 0, column: 1 }, "x", [3])).toBeNull();
});

test("events of a report go round", () => {
  expect([around(-1, 1, 3), around(-1, -1, 3), around(2, 1, 3), around(0, -1, 3), around(-1, 1, 0)]).toEqual([0, 2, 0, 2, -1]);
  expect(idsOf({ dataset: { ids: " m3  e2 " } })).toEqual(["m3", "e2"]);
});

test("light, dark and the system's way follow each other", () => {
  expect(following("auto")).toBe("light");
  expect(following("dark")).toBe("auto");
  expect(choiceOf("purple")).toBe("auto");
});
