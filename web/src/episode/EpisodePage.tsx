/** A night in order: warned, launched, shot down, hit, damaged, hurt, repaired; a bar a region; both sides. */

import { at } from "../api/client";
import { useResource } from "../api/resource";
import type { EpisodeDetail } from "../api/types";
import { span } from "../dates/format";
import { hue, party, placeName } from "../facts/describe";
import { counted, t } from "../i18n";
import { Broken, Loading } from "../shell/notices";
import { useTitle } from "../shell/title";
import { atMoment } from "../state/desk";
import { Words } from "../words/Words";
import { Phase } from "./Phase";
import { inOrder } from "./phases";
import { Tallies } from "./Tallies";

const PLACES = 8;

export function EpisodePage({ id }: { id: string }) {
  const { data, error } = useResource<EpisodeDetail>(at(`/episodes/${encodeURIComponent(id)}`, atMoment.value));
  useTitle(data ? titleOf(data) : null);
  if (error) return <Broken error={error} />;
  if (!data) return <Loading lines={12} />;
  const { episode, incidents, tallies, claims } = data;
  return (
    <div class="page episode">
      <header>
        <h1>{titleOf(data)}</h1>
        <p>
          {episode.attacker && (
            <span class={`party ${hue(episode.attacker)}`}>{t("incident.by", { side: party(episode.attacker) })}</span>
          )}{" "}
          {counted("table.incidents", incidents.length)} · <Words text={where(data).join(", ")} />
          {episode.places.length > PLACES && ` +${episode.places.length - PLACES}`}
        </p>
      </header>
      <Tallies tallies={tallies} />
      {inOrder(incidents, (one) => one.incident.kind).map(({ name, rows }) => (
        <Phase key={name} name={name} rows={rows} claims={claims} />
      ))}
    </div>
  );
}

/** Its first places, as their incidents write them. */
function where({ episode, incidents }: EpisodeDetail): string[] {
  const written = new Map(incidents.map(({ incident: { place } }) => [place?.name, placeName(place)]));
  return episode.places.slice(0, PLACES).map((name) => written.get(name) ?? name);
}

function titleOf({ episode }: EpisodeDetail): string {
  return `${t("episode.name")} · ${episode.time ? span(episode.time) : t("time.not_told")}`;
}
