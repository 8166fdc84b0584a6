/** What people have decided about the claims of an incident; nothing of it is ever taken away. */

import type { Detail, JudgementRow } from "../api/types";
import { moment, span } from "../dates/format";
import { bounds } from "../facts/figures";
import { t, term } from "../i18n";
import { Words } from "../words/Words";

export function Judgements({ detail }: { detail: Detail }) {
  if (!detail.judgements.length) return null;
  return (
    <section class="judgements">
      <h2>{t("judgements.name")}</h2>
      <JudgementList rows={detail.judgements} />
    </section>
  );
}

export function JudgementList({ rows }: { rows: JudgementRow[] }) {
  return (
    <ol class="judged">
      {rows.map((row) => (
        <li key={row.id} class={row.undone ? "undone" : undefined}>
          <strong>{term("verdict", row.verdict)}</strong> {valueText(row) && <Words text={`→ ${valueText(row)}`} />}
          {row.undone && ` (${t("judgements.undone")})`}
          <br />
          <span class="dim">
            {moment(row.at)} · <Words text={row.author} />:{" "}
          </span>
          <Words text={row.reason} />
        </li>
      ))}
    </ol>
  );
}

/** What it should be, in short, as far as a short form is known. */
export function valueText({ verdict, value }: JudgementRow): string {
  if (value === null || value === undefined || verdict === "undo") return "";
  if (typeof value === "string") return value;
  if (verdict === "media") return found(value as Found);
  if (verdict === "count") return bounds(value as { min: number | null; max: number | null });
  const named = value as { name?: unknown };
  return typeof named.name === "string" ? named.name : JSON.stringify(value);
}

interface Found {
  genuine?: boolean | null;
  place?: { name: string } | null;
  time?: { start: string; end: string } | null;
}

/** What was found of a picture or video: whether it is genuine, where and when it was taken. */
function found({ genuine, place, time }: Found): string {
  const told = typeof genuine === "boolean" ? t(genuine ? "media.genuine" : "media.not_genuine") : "";
  return [told, place?.name, time && span(time)].filter(Boolean).join(", ");
}
