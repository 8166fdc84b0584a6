import { describe, expect, it } from "vitest";
import type { Mapped } from "../src/api/types";
import { areas, chosen, extent, points, wide } from "../src/map/shapes";

const MAPPED: Mapped = {
  total: 5,
  placed: 5,
  mode: "points",
  incidents: {
    id: ["i1", "i2", "i3", "i4"],
    lon: [36.2, 30.5, 34.3, 34.3],
    lat: [50, 50.4, 43.4, 43.4],
    kind: ["attack", "impact", "interception", "interception"],
    attacker: ["RU", null, "RU", "UA"],
    best: [9, null, 4, 2],
    flags: [1, 4, 0, 0],
    precision: ["settlement", "site", "sea", "sea"],
    region: ["UA-63", "UA-30", null, null],
    begins: [20000, 20001, 20002, 20002],
  },
  regions: [
    { code: "UA-63", n: 4, best: 12, contradicted: 1, id: null },
    { code: "UA", n: 1, best: 3, contradicted: 0, id: "i5" },
  ],
  clusters: [],
};
const SQUARE = { type: "Polygon" as const, coordinates: [] };

describe("the map's shapes", () => {
  it("are points only of towns and sites", () => {
    const drawn = points(MAPPED).features.map(({ properties }) => properties);
    expect(drawn).toEqual([
      { at: 0, side: "ru", best: 9, hollow: false, trouble: true },
      { at: 1, side: "unknown", best: 1, hollow: true, trouble: false },
    ]);
  });

  it("are one soft shape for a sea, as wide as it is, of no side where there are two", () => {
    const drawn = wide(MAPPED, [[34.3, 43.4, 230, "Black Sea", "Чорне море"]]).features;
    expect(drawn).toHaveLength(1);
    expect(drawn[0]?.properties).toMatchObject({ precision: "sea", n: 2, incidents: "2,3", side: "unknown" });
    const ring = drawn[0]?.geometry.coordinates[0] ?? [];
    expect(Math.max(...ring.map(([, lat]) => lat ?? 0)) - 43.4).toBeCloseTo(230 / 111.2, 1);
  });

  it("are a region's own shape, above its country's", () => {
    const drawn = areas(
      MAPPED,
      new Map([
        ["UA-63", SQUARE],
        ["UA", SQUARE],
      ]),
    ).features;
    expect(drawn.map(({ properties }) => properties?.code)).toEqual(["UA", "UA-63"]);
    expect(areas(MAPPED, new Map()).features).toEqual([]);
  });

  it("tell where the chosen one is, and how far all reach", () => {
    expect(chosen(MAPPED, "i2").features[0]?.geometry.coordinates).toEqual([30.5, 50.4]);
    expect(chosen(MAPPED, "gone").features).toEqual([]);
    expect(extent(MAPPED)).toEqual([30.5, 43.4, 36.2, 50.4]);
  });
});
