import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { decide, made, own, split, undoable } from "../src/review/decide";
import { judgement } from "./forms";

const json = (body: unknown, status: number) => new Response(JSON.stringify(body), { status });
const kept = (id: string, incident: string, version: string) =>
  json({ judgement: judgement({ id }), incident, version }, 201);

interface Sent {
  body: Record<string, unknown>;
  match: string | undefined;
}

/** What was posted, in order; the state of the ledger is asked for after it and is no part of this. */
function answers(...all: Response[]): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    if (init.method !== "POST") return Promise.resolve(json({ title: url }, 503));
    sent.push({
      body: JSON.parse(String(init.body)) as Record<string, unknown>,
      match: (init.headers as Record<string, string>)["If-Match"],
    });
    return Promise.resolve(all.shift() ?? json({ title: "none left" }, 500));
  });
  return sent;
}

beforeEach(() => {
  made.value = [];
  own.value = new Set();
});
afterEach(() => vi.unstubAllGlobals());

describe("decisions", () => {
  it("are each about what the one before has left", async () => {
    const sent = answers(kept("j1", "i1", "2.0"), kept("j2", "i9", "3.0"));
    const outcome = await decide("i1", "1.0", split(["c1"], ["c2", "c3"], "two fires"));
    expect(outcome.state).toBe("kept");
    expect(sent.map(({ body, match }) => [body.verdict, body.claims, body.incident, match])).toEqual([
      ["same", ["c2", "c3"], "i1", '"1.0"'],
      ["different", ["c1", "c2"], "i1", '"2.0"'],
    ]);
    expect(made.value.map((one) => one.id)).toEqual(["j1", "j2"]);
  });

  it("stop at a conflict, and tell what others decided and the version that is now", async () => {
    const others = [judgement({ id: "j7", verdict: "count" })];
    const sent = answers(json({ title: "Stale", version: "4.0", judgements: others }, 412), kept("j1", "i1", "5.0"));
    const outcome = await decide("i1", "1.0", split(["c1"], ["c2", "c3"], "two fires"));
    expect(outcome).toEqual({ state: "conflict", judgements: others, version: "4.0" });
    expect(sent).toHaveLength(1);
    expect(made.value).toEqual([]);
  });

  it("that are refused say why", async () => {
    answers(json({ title: "Unknown", detail: "no claim has this id" }, 404));
    const outcome = await decide("i1", "1.0", [{ verdict: "rejected", claims: ["c9"], reason: "no" }]);
    expect(outcome).toMatchObject({ state: "refused", error: { status: 404 } });
  });

  it("that are taken back name no version, and are not taken back again", async () => {
    made.value = [judgement({ id: "j1" })];
    const undo = judgement({ id: "j2", verdict: "undo", value: "j1" });
    const sent = answers(json({ judgement: undo, incident: null, version: "" }, 201));
    await decide(null, null, [{ verdict: "undo", claims: [], value: "j1", reason: "mistaken" }]);
    expect(sent[0]?.match).toBeUndefined();
    expect(made.value).toEqual([]);
    expect([...own.value]).toEqual(["j2"]);
  });
});

describe("what undo takes back", () => {
  it("is the last made here, else the last that stands", () => {
    const theirs = [judgement({ id: "j1" }), judgement({ id: "j2", undone: true }), judgement({ verdict: "undo" })];
    expect(undoable(theirs)?.id).toBe("j1");
    made.value = [judgement({ id: "j5" })];
    expect(undoable(theirs)?.id).toBe("j5");
    made.value = [];
    expect(undoable([])).toBeNull();
  });
});

describe("splitting", () => {
  it("needs a claim on either side", () => {
    expect(split([], ["c1"], "x")).toEqual([]);
    expect(split(["c1"], [], "x")).toEqual([]);
    expect(split(["c1"], ["c2"], "x").map((one) => one.verdict)).toEqual(["different"]);
  });
});
