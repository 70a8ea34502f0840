import { expect, test } from "vitest";
import { days, filled, next, place, runs } from "../src/chart/periods";

test("every kind of period has a next one", () => {
  const pairs = [["2021", "2022"], ["2021-Q4", "2022-Q1"], ["2021-09", "2021-10"], ["2021-12", "2022-01"], ["2020-W53", "2021-W01"], ["2021-W52", "2022-W01"], ["2024-02-28", "2024-02-29"], ["2023-12-31", "2024-01-01"]];
  for (const [now, then] of pairs) expect(next(now as string)).toBe(then);
  expect(next("since the spring")).toBeNull();
});

test("periods left out get their place", () => {
  expect(filled(["2022-02", "2021-11"])).toEqual(["2021-11", "2021-12", "2022-01", "2022-02"]);
  expect(filled([])).toEqual([]);
});

test("periods of unlike kinds share an axis in the shortest", () => {
  const axis = filled(["2022-Q1", "2021-12", "2022-05"]);
  expect(axis).toEqual(["2021-12", "2022-01", "2022-02", "2022-03", "2022-04", "2022-05"]);
  expect([place("2022-Q1", axis), place("2022-05", axis), place("2020", axis)]).toEqual([1, 5, -1]);
  expect(filled(["2021", "2021-Q2"])).toEqual(["2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4"]);
  expect(filled(["2020-W53", "2021-01"])).toEqual(["2020-W53", "2021-W01", "2021-W02", "2021-W03", "2021-W04"]);
  expect(filled(["soon", "2021"])).toEqual(["2021", "soon"]);
});

test("a period's days", () => {
  expect(days("2024")).toEqual(["2024-01-01", "2024-12-31"]);
  expect(days("2024-Q1")).toEqual(["2024-01-01", "2024-03-31"]);
  expect(days("2024-02")).toEqual(["2024-02-01", "2024-02-29"]);
  expect(days("2020-W53")).toEqual(["2020-12-28", "2021-01-03"]);
  expect(days("2023-12-31")).toEqual(["2023-12-31", "2023-12-31"]);
  expect(days("since the spring")).toBeNull();
});

test("a gap parts two runs, and one period is a run", () => {
  expect(runs([true, true, false, true])).toEqual([{ first: 0, last: 1 }, { first: 3, last: 3 }]);
  expect(runs([false, false])).toEqual([]);
});
