/** The state of the ledger, asked for every few seconds, so that people at two desks see each other's changes. */

import { computed, signal } from "@preact/signals";
import { at, get } from "./client";
import { ApiError } from "./problem";
import type { State } from "./types";

const EVERY = 3000;

export const ledger = signal<State | null>(null);
export const silence = signal<ApiError | null>(null);

/** Changes when anything that the desk shows may have changed. */
export const revision = computed(() => (ledger.value ? `${ledger.value.linking}.${ledger.value.judgement}` : ""));

export async function refresh(): Promise<void> {
  try {
    ledger.value = await get<State>(at("/state"));
    silence.value = null;
  } catch (error) {
    if (error instanceof ApiError) silence.value = error;
  }
}

/** Ask now and every few seconds, while the page is seen; returns what ends it. */
export function watch(): () => void {
  void refresh();
  const timer = setInterval(() => {
    if (!document.hidden) void refresh();
  }, EVERY);
  return () => clearInterval(timer);
}
