/** The map itself: it is given what to show, and tells what was pressed. */

import type { FeatureCollection } from "geojson";
import type { GeoJSONSource, Map as LibreMap, MapGeoJSONFeature, MapMouseEvent } from "maplibre-gl";
import type { Mapped } from "../api/types";
import { t } from "../i18n";
import { token } from "../shell/theme";
import { lang, select } from "../state/desk";
import type { Box } from "../state/filters";
import { type Base, base } from "./base";
import { drawBox } from "./box";
import { type Data, seen, style } from "./layers";
import { maplibre } from "./maplibre";
import { names, regionName } from "./names";
import { pace } from "./pace";
import type { Found } from "./Spot";
import { chosen, clusters, extent, points, rectangle, spread, told } from "./shapes";

interface Hears {
  zoomed: (zoom: number) => void;
  found: (found: Found | null) => void;
}

const NOTHING: FeatureCollection = { type: "FeatureCollection", features: [] };
const PRESSED = ["points", "together", "clusters", "wide", "areas"]; // from the top down
const START = { center: [31.4, 48.6] as [number, number], zoom: 4.6 };
const LISTED = 200;
const CLOSEST = 7.5; // a first look at a few incidents keeps the country around them in sight

export class MapBook {
  private readonly map: LibreMap;
  private readonly stops: (() => void)[] = [];
  private readonly data: Data;
  private ground: Base | null = null;
  private mapped: Mapped | null = null;
  private stopDrawing: (() => void) | null = null;
  private settled = location.hash.length > 1;

  constructor(
    holder: HTMLElement,
    private readonly hears: Hears,
  ) {
    this.data = {
      names: NOTHING,
      shapes: NOTHING,
      points: NOTHING,
      clusters: NOTHING,
      chosen: NOTHING,
      box: NOTHING,
    };
    this.map = new maplibre.Map({
      container: holder,
      hash: true,
      ...START,
      minZoom: 1.5,
      maxZoom: 14,
      style: { version: 8, sources: {}, layers: [] },
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      fadeDuration: 0,
      maxPitch: 0,
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    this.map.addControl(
      new maplibre.AttributionControl({ compact: false, customAttribution: "Natural Earth, GeoNames" }),
    );
    this.map.on("click", (event) => void this.press(event));
    this.map.on("mousemove", (event) => this.point(event));
    this.map.on("zoomend", () => this.hears.zoomed(Math.floor(this.map.getZoom())));
    pace(this.map);
    this.listen();
    void this.lay();
  }

  close(): void {
    for (const stop of this.stops) stop();
    this.stopDrawing?.();
    this.map.remove();
  }

  show(mapped: Mapped): void {
    this.mapped = mapped;
    this.put("points", points(mapped));
    this.put("clusters", clusters(mapped));
    this.spread();
    this.look();
  }

  choose(id: string | null): void {
    this.put("chosen", chosen(this.mapped, id));
  }

  frame(box: Box | null): void {
    this.put("box", rectangle(box));
  }

  /** Whether the next drag draws a box. */
  draw(on: boolean): void {
    this.stopDrawing?.();
    this.stopDrawing = on ? drawBox(this.map, (box) => this.put("box", rectangle(box))) : null;
  }

  /** In the colours and the language that the page has now. */
  dress(): void {
    this.map.getCanvas().setAttribute("aria-label", t("map.canvas"));
    if (!this.ground) return;
    this.data.names = names(this.ground.labels, lang.peek());
    this.map.setStyle(style(this.ground, this.data, token));
  }

  zoom(by: 1 | -1): void {
    this.map.easeTo({ zoom: this.map.getZoom() + by, duration: smooth() });
  }

  /** All that is shown, as near as it fits. */
  fit(): void {
    const bounds = this.mapped && extent(this.mapped);
    if (bounds) this.map.fitBounds(bounds, { padding: 50, maxZoom: CLOSEST, duration: smooth() });
  }

  view(): Box {
    const bounds = this.map.getBounds();
    const [west, south] = bounds.getSouthWest().toArray().map(rounded);
    const [east, north] = bounds.getNorthEast().toArray().map(rounded);
    return { west: west ?? -180, south: south ?? -85, east: east ?? 180, north: north ?? 85 };
  }

  private async lay(): Promise<void> {
    this.ground = await base();
    this.spread();
    this.dress();
  }

  /** What is no point needs the ground's shapes. */
  private spread(): void {
    if (!this.mapped || !this.ground) return;
    this.put("shapes", spread(this.mapped, this.ground));
  }

  /** The first answer decides what is looked at, where the address does not. */
  private look(): void {
    if (this.settled || !this.mapped) return;
    const bounds = extent(this.mapped);
    if (!bounds) return;
    this.settled = true;
    this.map.fitBounds(bounds, { padding: 50, maxZoom: CLOSEST, duration: 0 });
  }

  private put(name: keyof Data, data: FeatureCollection): void {
    this.data[name] = data;
    if (name === "box" && this.map.getLayer(name)) this.map.setLayoutProperty(name, "visibility", seen(data));
    void this.map.getSource<GeoJSONSource>(name)?.setData(data);
  }

  private top(event: MapMouseEvent): MapGeoJSONFeature | null {
    const known = PRESSED.filter((layer) => this.map.getLayer(layer));
    const { x, y } = event.point;
    const around: [[number, number], [number, number]] = [
      [x - 3, y - 3],
      [x + 3, y + 3],
    ];
    const hit = this.map.queryRenderedFeatures(around, { layers: known });
    return hit[0] ?? null;
  }

  private point(event: MapMouseEvent): void {
    if (event.originalEvent.buttons) return; // a drag points at nothing
    if (!this.stopDrawing) this.map.getCanvas().style.cursor = this.top(event) ? "pointer" : "";
  }

  private async press(event: MapMouseEvent): Promise<void> {
    if (this.stopDrawing || !this.mapped) return;
    this.hears.found(null);
    const hit = this.top(event);
    if (!hit) return;
    const at = { x: event.point.x, y: event.point.y };
    if (hit.layer.id === "points") select(told(this.mapped, Number(hit.properties.at)).id);
    if (hit.layer.id === "together") await this.open(hit, at);
    if (hit.layer.id === "clusters") this.nearer(JSON.parse(String(hit.properties.bounds)));
    if (hit.layer.id === "wide") this.list(String(hit.properties.incidents).split(",").map(Number), at);
    if (hit.layer.id === "areas") this.area(hit, at);
  }

  /** A cluster is looked at more closely where that parts it, else listed. */
  private async open(hit: MapGeoJSONFeature, at: { x: number; y: number }): Promise<void> {
    const source = this.map.getSource<GeoJSONSource>("points");
    if (!source) return;
    const leaves = await source.getClusterLeaves(Number(hit.properties.cluster_id), LISTED, 0);
    const spots = leaves.map((leaf) => (leaf.geometry.type === "Point" ? leaf.geometry.coordinates : [0, 0]));
    const [lons, lats] = [spots.map(([lon]) => lon ?? 0), spots.map(([, lat]) => lat ?? 0)];
    const bounds = [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
    const apart = bounds[0] !== bounds[2] || bounds[1] !== bounds[3];
    if (apart && this.map.getZoom() < this.map.getMaxZoom() - 1) this.nearer(bounds);
    else
      this.list(
        leaves.map((leaf) => Number(leaf.properties?.at)),
        at,
        Number(hit.properties.point_count),
      );
  }

  private nearer([west = 0, south = 0, east = 0, north = 0]: number[]): void {
    const closer = this.map.getZoom() + 1.5;
    const seen = this.map.cameraForBounds([west, south, east, north], { padding: 70, maxZoom: 12 });
    const zoom = Math.min(Math.max(seen?.zoom ?? closer, closer), this.map.getMaxZoom());
    this.map.easeTo({ center: [(west + east) / 2, (south + north) / 2], zoom, duration: smooth() });
  }

  private list(all: number[], at: { x: number; y: number }, n = all.length): void {
    const { mapped } = this;
    if (!mapped) return;
    const incidents = all.map((one) => told(mapped, one)).sort((one, other) => other.begins - one.begins);
    if (incidents.length === 1 && incidents[0]) select(incidents[0].id);
    else this.hears.found({ ...at, incidents, n, code: null, name: null });
  }

  private area(hit: MapGeoJSONFeature, at: { x: number; y: number }): void {
    const { code, n, id } = hit.properties;
    if (id) select(String(id));
    else
      this.hears.found({
        ...at,
        incidents: [],
        n: Number(n),
        code,
        name: this.ground && regionName(this.ground.labels, String(code)),
      });
  }

  private listen(): void {
    const watcher = new ResizeObserver(() => this.map.resize());
    watcher.observe(this.map.getContainer());
    this.stops.push(() => watcher.disconnect());
  }
}

function smooth(): number {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 350;
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1000) / 1000;
}
