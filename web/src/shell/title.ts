/** The window's title, of what the page is about. */

import { useEffect } from "preact/hooks";

export function useTitle(about: string | null): void {
  useEffect(() => {
    document.title = about ? `${about} · Purport` : "Purport";
  }, [about]);
}
