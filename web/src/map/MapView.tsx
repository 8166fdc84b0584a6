/** The map of what the filters leave. */
export function MapView() {
  return <div class="map" />;
}
