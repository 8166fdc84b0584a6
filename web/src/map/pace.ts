/** Where no graphics processor helps, a map is drawn with fewer pixels while it is dragged, and with all when it rests. */

import type { Map as LibreMap } from "maplibre-gl";

const FEWER = 0.6; // of the pixels along either side
const SOFTWARE = /swiftshader|llvmpipe|software|basic render/i;

/** Returns what ends it. */
export function pace(map: LibreMap): () => void {
  if (!isSlow(map.getCanvas())) return () => {};
  const holder = map.getCanvasContainer();
  let [held, coarse] = [false, false];
  // To change the pixels ends a drag: it is done before the map hears of the press that begins one.
  const press = (event: PointerEvent) => {
    held = event.button === 0;
    if (held && !coarse) {
      coarse = true;
      map.setPixelRatio(devicePixelRatio * FEWER);
    }
  };
  const rest = () => {
    if (held || !coarse || map.isMoving()) return;
    coarse = false;
    map.setPixelRatio(devicePixelRatio);
  };
  const release = () => {
    held = false;
    requestAnimationFrame(rest); // by then it is known whether the map goes on by itself
  };
  holder.addEventListener("pointerdown", press, { capture: true });
  addEventListener("pointerup", release);
  addEventListener("pointercancel", release);
  map.on("idle", rest);
  return () => {
    removeEventListener("pointerup", release);
    removeEventListener("pointercancel", release);
  };
}

function isSlow(canvas: HTMLCanvasElement): boolean {
  const drawing = canvas.getContext("webgl2") ?? canvas.getContext("webgl");
  const told = drawing?.getExtension("WEBGL_debug_renderer_info");
  return (
    drawing !== null && SOFTWARE.test(String(drawing.getParameter(told?.UNMASKED_RENDERER_WEBGL ?? drawing.RENDERER)))
  );
}
