/** What cannot all be true, side by side in one row. */

import { at } from "../api/client";
import { useResource } from "../api/resource";
import type { ClaimView, Detail } from "../api/types";
import { hue } from "../facts/describe";
import { stated } from "../facts/figures";
import { t, term } from "../i18n";
import { atMoment, bring } from "../state/desk";
import { Words } from "../words/Words";
import { nearest } from "./Chain";
import { Published } from "./Published";

export function Contradictions({ detail }: { detail: Detail }) {
  const { contradictions } = detail.incident;
  if (!contradictions.length) return null;
  const known = new Map(detail.claims.map((view) => [view.claim.id, view]));
  return (
    <section class="contradictions">
      <h2>{t("contradiction.name")}</h2>
      {contradictions.map((one) => (
        <div class="contradiction" key={one.claims.join()}>
          <p class="about">{t("contradiction.about", { slot: term("slot", one.about) })}</p>
          <ul>
            {one.claims.map((id) => (
              <li key={id}>
                <Version id={id} about={one.about} view={known.get(id)} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Version({ id, about, view }: { id: string; about: string; view: ClaimView | undefined }) {
  const { data } = useResource<{ items: ClaimView[] }>(view ? null : at(`/claims/${id}`, atMoment.value));
  const told = view ?? data?.items[0];
  if (!told) return <span class="dim">{id.slice(0, 9)}</span>;
  const said = about === "stance" ? term("stance", told.claim.stance) : stated(told.claim);
  return (
    <button type="button" class={`version ${hue(told.side)}`} onClick={() => bring(null, id)}>
      <strong>{said || term("stance", told.claim.stance)}</strong>
      <span>
        <Words text={nearest(told)} />
      </span>
      <span class="dim">
        <Published at={told.claim.published} />
      </span>
    </button>
  );
}
