import type { ReviewItem } from "../api/types";
import { shortSpan } from "../dates/format";
import { certainty, hue, placeName, whatHappened } from "../facts/describe";
import { t, term } from "../i18n";
import { Link } from "../shell/Link";
import { href, selected } from "../state/desk";
import { Count } from "../table/columns";
import { Words } from "../words/Words";

/** One incident of the queue, and why it is worth a look. */
export function QueueLine({ item }: { item: ReviewItem }) {
  const { incident, why } = item;
  const isChosen = selected.value === incident.id;
  return (
    <li {...(isChosen && { "aria-current": "true" as const })}>
      <Link to={href("/review", { sel: incident.id })}>
        <span class="queue-what">
          <i class={`dot ${hue(incident.attacker)} ${certainty(incident)}`} aria-hidden />
          <Words text={whatHappened(incident)} />
        </span>
        <span class="n">
          <Count row={incident} />
        </span>
        <span class="dim">
          <Words text={placeName(incident.place)} /> · {incident.time ? shortSpan(incident.time) : t("time.not_told")}
        </span>
        <span class="why-worth">
          {why.map((one) => (
            <span key={one} class={one === "contradiction" ? "trouble" : undefined}>
              {one === "contradiction" && <span aria-hidden>≠ </span>}
              {term("worth", one)}
            </span>
          ))}
        </span>
      </Link>
    </li>
  );
}
