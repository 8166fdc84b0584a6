/** The next page of a list is fetched when the end of this one comes into view; the button does it for who cannot scroll. */

import { useEffect, useRef } from "preact/hooks";
import { t } from "../i18n";

export function More({ more, loading }: { more: () => void; loading: boolean }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!button.current || loading || typeof IntersectionObserver === "undefined") return;
    const seen = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && more(), {
      rootMargin: "300px",
    });
    seen.observe(button.current);
    return () => seen.disconnect();
  }, [more, loading]);
  return (
    <button type="button" class="more" ref={button} onClick={more} disabled={loading}>
      {loading ? t("state.loading") : t("table.more")}
    </button>
  );
}
