/** What cannot all be true, side by side in one row. */

import { useState } from "preact/hooks";
import type { ClaimView, Detail } from "../api/types";
import { hue } from "../facts/describe";
import { stated } from "../facts/figures";
import { number, t, term } from "../i18n";
import { bring } from "../state/desk";
import { Words } from "../words/Words";
import { addends } from "./addends";
import { nearest } from "./Chain";
import { useClaims } from "./claims";
import { Published } from "./Published";

const SHOWN = 20; // and so many more each time that more are asked for

export function Contradictions({ detail }: { detail: Detail }) {
  const [most, setMost] = useState(SHOWN);
  const contradictions = detail.incident.contradictions.slice(0, most);
  const left = detail.incident.contradictions.length - contradictions.length;
  const known = useClaims(
    [...new Set(contradictions.flatMap((one) => one.claims))],
    [...detail.claims, ...detail.others],
  );
  if (!contradictions.length) return null;
  return (
    <section class="contradictions">
      <h2>{t("contradiction.name")}</h2>
      {contradictions.map((one) => (
        <Row key={one.claims.join()} claims={one.claims} about={one.about} known={known} />
      ))}
      {left > 0 && (
        <button type="button" class="more" onClick={() => setMost(most + SHOWN)}>
          {t("table.more")} ({number(left)})
        </button>
      )}
    </section>
  );
}

interface RowProps {
  claims: string[];
  about: string;
  known: ReadonlyMap<string, ClaimView>;
}

/** Two that differ; or a total, and the parts that come to more or less. */
function Row({ claims, about, known }: RowProps) {
  const sum = about === "count" && claims.length > 2 ? addends(claims, known) : null;
  return (
    <div class="contradiction">
      <p class="about">
        {t("contradiction.about", { slot: term("slot", about) })}
        {sum && `: ${number(sum.total)} ≠ ${sum.parts.map(number).join(" + ")} = ${number(sum.comesTo)}`}
      </p>
      <ul class={sum ? "sum" : undefined}>
        {(sum?.claims ?? claims).map((id) => (
          <li key={id}>
            <Version id={id} about={about} view={known.get(id)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Version({ id, about, view }: { id: string; about: string; view: ClaimView | undefined }) {
  if (!view) return <span class="dim">{id.slice(0, 9)}</span>;
  const said = about === "stance" ? term("stance", view.claim.stance) : stated(view.claim);
  return (
    <button type="button" class={`version ${hue(view.side)}`} onClick={() => bring(null, id)}>
      <strong>{said || term("stance", view.claim.stance)}</strong>
      <span>
        <Words text={nearest(view)} />
      </span>
      <span class="dim">
        <Published at={view.claim.published} />
      </span>
    </button>
  );
}
