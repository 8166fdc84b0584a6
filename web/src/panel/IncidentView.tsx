/** One incident: the sum, what does not fit, the words of each side, how its figures came about, and why it is one. */

import { at } from "../api/client";
import { useResource } from "../api/resource";
import type { Detail } from "../api/types";
import { t } from "../i18n";
import { useKeys } from "../keys/keys";
import { Broken, Loading } from "../shell/notices";
import { atMoment } from "../state/desk";
import { Contradictions } from "./Contradictions";
import { Evidence } from "./Evidence";
import { Head } from "./Head";
import { History } from "./History";
import { Judgements } from "./Judgements";
import { Neighbours } from "./Neighbours";
import { Sum } from "./Sum";
import { Why } from "./Why";

export function IncidentView({ id }: { id: string }) {
  const { data, error } = useResource<Detail>(at(`/incidents/${encodeURIComponent(id)}`, atMoment.value));
  if (error) return <Broken error={error} />;
  if (!data) return <Loading lines={10} />;
  return <Incident detail={data} as="h2" />;
}

/** `as`: of what level its name is a heading on the page that it stands on. */
export function Incident({ detail, as }: { detail: Detail; as: "h1" | "h2" }) {
  useKeys({ e: () => document.querySelector<HTMLElement>("#evidence")?.focus() });
  const { incident, joined, neighbours } = detail;
  return (
    <article class="incident">
      {joined && joined !== incident.id && <p class="note">{t("incident.joined", { id: joined })}</p>}
      <Head detail={detail} as={as} />
      <Sum detail={detail} />
      <Contradictions detail={detail} />
      <Evidence detail={detail} />
      <History detail={detail} />
      <Neighbours rows={neighbours} episode={incident.episode} />
      <Judgements detail={detail} />
      <Why id={incident.id} />
    </article>
  );
}
