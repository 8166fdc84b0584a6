import { describe, expect, it } from "vitest";
import { chosenOf, timesOf } from "../src/timeline/brush";
import { silences } from "../src/timeline/silence";

const night = (date: string) => ({
  start: date,
  end: date,
  stopped: 0,
  through: 0,
  unknown: 0,
  incidents: 0,
  contradicted: 0,
});
const NIGHTS = ["2025-02-28", "2025-03-01", "2025-03-02", "2025-03-03"].map(night);
const NONE = { since: null, until: null, night: null };

describe("what is brushed", () => {
  it("is nights from noon to noon, and read back from the filters as the same bars", () => {
    const times = timesOf(NIGHTS, [1, 2], "night");
    expect(times).toEqual({ since: "2025-02-28T12:00", until: "2025-03-02T11:59", night: null });
    expect(chosenOf(NIGHTS, times, "night")).toEqual([1, 2]);
  });

  it("is one night by its date", () => {
    const times = timesOf(NIGHTS, [1, 1], "night");
    expect(times).toEqual({ since: null, until: null, night: "2025-03-01" });
    expect(chosenOf(NIGHTS, times, "night")).toEqual([1, 1]);
  });

  it("is whole days where bars are months", () => {
    const months = [
      { ...night("2025-02-01"), end: "2025-02-28" },
      { ...night("2025-03-01"), end: "2025-03-31" },
    ];
    const times = timesOf(months, [0, 0], "month");
    expect(times).toEqual({ since: "2025-02-01", until: "2025-02-28", night: null });
    expect(chosenOf(months, times, "month")).toEqual([0, 0]);
  });

  it("is nothing where no time is asked for, or none that is shown", () => {
    expect(chosenOf(NIGHTS, NONE, "night")).toBeNull();
    expect(chosenOf(NIGHTS, { ...NONE, since: "2026-01-01" }, "night")).toBeNull();
  });
});

describe("silence", () => {
  it("is told in runs", () => {
    const coverage = [1, 0, 0, 3, 0].map((documents, at) => ({ start: `${at}`, end: `${at}`, documents }));
    expect(silences(coverage)).toEqual([
      [1, 2],
      [4, 4],
    ]);
  });
});
