/** The queue of what is most worth a look, worked by keyboard: the evidence beside it, the decisions below. */

import { useEffect, useRef } from "preact/hooks";
import { at } from "../api/client";
import { usePages } from "../api/pages";
import { useResource } from "../api/resource";
import type { Detail, ReviewItem } from "../api/types";
import { counted, t } from "../i18n";
import { useKeys } from "../keys/keys";
import { Incident } from "../panel/IncidentView";
import { More } from "../shell/More";
import { Broken, Empty, Loading } from "../shell/notices";
import { useTitle } from "../shell/title";
import { asked, atMoment, select, selected } from "../state/desk";
import { Judging } from "./Judging";
import { Others } from "./Others";
import { QueueLine } from "./QueueLine";

export function ReviewPage() {
  useTitle(t("nav.review"));
  const { rows, total, more, loading, error } = usePages<ReviewItem>("/review", asked.value);
  const list = useRef<HTMLOListElement>(null);
  const step = (by: 1 | -1) => {
    const at = rows.findIndex((item) => item.incident.id === selected.peek());
    const next = rows[Math.min(Math.max(at + by, 0), rows.length - 1)];
    if (next) select(next.incident.id, { replace: true });
  };
  useKeys({ j: () => step(1), k: () => step(-1) });
  const first = rows[0]?.incident.id;
  useEffect(() => {
    if (first && selected.value === null) select(first, { replace: true });
  }, [first]);
  useEffect(() => {
    list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [selected.value]);

  return (
    <div class="review">
      <section class="queue" aria-label={t("review.queue")}>
        <h1>
          {t("nav.review")} <span class="dim">{counted("review.left", total)}</span>
        </h1>
        {error && <Broken error={error} />}
        {!error && !rows.length && (loading ? <Loading lines={8} /> : <Empty title={t("review.empty")} />)}
        <ol ref={list}>
          {rows.map((item) => (
            <QueueLine key={item.incident.id} item={item} />
          ))}
        </ol>
        {more && <More more={more} loading={loading} />}
      </section>
      <section class="review-incident" aria-label={t("panel.name")}>
        <Others />
        {selected.value && <Reviewed id={selected.value} next={() => select(after(rows, selected.peek()))} />}
      </section>
    </div>
  );
}

/** The one that comes after this one in the queue, or before where it is the last. */
function after(rows: ReviewItem[], id: string | null): string | null {
  const at = rows.findIndex((item) => item.incident.id === id);
  return (rows[at + 1] ?? rows[at - 1])?.incident.id ?? null;
}

function Reviewed({ id, next }: { id: string; next: () => void }) {
  const { data, error } = useResource<Detail>(at(`/incidents/${encodeURIComponent(id)}`, atMoment.value));
  if (error) return <Broken error={error} />;
  if (!data) return <Loading lines={12} />;
  return (
    <>
      <div class="reviewed">
        <Incident detail={data} as="h2" />
      </div>
      <Judging
        detail={data}
        done={({ judgement, incident }) => {
          const isGone = incident === null && judgement.verdict !== "undo";
          if (judgement.verdict === "accepted" || isGone) next();
          else if (incident !== null && incident !== id) select(incident, { replace: true });
        }}
      />
    </>
  );
}
