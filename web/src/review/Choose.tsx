/** Claims of an incident to choose from, with their words in view. */

import { useClaimsOf } from "../api/rest";
import type { ClaimView, Detail } from "../api/types";
import { stated } from "../facts/figures";
import { counted, t } from "../i18n";
import { nearest } from "../panel/Chain";
import { Published } from "../panel/Published";
import { Words } from "../words/Words";

interface Props {
  detail: Detail;
  chosen: string[];
  choose: (claims: string[]) => void;
  label: string;
}

export function Choose({ detail, chosen, choose, label }: Props) {
  const { items: views, more } = useClaimsOf(detail);
  const all = detail.incident.claims;
  const flip = (id: string) => choose(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  return (
    <fieldset class="choose">
      <legend>{label}</legend>
      {all.length > 1 && (
        <button type="button" class="quiet" onClick={() => choose(chosen.length === all.length ? [] : all)}>
          {t(chosen.length === all.length ? "judge.none" : "judge.all")}
        </button>
      )}
      {views.map((view) => (
        <label key={view.claim.id}>
          <input type="checkbox" checked={chosen.includes(view.claim.id)} onChange={() => flip(view.claim.id)} />
          <InView view={view} />
        </label>
      ))}
      {more && (
        <button type="button" class="more" onClick={more}>
          {counted("evidence.more", all.length - views.length)}
        </button>
      )}
    </fieldset>
  );
}

export function InView({ view }: { view: ClaimView }) {
  const { claim, document } = view;
  return (
    <span class="in-view">
      <q dir="auto" {...(document.language && { lang: document.language })}>
        <Words text={view.before ?? ""} />
        <mark>
          <Words text={claim.quote} />
        </mark>
        <Words text={view.after ?? ""} />
      </q>
      <span class="dim">
        <Words text={nearest(view)} /> · <Published at={claim.published} />
        {stated(claim) && ` · ${stated(claim)}`}
      </span>
    </span>
  );
}
