/** Incidents as a table: sorted by the server, paged by its cursor as a reader scrolls, walked by j and k. */

import { useComputed } from "@preact/signals";
import { useMemo, useRef } from "preact/hooks";
import { usePages } from "../api/pages";
import type { Row } from "../api/types";
import { counted, t } from "../i18n";
import { isPressable, useKeys } from "../keys/keys";
import { More } from "../shell/More";
import { Broken, Empty, Loading } from "../shell/notices";
import { go } from "../state/address";
import { asked, clearFilters, filters, href, select, selected, withParams } from "../state/desk";
import { narrowing } from "../state/filters";
import { COLUMNS } from "./columns";
import { Heading } from "./Heading";

export function Table() {
  const { rows, total, truncated, more, loading, error } = usePages<Row>(
    "/incidents",
    withParams(asked.value, { sort: filters.value.sort }),
  );
  const body = useRef<HTMLTableSectionElement>(null);
  const lines = useMemo(() => rows.map((row) => <Line key={row.id} row={row} />), [rows]);
  useKeys({
    j: () => step(rows, 1, body.current),
    k: () => step(rows, -1, body.current),
    Enter: (event) => {
      const id = selected.peek();
      if (isPressable(event.target)) (event.target as HTMLElement).click();
      else if (id) go(href(`/incident/${id}`));
    },
    Escape: () => select(null),
  });
  if (error) return <Broken error={error} />;
  if (!rows.length && loading) return <Loading lines={8} />;
  if (!rows.length) return <Nothing />;
  return (
    <>
      <p class="table-total" role="status">
        {counted("table.incidents", total)}
        {truncated && ` · ${t("table.truncated")}`}
      </p>
      <table class="incidents">
        <caption class="sr">{t("table.caption")}</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <Heading key={column.name} column={column} />
            ))}
          </tr>
        </thead>
        <tbody ref={body}>{lines}</tbody>
      </table>
      {more && <More more={more} loading={loading} />}
    </>
  );
}

/** Drawn again when it is chosen or no longer, and not when another is. */
function Line({ row }: { row: Row }) {
  const isSelected = useComputed(() => selected.value === row.id);
  return (
    <tr
      data-id={row.id}
      aria-current={isSelected.value ? "true" : undefined}
      class={row.contradictions ? "contradicted" : undefined}
      onClick={(event) => !isPressable(event.target) && select(row.id)}
    >
      {COLUMNS.map((column) => (
        <td key={column.name} class={column.right ? `${column.name} right` : column.name}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

function Nothing() {
  return (
    <Empty title={t("empty.none")}>
      {narrowing(filters.value) > 0 && (
        <button type="button" onClick={clearFilters}>
          {t("filters.clear")}
        </button>
      )}
    </Empty>
  );
}

/** Going down the rows is one step of going back, not one for each row. */
function step(rows: Row[], by: 1 | -1, body: HTMLElement | null): void {
  const at = rows.findIndex((row) => row.id === selected.peek());
  const next = rows[at === -1 ? (by === 1 ? 0 : rows.length - 1) : Math.min(Math.max(at + by, 0), rows.length - 1)];
  if (!next) return;
  select(next.id, { replace: at !== -1 });
  body?.querySelector(`[data-id="${CSS.escape(next.id)}"]`)?.scrollIntoView({ block: "nearest" });
}
