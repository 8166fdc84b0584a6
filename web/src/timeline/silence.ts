/** Where no source said anything, beside how much was published. */

import type { TimelineOf } from "../api/types";

type Spell = [first: number, last: number];

/** Runs of bars in which nothing was published. */
export function silences(coverage: TimelineOf["coverage"]): Spell[] {
  const spells: Spell[] = [];
  coverage.forEach(({ documents }, at) => {
    if (documents > 0) return;
    const last = spells.at(-1);
    if (last && last[1] === at - 1) last[1] = at;
    else spells.push([at, at]);
  });
  return spells;
}
