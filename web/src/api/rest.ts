/** Of a list of which an answer holds the beginning, the rest, page after page, as it is asked for. */

import { useState } from "preact/hooks";
import { atMoment, withParams } from "../state/desk";
import { at, get } from "./client";
import { ApiError } from "./problem";
import type { ClaimView, Detail, List, Part } from "./types";

const PAGE = 200;

export interface Rest<T> {
  items: T[];
  /** null where all is there */
  more: (() => void) | null;
}

export function usePartsOf({ incident, parts, next_parts: next }: Detail): Rest<Part> {
  return useRest(parts, next, `/incidents/${incident.id}/parts`);
}

export function useClaimsOf({ incident, claims, next_claims: next }: Detail): Rest<ClaimView> {
  return useRest(claims, next, `/incidents/${incident.id}/claims`);
}

/** A new beginning has none of the old rest. */
function useRest<T>(first: T[], next: string | null, path: string): Rest<T> {
  const [read, setRead] = useState({ first, items: first, next });
  const now = read.first === first ? read : { first, items: first, next };
  const load = async (cursor: string) => {
    try {
      const page = await get<List<T>>(at(path, withParams(atMoment.peek(), { limit: PAGE, cursor })));
      setRead({ first, items: [...now.items, ...page.items], next: page.next });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error; // the button stays, to be pressed again
    }
  };
  return { items: now.items, more: now.next === null ? null : () => void (now.next && load(now.next)) };
}
