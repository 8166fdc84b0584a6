import { describe, expect, it } from "vitest";
import { type Filters, filtersOf, narrowing, write } from "../src/state/filters";

const QUERY =
  "kind=attack&kind=impact&side=UA&place=Rostov+Oblast&stance=denied&since=2024-04-01&q=drones&sort=-count&min_count=5&contradicted=true&box=30,45,40.5,50";

function round(filters: Filters): string {
  const query = new URLSearchParams();
  write(filters, query);
  return query.toString();
}

describe("filters", () => {
  it("are read from the address and written back to it", () => {
    const read = filtersOf(new URLSearchParams(QUERY));
    expect(read.kind).toEqual(["attack", "impact"]);
    expect(read.place).toEqual(["Rostov Oblast"]);
    expect(read.box).toEqual({ west: 30, south: 45, east: 40.5, north: 50 });
    expect(read.min_count).toBe(5);
    expect(filtersOf(new URLSearchParams(round(read)))).toEqual(read);
  });

  it("leave out what is no filter", () => {
    const read = filtersOf(new URLSearchParams("kind=&min_count=-3&max_count=x&box=1,2,3&contradicted=yes"));
    expect(narrowing(read)).toBe(0);
    expect(round(read)).toBe("");
  });

  it("keep the rest of the query", () => {
    const query = new URLSearchParams("sel=i1&kind=attack&lang=uk");
    write({ ...filtersOf(query), kind: [] }, query);
    expect(query.toString()).toBe("sel=i1&lang=uk");
  });

  it("are counted by what they narrow, which an order does not", () => {
    expect(narrowing(filtersOf(new URLSearchParams(QUERY)))).toBe(10);
  });
});
