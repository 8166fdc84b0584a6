/** What the desk is set to, each thing a signal read from the address, and the steps that change it. */

import { computed } from "@preact/signals";
import { address, asSearch, goQuery } from "./address";
import { type Filters, filtersOf, write } from "./filters";

export type Lang = "en" | "uk";
export type Theme = "light" | "dark";

/** What goes with the reader from page to page; filters do too, so that the way back is the same desk. */
const query = computed(() => new URLSearchParams(address.value.query));

export const path = computed(() => address.value.path);
export const filters = computed<Filters>(() => filtersOf(query.value));
/** A moment of the past that the whole desk is set to, or null: now. */
export const asOf = computed<string | null>(() => query.value.get("as_of") || null);
/** The incident in the right panel. */
export const selected = computed<string | null>(() => query.value.get("sel") || null);
/** A part of that incident whose words are asked for. */
export const part = computed<string | null>(() => query.value.get("part") || null);
/** A claim whose words are asked for. */
export const claimed = computed<string | null>(() => query.value.get("claim") || null);
/** Which version of a document is shown, and which it is compared with. */
export const version = computed<string | null>(() => query.value.get("version") || null);
export const against = computed<string | null>(() => query.value.get("against") || null);
export const lang = computed<Lang>(() => (query.value.get("lang") === "uk" ? "uk" : "en"));
/** As chosen; null: as the system has it. */
export const theme = computed<Theme | null>(() => {
  const chosen = query.value.get("theme");
  return chosen === "light" || chosen === "dark" ? chosen : null;
});

/** The filters and the moment as the API's parameters; the order of a list is no part of what is asked of the rest. */
export const asked = computed(() => {
  const params = new URLSearchParams();
  write({ ...filters.value, sort: null }, params);
  if (asOf.value) params.set("as_of", asOf.value);
  return params;
});

/** Only the moment: for what is asked by its id. */
export const atMoment = computed(() => {
  const params = new URLSearchParams();
  if (asOf.value) params.set("as_of", asOf.value);
  return params;
});

/** The parameters with those of a request's own; null takes one away. */
export function withParams(params: URLSearchParams, more: Record<string, string | number | null>): URLSearchParams {
  const all = new URLSearchParams(params);
  for (const [name, value] of Object.entries(more)) {
    if (value === null || value === "") all.delete(name);
    else all.set(name, String(value));
  }
  return all;
}

export function setFilters(change: Partial<Filters>, how: { replace?: boolean } = {}): void {
  goQuery((params) => write({ ...filters.peek(), ...change }, params), how);
}

export function clearFilters(): void {
  setFilters({ ...filtersOf(new URLSearchParams()), sort: filters.peek().sort });
}

export const setAsOf = (moment: string | null, how = {}): void => setOne("as_of", moment, how);
export const setLang = (to: Lang): void => setOne("lang", to === "en" ? null : to, { replace: true });
export const setTheme = (to: Theme | null): void => setOne("theme", to, { replace: true });

export function select(id: string | null, how: { replace?: boolean } = {}): void {
  goQuery((params) => {
    set(params, "sel", id);
    set(params, "part", null);
    set(params, "claim", null);
  }, how);
}

/** Bring the words of a part of the incident that is shown, or of one claim in it. */
export function bring(part: string | null, claim: string | null = null): void {
  goQuery(
    (params) => {
      set(params, "part", part);
      set(params, "claim", claim);
    },
    { replace: true },
  );
}

const OF_ONE_PAGE = ["claim", "part", "version", "against"];

/** The address of another page of the desk, set to the same filters, moment, language and theme. */
export function href(to: string, own: Record<string, string | null> = {}): string {
  const params = new URLSearchParams(query.value);
  for (const name of OF_ONE_PAGE) params.delete(name);
  for (const [name, value] of Object.entries(own)) set(params, name, value);
  return `${to}${asSearch(params)}`;
}

function setOne(name: string, value: string | null, how: { replace?: boolean }): void {
  goQuery((params) => set(params, name, value), how);
}

function set(params: URLSearchParams, name: string, value: string | null): void {
  if (value) params.set(name, value);
  else params.delete(name);
}
