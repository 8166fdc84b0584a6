/** The right panel: the incident that is chosen, or what is new and what does not fit. */

import { t } from "../i18n";
import { Link } from "../shell/Link";
import { href, select, selected } from "../state/desk";
import { IncidentView } from "./IncidentView";
import { Overview } from "./Overview";

export function Panel() {
  const id = selected.value;
  if (!id) return <Overview />;
  return (
    <div class="panel">
      <div class="panel-bar">
        <Link to={href(`/incident/${id}`)}>{t("panel.open")}</Link>
        <button type="button" class="quiet" aria-label={t("panel.close")} onClick={() => select(null)}>
          ✕
        </button>
      </div>
      <IncidentView id={id} key={id} />
    </div>
  );
}
