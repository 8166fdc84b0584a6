/** Several incidents at one spot of the map, or of one region as a whole: which of them is meant. */

import { useEffect, useRef } from "preact/hooks";
import { day } from "../dates/format";
import { hue } from "../facts/describe";
import { counted, number, t, term } from "../i18n";
import { Link } from "../shell/Link";
import { href, setFilters } from "../state/desk";
import type { Told } from "./shapes";

export interface Found {
  x: number;
  y: number;
  n: number;
  incidents: Told[];
  code: string | null;
  name: string | null;
}

const MILLISECONDS = 86_400_000;
const SHOWN = 40;

export function Spot({ found, close }: { found: Found; close: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (!element?.parentElement) return;
    const { clientWidth, clientHeight } = element.parentElement;
    element.style.left = `${Math.max(8, Math.min(found.x + 10, clientWidth - element.offsetWidth - 8))}px`;
    element.style.top = `${Math.max(8, Math.min(found.y + 10, clientHeight - element.offsetHeight - 8))}px`;
    element.querySelector<HTMLElement>("a, button")?.focus({ preventScroll: true });
  }, [found]);
  const { code } = found;
  return (
    <div
      class="map-spot"
      ref={box}
      role="dialog"
      aria-label={t("map.spot")}
      onKeyDown={(event) => event.key === "Escape" && close()}
    >
      <p>
        {found.name && <strong>{found.name} · </strong>}
        {counted("map.here", found.n)}
      </p>
      <ul>
        {found.incidents.slice(0, SHOWN).map((one) => (
          <li key={one.id}>
            <Link to={href("/", { sel: one.id })}>
              <i class={`dot ${hue(one.attacker)} solid`} aria-hidden /> {term("kind", one.kind)}
            </Link>
            <span class="n">
              {one.contradicted && <span class="trouble">≠ </span>}
              {one.best !== null && number(one.best)}
            </span>
            <span class="dim">{one.begins > 0 && day(date(one.begins))}</span>
          </li>
        ))}
      </ul>
      <footer>
        {code && (
          <button
            type="button"
            onClick={() => {
              setFilters({ place: [code] });
              close();
            }}
          >
            {t("map.only_here")}
          </button>
        )}
        <button type="button" class="quiet" onClick={close}>
          {t("keys.close")}
        </button>
      </footer>
    </div>
  );
}

function date(days: number): string {
  return new Date(days * MILLISECONDS).toISOString().slice(0, 10);
}
