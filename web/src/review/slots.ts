/** The slots of a claim that a person can correct, as what is typed, and as what is sent. */

import type { Claim } from "../api/types";

export const SLOTS = ["place", "count", "people", "time", "attacker", "weapons", "outcome", "stance"] as const;
export type Slot = (typeof SLOTS)[number];

export const OUTCOMES = ["destroyed", "suppressed", "intercepted", "hit", "debris"] as const;
export const STANCES = ["asserted", "unverified", "denied", "unknown", "threatened"] as const;
export const WEAPONS = [
  "uav",
  "cruise_missile",
  "ballistic_missile",
  "missile",
  "guided_bomb",
  "rocket",
  "artillery",
  "naval_drone",
  "aircraft",
  "air_defence_missile",
  "other",
  "unknown",
] as const;
export const HARMS = [
  "killed",
  "injured",
  "hospitalised",
  "poisoned",
  "trapped",
  "missing",
  "rescued",
  "evacuated",
  "displaced",
] as const;

/** What is typed, slot by slot; one record for all, so that going from slot to slot loses nothing. */
export interface Draft {
  place: string;
  min: string;
  max: string;
  approx: boolean;
  effect: string;
  start: string;
  end: string;
  word: string;
  model: string;
}

/** What the claim says now, to be changed where it is wrong. */
export function draftOf(slot: Slot, claim: Claim | undefined): Draft {
  const people = claim?.people[0];
  const told = slot === "people" ? people : claim?.count;
  const word = {
    attacker: claim?.attacker,
    weapons: claim?.weapons[0]?.class,
    outcome: claim?.outcome,
    stance: claim?.stance,
  };
  return {
    place: claim?.places[0]?.name ?? "",
    min: text(told?.min),
    max: text(told?.max),
    approx: slot === "count" && (claim?.count?.approx ?? false),
    effect: people?.effect ?? "killed",
    start: claim?.time?.start ?? "",
    end: claim?.time?.end ?? "",
    word: (slot in word ? word[slot as keyof typeof word] : null) ?? "",
    model: claim?.weapons[0]?.model ?? "",
  };
}

/** The slot's value in the claim's own form; undefined where what is typed is none. */
export function slotValue(slot: Slot, draft: Draft, zone: string | undefined): unknown {
  switch (slot) {
    case "place":
      return draft.place.trim() || undefined;
    case "count":
      return counted(draft);
    case "people": {
      const bounds = counted(draft);
      return bounds && [{ effect: draft.effect, min: bounds.min, max: bounds.max, group: null }];
    }
    case "time":
      return spanned(draft.start, draft.end, zone);
    case "weapons":
      return draft.word ? [{ class: draft.word, model: draft.model.trim() || null }] : [];
    case "attacker":
    case "outcome":
      return draft.word.trim() || null;
    case "stance":
      return draft.word || undefined;
  }
}

/** One number stands for both ends; "at least" and "at most" leave one of them open. */
function counted({
  min,
  max,
  approx,
}: Draft): { min: number | null; max: number | null; approx?: boolean } | undefined {
  const [low, high] = [whole(min), whole(max)];
  if (low === undefined || high === undefined || (low === null && high === null)) return undefined;
  if (low !== null && high !== null && low > high) return undefined;
  return { min: low, max: high, ...(approx && { approx: true }) };
}

export interface Spanned {
  start: string;
  end: string;
  zone?: string;
}

const LOCAL = /^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/;

/** Two days or local minutes; one of them is both ends. Undefined where they are none. */
export function spanned(start: string, end: string, zone?: string): Spanned | undefined {
  const last = end || start;
  if (!LOCAL.test(start) || !LOCAL.test(last) || last < start.slice(0, last.length)) return undefined;
  return { start, end: last, ...(zone && { zone }) };
}

function whole(typed: string): number | null | undefined {
  if (!typed.trim()) return null;
  return /^\d{1,7}$/.test(typed.trim()) ? Number(typed) : undefined;
}

const text = (n: number | null | undefined): string => (n === null || n === undefined ? "" : String(n));
