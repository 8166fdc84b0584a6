/** The bars, on top of the strip that shows how much was published, hatched where nothing was. */

import type { Bin, TimelineOf } from "../api/types";
import { number } from "../i18n";
import type { Chosen } from "./brush";
import { ceiling } from "./scale";
import { silences } from "./silence";

const HEIGHT = 66;
const STRIP = 9;
const STACK = ["stopped", "through", "unknown"] as const;

export function total({ stopped, through, unknown }: Bin): number {
  return stopped + through + unknown;
}

export function Bars({ data, width, chosen }: { data: TimelineOf; width: number; chosen: Chosen | null }) {
  const { bins, coverage } = data;
  const step = width / bins.length;
  const gap = step > 4 ? 1 : 0;
  const wide = Math.min(step - gap, 40); // one night alone is no wall
  const most = ceiling(bins.map(total));
  const busiest = Math.max(...coverage.map(({ documents }) => documents), 1);
  return (
    <svg width={width} height={HEIGHT + STRIP + 3} aria-hidden="true">
      <pattern id="silence" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="silence-line" width="1.4" height="4" />
      </pattern>
      {chosen && (
        <rect
          class="brush"
          x={chosen[0] * step}
          width={(chosen[1] - chosen[0] + 1) * step}
          height={HEIGHT + STRIP + 3}
        />
      )}
      {silences(coverage).map(([first, last]) => (
        <rect
          key={first}
          fill="url(#silence)"
          x={first * step}
          y={HEIGHT + 3}
          width={(last - first + 1) * step}
          height={STRIP}
        />
      ))}
      {bins.map((bin, at) => {
        let top = HEIGHT;
        const left = at * step + (step - wide) / 2;
        const aside = chosen && (at < chosen[0] || at > chosen[1]) ? "aside" : undefined;
        return (
          <g key={bin.start} class={aside}>
            {STACK.map((what) => {
              const high = Math.min((bin[what] / most) * (HEIGHT - 4), top - 4);
              top -= high;
              return high > 0 && <rect key={what} class={what} x={left} y={top} width={wide} height={high} />;
            })}
            {bin.incidents > 0 && top === HEIGHT && (
              <rect class="only" x={left} y={HEIGHT - 1.5} width={wide} height={1.5} />
            )}
            {total(bin) > most && (
              <path class="cut" d={`M${left - 1} 15 l${wide + 2} -5`} stroke-width={3}>
                <title>{number(total(bin))}</title>
              </path>
            )}
            {bin.contradicted > 0 && (
              <circle class="contradicted" cx={left + wide / 2} cy={2.5} r={Math.min(2, step)} />
            )}
          </g>
        );
      })}
      {coverage.map(
        ({ start, documents }, at) =>
          documents > 0 && (
            <rect
              key={start}
              class="published"
              x={at * step}
              y={HEIGHT + 3}
              width={Math.max(step - gap, 0.5)}
              height={STRIP}
              opacity={0.2 + 0.8 * Math.sqrt(documents / busiest)}
            />
          ),
      )}
      <line class="floor" x1={0} x2={width} y1={HEIGHT + 0.5} y2={HEIGHT + 0.5} />
    </svg>
  );
}
