/** What the marks mean, and how many incidents have no place on the map. */

import { useState } from "preact/hooks";
import type { Mapped } from "../api/types";
import { counted, country, t } from "../i18n";

const NARROW = "(max-width: 720px)";

export function Legend({ mapped }: { mapped: Mapped | null }) {
  const [open, setOpen] = useState(!matchMedia(NARROW).matches);
  const left = mapped ? mapped.total - mapped.placed : 0;
  return (
    <details class="map-legend" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("legend.name")}</summary>
      <ul>
        <li>
          <i class="mark side-ru" aria-hidden /> {t("legend.by", { side: country("RU") })}
        </li>
        <li>
          <i class="mark side-ua" aria-hidden /> {t("legend.by", { side: country("UA") })}
        </li>
        <li>
          <i class="mark side-unknown" aria-hidden /> {t("legend.by_unknown")}
        </li>
        <li>
          <i class="mark side-unknown hollow" aria-hidden /> {t("legend.hollow")}
        </li>
        <li>
          <i class="mark side-unknown ringed" aria-hidden /> {t("legend.ringed")}
        </li>
        <li>
          <i class="mark side-unknown shaded" aria-hidden /> {t("legend.shaded")}
        </li>
        <li>
          <i class="mark side-unknown dashed" aria-hidden /> {t("legend.dashed")}
        </li>
      </ul>
      {left > 0 && <p class="dim">{counted("legend.nowhere", left)}</p>}
    </details>
  );
}
