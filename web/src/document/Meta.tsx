/** What is known of a document, and where each date comes from. */

import type { ComponentChildren } from "preact";
import type { DocumentDetail } from "../api/types";
import { moment, span } from "../dates/format";
import { t, term } from "../i18n";
import { Published } from "../panel/Published";
import { Outward } from "../words/Outward";
import { Words } from "../words/Words";

export function Meta({ detail }: { detail: DocumentDetail }) {
  const { document: told, dated } = detail;
  const rows: [string, ComponentChildren][] = [
    [t("meta.source"), <Words key="s" text={told.source} />],
    [t("meta.published"), <PublishedBy key="p" detail={detail} />],
  ];
  if (dated) {
    const sure = t("meta.sure", { percent: Math.round(dated.confidence * 100) });
    rows.push([t("meta.dated"), `${span(dated.time)}, ${t("time.by_evidence")} (${sure})`]);
  }
  if (told.x_edited) rows.push([t("meta.edited"), <Published key="e" at={told.x_edited} />]);
  const more: [string, string | null | undefined][] = [
    [t("meta.author"), told.x_author],
    [t("meta.forwarded"), told.x_forwarded_from],
    [t("meta.reply"), told.x_reply_to],
    [t("meta.kind"), term("document", told.kind)],
    [t("meta.language"), told.language],
    [t("meta.id"), told.id],
    [t("meta.hash"), told.x_sha256],
  ];
  const read = detail.versions.find((one) => one.version === detail.version)?.read;
  if (read) rows.push([t("meta.read"), moment(read)]);
  const known = more.filter((row): row is [string, string] => Boolean(row[1]));
  return (
    <>
      <dl class="meta">
        {rows.map(([name, value]) => (
          <Fact key={name} name={name} value={value} />
        ))}
        {told.url && <Fact name={t("meta.address")} value={<Outward url={told.url} />} />}
      </dl>
      <details class="meta-more">
        <summary>{t("meta.more")}</summary>
        <dl class="meta">
          {known.map(([name, value]) => (
            <Fact key={name} name={name} value={<Words text={value} />} />
          ))}
        </dl>
      </details>
    </>
  );
}

function Fact({ name, value }: { name: string; value: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function PublishedBy({ detail }: { detail: DocumentDetail }) {
  const { published, x_published_basis: basis } = detail.document;
  return (
    <>
      <Published at={published} />
      {published && basis && <span class="dim"> ({term("published_basis", basis)})</span>}
    </>
  );
}
