/** A document: its text with the claims marked, the claims beside it, what is known of it, and its versions. */

import { at } from "../api/client";
import { useResource } from "../api/resource";
import type { ClaimView, DocumentDetail } from "../api/types";
import { counted, t } from "../i18n";
import { useKeys } from "../keys/keys";
import { ClaimFacts } from "../panel/ClaimCard";
import { Link } from "../shell/Link";
import { Broken, Loading } from "../shell/notices";
import { useTitle } from "../shell/title";
import { atMoment, bring, claimed, href, version, withParams } from "../state/desk";
import { Words } from "../words/Words";
import { MediaList } from "./MediaList";
import { Meta } from "./Meta";
import { Text } from "./Text";
import { Versions } from "./Versions";

export function DocumentPage({ id }: { id: string }) {
  const params = withParams(atMoment.value, { version: version.value });
  const { data, error } = useResource<DocumentDetail>(at(`/documents/${encodeURIComponent(id)}`, params));
  useTitle(data ? (data.document.title ?? data.document.source) : null);
  if (error) return <Broken error={error} />;
  if (!data) return <Loading lines={12} />;
  return <Shown detail={data} />;
}

function Shown({ detail }: { detail: DocumentDetail }) {
  const { document: told } = detail;
  const claims = [...detail.claims].sort((a, b) => a.claim.start - b.claim.start);
  useKeys({ j: () => walk(claims, 1), k: () => walk(claims, -1) });
  return (
    <div class="page document">
      <article class="document-text">
        <h1>
          <Words text={told.title ?? told.source} />
        </h1>
        <Meta detail={detail} />
        <Versions detail={detail} />
        <Text text={told.text} claims={claims} language={told.language} />
        <MediaList media={detail.media} />
      </article>
      <aside class="document-claims" aria-label={t("document.claims")}>
        <h2>{counted("claims", claims.length)}</h2>
        {claims.length === 0 && <p class="dim">{t("document.no_claims")}</p>}
        <ol>
          {claims.map((view) => (
            <Beside key={view.claim.id} view={view} />
          ))}
        </ol>
      </aside>
    </div>
  );
}

function Beside({ view }: { view: ClaimView }) {
  const { claim } = view;
  const isCalled = claimed.value === claim.id;
  return (
    <li class={isCalled ? "called" : undefined} id={`beside-${claim.id}`}>
      <button type="button" class="plain" aria-pressed={isCalled} onClick={() => bring(null, claim.id)}>
        <q>
          <Words text={claim.quote} />
        </q>
      </button>
      <ClaimFacts view={view} />
      <p class="in-incidents">
        {view.incidents.map((id, n) => (
          <>
            {n > 0 && " · "}
            <Link key={id} to={href(`/incident/${id}`, { claim: claim.id })}>
              {t(n ? "claim.incident_too" : "claim.incident")}
            </Link>
          </>
        ))}
      </p>
    </li>
  );
}

function walk(claims: ClaimView[], by: 1 | -1): void {
  const at = claims.findIndex((view) => view.claim.id === claimed.peek());
  const next = claims[at === -1 ? (by === 1 ? 0 : claims.length - 1) : at + by];
  if (!next) return;
  bring(null, next.claim.id);
  document.getElementById(`beside-${next.claim.id}`)?.scrollIntoView({ block: "nearest" });
}
