/** Each filter that is set, in words, with what takes it away again. */

import { day } from "../dates/format";
import { party } from "../facts/describe";
import { country, t, term } from "../i18n";
import { type Filters, MANY, type Many, SWITCHES } from "../state/filters";

export interface Chip {
  key: string;
  name: string;
  value: string;
  without: Partial<Filters>;
}

const WORD: Record<Many, (value: string) => string> = {
  kind: (value) => term("kind", value),
  side: party,
  place: (value) => (/^[A-Z]{2}$/.test(value) ? country(value) : value),
  weapon: (value) => term("weapon", value),
  source: (value) => value,
  stance: (value) => term("stance", value),
};

/** `regions`: names of regions by their codes, as far as they are known. */
export function chipsOf(filters: Filters, regions: ReadonlyMap<string, string> = new Map()): Chip[] {
  const many = MANY.flatMap((name) =>
    filters[name].map((value) => ({
      key: `${name}:${value}`,
      name: term("filter", name),
      value: (name === "place" && regions.get(value)) || WORD[name](value),
      without: { [name]: filters[name].filter((other) => other !== value) },
    })),
  );
  const switches = SWITCHES.filter((name) => filters[name]).map((name) => ({
    key: name,
    name: "",
    value: term("filter", name),
    without: { [name]: false },
  }));
  return [...words(filters), ...many, ...switches];
}

function words(filters: Filters): Chip[] {
  const { since, until, night, box, min_count: min, max_count: max, q } = filters;
  const chips: (Chip | null)[] = [
    q ? { key: "q", name: t("filter.q"), value: q, without: { q: null } } : null,
    night ? { key: "night", name: t("filter.night"), value: day(night), without: { night: null } } : null,
    since || until
      ? {
          key: "time",
          name: t("filter.time"),
          value: `${since ? written(since) : "…"} – ${until ? written(until) : "…"}`,
          without: { since: null, until: null },
        }
      : null,
    box ? { key: "box", name: t("filter.box"), value: t("filter.drawn"), without: { box: null } } : null,
    min !== null || max !== null
      ? {
          key: "count",
          name: t("filter.count"),
          value: `${min ?? 0}–${max ?? "…"}`,
          without: { min_count: null, max_count: null },
        }
      : null,
  ];
  return chips.filter((chip) => chip !== null);
}

function written(text: string): string {
  return text.includes("T") ? `${day(text)} ${text.slice(11)}` : day(text);
}
