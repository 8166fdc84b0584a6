/** Who says it: from who publishes to who is nearest to the event, "Al Jazeera ← ministry". */

import type { ClaimView, Source } from "../api/types";
import { party } from "../facts/describe";
import { t, term } from "../i18n";
import { Words } from "../words/Words";

/** The source nearest to the event. */
export function nearest(view: ClaimView): string {
  return view.claim.sources[0] ?? view.claim.publisher;
}

export function Chain({ view }: { view: ClaimView }) {
  const { claim } = view;
  const told = claim.x_attribution ?? [];
  const links = claim.sources.map((name, n) => ({ name, about: told[n] ? about(told[n].source, told[n].cue) : "" }));
  return (
    <span class="chain">
      <span title={claim.sources.length ? t("chain.publisher") : t("chain.own_voice")}>
        <Words text={claim.publisher} />
      </span>
      {links.reverse().map(({ name, about }) => (
        <span key={name} {...(about && { title: about })}>
          <span aria-hidden> ← </span>
          <span class="sr"> {t("chain.citing")} </span>
          <Words text={name} />
        </span>
      ))}
    </span>
  );
}

function about(source: Source, cue: string): string {
  const parts = [
    term("source", source.kind),
    source.side ? t("chain.side", { side: party(source.side) }) : "",
    source.jurisdiction ? t("chain.for", { place: source.jurisdiction }) : "",
    term("cue", cue),
  ];
  return parts.filter(Boolean).join(", ");
}
