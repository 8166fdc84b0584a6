/** An incident with a page of its own: the same as in the panel, with each side in a column, and judging. */

import { at } from "../api/client";
import { useResource } from "../api/resource";
import type { Detail } from "../api/types";
import { named } from "../facts/describe";
import { Judging } from "../review/Judging";
import { Broken, Loading } from "../shell/notices";
import { useTitle } from "../shell/title";
import { atMoment } from "../state/desk";
import { Incident } from "./IncidentView";

export function IncidentPage({ id }: { id: string }) {
  const { data, error } = useResource<Detail>(at(`/incidents/${encodeURIComponent(id)}`, atMoment.value));
  useTitle(data ? named(data.incident) : null);
  if (error) return <Broken error={error} />;
  if (!data) return <Loading lines={12} />;
  return (
    <div class="page wide">
      <Incident detail={data} as="h1" />
      <Judging detail={data} />
    </div>
  );
}
