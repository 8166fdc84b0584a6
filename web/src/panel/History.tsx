/** How the figures grew or changed, in the order in which they were published. */

import type { Detail, Step } from "../api/types";
import { day } from "../dates/format";
import { hue, party } from "../facts/describe";
import { bounds } from "../facts/figures";
import { number, t, term } from "../i18n";
import { bring } from "../state/desk";
import { Published } from "./Published";
import { byWhat, isHistory, plot } from "./steps";

const WIDTH = 360;
const HEIGHT = 72;

export function History({ detail }: { detail: Detail }) {
  const told = [...byWhat(detail.history)].filter(([, steps]) => isHistory(steps));
  if (!told.length) return null;
  return (
    <section class="history">
      <h2>{t("history.name")}</h2>
      {told.map(([what, steps]) => (
        <figure key={what}>
          <figcaption>{what === "count" ? t("history.count") : term("harm", what)}</figcaption>
          <Plot steps={steps} />
          <details>
            <summary>{t("history.steps")}</summary>
            <Steps steps={steps} />
          </details>
        </figure>
      ))}
    </section>
  );
}

function Plot({ steps }: { steps: Step[] }) {
  const { points, line, most, first, last } = plot(steps, WIDTH, HEIGHT);
  return (
    <svg class="step-plot" viewBox={`-34 -10 ${WIDTH + 46} ${HEIGHT + 34}`} role="img" aria-label={t("history.plot")}>
      <path class="axis" d={`M0,0V${HEIGHT}H${WIDTH}`} />
      <text x={-6} y={4} text-anchor="end">
        {number(most)}
      </text>
      <text x={-6} y={HEIGHT} text-anchor="end">
        0
      </text>
      <text x={0} y={HEIGHT + 18}>
        {day(first)}
      </text>
      <text x={WIDTH} y={HEIGHT + 18} text-anchor="end">
        {day(last)}
      </text>
      <path class="step-line" d={line} />
      {points.map(({ step, x, y }) => (
        <circle key={step.claim} class={hue(step.side)} cx={x} cy={y} r={4}>
          <title>{`${bounds({ min: step.low, max: step.high })} · ${party(step.side)}`}</title>
        </circle>
      ))}
    </svg>
  );
}

/** Only the steps that tell another figure than the one before. */
function Steps({ steps }: { steps: Step[] }) {
  const text = (step: Step) => bounds({ min: step.low, max: step.high });
  const changed = steps.filter((step, n) => n === 0 || text(step) !== text(steps[n - 1] as Step));
  return (
    <ol class="steps">
      {changed.map((step) => (
        <li key={step.claim}>
          <button type="button" class="figure" onClick={() => bring(null, step.claim)}>
            {text(step)}
          </button>{" "}
          <Published at={step.published} /> <span class="dim">{party(step.side)}</span>
        </li>
      ))}
    </ol>
  );
}
