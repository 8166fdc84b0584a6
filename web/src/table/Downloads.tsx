/** What the filters leave, as files, in the forms of `purport export` and `purport incidents`. */

import { at } from "../api/client";
import { t } from "../i18n";
import { Menu } from "../shell/Menu";
import { asked } from "../state/desk";

const FORMS = ["csv", "jsonl", "geojson"] as const;
const NAMES = { csv: "CSV", jsonl: "JSON Lines", geojson: "GeoJSON" } as const;
/** The filters that a list of claims has as well. */
const OF_CLAIMS = ["kind", "place", "source", "since", "until", "min_count", "q", "as_of"];

export function Downloads() {
  return (
    <Menu
      name={t("download.name")}
      label={
        <>
          <span class="wide-only">{t("download.name")}</span> ⤓
        </>
      }
    >
      {() => (
        <div class="downloads">
          <p class="dim">{t("download.what")}</p>
          <Files of="incidents" params={asked.value} />
          <Files of="claims" params={only(asked.value, OF_CLAIMS)} />
        </div>
      )}
    </Menu>
  );
}

function Files({ of, params }: { of: "incidents" | "claims"; params: URLSearchParams }) {
  return (
    <p>
      <strong>{t(of === "incidents" ? "download.incidents" : "download.claims")}</strong>
      {FORMS.map((form) => (
        <a key={form} href={at(`/${of}.${form}`, params)} download={`${of}.${form}`}>
          {NAMES[form]}
        </a>
      ))}
    </p>
  );
}

function only(params: URLSearchParams, names: string[]): URLSearchParams {
  return new URLSearchParams([...params].filter(([name]) => names.includes(name)));
}
