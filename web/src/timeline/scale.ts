/** How high bars are drawn: one wild month does not make all others flat. */

const WILD = 4; // times the bar that nine in ten do not reach
const ROOM = 1.5;

/** The number that the full height stands for; bars above it are cut short, and marked. */
export function ceiling(totals: number[]): number {
  const told = totals.filter((total) => total > 0).sort((one, other) => one - other);
  const [usual, most] = [told[Math.floor((told.length - 1) * 0.9)] ?? 1, told.at(-1) ?? 1];
  return most > WILD * usual ? ROOM * usual : most;
}
