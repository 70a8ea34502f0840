import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ownAddress } from "../src/build";
import { fileName, folded } from "../src/chart/export";
import { laidOut } from "../src/chart/layout";
import { stepOf } from "../src/chart/numbers";
import { project, unproject } from "../src/chart/projection";
import { evidenceOf, storeysOf } from "../src/chart/series";
import { ENGLISH } from "../src/words";

test("words.json is the list of words the script uses", () => {
  expect(JSON.parse(readFileSync("words.json", "utf8"))).toEqual(ENGLISH);
});

test("only our own addresses are followed", () => {
  expect(ownAddress("/events?source=KAZ")).toBe("/events?source=KAZ");
  for (const foreign of ["//evil.example", "/\\evil.example", "javascript:alert(1)", "https://evil.example", "", null]) expect(ownAddress(foreign)).toBeNull();
});

test("the evidence of a point is narrowed to its days", () => {
  const window = { first: "2022-01-01", last: "2022-01-31" };
  expect(evidenceOf("/events?source=KAZ", window)).toBe("/events?source=KAZ&since=2022-01-01&until=2022-01-31");
  expect(evidenceOf("/events", window)).toBe("/events?since=2022-01-01&until=2022-01-31");
  expect(evidenceOf(null, window)).toBeNull();
});

test("labels that would touch stand on different storeys", () => {
  expect(storeysOf([100, 130, 300])).toEqual([0, 1, 0]);
  expect(storeysOf([300, 100, 130])).toEqual([0, 0, 1]);
});

test("axes have round steps", () => {
  expect([stepOf(2), stepOf(55), stepOf(0.38), stepOf(0)]).toEqual([0.5, 20, 0.1, 0.5]);
});

test("the projection has its way back", () => {
  const [x, y] = unproject(project([67, 48]));
  expect(x).toBeCloseTo(67, 6);
  expect(y).toBeCloseTo(48, 6);
});

test("a network is laid out within its box, without overlaps, the same way every time", () => {
  const bodies = Array.from({ length: 12 }, (_, at) => ({ id: String(at), across: 40, down: 20 }));
  const ties = bodies.slice(1).map((body) => ({ from: "0", to: body.id, pull: 0.5 }));
  const spots = laidOut(bodies, ties, 900, 500);
  expect(laidOut(bodies, ties, 900, 500)).toEqual(spots);
  for (const { x, y } of spots) expect(x >= 40 && x <= 860 && y >= 20 && y <= 480).toBe(true);
  for (const [i, a] of spots.entries()) for (const b of spots.slice(i + 1)) expect(Math.abs(a.x - b.x) > 79 || Math.abs(a.y - b.y) > 39).toBe(true);
});

test("files are named after their charts, and long sources are folded", () => {
  expect(fileName("Kazakhstan / Russia: 2022", "svg")).toBe("Kazakhstan-Russia-2022.svg");
  expect(fileName("كازاخستان وروسيا", "csv")).toBe("كازاخستان-وروسيا.csv");
  expect(fileName("??", "png")).toBe("mizan.png");
  expect(folded("one two three", 7)).toEqual(["one two", "three"]);
});
