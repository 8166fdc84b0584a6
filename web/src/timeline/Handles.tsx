/** The two ends of what is chosen, moved with the arrow keys: a bar, ten with Page up and down, Home and End. */

import type { Bin } from "../api/types";
import { day } from "../dates/format";
import { t } from "../i18n";
import type { Chosen } from "./brush";

interface Ends {
  bins: Bin[];
  chosen: Chosen | null;
  choose: (to: Chosen | null) => void;
  over: (bar: number | null) => void;
}

const STEPS: Record<string, number> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

export function Handles({ bins, chosen, choose, over }: Ends) {
  const all: Chosen = [0, bins.length - 1];
  const ends = chosen ?? all;
  const move = (end: 0 | 1, event: KeyboardEvent) => {
    if (event.key === "Escape") return choose(null);
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const to = Math.min(all[1], Math.max(0, ends[end] + step));
    over(to);
    const next: Chosen = end === 0 ? [to, Math.max(to, ends[1])] : [Math.min(to, ends[0]), to];
    choose(next[0] === 0 && next[1] === all[1] ? null : next);
  };
  return (
    <>
      {([0, 1] as const).map((end) => (
        <div
          key={end}
          class="timeline-end"
          role="slider"
          tabIndex={0}
          aria-label={t(end === 0 ? "timeline.since" : "timeline.until")}
          aria-valuemin={0}
          aria-valuemax={all[1]}
          aria-valuenow={ends[end]}
          aria-valuetext={day(bins[ends[end]]?.[end === 0 ? "start" : "end"] ?? "")}
          ref={(element) => {
            if (element) element.style.insetInlineStart = `${((ends[end] + end) / bins.length) * 100}%`;
          }}
          onKeyDown={(event) => move(end, event)}
          onBlur={() => over(null)}
        />
      ))}
    </>
  );
}
