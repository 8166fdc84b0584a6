/** The columns of the table of incidents. `sort` is the API's name of an order by it. */

import { untracked } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type { Row } from "../api/types";
import { shortSpan, span } from "../dates/format";
import { certainty, hue, party, placeName, whatHappened } from "../facts/describe";
import { howMany } from "../facts/figures";
import { counted, type Key, number, t, term } from "../i18n";
import { isPlain } from "../shell/Link";
import { href, select } from "../state/desk";
import { Words } from "../words/Words";

export interface Column {
  name: string;
  label: Key;
  sort?: string;
  right?: boolean;
  cell: (row: Row) => ComponentChildren;
}

export const COLUMNS: Column[] = [
  {
    name: "time",
    label: "column.time",
    sort: "time",
    cell: (row) => (
      <>
        {row.time ? (
          <span title={span(row.time)}>{shortSpan(row.time)}</span>
        ) : (
          <span class="dim">{t("time.not_told")}</span>
        )}
        {row.time?.x_basis === "evidence" && (
          <span class="basis" title={t("time.by_evidence")}>
            {" "}
            ~
          </span>
        )}
      </>
    ),
  },
  {
    name: "kind",
    label: "column.what",
    sort: "kind",
    cell: (row) => (
      <Chooser row={row}>
        <i class={`dot ${hue(row.attacker)} ${certainty(row)}`} aria-hidden />
        {row.stance !== "asserted" && <span class="stance">{term("stance", row.stance)}: </span>}
        <Words text={whatHappened(row)} />
      </Chooser>
    ),
  },
  {
    name: "place",
    label: "column.place",
    sort: "place",
    cell: (row) => (row.place ? <Words text={placeName(row.place)} /> : <span class="dim">{t("place.not_told")}</span>),
  },
  {
    name: "side",
    label: "column.side",
    cell: (row) => (row.attacker ? <abbr title={party(row.attacker)}>{row.attacker}</abbr> : ""),
  },
  { name: "count", label: "column.count", sort: "count", right: true, cell: (row) => <Count row={row} /> },
  {
    name: "told",
    label: "column.told",
    cell: (row) => row.sides.map((side) => side.side ?? "–").join(" "),
  },
  {
    name: "origins",
    label: "column.origins",
    sort: "origins",
    right: true,
    cell: (row) => number(row.origins),
  },
  {
    name: "trouble",
    label: "column.trouble",
    sort: "worth",
    cell: (row) =>
      row.contradictions > 0 && (
        <span class="trouble" title={counted("contradictions", row.contradictions)}>
          <span aria-hidden>≠</span>
          <span class="sr">{counted("contradictions", row.contradictions)}</span>
        </span>
      ),
  },
];

/** Its address is that of when it was drawn: a long table is not drawn anew with every step through it. */
function Chooser({ row, children }: { row: Row; children: ComponentChildren }) {
  const choose = (event: MouseEvent) => {
    if (!isPlain(event)) return;
    event.preventDefault();
    select(row.id);
  };
  return (
    <a class="what" href={untracked(() => href("/", { sel: row.id }))} onClick={choose}>
      {children}
    </a>
  );
}

export function Count({ row }: { row: Pick<Row, "count" | "people" | "implied"> }) {
  const told = howMany(row);
  if (!told) return null;
  return told.implied ? (
    <span class="implied" title={t("figure.implied")}>
      {told.text}
    </span>
  ) : (
    <span>{told.text}</span>
  );
}
