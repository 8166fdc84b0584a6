/** The chosen bars and the filters of time, each from the other. A night is from noon to noon, by its last date. */

import type { Bin } from "../api/types";
import type { Filters } from "../state/filters";

/** The first and the last of the chosen bars. */
export type Chosen = [number, number];
type Times = Pick<Filters, "since" | "until" | "night">;

const DAY = 86_400_000;
export const NO_TIMES: Times = { since: null, until: null, night: null };

export function timesOf(bins: Bin[], [first, last]: Chosen, by: "night" | "month"): Times {
  const [start, end] = [bins[first]?.start, bins[last]?.end];
  if (!start || !end) return NO_TIMES;
  if (by === "month") return { since: start, until: end, night: null };
  if (first === last) return { since: null, until: null, night: end };
  return { since: `${before(start)}T12:00`, until: `${end}T11:59`, night: null };
}

/** The bars that the filters leave, or null where they leave all. */
export function chosenOf(bins: Bin[], times: Times, by: "night" | "month"): Chosen | null {
  const since = times.night ? `${before(times.night)}T12:00` : times.since;
  const until = times.night ? `${times.night}T11:59` : times.until;
  if (!bins.length || (!since && !until)) return null;
  const from = (bin: Bin) => (by === "night" ? `${before(bin.start)}T12:00` : `${bin.start}T00:00`);
  const to = (bin: Bin) => (by === "night" ? `${bin.end}T11:59` : `${bin.end}T23:59`);
  const [low, high] = [since ? minute(since, "00:00") : "", until ? minute(until, "23:59") : "9"];
  const within = bins.map((bin) => to(bin) >= low && from(bin) <= high);
  return within.includes(true) ? [within.indexOf(true), within.lastIndexOf(true)] : null;
}

function minute(time: string, clock: string): string {
  return time.includes("T") ? time.slice(0, 16) : `${time}T${clock}`;
}

function before(date: string): string {
  return new Date(Date.parse(`${date}T00:00Z`) - DAY).toISOString().slice(0, 10);
}
