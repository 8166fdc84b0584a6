/** Of claims that cannot all be true: the total, and the parts that do not come to it. */

import type { ClaimView } from "../api/types";

export interface Addends {
  /** the total's first */
  claims: string[];
  total: number;
  parts: number[];
  comesTo: number;
}

/** Null where a claim is not at hand, tells no exact number, or the parts do come to the total. */
export function addends(claims: string[], known: ReadonlyMap<string, ClaimView>): Addends | null {
  const told = claims.map((id) => ({ id, n: exact(known.get(id)) }));
  const total = told.reduce<{ id: string; n: number } | null>(
    (most, { id, n }) => (n !== null && (most === null || n > most.n) ? { id, n } : most),
    null,
  );
  const parts = told.filter((one) => one.id !== total?.id);
  const numbers = parts.map((one) => one.n).filter((n) => n !== null);
  const comesTo = numbers.reduce((sum, n) => sum + n, 0);
  if (total === null || numbers.length < parts.length || comesTo === total.n) return null;
  return { claims: [total.id, ...parts.map((one) => one.id)], total: total.n, parts: numbers, comesTo };
}

function exact(view: ClaimView | undefined): number | null {
  const count = view?.claim.count;
  return count && count.min === count.max ? count.min : null;
}
