/** A resource for a component: the last answer stays while the next is asked for. */

import { useEffect, useState } from "preact/hooks";
import { get, remembered } from "./client";
import { revision } from "./live";
import { ApiError } from "./problem";

export interface Resource<T> {
  /** of this address, or of the one before it while this one is asked for */
  data: T | null;
  error: ApiError | null;
  loading: boolean;
}

interface Answer<T> {
  url: string | null;
  data: T | null;
  error: ApiError | null;
  settled: boolean;
}

/** What stands at an address (none: null), asked for again whenever the ledger has changed. */
export function useResource<T>(url: string | null): Resource<T> {
  const [answer, setAnswer] = useState<Answer<T>>({ url: null, data: null, error: null, settled: false });
  const version = revision.value;
  useEffect(() => {
    if (url === null) return;
    const stop = new AbortController();
    get<T>(url, stop.signal).then(
      (data) => !stop.signal.aborted && setAnswer({ url, data, error: null, settled: true }),
      (error: unknown) => {
        if (stop.signal.aborted || !(error instanceof ApiError)) return;
        setAnswer((before) => ({ url, data: before.url === url ? before.data : null, error, settled: true }));
      },
    );
    return () => stop.abort();
  }, [url, version]);
  if (url === null) return { data: null, error: null, loading: false };
  if (answer.url === url) return { data: answer.data, error: answer.error, loading: !answer.settled };
  return { data: remembered<T>(url) ?? answer.data, error: null, loading: true };
}
