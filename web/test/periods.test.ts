import { expect, test } from "vitest";
import { filled, next, runs } from "../src/chart/periods";

test("every kind of period has a next one", () => {
  const pairs = [["2021", "2022"], ["2021-Q4", "2022-Q1"], ["2021-09", "2021-10"], ["2021-12", "2022-01"], ["2020-W53", "2021-W01"], ["2021-W52", "2022-W01"], ["2024-02-28", "2024-02-29"], ["2023-12-31", "2024-01-01"]];
  for (const [now, then] of pairs) expect(next(now as string)).toBe(then);
  expect(next("since the spring")).toBeNull();
});

test("periods left out get their place", () => {
  expect(filled(["2022-02", "2021-11"])).toEqual(["2021-11", "2021-12", "2022-01", "2022-02"]);
  expect(filled([])).toEqual([]);
});

test("periods of unlike kinds are left as they are", () => {
  expect(filled(["2021", "2021-05"])).toEqual(["2021", "2021-05"]);
});

test("a gap parts two runs, and one period is a run", () => {
  expect(runs([true, true, false, true])).toEqual([{ first: 0, last: 1 }, { first: 3, last: 3 }]);
  expect(runs([false, false])).toEqual([]);
});
