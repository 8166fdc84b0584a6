import { moment } from "../dates/format";
import { t } from "../i18n";
import { asOf, setAsOf } from "../state/desk";

/** Says on every page that what is shown is the past, and that nothing can be judged there. */
export function PastBanner() {
  if (asOf.value === null) return null;
  return (
    <div class="past" role="status">
      <p>
        <strong>{t("asof.past", { at: moment(asOf.value) })}</strong> {t("asof.no_judging")}
      </p>
      <button type="button" onClick={() => setAsOf(null)}>
        {t("asof.back")}
      </button>
    </div>
  );
}
