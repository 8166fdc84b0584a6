import { beforeEach, describe, expect, it } from "vitest";
import { nearest, toField, toMoment } from "../src/asof/moments";
import { chipsOf } from "../src/filters/chips";
import { keyOf } from "../src/keys/keys";
import { address, go } from "../src/state/address";
import {
  asked,
  asOf,
  bring,
  filters,
  href,
  lang,
  select,
  selected,
  setAsOf,
  setFilters,
  setLang,
} from "../src/state/desk";
import { filtersOf } from "../src/state/filters";
import { routeOf } from "../src/state/route";

beforeEach(() => go("/", { replace: true }));

describe("the address", () => {
  it("holds all that the desk is set to", () => {
    setFilters({ kind: ["attack"], since: "2024-04-01" });
    setAsOf("2024-05-01T00:00:00Z");
    setLang("uk");
    select("i1");
    expect(location.search).toBe("?kind=attack&since=2024-04-01&as_of=2024-05-01T00:00:00Z&lang=uk&sel=i1");
    expect([filters.value.kind, asOf.value, lang.value, selected.value]).toEqual([
      ["attack"],
      "2024-05-01T00:00:00Z",
      "uk",
      "i1",
    ]);
    expect(asked.value.toString()).toBe("kind=attack&since=2024-04-01&as_of=2024-05-01T00%3A00%3A00Z");
  });

  it("keeps the map's position, and goes back", async () => {
    history.replaceState(null, "", "/#5/48/37");
    setFilters({ q: "drones" });
    expect(location.hash).toBe("#5/48/37");
    history.replaceState(null, "", "/?kind=impact");
    dispatchEvent(new PopStateEvent("popstate"));
    expect(filters.value).toMatchObject({ kind: ["impact"], q: null });
  });

  it("of another page keeps the desk and leaves what was of this one", () => {
    go("/?kind=attack&sel=i1&part=i2&claim=c1");
    expect(href("/episode/e1")).toBe("/episode/e1?kind=attack&sel=i1");
    expect(href("/", { sel: "i3" })).toBe("/?kind=attack&sel=i3");
  });

  it("forgets a part and a claim with the incident that they were of", () => {
    go("/?sel=i1");
    bring("i2", "c1");
    expect(address.value.query).toBe("sel=i1&part=i2&claim=c1");
    select("i3");
    expect(address.value.query).toBe("sel=i3");
  });

  it("names the page", () => {
    expect(routeOf("/")).toEqual({ page: "desk" });
    expect(routeOf("/incident/i1")).toEqual({ page: "incident", id: "i1" });
    expect(routeOf("/review")).toEqual({ page: "review" });
    expect(routeOf("/document/%E0%A4%A")).toMatchObject({ page: "missing" });
    expect(routeOf("/incident/a/b")).toMatchObject({ page: "missing" });
  });
});

describe("chips", () => {
  it("say what is set and take it away", () => {
    const set = filtersOf(new URLSearchParams("kind=attack&kind=impact&side=UA&since=2024-04-01&contradicted=true"));
    const chips = chipsOf(set);
    expect(chips.map((chip) => `${chip.name}|${chip.value}`)).toEqual([
      "Time|1 Apr 2024 – …",
      "Kind|Attack",
      "Kind|Impact",
      "Whose weapons|Ukraine",
      "|Contradicted",
    ]);
    expect(chips.map((chip) => chip.without)).toEqual([
      { since: null, until: null },
      { kind: ["impact"] },
      { kind: ["attack"] },
      { side: [] },
      { contradicted: false },
    ]);
  });
});

describe("keys", () => {
  it("are the same on a Cyrillic layout", () => {
    expect(keyOf({ key: "о", code: "KeyJ" })).toBe("j");
    expect(keyOf({ key: ".", code: "Slash" })).toBe("/");
    expect(keyOf({ key: ",", code: "Slash" })).toBe("?");
    expect(keyOf({ key: "z", code: "KeyY" })).toBe("z");
    expect(keyOf({ key: "Enter", code: "Enter" })).toBe("Enter");
  });
});

describe("moments", () => {
  const moments = ["2024-04-01T00:00:00Z", "2024-04-02T00:00:00Z"].map((at) => ({ at, documents: 1, cause: "" }));

  it("are found by the last one before", () => {
    expect(nearest(moments, "2024-04-01T12:00:00Z")).toBe(0);
    expect(nearest(moments, "2024-04-02T00:00:00+00:00")).toBe(1);
    expect(nearest(moments, "2020-01-01T00:00:00Z")).toBe(0);
    expect(nearest([], "2024-04-01T00:00:00Z")).toBe(0);
  });

  it("are typed in the reader's zone", () => {
    const iso = "2024-04-05T09:30:15Z";
    expect(toMoment(toField(iso))).toBe(iso);
    expect(toMoment("")).toBeNull();
    expect(toField("no moment")).toBe("");
  });
});
