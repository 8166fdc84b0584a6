/** The map of what the filters leave: towns as points, regions as areas, seas as seas. */

import { useEffect, useRef, useState } from "preact/hooks";
import { at } from "../api/client";
import { useResource } from "../api/resource";
import type { Mapped } from "../api/types";
import { t } from "../i18n";
import { worn } from "../shell/theme";
import { asked, filters, lang, selected, withParams } from "../state/desk";
import { drawing } from "../state/drawing";
import { Controls } from "./Controls";
import { Legend } from "./Legend";
import { MapBook } from "./MapBook";
import { type Found, Spot } from "./Spot";
import "maplibre-gl/dist/maplibre-gl.css";
import "./map.css";

export function MapView() {
  const holder = useRef<HTMLDivElement>(null);
  const book = useRef<MapBook | null>(null);
  const [failed, setFailed] = useState(false);
  const [zoom, setZoom] = useState(4);
  const [found, setFound] = useState<Found | null>(null);
  const { data } = useResource<Mapped>(at("/map", withParams(asked.value, { zoom })));

  useEffect(() => {
    if (!holder.current) return;
    try {
      book.current = new MapBook(holder.current, { zoomed: setZoom, found: setFound });
    } catch {
      setFailed(true); // no WebGL: the table shows the same
    }
    return () => book.current?.close();
  }, []);

  const [theme, language] = [worn(), lang.value];
  useEffect(() => book.current?.dress(), [theme, language]);
  useEffect(() => {
    if (data) book.current?.show(data);
  }, [data]);
  useEffect(() => book.current?.choose(selected.value), [selected.value, data]);
  useEffect(() => book.current?.frame(filters.value.box), [filters.value.box]);
  useEffect(() => book.current?.draw(drawing.value), [drawing.value]);
  useEffect(() => setFound(null), [data]);

  if (failed) return <p class="map-failed">{t("map.failed")}</p>;
  return (
    <div class="map">
      <div class={drawing.value ? "map-holder drawing" : "map-holder"} ref={holder} />
      <Controls book={book} />
      <Legend mapped={data} />
      {found && <Spot found={found} close={() => setFound(null)} />}
    </div>
  );
}
