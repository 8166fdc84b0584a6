/** Asks the server. What it has answered before is asked for by its ETag, so that nothing unchanged is sent again. */

import { refused, unreachable } from "./problem";
import type { Judged, JudgementRequest } from "./types";

export const API = "/api/v1";
const KEPT = 120; // answers; a page shows about ten of them at once

interface Kept {
  etag: string;
  body: unknown;
}
const kept = new Map<string, Kept>();

/** The address of a resource with its parameters; those that are empty are left out. */
export function at(path: string, params?: URLSearchParams | null): string {
  const query = params?.toString();
  return query ? `${API}${path}?${query}` : `${API}${path}`;
}

/** The answer at an address; raises ApiError. An answer that has not changed is the same object again. */
export async function get<T>(url: string, signal?: AbortSignal): Promise<T> {
  const known = kept.get(url);
  const headers: Record<string, string> = { Accept: "application/json" };
  if (known) headers["If-None-Match"] = known.etag;
  const answer = await ask(url, { headers, ...(signal && { signal }) });
  if (answer.status === 304 && known) {
    keep(url, known);
    return known.body as T;
  }
  if (!answer.ok) throw await refused(answer);
  const body = (await answer.json()) as T;
  const etag = answer.headers.get("ETag");
  if (etag) keep(url, { etag, body });
  return body;
}

/** What is kept of an address, to be shown at once while it is asked for again. */
export function remembered<T>(url: string): T | undefined {
  return kept.get(url)?.body as T | undefined;
}

/** Keep a person's decision; `version` is the incident's as that person saw it. Raises ApiError, 412 where it changed. */
export async function judge(body: JudgementRequest, version: string | null): Promise<Judged> {
  const headers: Record<string, string> = { "Content-Type": "application/json", Accept: "application/json" };
  if (version !== null) headers["If-Match"] = `"${version}"`;
  const answer = await ask(`${API}/judgements`, { method: "POST", headers, body: JSON.stringify(body) });
  if (!answer.ok) throw await refused(answer);
  return (await answer.json()) as Judged;
}

async function ask(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, cache: "no-store", credentials: "omit" });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw unreachable(error);
  }
}

function keep(url: string, answer: Kept): void {
  kept.delete(url); // to the end of the order, so that the longest unused goes first
  kept.set(url, answer);
  const oldest = kept.size > KEPT ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
}
