/** A night's incidents as it goes: each kind is one phase of it. */

import type { Kind, Standing } from "../api/types";

export interface PhaseRows {
  name: Kind;
  rows: Standing[];
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

/** A part stands under its whole where both are of one kind, which they are unless a person says otherwise. */
export function phases(incidents: Standing[]): PhaseRows[] {
  return ORDER.map((name) => ({ name, rows: incidents.filter((one) => one.incident.kind === name) })).filter(
    ({ rows }) => rows.length > 0,
  );
}
