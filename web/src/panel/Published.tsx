/** When it was published: in the reader's zone, the source's own on hover. */

import { asWritten, moment } from "../dates/format";
import { t } from "../i18n";

export function Published({ at }: { at: string | null }) {
  if (!at) return <span class="dim">{t("published.undated")}</span>;
  return (
    <time dateTime={at} title={t("published.as_written", { at: asWritten(at) })}>
      {moment(at)}
    </time>
  );
}
