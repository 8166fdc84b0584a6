import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ledger } from "../src/api/live";
import { ReviewPage } from "../src/review/ReviewPage";
import { App } from "../src/shell/App";
import { go } from "../src/state/address";
import { selected } from "../src/state/desk";
import { Table } from "../src/table/Table";
import { detail, judgement, place, row } from "./forms";

const STATE = {
  linking: 1,
  judgement: 0,
  documents: 2,
  claims: 2,
  incidents: 2,
  first: null,
  last: null,
  extractor: "rules/2",
  ledger: "purport.db",
};
const ROWS = [row({ id: "i1" }), row({ id: "i2", place: place("Saratov Oblast"), contradictions: 1 })];

let root: HTMLElement;
let posted: { body: Record<string, unknown>; match: string | undefined }[];

/** A server of two incidents: what a path answers, by its beginning. */
function answer(url: string, init: RequestInit = {}): Promise<Response> {
  const path = url.replace("/api/v1", "").split("?")[0] ?? "";
  if (init.method === "POST") {
    const headers = init.headers as Record<string, string>;
    posted.push({ body: JSON.parse(String(init.body)) as Record<string, unknown>, match: headers["If-Match"] });
    return told({ judgement: judgement(), incident: "i1", version: "2.0" }, 201);
  }
  const list = (items: unknown[]) => told({ items, next: null, total: items.length });
  if (path === "/state") return told(STATE);
  if (path === "/incidents") return list(ROWS);
  if (path === "/review")
    return list(ROWS.map((incident) => ({ incident, worth: 1, why: ["contradiction"], version: "1.0" })));
  if (path.startsWith("/incidents/")) return told(detail({ id: path.slice(11) }));
  return told({ title: "Not Found", detail: path }, 404);
}
const told = (body: unknown, status = 200) => Promise.resolve(new Response(JSON.stringify(body), { status }));

/** Until all that was asked for has been answered and drawn. */
const settled = () => act(() => new Promise<void>((done) => setTimeout(done, 30)));
const press = (key: string) =>
  act(() => void document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true })));

beforeEach(() => {
  go("/", { replace: true });
  posted = [];
  ledger.value = STATE;
  vi.stubGlobal("fetch", answer);
  root = document.createElement("div");
  document.body.append(root);
});
afterEach(() => {
  render(null, root);
  root.remove();
  vi.unstubAllGlobals();
});

describe("the table", () => {
  it("is walked by j and k, and tells which row is chosen", async () => {
    act(() => render(<Table />, root));
    await settled();
    expect([...root.querySelectorAll("tbody tr td.place")].map((cell) => cell.textContent)).toEqual([
      "Rostov Oblast",
      "Saratov Oblast",
    ]);
    press("j");
    expect(selected.value).toBe("i1");
    press("j");
    press("j");
    expect(root.querySelector("tr[aria-current]")?.getAttribute("data-id")).toBe("i2");
    press("k");
    expect(selected.value).toBe("i1");
    press("Enter");
    expect(location.pathname).toBe("/incident/i1");
  });

  it("is sorted by its headings, the other way at the second press", async () => {
    act(() => render(<Table />, root));
    await settled();
    const heading = () => [...root.querySelectorAll<HTMLElement>("th")].find((th) => th.textContent?.startsWith("How"));
    act(() => heading()?.querySelector("button")?.click());
    expect(location.search).toBe("?sort=-count");
    expect(heading()?.getAttribute("aria-sort")).toBe("descending");
    act(() => heading()?.querySelector("button")?.click());
    expect(location.search).toBe("?sort=count");
  });
});

describe("the queue", () => {
  it("is worked by keyboard: what is accepted is told as it was seen, and the next one comes", async () => {
    go("/review", { replace: true });
    act(() => render(<ReviewPage />, root));
    await settled();
    expect(selected.value).toBe("i1");
    await settled();
    press("a");
    await settled();
    expect(posted).toEqual([
      { body: expect.objectContaining({ verdict: "accepted", incident: "i1" }), match: '"1.0"' },
    ]);
    expect(selected.value).toBe("i2");
  });

  it("cannot be worked in the past", async () => {
    go("/review?as_of=2024-04-05T09:00:00Z", { replace: true });
    act(() => render(<ReviewPage />, root));
    await settled();
    await settled();
    press("a");
    await settled();
    expect(posted).toEqual([]);
    expect(root.querySelector(".judging button")).toBeNull();
  });
});

describe("a page", () => {
  it("of an empty ledger names the command that fills it", async () => {
    vi.stubGlobal("fetch", () => told({ ...STATE, documents: 0 }));
    ledger.value = { ...STATE, documents: 0 };
    act(() => render(<App />, root));
    await settled();
    expect(root.querySelector("pre")?.textContent).toBe("purport --ledger purport.db read FOLDER");
  });

  it("says what the server says where it cannot be shown", async () => {
    go("/episode/e404", { replace: true });
    act(() => render(<App />, root));
    await settled();
    expect(root.querySelector("[role=alert]")?.textContent).toContain("Not Found");
  });
});
