import { expect, test } from "vitest";
import { cell, csv } from "../src/chart/csv";

test("cells are quoted only where they must be", () => {
  expect(cell("كازاخستان")).toBe("كازاخستان");
  expect(cell('say "no", twice')).toBe('"say ""no"", twice"');
  expect(cell("two\nlines")).toBe('"two\nlines"');
});

test("missing is empty and never zero", () => {
  expect(cell(null)).toBe("");
  expect(cell(Number.NaN)).toBe("");
  expect(cell(0)).toBe("0");
});

test("a hostile text is no formula, and a negative number stays a number", () => {
  expect(cell("=HYPERLINK(1)")).toBe("'=HYPERLINK(1)");
  expect(cell("@SUM")).toBe("'@SUM");
  expect(cell(-0.57)).toBe("-0.57");
});

test("the source is the last line", () => {
  expect(csv(["period", "value"], [["2022-01", null], ["2022-02", 0.5]], "Source: Mizan,\nversion 12")).toBe("period,value\r\n2022-01,\r\n2022-02,0.5\r\n# Source: Mizan, version 12\r\n");
});
