/** What others at the same ledger have decided since this page was opened. */

import { useEffect, useState } from "preact/hooks";
import { at, get } from "../api/client";
import { ledger } from "../api/live";
import { ApiError } from "../api/problem";
import type { JudgementRow, List } from "../api/types";
import { t } from "../i18n";
import { JudgementList } from "../panel/Judgements";
import { own } from "./decide";

const SHOWN = 3;

export function Others() {
  const number = ledger.value?.judgement;
  const [from, setFrom] = useState<number | null>(null);
  const [rows, setRows] = useState<JudgementRow[]>([]);
  useEffect(() => {
    if (number === undefined) return;
    if (from === null) setFrom(number);
    else if (number > from) void since(from).then((found) => found && setRows(found));
  }, [number, from]);
  const others = rows.filter((row) => !own.value.has(row.id));
  if (!others.length) return <div role="status" />;
  return (
    <div class="others" role="status">
      <h2>{t("review.others")}</h2>
      <JudgementList rows={others.slice(-SHOWN).reverse()} />
      <button type="button" class="quiet" onClick={() => setFrom(number ?? null)}>
        {t("do.seen")}
      </button>
    </div>
  );
}

async function since(number: number): Promise<JudgementRow[] | null> {
  try {
    return (await get<List<JudgementRow>>(at("/judgements", new URLSearchParams({ after: String(number) })))).items;
  } catch (error) {
    if (error instanceof ApiError) return null; // asked again with the next change
    throw error;
  }
}
