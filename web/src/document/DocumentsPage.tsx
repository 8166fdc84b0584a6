/** The documents that have been read, the newest first; the search of the desk looks in their titles and openings. */

import { usePages } from "../api/pages";
import type { DocumentRow } from "../api/types";
import { span } from "../dates/format";
import { counted, number, t } from "../i18n";
import { Published } from "../panel/Published";
import { Link } from "../shell/Link";
import { More } from "../shell/More";
import { Broken, Empty, Loading } from "../shell/notices";
import { useTitle } from "../shell/title";
import { asOf, filters, href } from "../state/desk";
import { Words } from "../words/Words";

export function DocumentsPage() {
  useTitle(t("nav.documents"));
  const { rows, total, truncated, more, loading, error } = usePages<DocumentRow>("/documents", asked());
  return (
    <div class="page documents">
      <h1>{t("nav.documents")}</h1>
      {error && <Broken error={error} />}
      {!error && !rows.length && (loading ? <Loading lines={10} /> : <Empty title={t("empty.none")} />)}
      {rows.length > 0 && (
        <p class="dim">{truncated ? t("documents.over", { n: number(total) }) : counted("ledger.documents", total)}</p>
      )}
      <ul class="document-list">
        {rows.map((row) => (
          <One key={row.key} row={row} />
        ))}
      </ul>
      {more && <More more={more} loading={loading} />}
    </div>
  );
}

function One({ row }: { row: DocumentRow }) {
  return (
    <li>
      <Link to={href(`/document/${row.key}`)}>
        <Words text={row.title ?? row.opening} />
      </Link>
      <p class="dim">
        <Words text={row.source} /> · <Published at={row.published} />
        {row.dated && ` · ${span(row.dated.time)}, ${t("time.by_evidence")}`}
        {row.claims !== null && ` · ${counted("claims", row.claims)}`}
        {row.versions > 1 && ` · ${counted("versions", row.versions)}`}
      </p>
      {row.title && (
        <p class="opening" {...(row.language && { lang: row.language })}>
          <Words text={row.opening} />
        </p>
      )}
    </li>
  );
}

/** Of the filters, those that documents have. */
function asked(): URLSearchParams {
  const { q, source, since, until } = filters.value;
  const params = new URLSearchParams(source.map((value) => ["source", value]));
  for (const [name, value] of Object.entries({ q, since, until, as_of: asOf.value }))
    if (value) params.set(name, value);
  return params;
}
