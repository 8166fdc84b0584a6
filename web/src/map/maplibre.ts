/** MapLibre as the policy of the desk's pages allows it: its worker is a file from the same origin, no blob. */

import maplibre from "maplibre-gl/dist/maplibre-gl-csp";
import worker from "maplibre-gl/dist/maplibre-gl-csp-worker.js?url";

maplibre.setWorkerUrl(worker);

export { maplibre };
