/** Claims by their ids: those at hand, and those of other incidents, which are asked for. */

import { useEffect, useState } from "preact/hooks";
import { at, get } from "../api/client";
import { ApiError } from "../api/problem";
import type { ClaimView } from "../api/types";
import { atMoment } from "../state/desk";

type Known = ReadonlyMap<string, ClaimView>;

export function useClaims(wanted: string[], atHand: ClaimView[]): Known {
  const [others, setOthers] = useState<Known>(new Map());
  const known = new Map([...others, ...atHand.map((view) => [view.claim.id, view] as const)]);
  const missing = wanted.filter((id) => !known.has(id)).join(" ");
  const moment = atMoment.value;
  useEffect(() => {
    if (!missing) return;
    const stop = new AbortController();
    void Promise.all(missing.split(" ").map((id) => one(id, moment, stop.signal))).then((found) => {
      if (stop.signal.aborted) return;
      const views = found.filter((view) => view !== null);
      setOthers((before) => new Map([...before, ...views.map((view) => [view.claim.id, view] as const)]));
    });
    return () => stop.abort();
  }, [missing, moment]);
  return known;
}

/** Of the same words in several documents, the first; null where nothing has this id. */
async function one(id: string, moment: URLSearchParams, signal: AbortSignal): Promise<ClaimView | null> {
  try {
    const found = await get<{ items: ClaimView[] }>(at(`/claims/${encodeURIComponent(id)}`, moment), signal);
    return found.items[0] ?? null;
  } catch (error) {
    if (error instanceof ApiError || signal.aborted) return null;
    throw error;
  }
}
