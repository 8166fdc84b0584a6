/** The history of a figure as steps over time, for a small plot. */

import type { Step } from "../api/types";

export interface Point {
  step: Step;
  x: number;
  y: number;
}

export interface Plot {
  points: Point[];
  /** of an SVG path: level until the next step, then straight up or down */
  line: string;
  most: number;
  first: string;
  last: string;
}

/** Figures by what they count, in the order in which they were published; those that tell no date are left out. */
export function byWhat(history: Step[]): Map<string, Step[]> {
  const found = new Map<string, Step[]>();
  for (const step of history) {
    if (step.published === null || level(step) === null) continue;
    found.set(step.what, [...(found.get(step.what) ?? []), step]);
  }
  for (const steps of found.values()) steps.sort((a, b) => time(a) - time(b));
  return found;
}

/** Whether there is anything to see: another figure at another time. */
export function isHistory(steps: Step[]): boolean {
  return new Set(steps.map(level)).size > 1 && time(steps[0]) < time(steps[steps.length - 1]);
}

export function plot(steps: Step[], width: number, height: number): Plot {
  const most = Math.max(...steps.map((step) => level(step) ?? 0), 1);
  const [from, to] = [time(steps[0]), time(steps[steps.length - 1])];
  const points = steps.map((step) => ({
    step,
    x: to > from ? ((time(step) - from) / (to - from)) * width : 0,
    y: height - ((level(step) ?? 0) / most) * height,
  }));
  const line = points.map(({ x, y }, n) => (n ? `H${x.toFixed(1)}V${y.toFixed(1)}` : `M${x},${y.toFixed(1)}`)).join("");
  return { points, line, most, first: steps[0]?.published ?? "", last: steps[steps.length - 1]?.published ?? "" };
}

export function level(step: Step): number | null {
  return step.low ?? step.high;
}

function time(step: Step | undefined): number {
  return Date.parse(step?.published ?? "");
}
