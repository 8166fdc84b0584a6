/** What the desk says before anything is chosen: what is new, what does not fit, how much there is of what. */

import { at } from "../api/client";
import { ledger } from "../api/live";
import { useResource } from "../api/resource";
import type { Facets, List, Row } from "../api/types";
import { moment } from "../dates/format";
import { counted, type Key, number, t, term } from "../i18n";
import { Loading } from "../shell/notices";
import { asked, filters, setFilters, withParams } from "../state/desk";
import { Rows } from "./Rows";

const SHOWN = 5;

export function Overview() {
  return (
    <div class="panel overview">
      <LedgerLine />
      <Some title="overview.contradicted" params={{ contradicted: "true", sort: "-worth" }} />
      <Some title="overview.newest" params={{ sort: "-time" }} />
      <Kinds />
    </div>
  );
}

function LedgerLine() {
  const state = ledger.value;
  if (!state) return <Loading lines={1} />;
  const parts = [
    counted("ledger.incidents", state.incidents),
    counted("ledger.claims", state.claims),
    counted("ledger.documents", state.documents),
  ];
  return (
    <p class="dim">
      {parts.join(" · ")}
      {state.last && (
        <>
          <br />
          {t("ledger.last", { at: moment(state.last) })}
        </>
      )}
    </p>
  );
}

function Some({ title, params }: { title: Key; params: Record<string, string> }) {
  const { data, loading } = useResource<List<Row>>(
    at("/incidents", withParams(asked.value, { ...params, limit: SHOWN })),
  );
  if (!data) return loading ? <Loading lines={SHOWN} /> : null;
  return (
    <section>
      <h2>{t(title)}</h2>
      {data.items.length ? <Rows rows={data.items} /> : <p class="dim">{t("overview.nothing")}</p>}
    </section>
  );
}

function Kinds() {
  const { data } = useResource<Facets>(at("/facets", asked.value));
  const kinds = data?.kind ?? [];
  const most = Math.max(...kinds.map((kind) => kind.n), 1);
  return (
    <section>
      <h2>{t("overview.kinds")}</h2>
      <ul class="bars">
        {kinds.map(({ value, n }) => (
          <li key={value}>
            <button type="button" class="plain" onClick={() => setFilters({ kind: [...filters.peek().kind, value] })}>
              {term("kind", value)}
            </button>
            <span class="bar" aria-hidden>
              <i style={{ width: `${(n / most) * 100}%` }} />
            </span>
            <span class="n">{number(n)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
