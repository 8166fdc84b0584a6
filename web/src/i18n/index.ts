/** What the desk says, in the reader's language, from message files with the same keys. */

import { lang } from "../state/desk";
import en from "./en.json";
import ukrainianRegions from "./regions.uk.json";
import uk from "./uk.json";

const MESSAGES = { en, uk } as const;
export type Key = keyof typeof en;
type Values = Record<string, string | number>;

/** The message of a key, with its `{names}` filled in. */
export function t(key: Key, values?: Values): string {
  return fill(MESSAGES[lang.value][key], values);
}

/** A word of the data (a kind, an outcome, …) in the reader's language; as it stands where the files do not have it. */
export function term(of: string, value: string | null | undefined): string {
  if (!value) return "";
  const known: Record<string, string> = MESSAGES[lang.value];
  return known[`${of}.${value}`] ?? value.replaceAll("_", " ");
}

/** A counted thing: the keys `…_one`, `…_few`, `…_many`, `…_other` as the language needs them. */
export function counted(key: string, n: number): string {
  const known: Record<string, string> = MESSAGES[lang.value];
  const form = new Intl.PluralRules(lang.value).select(n);
  return fill(known[`${key}_${form}`] ?? known[`${key}_other`] ?? key, { n: number(n) });
}

/** A number as the language writes it; four digits stand without a gap, as years and calibres do. */
export function number(n: number): string {
  return new Intl.NumberFormat(lang.value, { useGrouping: n >= 10_000 }).format(n);
}

/** The name of a country by its code; the code where there is none. */
export function country(code: string): string {
  try {
    return new Intl.DisplayNames(lang.value, { type: "region" }).of(code) ?? code;
  } catch {
    return code; // no code of a country
  }
}

/** The name of a region by its code; the one that it is given where the language has no other. */
export function region(code: string | null, name: string): string {
  const known: Record<string, string> = lang.value === "uk" ? ukrainianRegions : {};
  return (code && known[code]) || name;
}

function fill(message: string, values?: Values): string {
  return values ? message.replace(/\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all)) : message;
}
