/** Filters that are written: times, counts, a box, words of a place or a source. */

import { useState } from "preact/hooks";
import { t, term } from "../i18n";
import { filters, setFilters } from "../state/desk";
import { boxText, filtersOf, type Many } from "../state/filters";

export function TimeFields() {
  const { since, until, night } = filters.value;
  return (
    <fieldset>
      <legend>{t("filter.time")}</legend>
      <Dated label={t("filter.since")} value={since} set={(value) => setFilters({ since: value, night: null })} />
      <Dated label={t("filter.until")} value={until} set={(value) => setFilters({ until: value, night: null })} />
      <Dated
        label={t("filter.night_ended")}
        value={night}
        set={(value) => setFilters({ night: value, since: null, until: null })}
      />
    </fieldset>
  );
}

function Dated({ label, value, set }: { label: string; value: string | null; set: (value: string | null) => void }) {
  return (
    <label class="field">
      <span>{label}</span>
      <input type="date" value={value?.slice(0, 10) ?? ""} onChange={(e) => set(e.currentTarget.value || null)} />
    </label>
  );
}

export function CountFields() {
  const read = (text: string) => (/^\d+$/.test(text) ? Number(text) : null);
  return (
    <fieldset>
      <legend>{t("filter.count")}</legend>
      <label class="field">
        <span>{t("filter.min_count")}</span>
        <input
          type="number"
          min={0}
          value={filters.value.min_count ?? ""}
          onChange={(event) => setFilters({ min_count: read(event.currentTarget.value) })}
        />
      </label>
      <label class="field">
        <span>{t("filter.max_count")}</span>
        <input
          type="number"
          min={0}
          value={filters.value.max_count ?? ""}
          onChange={(event) => setFilters({ max_count: read(event.currentTarget.value) })}
        />
      </label>
    </fieldset>
  );
}

export function BoxField({ draw }: { draw: () => void }) {
  const { box } = filters.value;
  return (
    <fieldset>
      <legend>{t("filter.box")}</legend>
      <label class="field column">
        <span>{t("filter.edges")}</span>
        <input
          type="text"
          inputMode="decimal"
          placeholder="35.5,46.2,41,49.8"
          value={box ? boxText(box) : ""}
          onChange={(event) => setFilters(boxOnly(event.currentTarget.value))}
        />
      </label>
      <button type="button" onClick={draw}>
        {t("filter.draw")}
      </button>
    </fieldset>
  );
}

const boxOnly = (text: string) => ({ box: filtersOf(new URLSearchParams({ box: text })).box });

/** Words that a name has in it, added to those that are there. */
export function WordsField({ of }: { of: Many }) {
  const [text, setText] = useState("");
  const add = () => {
    const words = text.trim();
    if (words && !filters.peek()[of].includes(words)) setFilters({ [of]: [...filters.peek()[of], words] });
    setText("");
  };
  return (
    <input
      type="text"
      aria-label={t("filter.words_of", { what: term("filter", of) })}
      placeholder={t("filter.words")}
      value={text}
      onInput={(event) => setText(event.currentTarget.value)}
      onChange={add}
      onKeyDown={(event) => event.key === "Enter" && add()}
    />
  );
}
