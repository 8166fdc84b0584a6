/** The ground of the map: countries and first-level regions by their codes, fetched once. */

import type { Feature, FeatureCollection, Geometry, MultiLineString } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import drawn from "./basemap.json?url";
import written from "./labels.json?url";
import type { Labels } from "./names";

type Coded = GeometryCollection<{ code: string }>;
type World = Topology<{ countries: Coded; regions: Coded }>;

export interface Base {
  land: FeatureCollection;
  borders: MultiLineString;
  /** Borders of the regions within a country. */
  divisions: MultiLineString;
  /** The shape of a country or a region; several codes share one where the shape is older than their parting. */
  shapes: Map<string, Geometry>;
  labels: Labels;
}

let asked: Promise<Base> | null = null;

export function base(): Promise<Base> {
  asked ??= Promise.all([json<World>(drawn), json<Labels>(written)]).then(read);
  return asked;
}

async function json<T>(url: string): Promise<T> {
  return (await fetch(url)).json() as Promise<T>;
}

function read([world, labels]: [World, Labels]): Base {
  const { countries, regions } = world.objects;
  const land = feature(world, countries);
  const parts = feature(world, regions);
  const shapes = new Map<string, Geometry>();
  for (const one of [...land.features, ...parts.features] as Feature<Geometry, { code: string }>[]) {
    for (const code of one.properties.code.split(" ")) shapes.set(code, one.geometry);
  }
  const divisions = mesh(world, regions, (one, other) => one !== other && country(one) === country(other));
  return { land, borders: mesh(world, countries, (one, other) => one !== other), divisions, shapes, labels };
}

function country(shape: { properties?: unknown }): string {
  return (shape.properties as { code: string }).code.slice(0, 2);
}
