/** The moment that the desk is set to: by a slider over what the ledger has read, or by a field. */

import { at } from "../api/client";
import { useResource } from "../api/resource";
import type { List, Moment } from "../api/types";
import { moment } from "../dates/format";
import { t } from "../i18n";
import { Menu } from "../shell/Menu";
import { asOf, setAsOf } from "../state/desk";
import { Words } from "../words/Words";
import { nearest, toField, toMoment } from "./moments";

export function AsOf() {
  const past = asOf.value;
  return (
    <Menu
      strong={past !== null}
      name={t("asof.name")}
      label={
        <>
          <span class="dim narrow-sr">{t("asof.as_of")}</span> {past ? moment(past) : t("asof.now")} ▾
        </>
      }
    >
      {() => <Choose />}
    </Menu>
  );
}

function Choose() {
  const { data } = useResource<Pick<List<Moment>, "items">>(at("/moments"));
  const moments = data?.items ?? [];
  const last = moments.length;
  const index = asOf.value === null ? last : nearest(moments, asOf.value);
  const chosen = moments[index];
  const slide = (to: number) => setAsOf(moments[to]?.at ?? null, { replace: asOf.peek() !== null });
  return (
    <div class="as-of">
      <label class="field column">
        <span>{t("asof.slider")}</span>
        <input
          type="range"
          min={0}
          max={last}
          value={index}
          disabled={!last}
          aria-valuetext={chosen ? moment(chosen.at) : t("asof.now")}
          onInput={(event) => slide(Number(event.currentTarget.value))}
        />
      </label>
      <p class="dim">
        {chosen ? (
          <>
            {t("asof.read", { at: moment(chosen.at), n: chosen.documents })} <Words text={chosen.cause} />
          </>
        ) : (
          t("asof.is_now")
        )}
      </p>
      <label class="field column">
        <span>{t("asof.field")}</span>
        <input
          type="datetime-local"
          step={1}
          value={asOf.value ? toField(asOf.value) : ""}
          onChange={(event) => setAsOf(toMoment(event.currentTarget.value))}
        />
      </label>
      <button type="button" disabled={asOf.value === null} onClick={() => setAsOf(null)}>
        {t("asof.back")}
      </button>
    </div>
  );
}
