/** The API's columns as what the map draws. */

import type { Feature, FeatureCollection, Geometry, Point, Polygon } from "geojson";
import type { Mapped } from "../api/types";
import type { Base } from "./base";
import type { Sea } from "./names";

/** What is told of an incident on the map. */
export interface Told {
  id: string;
  kind: string;
  attacker: string | null;
  best: number | null;
  begins: number;
  contradicted: boolean;
}

type Side = "ua" | "ru" | "other" | "unknown";

const CONTRADICTED = 1;
const NOT_SURE = 2 | 4; // implied only; denied, unverified or said to be unknown
const POINTS = new Set(["site", "settlement", null]);
// What no register has a border of is drawn about as large as such things are, in kilometres.
const DISTRICT = 18;
const AREA = 45;
const SAME_SEA = 0.4; // degrees
const STEPS = 48;

export function side(code: string | null): Side {
  if (code === "UA" || code === "RU") return code === "UA" ? "ua" : "ru";
  return code === null || code === "unknown" ? "unknown" : "other";
}

export function told(mapped: Mapped, at: number): Told {
  const { incidents } = mapped;
  return {
    id: incidents.id[at] ?? "",
    kind: incidents.kind[at] ?? "",
    attacker: incidents.attacker[at] ?? null,
    best: incidents.best[at] ?? null,
    begins: incidents.begins[at] ?? 0,
    contradicted: ((incidents.flags[at] ?? 0) & CONTRADICTED) > 0,
  };
}

/** Towns and sites, one point an incident. */
export function points(mapped: Mapped): FeatureCollection<Point> {
  const { incidents } = mapped;
  const features: Feature<Point>[] = [];
  for (let at = 0; at < incidents.id.length; at++) {
    if (!POINTS.has(incidents.precision[at] ?? null)) continue;
    features.push(point(lonLat(mapped, at), { at, ...look(mapped, at) }));
  }
  return collection(features);
}

/** What the server has put together where there is too much to be told singly. */
export function clusters(mapped: Mapped): FeatureCollection<Point> {
  return collection(
    mapped.clusters.map(({ lon, lat, n, contradicted, west, south, east, north }) =>
      point([lon, lat], { n, trouble: contradicted > 0, bounds: [west, south, east, north] }),
    ),
  );
}

/** Seas, districts and areas: as large as they are, with no sharp edge, and never a pin. */
export function wide(mapped: Mapped, seas: Sea[]): FeatureCollection<Polygon> {
  const places = new Map<string, number[]>();
  mapped.incidents.id.forEach((_, at) => {
    if (POINTS.has(mapped.incidents.precision[at] ?? null)) return;
    const key = `${mapped.incidents.precision[at]} ${lonLat(mapped, at).join()}`;
    places.set(key, [...(places.get(key) ?? []), at]);
  });
  return collection([...places.values()].map((all) => wideOne(mapped, all, seas)));
}

/** All that is no point, in one. */
export function spread(mapped: Mapped, ground: Pick<Base, "shapes" | "labels">): FeatureCollection {
  return collection([...areas(mapped, ground.shapes).features, ...wide(mapped, ground.labels.seas).features]);
}

function wideOne(mapped: Mapped, all: number[], seas: Sea[]): Feature<Polygon> {
  const first = all[0] ?? 0;
  const middle = lonLat(mapped, first);
  const precision = mapped.incidents.precision[first] ?? "area";
  const looks = all.map((at) => look(mapped, at));
  const sides = new Set(looks.map((one) => one.side));
  return {
    type: "Feature",
    geometry: circle(middle, reach(precision, middle, seas)),
    properties: {
      what: "wide",
      precision,
      n: all.length,
      incidents: all.join(),
      side: sides.size === 1 ? looks[0]?.side : "unknown",
      trouble: looks.some((one) => one.trouble),
      lon: middle[0],
      lat: middle[1],
    },
  };
}

/** Regions and countries that something is told of as a whole, as their shapes. */
export function areas(mapped: Mapped, shapes: Map<string, Geometry>): FeatureCollection {
  const most = Math.max(...mapped.regions.map(({ n }) => n), 1);
  const features = mapped.regions.flatMap(({ code, n, best, contradicted, id }): Feature[] => {
    const geometry = shapes.get(code);
    const properties = {
      what: "area",
      code,
      n,
      best,
      id,
      country: code.length === 2,
      trouble: contradicted > 0,
      share: n / most,
    };
    return geometry ? [{ type: "Feature", geometry, properties }] : [];
  });
  return collection(features.sort((one, other) => Number(isRegion(one)) - Number(isRegion(other))));
}

/** The rectangle of a box filter, as a line. */
export function rectangle(
  box: { west: number; south: number; east: number; north: number } | null,
): FeatureCollection<Polygon> {
  if (!box) return collection([]);
  const { west, south, east, north } = box;
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return collection([{ type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [ring] } }]);
}

/** The one that is in the panel, by itself, so that it is seen within a cluster, too. */
export function chosen(mapped: Mapped | null, id: string | null): FeatureCollection<Point> {
  const at = mapped && id ? mapped.incidents.id.indexOf(id) : -1;
  return collection(mapped && at >= 0 ? [point(lonLat(mapped, at), look(mapped, at))] : []);
}

/** West, south, east and north of nearly all points: a far one alone does not make the rest small. */
export function extent(mapped: Mapped): [number, number, number, number] | null {
  const lons = middling(mapped.incidents.lon.length ? mapped.incidents.lon : mapped.clusters.map(({ lon }) => lon));
  const lats = middling(mapped.incidents.lat.length ? mapped.incidents.lat : mapped.clusters.map(({ lat }) => lat));
  return lons && lats && [lons[0], lats[0], lons[1], lats[1]];
}

function middling(values: number[]): [number, number] | null {
  const sorted = [...values].sort((one, other) => one - other);
  const [low, high] = [sorted[Math.floor(sorted.length * 0.03)], sorted[Math.ceil(sorted.length * 0.97) - 1]];
  return low === undefined || high === undefined ? null : [low, high];
}

function look(mapped: Mapped, at: number) {
  const { attacker, best, flags } = mapped.incidents;
  const flag = flags[at] ?? 0;
  return {
    side: side(attacker[at] ?? null),
    best: best[at] ?? 1,
    hollow: (flag & NOT_SURE) > 0,
    trouble: (flag & CONTRADICTED) > 0,
  };
}

function reach(precision: string, [lon, lat]: [number, number], seas: Sea[]): number {
  if (precision === "district") return DISTRICT;
  const sea = seas.find(([x, y]) => Math.hypot(x - lon, y - lat) < SAME_SEA);
  return precision === "sea" && sea ? sea[2] : AREA;
}

function circle([lon, lat]: [number, number], kilometres: number): Polygon {
  const up = kilometres / 111.2;
  const along = up / Math.cos((lat * Math.PI) / 180);
  const ring = Array.from({ length: STEPS + 1 }, (_, step) => {
    const turn = ((step % STEPS) / STEPS) * 2 * Math.PI;
    return [lon + along * Math.cos(turn), lat + up * Math.sin(turn)];
  });
  return { type: "Polygon", coordinates: [ring] };
}

function lonLat(mapped: Mapped, at: number): [number, number] {
  return [mapped.incidents.lon[at] ?? 0, mapped.incidents.lat[at] ?? 0];
}

function point(coordinates: [number, number], properties: Record<string, unknown>): Feature<Point> {
  return { type: "Feature", geometry: { type: "Point", coordinates }, properties };
}

function isRegion(one: Feature): boolean {
  return !one.properties?.country;
}

function collection<T extends Geometry>(features: Feature<T>[]): FeatureCollection<T> {
  return { type: "FeatureCollection", features };
}
