/** A claim: who says it, when, and the words in their context and language, with a gloss in the reader's. */

import { useEffect, useRef } from "preact/hooks";
import type { ClaimView } from "../api/types";
import { inReadersZone, span } from "../dates/format";
import { t, term } from "../i18n";
import { Link } from "../shell/Link";
import { claimed, href, lang } from "../state/desk";
import { Words } from "../words/Words";
import { Chain } from "./Chain";
import { Published } from "./Published";

interface Props {
  view: ClaimView;
  /** its number among the independent origins, where there are several */
  origin: number | null;
}

export function ClaimCard({ view, origin }: Props) {
  const { claim, document } = view;
  const card = useRef<HTMLElement>(null);
  const isCalled = claimed.value === claim.id;
  useEffect(() => {
    if (isCalled) card.current?.scrollIntoView({ block: "nearest" });
  }, [isCalled]);
  return (
    <article class={isCalled ? "claim called" : "claim"} ref={card} id={claim.id}>
      <p class="claim-who">
        <Published at={claim.published} /> · <Chain view={view} />
        {origin !== null && <span title={t("claim.same_origin")}> · {t("claim.origin", { n: origin + 1 })}</span>}
      </p>
      <blockquote {...(document.language && { lang: document.language })} dir="auto">
        <Words text={view.before ?? ""} />
        <mark>
          <Link to={href(`/document/${document.key}`, { claim: claim.id })} title={t("claim.in_document")}>
            <Words text={claim.quote} />
          </Link>
        </mark>
        <Words text={view.after ?? ""} />
      </blockquote>
      <ClaimFacts view={view} />
      {view.superseded && <p class="note">{t("claim.superseded")}</p>}
    </article>
  );
}

/** The gloss in the reader's language, and what was read out of the words. */
export function ClaimFacts({ view }: { view: ClaimView }) {
  return (
    <>
      <p class="gloss">
        <Words text={view.gloss[lang.value]} />
      </p>
      <Slots view={view} />
    </>
  );
}

/** What the gloss leaves out: the zone in which a time is told, and how sure the words are. */
function Slots({ view }: { view: ClaimView }) {
  const { stance, time } = view.claim;
  if (stance === "asserted" && !time) return null;
  return (
    <p class="slots">
      {stance !== "asserted" && <span class="stance">{term("stance", stance)}</span>}
      {time && (
        <time dateTime={time.start} title={zoned(time)}>
          {span(time)}
          {time.zone && <span class="dim"> {time.zone}</span>}
        </time>
      )}
    </p>
  );
}

function zoned(time: { start: string; zone?: string }): string {
  const mine = time.zone ? inReadersZone(time.start, time.zone) : null;
  return mine ? t("time.yours", { at: mine }) : t("time.local");
}
