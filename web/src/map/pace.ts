/**
 * Where no graphics processor helps, to paint the map takes a tenth of a second and more. While it moves it is painted
 * in one frame of several, and in the others the picture that was painted last is moved along, which costs a fifth.
 */

import type { Map as LibreMap, LngLat } from "maplibre-gl";

const SHOWN = 10; // frames that one picture is shown in while the map moves
const SOFTWARE = /swiftshader|llvmpipe|software|basic render/i;

/** What the last picture has in its middle, how near, and in how many frames it was shown. */
interface Picture {
  middle: LngLat;
  zoom: number;
  shown: number;
}

export function pace(map: LibreMap): void {
  if (!isSlow(map.getCanvas())) return;
  paintSeldom(map);
  map.on("webglcontextrestored", () => paintSeldom(map)); // by another painter, from then on
  map.on("moveend", () => map.triggerRepaint()); // what it rests on is painted
}

function paintSeldom(map: LibreMap): void {
  const { painter } = map;
  const { style } = map.getCanvas();
  const paint = painter.render.bind(painter);
  let last: Picture | null = null;
  painter.render = (...what) => {
    if (last && map.isMoving() && last.shown < SHOWN) {
      last.shown++;
      style.transform = along(map, last);
      return;
    }
    last = { middle: map.getCenter(), zoom: map.getZoom(), shown: 1 };
    style.transform = "";
    paint(...what);
  };
}

/** How a picture lies on what is looked at now. */
function along(map: LibreMap, { middle, zoom }: Picture): string {
  const { x, y } = map.project(middle);
  const { clientWidth, clientHeight } = map.getContainer();
  return `translate(${x - clientWidth / 2}px, ${y - clientHeight / 2}px) scale(${2 ** (map.getZoom() - zoom)})`;
}

function isSlow(canvas: HTMLCanvasElement): boolean {
  const drawing = canvas.getContext("webgl2") ?? canvas.getContext("webgl");
  const told = drawing?.getExtension("WEBGL_debug_renderer_info");
  return (
    drawing !== null && SOFTWARE.test(String(drawing.getParameter(told?.UNMASKED_RENDERER_WEBGL ?? drawing.RENDERER)))
  );
}
