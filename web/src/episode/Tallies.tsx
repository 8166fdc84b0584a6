/** What a night came to, region by region, a column for each side's weapons. What is zero is left out: untold is not none. */

import type { Tally } from "../api/types";
import { hue, party } from "../facts/describe";
import { type Key, number, region, t } from "../i18n";
import { Words } from "../words/Words";

type Figure = "launched" | "stopped" | "hits" | "damaged" | "killed" | "injured";
const FIGURES: [Figure, Key][] = [
  ["launched", "tally.launched"],
  ["stopped", "tally.stopped"],
  ["hits", "tally.hits"],
  ["damaged", "tally.damaged"],
  ["killed", "tally.killed"],
  ["injured", "tally.injured"],
];

export function Tallies({ tallies }: { tallies: Tally[] }) {
  const sides = [...new Set(tallies.map((tally) => tally.side))].sort((a, b) => (a ?? "~").localeCompare(b ?? "~"));
  const most = Math.max(...tallies.map((tally) => tally.stopped + tally.hits), 1);
  if (!tallies.length) return null;
  return (
    <div class="tallies">
      {sides.map((side) => (
        <OfSide key={side} side={side} rows={tallies.filter((tally) => tally.side === side)} most={most} />
      ))}
    </div>
  );
}

function OfSide({ side, rows, most }: { side: string | null; rows: Tally[]; most: number }) {
  const shown = FIGURES.filter(([name]) => rows.some((row) => row[name] > 0));
  const sorted = [...rows].sort((a, b) => b.stopped + b.hits - a.stopped - a.hits || b.damaged - a.damaged);
  return (
    <section class={hue(side)}>
      <h2 class={`party ${hue(side)}`}>
        {side === null ? t("tally.side_not_told") : t("incident.by", { side: party(side) })}
      </h2>
      <table class="tally">
        <thead>
          <tr>
            <th scope="col">{t("column.place")}</th>
            {shown.map(([name, label]) => (
              <th scope="col" class="right" key={name}>
                {t(label)}
              </th>
            ))}
            <th scope="col">
              <span class="sr">{t("tally.bar")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={row.place}>
              <th scope="row">
                <Words text={row.name && region(row.place, row.name)} />
              </th>
              {shown.map(([name]) => (
                <td class="right" key={name}>
                  {row[name] ? number(row[name]) : ""}
                </td>
              ))}
              <td class="bar-cell">
                <Bar row={row} most={most} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Bar({ row, most }: { row: Tally; most: number }) {
  const share = (n: number) => `${(n / most) * 100}%`;
  return (
    <span class="bar" aria-hidden>
      <i class="stopped" style={{ width: share(row.stopped) }} />
      <i class="hits" style={{ width: share(row.hits) }} />
    </span>
  );
}
