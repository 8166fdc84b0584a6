/** The words, side by side: a column for each party with its figure, its stance and its claims. */

import { useState } from "preact/hooks";
import { at } from "../api/client";
import { useResource } from "../api/resource";
import { type Rest, useClaimsOf } from "../api/rest";
import type { ClaimView, Detail, Incident, Side } from "../api/types";
import { hue, party, placeName } from "../facts/describe";
import { figure, howMany, toll } from "../facts/figures";
import { counted, t, term } from "../i18n";
import { Loading } from "../shell/notices";
import { atMoment, claimed, part } from "../state/desk";
import { Words } from "../words/Words";
import { ClaimCard } from "./ClaimCard";
import { useClaims } from "./claims";

const SHOWN = 4; // of a side's claims, until the rest is asked for

export function Evidence({ detail }: { detail: Detail }) {
  const wanted = part.value !== null && part.value !== detail.incident.id ? part.value : null;
  const other = useResource<Detail>(wanted ? at(`/incidents/${encodeURIComponent(wanted)}`, atMoment.value) : null);
  const shown = wanted ? other.data : detail;
  return (
    <section class="evidence">
      <h2 id="evidence" tabIndex={-1}>
        {t("evidence.name")}
        {shown && wanted && (
          <span class="dim">
            :{" "}
            <Words text={[howMany(shown.incident)?.text, placeName(shown.incident.place)].filter(Boolean).join(", ")} />
          </span>
        )}
      </h2>
      {shown ? <Told detail={shown} /> : <Loading />}
    </section>
  );
}

function Told({ detail }: { detail: Detail }) {
  const own = useClaimsOf(detail);
  return (
    <>
      <Sides incident={detail.incident} own={own} />
      <Called incident={detail.incident} own={own.items} others={detail.others} />
    </>
  );
}

function Sides({ incident, own }: { incident: Incident; own: Rest<ClaimView> }) {
  const known = new Map(own.items.map((view) => [view.claim.id, view]));
  return (
    <div class="sides">
      {incident.sides.map((side) => (
        <section key={side.side} class="side">
          <h3 class={`party ${hue(side.side)}`}>
            {side.side === null ? t("side.not_told") : party(side.side)}
            <span class="version">{version(side)}</span>
          </h3>
          <Claims
            views={side.claims.map((id) => known.get(id)).filter((view) => view !== undefined)}
            total={side.claims.length}
            more={own.more}
            hasSeveral={incident.origins > 1}
          />
        </section>
      ))}
    </div>
  );
}

function version(side: Side): string {
  const number = side.count ? figure(side.count) : side.people.map(toll).join(", ");
  const parts = [number, side.stance === "asserted" ? "" : term("stance", side.stance)];
  return [...parts, counted("claims", side.claims.length)].filter(Boolean).join(" · ");
}

interface ClaimsProps {
  /** those of the side that are at hand, of `total` */
  views: ClaimView[];
  total: number;
  more: (() => void) | null;
  hasSeveral: boolean;
}

function Claims({ views, total, more, hasSeveral }: ClaimsProps) {
  const [all, setAll] = useState(false);
  const called = views.findIndex((view) => view.claim.id === claimed.value);
  const shown = all || called >= SHOWN ? views : views.slice(0, SHOWN);
  const isHiding = shown.length < views.length;
  return (
    <>
      {shown.map((view) => (
        <ClaimCard key={view.claim.id} view={view} origin={hasSeveral ? view.origin : null} />
      ))}
      {(isHiding || (more && views.length < total)) && (
        <button
          type="button"
          class="more"
          onClick={() => {
            setAll(true);
            if (!isHiding) more?.();
          }}
        >
          {counted("evidence.more", total - shown.length)}
        </button>
      )}
    </>
  );
}

interface CalledProps {
  incident: Incident;
  own: ClaimView[];
  others: ClaimView[];
}

/** A claim that is called for and not among those at hand: mostly of another incident, which gives a bound or contradicts. */
function Called({ incident, own, others }: CalledProps) {
  const id = claimed.value;
  const isThere = id === null || own.some((view) => view.claim.id === id);
  const view = useClaims(isThere ? [] : [id], others).get(id ?? "");
  if (isThere || !view) return null;
  return (
    <section class="side">
      {!incident.claims.includes(id) && <h3>{t("evidence.elsewhere")}</h3>}
      <ClaimCard view={view} origin={null} />
    </section>
  );
}
