/** A list page after page. A changed ledger or question begins it anew, as far as it had been read. */

import { useCallback, useEffect, useState } from "preact/hooks";
import { withParams } from "../state/desk";
import { at, get } from "./client";
import { revision } from "./live";
import { ApiError } from "./problem";
import type { List } from "./types";

const PAGE = 100;
const MOST = 500; // what the server gives at once

interface Pages<T> {
  of: string;
  rows: T[];
  total: number;
  next: string | null;
  truncated: boolean;
}

export interface Shown<T> extends Omit<Pages<T>, "of" | "next"> {
  more: (() => void) | null;
  loading: boolean;
  error: ApiError | null;
}

export function usePages<T>(path: string, params: URLSearchParams): Shown<T> {
  const [pages, setPages] = useState<Pages<T>>({ of: "", rows: [], total: 0, next: null, truncated: false });
  const [error, setError] = useState<ApiError | null>(null);
  const [loading, setLoading] = useState(true);
  const query = params.toString();
  const version = revision.value;

  const load = useCallback(
    async (of: string, cursor: string | null, limit: number, signal?: AbortSignal) => {
      setLoading(true);
      try {
        const page = await get<List<T>>(at(path, withParams(new URLSearchParams(of), { limit, cursor })), signal);
        setPages((before) => ({
          of,
          rows: cursor && before.of === of ? [...before.rows, ...page.items] : page.items,
          total: page.total,
          next: page.next,
          truncated: page.truncated ?? false,
        }));
        setError(null);
      } catch (failed) {
        if (!(failed instanceof ApiError)) return; // another question has been asked meanwhile
        setError(failed);
      }
      setLoading(false);
    },
    [path],
  );

  useEffect(() => {
    const stop = new AbortController();
    const read = pages.of === query ? pages.rows.length : 0;
    void load(query, null, Math.min(Math.max(read, PAGE), MOST), stop.signal);
    return () => stop.abort();
  }, [query, version, load]);

  const { next, of } = pages;
  const more = useCallback(() => void (next && load(of, next, PAGE)), [next, of, load]);
  return { ...pages, more: next && of === query ? more : null, loading, error };
}
