/** What is drawn, from the ground up, in the colours of the page. No layer asks for anything from a server of fonts. */

import type { Feature, FeatureCollection } from "geojson";
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";
import type { token } from "../shell/theme";
import type { Base } from "./base";

export type Data = Record<"names" | "shapes" | "points" | "clusters" | "chosen" | "box", FeatureCollection>;
type Colour = typeof token;

const FONT = ["system-ui", "Noto Sans", "DejaVu Sans", "Liberation Sans"];
const COARSE = 1.2; // pixels by which a border may be drawn beside itself: half the corners of finer ones, half the time
const OVERLAP = 28; // pixels within which points are one

export function style(base: Base, data: Data, colour: Colour): StyleSpecification {
  const source = (of: FeatureCollection) => ({ type: "geojson" as const, data: of });
  return {
    version: 8,
    sources: {
      // Of each source the map cuts its tiles out anew before it draws fills and lines: few sources, few cuts.
      ground: { ...source(ground(base)), tolerance: COARSE },
      names: source(data.names),
      shapes: source(data.shapes),
      points: {
        ...source(data.points),
        cluster: true,
        clusterRadius: OVERLAP,
        clusterMaxZoom: 15,
        clusterProperties: {
          ua: ["+", ["case", ["==", ["get", "side"], "ua"], 1, 0]],
          ru: ["+", ["case", ["==", ["get", "side"], "ru"], 1, 0]],
          trouble: ["any", ["get", "trouble"]],
          best: ["max", ["get", "best"]],
        },
      },
      clusters: source(data.clusters),
      chosen: source(data.chosen),
      box: source(data.box),
    },
    layers: [...land(colour), ...told(colour, data), ...words(colour), ...marks(colour)],
  };
}

function ground({ land, borders, divisions }: Base): FeatureCollection {
  const line = (what: string, geometry: Base["borders"]): Feature => ({
    type: "Feature",
    properties: { what },
    geometry,
  });
  return { ...land, features: [...land.features, line("borders", borders), line("divisions", divisions)] };
}

function only(what: string): ExpressionSpecification {
  return ["==", ["get", "what"], what];
}

function land(colour: Colour): LayerSpecification[] {
  const wide: ExpressionSpecification = ["interpolate", ["linear"], ["zoom"], 3, 0.6, 8, 1.6];
  return [
    { id: "water", type: "background", paint: { "background-color": colour("--water") } },
    {
      id: "land",
      type: "fill",
      source: "ground",
      filter: ["!", ["has", "what"]],
      paint: { "fill-color": colour("--land") },
    },
    {
      id: "divisions",
      type: "line",
      source: "ground",
      filter: only("divisions"),
      minzoom: 4,
      paint: { "line-color": colour("--line"), "line-width": 0.8 },
    },
    {
      id: "borders",
      type: "line",
      source: "ground",
      filter: only("borders"),
      paint: { "line-color": colour("--line-strong"), "line-width": wide },
    },
  ];
}

/** Regions are shaded, seas and areas are soft; neither is a pin. */
function told(colour: Colour, { box }: Data): LayerSpecification[] {
  const trouble: ExpressionSpecification = ["get", "trouble"];
  return [
    {
      id: "areas",
      type: "fill",
      source: "shapes",
      filter: only("area"),
      paint: {
        "fill-antialias": false, // its edge is a line of its own
        "fill-color": colour("--side-unknown"),
        "fill-opacity": [
          "case",
          ["get", "country"],
          ["+", 0.04, ["*", 0.08, ["sqrt", ["get", "share"]]]],
          ["+", 0.12, ["*", 0.3, ["sqrt", ["get", "share"]]]],
        ],
      },
    },
    {
      id: "areas-edge",
      type: "line",
      source: "shapes",
      filter: ["all", only("area"), ["!", ["get", "country"]]], // a country's ring would be a border
      paint: {
        "line-color": ["case", trouble, colour("--trouble"), colour("--line-strong")],
        "line-width": ["case", trouble, 1.8, 1],
      },
    },
    {
      id: "wide",
      type: "fill",
      source: "shapes",
      filter: only("wide"),
      paint: { "fill-color": sides(colour), "fill-opacity": 0.13, "fill-antialias": false },
    },
    {
      id: "wide-edge",
      type: "line",
      source: "shapes",
      filter: only("wide"),
      paint: {
        "line-color": ["case", trouble, colour("--trouble"), sides(colour)],
        "line-width": ["case", trouble, 1.8, 1.2],
        "line-dasharray": [3, 3],
      },
    },
    {
      id: "box",
      type: "line",
      source: "box",
      layout: { visibility: seen(box) },
      paint: { "line-color": colour("--accent"), "line-width": 1.6, "line-dasharray": [4, 2] },
    },
  ];
}

/** What has nothing to draw costs as much as what has, where it is not hidden. */
export function seen({ features }: FeatureCollection): "visible" | "none" {
  return features.length ? "visible" : "none";
}

function words(colour: Colour): LayerSpecification[] {
  const from: ExpressionSpecification = [">=", ["zoom"], ["get", "zoom"]];
  const kind = (name: string): ExpressionSpecification => ["all", ["==", ["get", "kind"], name], from];
  const written = (id: string, size: ExpressionSpecification | number, paint: "--ink" | "--ink-2" | "--ink-3") =>
    ({
      id: `name-${id}`,
      type: "symbol",
      source: "names",
      filter: kind(id),
      layout: {
        "text-field": ["get", "name"],
        "text-font": FONT,
        "text-size": size,
        "text-max-width": 7,
        "text-padding": 3,
        "symbol-sort-key": ["get", "order"],
        ...(id === "city" && { "text-anchor": "top" as const, "text-offset": [0, 0.35] as [number, number] }),
        ...((id === "country" || id === "sea") && { "text-letter-spacing": 0.08 }),
      },
      paint: {
        "text-color": colour(paint),
        "text-halo-color": colour(id === "sea" ? "--water" : "--land"),
        "text-halo-width": 1.4,
      },
    }) satisfies LayerSpecification;
  return [
    // What is drawn last is placed first: a country's name before a town's.
    {
      ...written("city", ["interpolate", ["linear"], ["get", "order"], -2000, 13, -50, 11.5], "--ink-2"),
    },
    { ...written("region", 11.5, "--ink-3"), maxzoom: 9 },
    { ...written("sea", 12, "--ink-3") },
    { ...written("country", ["interpolate", ["linear"], ["zoom"], 3, 11.5, 7, 15], "--ink-2"), maxzoom: 7.5 },
  ];
}

function marks(colour: Colour): LayerSpecification[] {
  const single: ExpressionSpecification = ["!", ["has", "point_count"]];
  const several: ExpressionSpecification = ["has", "point_count"];
  const size: ExpressionSpecification = [
    "min",
    26,
    ["+", 3, ["*", 1.5, ["sqrt", ["max", 1, ["coalesce", ["get", "best"], 1]]]]],
  ];
  const trouble: ExpressionSpecification = ["to-boolean", ["get", "trouble"]];
  const together: ExpressionSpecification = [
    "case",
    ["==", ["get", "ru"], ["get", "point_count"]],
    colour("--side-ru"),
    ["==", ["get", "ua"], ["get", "point_count"]],
    colour("--side-ua"),
    colour("--side-unknown"),
  ];
  const grown = (count: string): ExpressionSpecification => ["min", 22, ["+", 8.5, ["*", 1, ["sqrt", ["get", count]]]]];
  return [
    ring("ring", "points", ["all", single, trouble], ["+", size, 3.5], colour("--trouble")),
    {
      id: "points",
      type: "circle",
      source: "points",
      filter: single,
      paint: {
        "circle-radius": size,
        "circle-color": ["case", ["get", "hollow"], colour("--land"), sides(colour)],
        "circle-opacity": ["case", ["get", "hollow"], 0.7, 0.82],
        "circle-stroke-color": ["case", ["get", "hollow"], sides(colour), colour("--land")],
        "circle-stroke-width": ["case", ["get", "hollow"], 2, 1],
      },
    },
    ring("ring-together", "points", ["all", several, trouble], ["+", grown("point_count"), 3], colour("--trouble")),
    cluster("together", "points", several, grown("point_count"), together, colour),
    number("number", "points", several, ["get", "point_count_abbreviated"], colour),
    ring("ring-clusters", "clusters", trouble, ["+", grown("n"), 3], colour("--trouble")),
    cluster("clusters", "clusters", ["has", "n"], grown("n"), colour("--side-unknown"), colour),
    number("number-clusters", "clusters", ["has", "n"], ["to-string", ["get", "n"]], colour),
    ring("chosen", "chosen", ["has", "side"], ["+", size, 6], colour("--accent")),
  ];
}

function ring(
  id: string,
  source: string,
  filter: ExpressionSpecification,
  size: ExpressionSpecification,
  colour: string,
): LayerSpecification {
  const paint = {
    "circle-radius": size,
    "circle-color": "transparent",
    "circle-stroke-color": colour,
    "circle-stroke-width": 2,
  };
  return { id, type: "circle", source, filter, paint };
}

function cluster(
  id: string,
  source: string,
  filter: ExpressionSpecification,
  size: ExpressionSpecification,
  fill: ExpressionSpecification | string,
  colour: Colour,
): LayerSpecification {
  const paint = {
    "circle-radius": size,
    "circle-color": fill,
    "circle-stroke-color": colour("--land"),
    "circle-stroke-width": 1.5,
  };
  return { id, type: "circle", source, filter, paint };
}

function number(
  id: string,
  source: string,
  filter: ExpressionSpecification,
  text: ExpressionSpecification,
  colour: Colour,
): LayerSpecification {
  return {
    id,
    type: "symbol",
    source,
    filter,
    layout: { "text-field": text, "text-font": FONT, "text-size": 11.5, "text-allow-overlap": true },
    paint: { "text-color": colour("--paper") },
  };
}

function sides(colour: Colour): ExpressionSpecification {
  return [
    "match",
    ["get", "side"],
    "ua",
    colour("--side-ua"),
    "ru",
    colour("--side-ru"),
    "other",
    colour("--side-other"),
    colour("--side-unknown"),
  ];
}
