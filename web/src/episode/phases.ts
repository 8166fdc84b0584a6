/** What happened as a night goes: each kind is one phase of it. */

import type { Kind } from "../api/types";

export interface Phase<T> {
  name: Kind;
  rows: T[];
}

const ORDER: Kind[] = [
  "alert",
  "sighting",
  "attack",
  "interception",
  "explosion",
  "impact",
  "damage",
  "casualties",
  "response",
];

/** The phases that have something; within one, the order that was given. A part and its whole are of one kind. */
export function inOrder<T>(rows: T[], kindOf: (row: T) => Kind): Phase<T>[] {
  return ORDER.map((name) => ({ name, rows: rows.filter((row) => kindOf(row) === name) })).filter(
    (phase) => phase.rows.length > 0,
  );
}
