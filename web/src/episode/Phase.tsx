import type { EpisodeDetail, Kind, Standing } from "../api/types";
import { span } from "../dates/format";
import { certainty, hue, placeName, whatHappened } from "../facts/describe";
import { t, term } from "../i18n";
import { Link } from "../shell/Link";
import { href } from "../state/desk";
import { Count } from "../table/columns";
import { Words } from "../words/Words";

interface Props {
  name: Kind;
  rows: Standing[];
  claims: EpisodeDetail["claims"];
}

/** One phase of a night: where, how many, and the first words that tell of it. */
export function Phase({ name, rows, claims }: Props) {
  return (
    <section class="phase">
      <h2>{term("phase", name)}</h2>
      <table class="incidents">
        <thead>
          <tr>
            <th scope="col">{t("column.time")}</th>
            <th scope="col">{t("column.place")}</th>
            <th scope="col" class="right">
              {t("column.count")}
            </th>
            <th scope="col">{t("column.what")}</th>
            <th scope="col">{t("column.words")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ incident, depth }) => (
            <tr key={incident.id}>
              <td class="time">{depth === 0 && incident.time ? span(incident.time) : ""}</td>
              <td class={`place depth-${Math.min(depth, 3)}`}>
                <Words text={placeName(incident.place)} />
              </td>
              <td class="right">
                <Count row={incident} />
                {incident.contradictions > 0 && <span class="trouble"> ≠</span>}
              </td>
              <td class="kind">
                <Link to={href(`/incident/${incident.id}`)} class={`what ${certainty(incident)}`}>
                  <i class={`dot ${hue(incident.attacker)} ${certainty(incident)}`} aria-hidden />
                  {incident.stance !== "asserted" && <span class="stance">{term("stance", incident.stance)}: </span>}
                  <Words text={whatHappened(incident)} />
                </Link>
              </td>
              <td class="first-words">
                <FirstWords told={claims[incident.id]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function FirstWords({ told }: { told: EpisodeDetail["claims"][string] | undefined }) {
  if (!told) return null;
  return (
    <Link to={href(`/document/${told.document}`, { claim: told.id })}>
      <q dir="auto">
        <Words text={told.quote} />
      </q>
    </Link>
  );
}
