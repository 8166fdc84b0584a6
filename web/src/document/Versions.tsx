/** The versions of a document that have been read, and what changed from one to another. */

import { useEffect, useState } from "preact/hooks";
import { at } from "../api/client";
import { useResource } from "../api/resource";
import type { DocumentDetail } from "../api/types";
import { moment } from "../dates/format";
import { t } from "../i18n";
import { Link } from "../shell/Link";
import { Broken, Loading } from "../shell/notices";
import { against, atMoment, href, withParams } from "../state/desk";
import { Words } from "../words/Words";
import { type Change, difference } from "./difference";

export function Versions({ detail }: { detail: DocumentDetail }) {
  const { versions, version, key } = detail;
  if (versions.length < 2) return null;
  const other = versions.find((one) => String(one.version) === against.value);
  return (
    <section class="versions">
      <h2>{t("versions.name")}</h2>
      <ol>
        {versions.map((one) => (
          <li key={one.version} {...(one.version === version && { "aria-current": "true" as const })}>
            <Link to={href(`/document/${key}`, { version: String(one.version) })}>
              {t("versions.one", { n: one.version })}
            </Link>{" "}
            <span class="dim">
              {t("versions.read", { at: moment(one.read) })}
              {one.current && ` · ${t("versions.current")}`}
            </span>{" "}
            {one.version !== version && (
              <Link
                to={href(`/document/${key}`, { version: String(version), against: String(one.version) })}
                class="small"
              >
                {t("versions.compare")}
              </Link>
            )}
          </li>
        ))}
      </ol>
      {other && other.version !== version && <Difference detail={detail} other={other.version} />}
    </section>
  );
}

function Difference({ detail, other }: { detail: DocumentDetail; other: number }) {
  const { data, error } = useResource<DocumentDetail>(
    at(`/documents/${encodeURIComponent(detail.key)}`, withParams(atMoment.value, { version: other })),
  );
  const [changes, setChanges] = useState<Change[] | null>(null);
  const [older, newer] = other < detail.version ? [data, detail] : [detail, data];
  const [before, after] = [older?.document.text, newer?.document.text];
  useEffect(() => {
    let wanted = true;
    if (before !== undefined && after !== undefined)
      void difference(before, after).then((found) => wanted && setChanges(found));
    return () => {
      wanted = false;
    };
  }, [before, after]);
  if (error) return <Broken error={error} />;
  if (!changes) return <Loading />;
  return (
    <div class="text difference">
      <p class="dim">{t("versions.from_to", { from: older?.version ?? 0, to: newer?.version ?? 0 })}</p>
      {changes.map(({ text, what }, n) => {
        const words = <Words text={text} />;
        const own = { key: n };
        if (what === "added") return <ins {...own}>{words}</ins>;
        return what === "removed" ? <del {...own}>{words}</del> : <span {...own}>{words}</span>;
      })}
    </div>
  );
}
