/** Drawing a box to filter by: one drag of the pointer, Escape leaves it. */

import type { Map as LibreMap } from "maplibre-gl";
import { filters, setFilters } from "../state/desk";
import { drawing } from "../state/drawing";
import type { Box } from "../state/filters";

const LEAST = 6; // pixels: less is a press, and no box

type Pixels = { x: number; y: number };

/** Listen for the drag; returns what ends it. */
export function drawBox(map: LibreMap, drawn: (box: Box | null) => void): () => void {
  const holder = map.getCanvasContainer();
  let first: Pixels | null = null;
  map.dragPan.disable();

  const pixels = (event: PointerEvent): Pixels => {
    const { left, top } = holder.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const down = (event: PointerEvent) => {
    first = pixels(event);
    holder.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent) => first && drawn(between(map, first, pixels(event)));
  const up = (event: PointerEvent) => {
    const last = pixels(event);
    if (first && Math.hypot(last.x - first.x, last.y - first.y) >= LEAST) {
      setFilters({ box: between(map, first, last) });
    } else drawn(filters.peek().box);
    drawing.value = false;
  };
  const key = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    drawn(filters.peek().box);
    drawing.value = false;
  };
  holder.addEventListener("pointerdown", down);
  holder.addEventListener("pointermove", move);
  holder.addEventListener("pointerup", up);
  addEventListener("keydown", key);
  return () => {
    holder.removeEventListener("pointerdown", down);
    holder.removeEventListener("pointermove", move);
    holder.removeEventListener("pointerup", up);
    removeEventListener("keydown", key);
    // Not within the press that ended it, which would begin to move the map.
    setTimeout(() => map.dragPan.enable());
  };
}

function between(map: LibreMap, one: Pixels, other: Pixels): Box {
  const [a, b] = [map.unproject([one.x, one.y]), map.unproject([other.x, other.y])];
  const round = (degrees: number) => Math.round(degrees * 1000) / 1000;
  return {
    west: round(Math.min(a.lng, b.lng)),
    south: round(Math.min(a.lat, b.lat)),
    east: round(Math.max(a.lng, b.lng)),
    north: round(Math.max(a.lat, b.lat)),
  };
}
