import { describe, expect, it } from "vitest";
import type { Figure, Row } from "../src/api/types";
import { asWritten, inReadersZone, span } from "../src/dates/format";
import { arithmetic, bounds, figure } from "../src/facts/figures";
import { isWeb } from "../src/words/Outward";

const exact = (n: number): Figure => ({ low: n, best: n, high: n, rule: "agreed" });
const part = (count: Figure | null, implied: Row["implied"] = null) => ({ count, implied }) as Row;

describe("figures", () => {
  it("say what is open", () => {
    expect(bounds({ min: 5, max: 5 })).toBe("5");
    expect(bounds({ min: 5, max: null })).toBe("≥ 5");
    expect(bounds({ min: null, max: 30 })).toBe("≤ 30");
    expect(bounds({ min: 20, max: 20, approx: true })).toBe("~20");
    expect(figure({ low: 2, best: 3, high: 3, rule: "latest" })).toBe("3 (2–3)");
    expect(figure({ low: 3, best: 3, high: null, rule: "latest" })).toBe("≥ 3");
  });

  it("show the arithmetic of what is implied, and none that does not come out", () => {
    const six = part(null, { min: 6, max: 6, by: [] });
    const others = [part(exact(44)), part(exact(1)), part(exact(1)), part(exact(1))];
    expect(arithmetic(six, { count: exact(53) }, others)).toBe("53 − 47");
    expect(arithmetic(six, { count: exact(60) }, others)).toBeNull();
    expect(arithmetic(part(null, { min: 1, max: 4, by: [] }), { count: exact(53) }, others)).toBeNull();
  });
});

describe("dates", () => {
  it("are told as briefly as they can be", () => {
    expect(span({ start: "2025-02-25", end: "2025-02-25" })).toBe("25 Feb 2025");
    expect(span({ start: "2025-02-25", end: "2025-02-26" })).toMatch(/^25\s?–\s?26 Feb 2025$/);
    expect(span({ start: "2025-02-26T05:00", end: "2025-02-26T05:00" })).toBe("26 Feb 2025, 05:00");
  });

  it("keep the zone of their source", () => {
    expect(asWritten("2024-04-05T09:30:00+03:00")).toBe("2024-04-05 09:30 UTC+03:00");
    expect(asWritten("2024-04-05T09:30:00Z")).toBe("2024-04-05 09:30 UTC");
    expect(asWritten("2024-04-05")).toBe("2024-04-05");
  });

  it("of an event are told in the reader's zone where the event's is known", () => {
    process.env.TZ = "UTC";
    expect(inReadersZone("2024-07-05T03:00", "Europe/Kyiv")).toBe("5 Jul 2024, 00:00");
    expect(inReadersZone("2024-07-05", "Europe/Kyiv")).toBeNull();
    expect(inReadersZone("2024-07-05T03:00", "Nowhere/Else")).toBeNull();
  });
});

describe("addresses of documents", () => {
  it("are links only to the web", () => {
    expect(isWeb("https://t.me/x/1")).toBe(true);
    for (const bad of ["javascript:alert(1)", "data:text/html,x", "file:///etc", "JaVaScRiPt:1", "/x", "t.me/x/1"])
      expect(isWeb(bad)).toBe(false);
  });
});
