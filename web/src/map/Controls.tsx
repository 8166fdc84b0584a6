/** What can be done with the map without a mouse: nearer, farther, all of it, a box. */

import type { RefObject } from "preact";
import { t } from "../i18n";
import { filters, setFilters } from "../state/desk";
import { drawing } from "../state/drawing";
import type { MapBook } from "./MapBook";

export function Controls({ book }: { book: RefObject<MapBook | null> }) {
  const boxed = filters.value.box !== null;
  return (
    <div class="map-controls">
      <button type="button" aria-label={t("map.in")} title={t("map.in")} onClick={() => book.current?.zoom(1)}>
        +
      </button>
      <button type="button" aria-label={t("map.out")} title={t("map.out")} onClick={() => book.current?.zoom(-1)}>
        −
      </button>
      <button type="button" aria-label={t("map.fit")} title={t("map.fit")} onClick={() => book.current?.fit()}>
        ⤢
      </button>
      <button
        type="button"
        aria-pressed={drawing.value}
        title={t("map.box_how")}
        onClick={() => {
          drawing.value = !drawing.value;
        }}
      >
        {t("map.box")}
      </button>
      {drawing.value && (
        <button
          type="button"
          onClick={() => {
            if (book.current) setFilters({ box: book.current.view() });
            drawing.value = false;
          }}
        >
          {t("map.view_as_box")}
        </button>
      )}
      {boxed && !drawing.value && (
        <button type="button" onClick={() => setFilters({ box: null })}>
          {t("map.no_box")}
        </button>
      )}
    </div>
  );
}
