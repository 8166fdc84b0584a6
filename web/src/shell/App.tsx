import { computed } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { ledger, silence } from "../api/live";
import { PastBanner } from "../asof/PastBanner";
import { DocumentPage } from "../document/DocumentPage";
import { DocumentsPage } from "../document/DocumentsPage";
import { EpisodePage } from "../episode/EpisodePage";
import { Chips } from "../filters/Chips";
import { t } from "../i18n";
import { Help, helping } from "../keys/Help";
import { useKeys } from "../keys/keys";
import { IncidentPage } from "../panel/IncidentPage";
import { ReviewPage } from "../review/ReviewPage";
import { path } from "../state/desk";
import { type Route, routeOf } from "../state/route";
import { Desk } from "./Desk";
import { Header } from "./Header";
import { Broken, Empty, EmptyLedger } from "./notices";

const route = computed(() => routeOf(path.value));

export function App() {
  const { page } = route.value;
  useKeys({
    "?": () => {
      helping.value = true;
    },
    "/": () => document.querySelector<HTMLInputElement>("#search")?.focus(),
  });
  return (
    <div class={`desk-${page}`}>
      <a class="skip" href="#content">
        {t("nav.skip")}
      </a>
      <header>
        <Header />
        {(page === "desk" || page === "review") && <Chips />}
        <PastBanner />
      </header>
      <Content route={route.value} />
      <Help />
    </div>
  );
}

/** A page takes the focus when it is come to, so that a screen reader tells of it; its name is the window's title. */
function Content({ route }: { route: Route }) {
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  const where = JSON.stringify(route);
  useEffect(() => {
    if (!first.current) main.current?.focus({ preventScroll: true });
    first.current = false;
  }, [where]);
  return (
    <main id="content" tabIndex={-1} ref={main}>
      {silence.value?.status === 0 && ledger.value ? (
        <p class="lost" role="status">
          {t("broken.lost")}
        </p>
      ) : null}
      <Page route={route} />
    </main>
  );
}

function Page({ route }: { route: Route }) {
  if (!ledger.value && silence.value) return <Broken error={silence.value} />;
  if (ledger.value?.documents === 0) return <EmptyLedger name={ledger.value.ledger} />;
  switch (route.page) {
    case "desk":
      return <Desk />;
    case "incident":
      return <IncidentPage id={route.id} />;
    case "document":
      return <DocumentPage id={route.id} />;
    case "episode":
      return <EpisodePage id={route.id} />;
    case "documents":
      return <DocumentsPage />;
    case "review":
      return <ReviewPage />;
    case "missing":
      return <Empty isPage title={t("missing.page")} />;
  }
}
