/** A person's decisions on their way to the ledger, one after the other, each about the version that was looked at. */

import { signal } from "@preact/signals";
import { judge } from "../api/client";
import { refresh } from "../api/live";
import { ApiError } from "../api/problem";
import type { Judged, JudgementRequest, JudgementRow } from "../api/types";
import { author } from "./author";

export interface Decision {
  verdict: string;
  /** none: all those of the incident, of a verdict that is about its claims one by one */
  claims: string[];
  reason: string;
  value?: unknown;
  with?: string;
}

export type Outcome =
  | { state: "kept"; last: Judged }
  | { state: "conflict"; judgements: JudgementRow[]; version: string | null }
  | { state: "refused"; error: ApiError };

/** Made at this desk and not taken back, the last one last. */
export const made = signal<JudgementRow[]>([]);
/** The ids of all that was decided at this desk, what was taken back and the taking back among them. */
export const own = signal<ReadonlySet<string>>(new Set());

/**
 * Keep decisions about one incident as it was at `version`. A later one of them is about what the one before has left.
 * Nothing is sent again after a refusal: what was kept until then stays, and can be undone.
 */
export async function decide(incident: string | null, version: string | null, steps: Decision[]): Promise<Outcome> {
  let about = incident;
  let seen = version;
  let last: Judged | null = null;
  for (const step of steps) {
    const body: JudgementRequest = { ...step, incident: about, author: author.peek().trim() || null };
    try {
      last = await judge(body, about === null ? null : seen);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      void refresh();
      return error.status === 412
        ? { state: "conflict", judgements: error.problem.judgements ?? [], version: error.problem.version ?? null }
        : { state: "refused", error };
    }
    remember(last.judgement);
    if (last.incident !== null) [about, seen] = [last.incident, last.version];
  }
  void refresh();
  if (last === null) throw new Error("nothing was decided");
  return { state: "kept", last };
}

function remember(judgement: JudgementRow): void {
  own.value = new Set([...own.value, judgement.id]);
  made.value =
    judgement.verdict === "undo" ? made.value.filter((one) => one.id !== judgement.value) : [...made.value, judgement];
}

/** What `undo` would take back: the last made here, else the last that stands about the incident. */
export function undoable(about: JudgementRow[]): JudgementRow | null {
  const standing = about.filter((one) => !one.undone && one.verdict !== "undo");
  return made.value.at(-1) ?? standing.at(-1) ?? null;
}

/** Two groups of claims that are about two things: each is held together, and one of each is set apart. */
export function split(apart: string[], rest: string[], reason: string): Decision[] {
  const [first, other] = [apart[0], rest[0]];
  if (first === undefined || other === undefined) return [];
  const held = [apart, rest].filter((group) => group.length > 1);
  return [
    ...held.map((claims) => ({ verdict: "same", claims, reason })),
    { verdict: "different", claims: [first, other], reason },
  ];
}
