/** All filters in one panel, each value with how many incidents it would leave. */

import { at } from "../api/client";
import { useResource } from "../api/resource";
import type { Facet, Facets } from "../api/types";
import { party } from "../facts/describe";
import { counted, country, number, region, t, term } from "../i18n";
import { Menu } from "../shell/Menu";
import { asked, clearFilters, filters, setFilters } from "../state/desk";
import { drawing } from "../state/drawing";
import { type Many, narrowing, SWITCHES, type Switch } from "../state/filters";
import { Words } from "../words/Words";
import { BoxField, CountFields, TimeFields, WordsField } from "./fields";

export function FilterMenu() {
  const n = narrowing(filters.value);
  return (
    <Menu wide strong={n > 0} name={t("filters.name")} label={n ? counted("filters.n", n) : t("filters.name")}>
      {(close) => (
        <div class="filter-menu">
          <FacetGroups />
          <div class="filter-fields">
            <TimeFields />
            <CountFields />
            <BoxField
              draw={() => {
                drawing.value = true;
                close();
              }}
            />
            <Switches />
          </div>
          <footer>
            <button type="button" onClick={clearFilters}>
              {t("filters.clear")}
            </button>
            <button type="button" class="main" onClick={close}>
              {t("do.done")}
            </button>
          </footer>
        </div>
      )}
    </Menu>
  );
}

function FacetGroups() {
  const { data } = useResource<Facets>(at("/facets", asked.value));
  const places = [...(data?.country ?? []), ...(data?.region ?? [])];
  return (
    <div class="facets">
      <Choices of="kind" facets={data?.kind} word={(facet) => term("kind", facet.value)} />
      <Choices of="side" facets={data?.side} word={(facet) => party(facet.value)} />
      <Choices of="weapon" facets={data?.weapon} word={(facet) => term("weapon", facet.value)} />
      <Choices of="stance" facets={data?.stance} word={(facet) => term("stance", facet.value)} />
      <Choices of="place" facets={places} word={placeWord}>
        <WordsField of="place" />
      </Choices>
      <Choices of="source" facets={data?.source} word={(facet) => facet.value}>
        <WordsField of="source" />
      </Choices>
    </div>
  );
}

function placeWord({ value, name }: Facet): string {
  return /^[A-Z]{2}$/.test(value) ? country(value) : region(value, name ?? value);
}

interface ChoicesProps {
  of: Many;
  facets: Facet[] | undefined;
  word: (facet: Facet) => string;
  children?: preact.ComponentChildren;
}

/** The values of one filter; what is chosen stands first, even where nothing is left of it. */
function Choices({ of, facets = [], word, children }: ChoicesProps) {
  const chosen = filters.value[of];
  const first = chosen.map((value) => facets.find((facet) => facet.value === value) ?? { value, n: 0 });
  const all = [...first, ...facets.filter((facet) => !chosen.includes(facet.value))];
  const toggle = (value: string) => {
    const without = chosen.filter((other) => other !== value);
    setFilters({ [of]: without.length < chosen.length ? without : [...chosen, value] });
  };
  return (
    <fieldset>
      <legend>{term("filter", of)}</legend>
      {children}
      <div class="choices">
        {all.map((facet) => (
          <label key={facet.value}>
            <input type="checkbox" checked={chosen.includes(facet.value)} onChange={() => toggle(facet.value)} />
            <span class="choice">
              <Words text={word(facet)} />
            </span>
            <span class="n">{facet.n ? number(facet.n) : ""}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Switches() {
  const flip = (name: Switch) => setFilters({ [name]: !filters.peek()[name] });
  return (
    <fieldset>
      <legend>{t("filters.only")}</legend>
      {SWITCHES.map((name) => (
        <label key={name}>
          <input type="checkbox" checked={filters.value[name]} onChange={() => flip(name)} />
          <span class="choice">{term("filter", name)}</span>
        </label>
      ))}
    </fieldset>
  );
}
