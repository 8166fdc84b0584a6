import { at } from "../api/client";
import { useResource } from "../api/resource";
import type { Facets } from "../api/types";
import { region, t } from "../i18n";
import { asked, clearFilters, filters, setFilters } from "../state/desk";
import { Words } from "../words/Words";
import { chipsOf } from "./chips";

export function Chips() {
  const hasRegion = filters.value.place.some((place) => /^[A-Z]{2}-/.test(place));
  const { data } = useResource<Facets>(hasRegion ? at("/facets", asked.value) : null);
  const regions = new Map((data?.region ?? []).map(({ value, name }) => [value, region(value, name ?? value)]));
  const chips = chipsOf(filters.value, regions);
  if (!chips.length) return null;
  return (
    <ul class="chips" aria-label={t("filters.set")}>
      {chips.map((chip) => (
        <li key={chip.key}>
          <button
            type="button"
            class="chip"
            aria-label={t("filters.remove", { what: `${chip.name} ${chip.value}`.trim() })}
            onClick={() => setFilters(chip.without)}
          >
            {chip.name && <span class="dim">{chip.name}</span>} <Words text={chip.value} /> <span aria-hidden>✕</span>
          </button>
        </li>
      ))}
      <li>
        <button type="button" class="quiet" onClick={clearFilters}>
          {t("filters.clear")}
        </button>
      </li>
    </ul>
  );
}
