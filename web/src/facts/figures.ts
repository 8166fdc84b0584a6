/** Numbers in short: what is stated, what is open of it, what only follows from other numbers. */

import type { Figure, Implied, People, Quantity, Row, Standing, Toll } from "../api/types";
import { number, t, term } from "../i18n";

type Bounds = { min: number | null; max: number | null; approx?: boolean };

export function bounds({ min, max, approx }: Bounds): string {
  if (min === null && max === null) return "?";
  if (min === max && min !== null) return `${approx ? "~" : ""}${number(min)}`;
  if (max === null) return `≥ ${number(min ?? 0)}`;
  if (min === null) return `≤ ${number(max)}`;
  return `${number(min)}–${number(max)}`;
}

/** The likeliest number and, where others are left open, which. */
export function figure({ low, best, high }: Figure | Toll): string {
  const open = bounds({ min: low, max: high });
  if (best === null || low === high || (best === low && high === null)) return open;
  return `${number(best)} (${open})`;
}

export function toll(told: Toll): string {
  if (told.effect === "any" && told.high === 0) return t("figure.nobody");
  const n = told.low === null && told.high === null ? "" : figure(told);
  return [term("harm", told.effect), n, told.group ? term("group", told.group) : ""].filter(Boolean).join(" ");
}

export function people(told: People): string {
  if (told.effect === "any" && told.max === 0) return t("figure.nobody");
  const n = told.min === null && told.max === null ? "" : bounds(told);
  return [term("harm", told.effect), n, told.group ? term("group", told.group) : ""].filter(Boolean).join(" ");
}

/** What one claim says of how many, or "" where it says nothing of that. */
export function stated(claim: { count: Quantity | null; people: People[] }): string {
  return claim.count ? bounds(claim.count) : claim.people.map(people).join(", ");
}

export interface HowMany {
  text: string;
  /** whether nobody states it */
  implied: boolean;
}

/** The figure, else the people; what sums imply where nothing is stated. */
export function howMany(incident: {
  count: Figure | null;
  people: Toll[];
  implied: Implied | Row["implied"];
}): HowMany | null {
  if (incident.count) return { text: figure(incident.count), implied: false };
  if (incident.people.length) return { text: incident.people.map(toll).join(", "), implied: false };
  const { implied } = incident;
  if (implied && (implied.min !== null || implied.max !== null)) return { text: bounds(implied), implied: true };
  return null;
}

/** The number itself, for sums: the likeliest, or what is implied where it is one number. */
export function best(incident: { count: Figure | null; implied: Implied | null }): number | null {
  if (incident.count) return incident.count.best;
  const implied = incident.implied;
  return implied && implied.min === implied.max ? implied.min : null;
}

/**
 * How a part's implied number comes about, where it is the whole less the other parts: "53 − 47". `siblings` are the
 * other parts of the same whole; null where the numbers do not come to that.
 */
export function arithmetic(part: Row, whole: { count: Figure | null }, siblings: Row[]): string | null {
  const { implied } = part;
  const total = whole.count?.best ?? null;
  if (!implied || implied.min === null || implied.min !== implied.max || total === null) return null;
  const others = siblings.reduce((sum, one) => sum + (one.count?.best ?? 0), 0);
  return total - others === implied.min ? `${number(total)} − ${number(others)}` : null;
}

/** The direct parts of a whole, from a list in order of families. */
export function childrenOf(parts: Standing[], whole: string): Row[] {
  return parts.filter((part) => part.incident.parent === whole).map((part) => part.incident);
}

/** "27 + 14 + 9": the parts whose numbers come to a bound of the whole; null where they do not. */
export function parts(told: Row[], sum: number | null): string | null {
  const numbers = told.map((part) => part.count?.low ?? 0).filter((n) => n > 0);
  if (sum === null || numbers.length < 2 || numbers.reduce((all, n) => all + n, 0) !== sum) return null;
  return numbers.map(number).join(" + ");
}
