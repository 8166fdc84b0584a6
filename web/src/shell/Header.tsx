/** The top of every page: search, filters, the moment, the language. */

import { AsOf } from "../asof/AsOf";
import { FilterMenu } from "../filters/FilterMenu";
import { Search } from "../filters/Search";
import { t } from "../i18n";
import { helping } from "../keys/Help";
import { href, lang, path, setLang, setTheme } from "../state/desk";
import { Downloads } from "../table/Downloads";
import { Link } from "./Link";
import { worn } from "./theme";

export function Header() {
  const isList = path.value === "/" || path.value === "/review";
  return (
    <div class="top">
      <Link to={href("/")} class="brand">
        Purport
      </Link>
      <nav aria-label={t("nav.name")}>
        <Tab to="/" label={t("nav.desk")} />
        <Tab to="/documents" label={t("nav.documents")} />
        <Tab to="/review" label={t("nav.review")} />
      </nav>
      <Search />
      <div class="tools">
        {isList && <FilterMenu />}
        <AsOf />
        {isList && <Downloads />}
        <Languages />
        <button
          type="button"
          class="quiet"
          aria-label={t(worn() === "dark" ? "theme.to_light" : "theme.to_dark")}
          title={t(worn() === "dark" ? "theme.to_light" : "theme.to_dark")}
          onClick={() => setTheme(worn() === "dark" ? "light" : "dark")}
        >
          ◐
        </button>
        <button
          type="button"
          class="quiet"
          aria-label={t("keys.title")}
          title={t("keys.title")}
          onClick={() => {
            helping.value = true;
          }}
        >
          ?
        </button>
      </div>
    </div>
  );
}

function Tab({ to, label }: { to: string; label: string }) {
  return (
    <Link to={href(to, { sel: null, part: null })} {...(path.value === to && { "aria-current": "page" as const })}>
      {label}
    </Link>
  );
}

function Languages() {
  return (
    <fieldset class="languages">
      <legend class="sr">{t("language.name")}</legend>
      <button type="button" lang="en" aria-pressed={lang.value === "en"} onClick={() => setLang("en")}>
        en
      </button>
      <button type="button" lang="uk" aria-pressed={lang.value === "uk"} onClick={() => setLang("uk")}>
        uk
      </button>
    </fieldset>
  );
}
