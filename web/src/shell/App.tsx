import { computed } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t } from "../i18n";
import { path } from "../state/desk";
import { routeOf } from "../state/route";
import { Later } from "./lazy";

const route = computed(() => routeOf(path.value));
const map = () => import("../map/MapView").then((module) => module.MapView);
const timeline = () => import("../timeline/Timeline").then((module) => module.Timeline);

export function App() {
  useEffect(() => {
    document.title = t("app.name");
  });
  return (
    <main>
      <h1>{t("app.name")}</h1>
      {route.value.page === "desk" && (
        <>
          <Later load={map} />
          <Later load={timeline} />
        </>
      )}
    </main>
  );
}
