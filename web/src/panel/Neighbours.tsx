/** What else happened there and then: launched, shot down, hit, damaged, hurt, repaired. */

import type { Row } from "../api/types";
import { inOrder } from "../episode/phases";
import { t, term } from "../i18n";
import { Link } from "../shell/Link";
import { href } from "../state/desk";
import { Rows } from "./Rows";

export function Neighbours({ rows, episode }: { rows: Row[]; episode: string }) {
  return (
    <section class="neighbours">
      <h2>{t("incident.neighbours")}</h2>
      {inOrder(rows, (row) => row.kind).map(({ name, rows }) => (
        <div key={name}>
          <h3>{term("phase", name)}</h3>
          <Rows rows={rows} />
        </div>
      ))}
      <p>
        <Link to={href(`/episode/${episode}`)}>{t("incident.episode")}</Link>
      </p>
    </section>
  );
}
