/** What is asked for: the API's own parameters, read from the address and written back to it. */

export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

export interface Filters {
  kind: string[];
  side: string[];
  place: string[];
  weapon: string[];
  source: string[];
  stance: string[];
  box: Box | null;
  since: string | null;
  until: string | null;
  night: string | null;
  min_count: number | null;
  max_count: number | null;
  contradicted: boolean;
  implied: boolean;
  undated: boolean;
  q: string | null;
  sort: string | null;
}

export const MANY = ["kind", "side", "place", "weapon", "source", "stance"] as const;
export const WORDS = ["since", "until", "night", "q", "sort"] as const;
export const NUMBERS = ["min_count", "max_count"] as const;
export const SWITCHES = ["contradicted", "implied", "undated"] as const;

export type Many = (typeof MANY)[number];
export type Switch = (typeof SWITCHES)[number];

export function filtersOf(query: URLSearchParams): Filters {
  const many = Object.fromEntries(MANY.map((name) => [name, query.getAll(name).filter(Boolean)]));
  const words = Object.fromEntries(WORDS.map((name) => [name, query.get(name) || null]));
  const numbers = Object.fromEntries(NUMBERS.map((name) => [name, wholeNumber(query.get(name))]));
  const switches = Object.fromEntries(SWITCHES.map((name) => [name, query.get(name) === "true"]));
  return { ...many, ...words, ...numbers, ...switches, box: boxOf(query.get("box")) } as Filters;
}

/** The filters in the query's place, in one order, so that the same filters have the same address. */
export function write(filters: Filters, query: URLSearchParams): void {
  for (const name of [...MANY, ...WORDS, ...NUMBERS, ...SWITCHES, "box"]) query.delete(name);
  for (const name of MANY) for (const value of filters[name]) query.append(name, value);
  if (filters.box) query.set("box", boxText(filters.box));
  for (const name of [...WORDS, ...NUMBERS]) {
    const value = filters[name];
    if (value !== null && value !== "") query.set(name, String(value));
  }
  for (const name of SWITCHES) if (filters[name]) query.set(name, "true");
}

/** How many of them narrow what is shown. */
export function narrowing(filters: Filters): number {
  const many = MANY.reduce((sum, name) => sum + filters[name].length, 0);
  const words = WORDS.filter((name) => name !== "sort" && filters[name]).length;
  const numbers = NUMBERS.filter((name) => filters[name] !== null).length;
  return many + words + numbers + SWITCHES.filter((name) => filters[name]).length + (filters.box ? 1 : 0);
}

export function boxText(box: Box): string {
  return [box.west, box.south, box.east, box.north].map((edge) => Number(edge.toFixed(4))).join(",");
}

function boxOf(text: string | null): Box | null {
  const edges = (text ?? "").split(",").map(Number);
  const [west, south, east, north] = edges;
  if (west === undefined || south === undefined || east === undefined || north === undefined) return null;
  return edges.length === 4 && edges.every(Number.isFinite) ? { west, south, east, north } : null;
}

function wholeNumber(text: string | null): number | null {
  return text && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
