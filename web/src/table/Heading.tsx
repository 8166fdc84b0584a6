import { t } from "../i18n";
import { filters, setFilters } from "../state/desk";
import type { Column } from "./columns";

const DEFAULT = "-time";

/** A column's name; where the table can be sorted by it, a button that does so, and turns the order round. */
export function Heading({ column }: { column: Column }) {
  const { sort } = column;
  const order = filters.value.sort ?? DEFAULT;
  const mine = sort !== undefined && order.replace("-", "") === sort;
  const direction = mine ? (order.startsWith("-") ? "descending" : "ascending") : undefined;
  const label = t(column.label);
  return (
    <th scope="col" class={column.right ? "right" : undefined} {...(direction && { "aria-sort": direction })}>
      {sort ? (
        <button type="button" class="sort" onClick={() => setFilters({ sort: next(sort, order) })}>
          {label}
          <span aria-hidden>{mine ? (direction === "descending" ? " ↓" : " ↑") : ""}</span>
        </button>
      ) : (
        label
      )}
    </th>
  );
}

/** What is most, newest or worth most is asked for first; names by the alphabet. */
function next(sort: string, order: string): string | null {
  const first = sort === "place" || sort === "kind" ? sort : `-${sort}`;
  const turned = first.startsWith("-") ? sort : `-${sort}`;
  const chosen = order === first ? turned : first;
  return chosen === DEFAULT ? null : chosen;
}
