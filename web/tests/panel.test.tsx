import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Step } from "../src/api/types";
import { addends } from "../src/panel/addends";
import { Incident } from "../src/panel/IncidentView";
import { byWhat, isHistory, plot } from "../src/panel/steps";
import { go } from "../src/state/address";
import { detail, exactly, place, row, view } from "./forms";

let root: HTMLElement;
beforeEach(() => {
  go("/", { replace: true });
  root = document.createElement("div");
  document.body.append(root);
  vi.stubGlobal("fetch", () => new Promise(() => {}));
});
afterEach(() => {
  render(null, root);
  root.remove();
  vi.unstubAllGlobals();
});

const show = (of: Parameters<typeof detail>) => act(() => render(<Incident detail={detail(...of)} as="h2" />, root));
const leaves = () => [...root.querySelectorAll(".branch .leaf")].map((leaf) => leaf.textContent);

describe("the sum", () => {
  const part = (name: string, n: number) =>
    row({ id: `i-${name}`, parent: "i1", place: place(name), count: exactly(n) });
  const implied = row({
    id: "i-K",
    parent: "i1",
    place: place("Krasnodar"),
    count: null,
    implied: { min: 6, max: 6, by: ["c1"] },
  });

  it("is a tree whose numbers say who says them, what is implied with its arithmetic", () => {
    const parts = [part("Rostov", 44), part("Saratov", 3), implied].map((incident, n) => ({
      incident,
      depth: 1,
      says: n ? [] : ["ministry", "governor"],
    }));
    show([{}, { parts: parts }]);
    expect(root.querySelector(".whole .figure")?.textContent).toBe("53");
    expect(root.querySelector(".whole .says")?.textContent).toBe("ministry");
    expect(leaves()).toEqual(["44Rostovministry, governor", "3SaratovRU", "6Krasnodarimplied: 53 − 47"]);
    expect(root.querySelectorAll(".branch .figure.implied")).toHaveLength(1);
  });

  it("brings the words of a part when its number is pressed", () => {
    go("/?sel=i1");
    show([{}, { parts: [{ incident: part("Rostov", 44), depth: 1, says: [] }] }]);
    act(() => root.querySelector<HTMLElement>(".branch .figure")?.click());
    expect(location.search).toBe("?sel=i1&part=i-Rostov");
  });
});

describe("what an incident has too much of", () => {
  /** Whatever is asked for, the page behind the cursor `on` of this list. */
  function lead(list: string, items: unknown[]) {
    const page = () => new Response(JSON.stringify({ items, next: null, total: 2 }));
    vi.stubGlobal("fetch", (url: string) =>
      url.includes(`/incidents/i1/${list}?`) && url.includes("cursor=on")
        ? Promise.resolve(page())
        : new Promise(() => {}),
    );
  }
  const press = (button: string) => act(() => root.querySelector<HTMLElement>(button)?.click());

  it("parts: the rest comes when it is asked for", async () => {
    const part = (id: string) => ({ incident: row({ id, parent: "i1", count: exactly(1) }), depth: 1, says: ["A"] });
    lead("parts", [part("i3")]);
    show([{}, { parts: [part("i2")], parts_total: 2, next_parts: "on" }]);
    expect(root.querySelector(".sum .fold")?.textContent).toContain("2 parts");
    expect(root.querySelector(".sum .more")?.textContent).toBe("1 more part");
    press(".sum .more");
    await vi.waitFor(() => expect(leaves()).toHaveLength(2));
    expect(root.querySelector(".sum .more")).toBeNull();
  });

  it("claims: the rest comes when it is asked for", async () => {
    const claims = ["c1", "c2"];
    const side = { side: "RU", count: exactly(53), people: [], stance: "asserted" as const, claims };
    lead("claims", [view({ id: "c2", quote: "the second" })]);
    show([{ claims, sides: [side] }, { next_claims: "on" }]);
    expect(root.querySelector(".evidence .more")?.textContent).toBe("1 more claim");
    press(".evidence .more");
    await vi.waitFor(() => expect(root.querySelector(".evidence")?.textContent).toContain("the second"));
    expect(root.querySelector(".evidence .more")).toBeNull();
  });

  it("contradictions: some are shown at first", () => {
    const contradictions = Array.from({ length: 25 }, (_, n) => ({ about: "count", claims: ["c1", `d${n}`] }));
    show([{ contradictions }]);
    expect(root.querySelectorAll(".contradiction")).toHaveLength(20);
    press(".contradictions .more");
    expect(root.querySelectorAll(".contradiction")).toHaveLength(25);
  });
});

describe("words of documents", () => {
  it("are text, whatever they hold", () => {
    const quote = "<img src=x onerror=alert(1)>\u202e";
    show([
      {},
      { claims: [view({ quote, publisher: "<b>x</b>" }, { before: "<script>", after: "javascript:alert(1)" })] },
    ]);
    expect(root.querySelector("img, script, b")).toBeNull();
    expect(root.querySelector("blockquote")?.textContent).toContain("<img src=x onerror=alert(1)>RLO");
    for (const link of root.querySelectorAll("a")) expect(link.protocol).toBe(location.protocol);
  });

  it("tell the chain from the publisher to who is nearest to the event", () => {
    show([{}, { claims: [view({ sources: ["ministry", "RIA"] })] }]);
    const chain = root.querySelector(".chain");
    for (const hidden of chain?.querySelectorAll(".sr") ?? []) hidden.remove();
    expect(chain?.textContent).toBe("Al Jazeera ← RIA ← ministry");
  });
});

describe("a contradiction", () => {
  it("of a total and its parts is told as a sum", () => {
    const told = [5, 8, 2].map((n, i) => view({ id: `c${i}`, count: { min: n, max: n } }));
    const known = new Map(told.map((one) => [one.claim.id, one]));
    expect(addends(["c0", "c1", "c2"], known)).toEqual({
      claims: ["c1", "c0", "c2"],
      total: 8,
      parts: [5, 2],
      comesTo: 7,
    });
    expect(addends(["c0", "c1", "c9"], known)).toBeNull();
  });
});

describe("the history of a figure", () => {
  const step = (published: string | null, low: number | null, what = "count"): Step => ({
    claim: `c${published}${low}`,
    published,
    low,
    high: low,
    what,
    side: "RU",
  });

  it("is one for each thing that is counted, in order of publication", () => {
    const told = byWhat([step("2024-04-06", 3), step("2024-04-05", 1), step(null, 9), step("2024-04-05", 2, "killed")]);
    expect([...told].map(([what, steps]) => [what, steps.map((one) => one.low)])).toEqual([
      ["count", [1, 3]],
      ["killed", [2]],
    ]);
  });

  it("is only shown where the figure changed", () => {
    expect(isHistory([step("2024-04-05", 1), step("2024-04-06", 1)])).toBe(false);
    expect(isHistory([step("2024-04-05", 1), step("2024-04-05", 2)])).toBe(false);
    expect(isHistory([step("2024-04-05", 1), step("2024-04-06", 2)])).toBe(true);
  });

  it("is a line of steps", () => {
    const drawn = plot([step("2024-04-05", 1), step("2024-04-06", 2), step("2024-04-07", 4)], 100, 40);
    expect(drawn.line).toBe("M0,30.0H50.0V20.0H100.0V0.0");
  });
});
