import { expect, test } from "vitest";
import { ceiling } from "../src/timeline/scale";

test("one wild bar does not make the others flat", () => {
  const usual = Array.from({ length: 20 }, () => 10);
  expect(ceiling([...usual, 1000])).toBe(15);
});

test("bars that are alike are drawn whole", () => {
  expect(ceiling([0, 10, 20, 30])).toBe(30);
  expect(ceiling([7])).toBe(7);
  expect(ceiling([])).toBe(1);
});
