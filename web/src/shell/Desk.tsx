/** The desk itself: map and timeline, the table of incidents, and the panel with the evidence. */

import { t } from "../i18n";
import { Panel } from "../panel/Panel";
import { Table } from "../table/Table";
import { Later } from "./lazy";
import { useTitle } from "./title";

const map = () => import("../map/MapView").then((module) => module.MapView);
const timeline = () => import("../timeline/Timeline").then((module) => module.Timeline);

export function Desk() {
  useTitle(null);
  return (
    <>
      <h1 class="sr">{t("nav.desk")}</h1>
      <div class="desk">
        <section class="slot-panel" aria-label={t("panel.name")}>
          <Panel />
        </section>
        <section class="slot-timeline" aria-label={t("timeline.name")}>
          <Later load={timeline} />
        </section>
        <section class="slot-map" aria-label={t("map.name")}>
          <Later load={map} />
        </section>
        <section class="slot-table" aria-label={t("table.name")}>
          <Table />
        </section>
      </div>
    </>
  );
}
