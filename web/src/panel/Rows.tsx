/** Incidents in a short list: what, where, when, how many. A press brings one into the panel. */

import type { Row } from "../api/types";
import { shortSpan } from "../dates/format";
import { certainty, hue, placeName, whatHappened } from "../facts/describe";
import { t } from "../i18n";
import { Link } from "../shell/Link";
import { href, path } from "../state/desk";
import { Count } from "../table/columns";
import { Words } from "../words/Words";

export function Rows({ rows }: { rows: Row[] }) {
  const inPanel = path.value === "/";
  return (
    <ul class="rows">
      {rows.map((row) => (
        <li key={row.id}>
          <Link to={inPanel ? href("/", { sel: row.id }) : href(`/incident/${row.id}`)}>
            <i class={`dot ${hue(row.attacker)} ${certainty(row)}`} aria-hidden />
            <Words text={whatHappened(row)} />
          </Link>
          <span class="n">
            {row.contradictions > 0 && <span class="trouble">≠ </span>}
            <Count row={row} />
          </span>
          <span class="dim">
            <Words text={placeName(row.place)} /> · {row.time ? shortSpan(row.time) : t("time.not_told")}
          </span>
        </li>
      ))}
    </ul>
  );
}
