/** The page's address as a signal. All that the desk shows is in it, so that back, forward and a copied link work. */

import { signal } from "@preact/signals";

export interface Address {
  path: string;
  query: string;
  hash: string;
}

function read(): Address {
  return { path: location.pathname, query: location.search.replace(/^\?/, ""), hash: location.hash };
}

export const address = signal<Address>(read());

addEventListener("popstate", () => {
  address.value = read();
});

/** Go to an address of the desk. `replace` where the step is none that a reader would go back over. */
export function go(url: string, how: { replace?: boolean } = {}): void {
  const target = new URL(url, location.href);
  if (target.href === location.href) return;
  history[how.replace ? "replaceState" : "pushState"](null, "", target);
  address.value = read();
}

/** The query as changed, on the same path and hash; an empty one leaves no question mark. */
export function goQuery(change: (query: URLSearchParams) => void, how: { replace?: boolean } = {}): void {
  const query = new URLSearchParams(address.value.query);
  change(query);
  go(`${location.pathname}${asSearch(query)}${location.hash}`, how);
}

export function asSearch(query: URLSearchParams): string {
  const text = readable(query.toString());
  return text ? `?${text}` : "";
}

/** Commas and colons need no escape in a query, and a box or a minute reads better without. */
function readable(query: string): string {
  return query.replace(/%2C/gi, ",").replace(/%3A/gi, ":").replace(/%2F/gi, "/");
}
