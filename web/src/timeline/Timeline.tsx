/** What the filters leave, night by night: how much was stopped, how much got through; and when nobody wrote anything. */

import { useEffect, useRef, useState } from "preact/hooks";
import { at } from "../api/client";
import { useResource } from "../api/resource";
import type { Bin, TimelineOf } from "../api/types";
import { day, span } from "../dates/format";
import { counted, number, t } from "../i18n";
import { asked, filters, setFilters, withParams } from "../state/desk";
import { Bars, total } from "./Bars";
import { type Chosen, chosenOf, NO_TIMES, timesOf } from "./brush";
import { Handles } from "./Handles";
import { ceiling } from "./scale";
import "./timeline.css";

export function Timeline() {
  // All nights stay in sight, so that others can be chosen.
  const { data } = useResource<TimelineOf>(
    at("/timeline", withParams(asked.value, { since: null, until: null, night: null })),
  );
  const [over, setOver] = useState<number | null>(null);
  if (!data) return <div class="timeline" />;
  const chosen = chosenOf(data.bins, filters.value, data.by);
  const choose = (to: Chosen | null) => setFilters(to ? timesOf(data.bins, to, data.by) : NO_TIMES);
  const shown = over === null ? null : data.bins[over];
  return (
    <div class="timeline">
      <div class="timeline-head">
        <Legend isCut={data.bins.some((bin) => total(bin) > ceiling(data.bins.map(total)))} />
        <span class="timeline-told" aria-live="polite">
          {shown ? told(shown) : data.undated > 0 && counted("timeline.undated", data.undated)}
        </span>
        {chosen && (
          <button type="button" class="plain" onClick={() => choose(null)}>
            {t("timeline.all")}
          </button>
        )}
      </div>
      {data.bins.length ? (
        <Drawn data={data} chosen={chosen} choose={choose} over={setOver} />
      ) : (
        <p class="dim">{t("timeline.none")}</p>
      )}
    </div>
  );
}

interface Drawing {
  data: TimelineOf;
  chosen: Chosen | null;
  choose: (to: Chosen | null) => void;
  over: (bar: number | null) => void;
}

function Drawn({ data, chosen, choose, over }: Drawing) {
  const holder = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [drag, setDrag] = useState<Chosen | null>(null);
  useEffect(() => {
    if (!holder.current) return;
    const watcher = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width));
    watcher.observe(holder.current);
    return () => watcher.disconnect();
  }, []);

  const bar = (event: PointerEvent): number => {
    const left = holder.current?.getBoundingClientRect().left ?? 0;
    const part = (event.clientX - left) / Math.max(width, 1);
    return Math.min(data.bins.length - 1, Math.max(0, Math.floor(part * data.bins.length)));
  };
  const seen = drag ? ([Math.min(...drag), Math.max(...drag)] as Chosen) : chosen;
  return (
    <div class="timeline-drawn" ref={holder}>
      <div
        class="timeline-pad"
        title={t("timeline.how")}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrag([bar(event), bar(event)]);
        }}
        onPointerMove={(event) => {
          over(bar(event));
          if (drag) setDrag([drag[0], bar(event)]);
        }}
        onPointerUp={() => {
          if (seen && drag) choose(chosen && seen[0] === chosen[0] && seen[1] === chosen[1] ? null : seen);
          setDrag(null);
        }}
        onPointerCancel={() => setDrag(null)}
        onPointerLeave={() => over(null)}
      >
        {width > 0 && <Bars data={data} width={width} chosen={seen} />}
      </div>
      <Handles bins={data.bins} chosen={seen} choose={choose} over={over} />
      <p class="timeline-axis">
        <span>{when(data.bins[0])}</span>
        <span>{data.bins.length > 1 && when(data.bins.at(-1))}</span>
      </p>
    </div>
  );
}

function Legend({ isCut }: { isCut: boolean }) {
  return (
    <ul class="timeline-legend">
      {(["stopped", "through", "unknown", "silent", ...(isCut ? (["cut"] as const) : [])] as const).map((what) => (
        <li key={what}>
          <i class={`swatch ${what}`} aria-hidden /> {t(`timeline.${what}`)}
        </li>
      ))}
    </ul>
  );
}

function when(bin: Bin | undefined): string {
  if (!bin) return "";
  return bin.start === bin.end ? day(bin.end) : span(bin);
}

function told(bin: Bin): string {
  const { stopped, through, unknown } = bin;
  return t("timeline.bar", {
    when: when(bin),
    stopped: number(stopped),
    through: number(through),
    unknown: number(unknown),
  });
}
