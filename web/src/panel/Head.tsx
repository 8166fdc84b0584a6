/** What happened, where and when, by whose weapons, and how sure. */

import type { Detail, When } from "../api/types";
import { span } from "../dates/format";
import { codes, hue, named, party, placeName, whatHappened } from "../facts/describe";
import { counted, t, term } from "../i18n";
import { Link } from "../shell/Link";
import { href } from "../state/desk";
import { Words } from "../words/Words";

export function Head({ detail, as: Name }: { detail: Detail; as: "h1" | "h2" }) {
  const { incident, parent } = detail;
  return (
    <header class="incident-head">
      {parent && (
        <p class="part-of">
          {t("incident.part_of")}{" "}
          <Link to={href("/", { sel: parent.id })}>
            <Words text={named(parent)} />
          </Link>
        </p>
      )}
      <Name class="incident-name">
        <Words text={whatHappened(incident, incident.objects.length)} />
      </Name>
      <p class="where-when">
        <strong>
          <Words text={placeName(incident.place)} />
        </strong>
        {incident.place?.precision && <span class="dim"> ({term("precision", incident.place.precision)})</span>}
        {incident.place && codes(incident.place) && <span class="dim codes"> {codes(incident.place)}</span>} ·{" "}
        <Time time={incident.time} />
      </p>
      <p class="who-sure">
        {incident.attacker && (
          <span class={`party ${hue(incident.attacker)}`}>{t("incident.by", { side: party(incident.attacker) })}</span>
        )}
        <span class={incident.stance === "asserted" ? "" : "stance"}>{term("stance", incident.stance)}</span>
        <span>{counted("origins", incident.origins)}</span>
      </p>
    </header>
  );
}

export function Time({ time }: { time: When | null }) {
  if (!time) return <span class="dim">{t("time.not_told")}</span>;
  return (
    <time dateTime={time.start} title={t("time.local")}>
      {span(time)}
      {time.x_basis === "evidence" && <span class="basis"> {t("time.by_evidence")}</span>}
    </time>
  );
}
