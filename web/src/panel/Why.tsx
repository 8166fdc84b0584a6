/** Why these claims are taken to be about one thing: what spoke for it, in points. Asked for when it is opened. */

import { useState } from "preact/hooks";
import { at } from "../api/client";
import { useResource } from "../api/resource";
import type { Reasons } from "../api/types";
import { t } from "../i18n";
import { Broken, Loading } from "../shell/notices";
import { atMoment, bring } from "../state/desk";

export function Why({ id }: { id: string }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="why" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("why.name")}</summary>
      {open && <Told id={id} />}
    </details>
  );
}

function Told({ id }: { id: string }) {
  const { data, error } = useResource<Reasons>(at(`/incidents/${encodeURIComponent(id)}/reasons`, atMoment.value));
  if (error) return <Broken error={error} />;
  if (!data) return <Loading />;
  return (
    <ol>
      {data.items.map(({ claim, score, reasons }, n) => (
        <li key={claim}>
          <button type="button" class="quiet" onClick={() => bring(null, claim)}>
            {claim.slice(0, 9)}
          </button>{" "}
          {score === null ? (
            t(n === 0 ? "why.first" : "why.judged")
          ) : (
            <>
              <strong>{score.toFixed(1)}</strong>{" "}
              <span class="dim">
                {reasons.map((one) => `${one.why} ${one.points > 0 ? "+" : ""}${one.points.toFixed(1)}`).join(" · ")}
              </span>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}
