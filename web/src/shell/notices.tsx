/** What a reader sees where there is nothing, nothing yet, or no answer. */

import type { ComponentChildren } from "preact";
import { refresh } from "../api/live";
import type { ApiError } from "../api/problem";
import { t } from "../i18n";
import { Words } from "../words/Words";

export function Broken({ error }: { error: ApiError }) {
  const { status, problem } = error;
  const gone = status === 0;
  return (
    <section class="notice broken" role="alert">
      <h2>{gone ? t("broken.unreachable") : <Words text={problem.title || t("broken.title")} />}</h2>
      <p>{gone ? t("broken.cure") : <Words text={problem.detail} />}</p>
      {gone ? <pre>purport serve</pre> : problem.cure && <p>{<Words text={problem.cure} />}</p>}
      <button type="button" onClick={() => void refresh()}>
        {t("do.again")}
      </button>
    </section>
  );
}

interface EmptyProps {
  title: string;
  children?: ComponentChildren;
  /** where it is all that the page has */
  isPage?: boolean;
}

export function Empty({ title, children, isPage }: EmptyProps) {
  const Title = isPage ? "h1" : "h2";
  return (
    <section class="notice">
      <Title>{title}</Title>
      {children}
    </section>
  );
}

export function Loading({ lines = 4 }: { lines?: number }) {
  return (
    <div class="loading" role="status" aria-label={t("state.loading")}>
      {Array.from({ length: lines }, (_, n) => (
        <span key={n} />
      ))}
    </div>
  );
}

/** What an empty ledger shows: the one command that fills it. */
export function EmptyLedger({ name }: { name: string }) {
  return (
    <Empty isPage title={t("empty.ledger")}>
      <p>{t("empty.fill")}</p>
      <pre>purport --ledger {name} read FOLDER</pre>
      <p class="dim">{t("empty.then")}</p>
    </Empty>
  );
}
