/** What is written on the map, in the reader's language: countries, regions, seas and towns, each from some zoom on. */

import type { Feature, FeatureCollection, Point } from "geojson";
import { country, region } from "../i18n";
import type { Lang } from "../state/desk";

type Kind = "country" | "region" | "sea" | "city";

/** A sea as it is written: longitude, latitude, how far it reaches in kilometres, its names. */
export type Sea = [number, number, number, string, string];

/** Each with its point, its size (degrees of room around it, kilometres, thousands of people) and what names it. */
export interface Labels {
  countries: [string, number, number, number][];
  regions: [string, number, number, number, string][];
  seas: Sea[];
  cities: [number, number, number, string, string][];
}

const KM_A_DEGREE = 111;

export function names(labels: Labels, lang: Lang): FeatureCollection<Point> {
  const own = <T>(english: T, ukrainian: T) => (lang === "uk" ? ukrainian : english);
  const all = [
    ...labels.countries.map(([code, lon, lat, room]) =>
      label("country", lon, lat, country(code), from(room, 36), -room),
    ),
    ...labels.regions.map(([code, lon, lat, room, english]) =>
      label("region", lon, lat, shortened(region(code, english)), Math.max(from(room, 34), 4.6), -room),
    ),
    ...labels.seas.map(([lon, lat, reach, en, uk]) =>
      label("sea", lon, lat, own(en, uk), from(reach / KM_A_DEGREE, 30), -reach),
    ),
    ...labels.cities.map(([lon, lat, thousands, en, uk]) =>
      label("city", lon, lat, own(en, uk), peopled(thousands), -thousands),
    ),
  ];
  return { type: "FeatureCollection", features: all };
}

/** The name of a region where the map has one: `Kharkiv Oblast`. */
export function regionName(labels: Labels, code: string): string {
  if (code.length === 2) return country(code);
  const found = labels.regions.find(([known]) => known === code);
  return region(code, found?.[4] ?? code);
}

function label(kind: Kind, lon: number, lat: number, name: string, zoom: number, order: number): Feature<Point> {
  return {
    type: "Feature",
    geometry: { type: "Point", coordinates: [lon, lat] },
    properties: { kind, name, zoom, order },
  };
}

/** The zoom from which room of some degrees is at least as many pixels wide to each side. */
function from(room: number, pixels: number): number {
  return Math.log2((pixels * 360) / (512 * Math.max(room, 0.01)));
}

function peopled(thousands: number): number {
  return Math.max(3.2, 9.2 - 1.75 * Math.log10(Math.max(thousands, 8) / 8) * 1.35);
}

/** On the map it is seen that it is a region. */
function shortened(name: string): string {
  return name.replace(/ (Oblast|область|Region)$/, "");
}
