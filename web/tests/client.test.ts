import { afterEach, describe, expect, it, vi } from "vitest";
import { at, get, judge } from "../src/api/client";
import { ApiError } from "../src/api/problem";

const json = (body: unknown, init: ResponseInit = {}) => new Response(JSON.stringify(body), init);

afterEach(() => vi.unstubAllGlobals());

describe("the client", () => {
  it("asks again by the ETag and takes an unchanged answer as it was", async () => {
    const asked = vi
      .fn()
      .mockResolvedValueOnce(json({ total: 1 }, { headers: { ETag: 'W/"a"' } }))
      .mockResolvedValueOnce(new Response(null, { status: 304 }));
    vi.stubGlobal("fetch", asked);
    const first = await get(at("/incidents"));
    const second = await get(at("/incidents"));
    expect(second).toBe(first);
    expect(asked.mock.calls[0]?.[1].headers).not.toHaveProperty("If-None-Match");
    expect(asked.mock.calls[1]?.[1].headers["If-None-Match"]).toBe('W/"a"');
  });

  it("raises what the server's problem says", async () => {
    const problem = { title: "Stale", detail: "it has changed", version: "v2", judgements: [] };
    vi.stubGlobal("fetch", vi.fn().mockResolvedValue(json(problem, { status: 412 })));
    const made = judge({ verdict: "accepted", incident: "i1", claims: [], reason: "r", author: null }, "v1");
    await expect(made).rejects.toMatchObject({ status: 412, problem: { version: "v2", detail: "it has changed" } });
  });

  it("raises where the answer is no problem, or no answer comes", async () => {
    vi.stubGlobal("fetch", vi.fn().mockResolvedValue(new Response("<html>", { status: 502, statusText: "Bad" })));
    await expect(get(at("/state"))).rejects.toMatchObject({ status: 502 });
    vi.stubGlobal("fetch", vi.fn().mockRejectedValue(new TypeError("refused")));
    await expect(get(at("/state"))).rejects.toBeInstanceOf(ApiError);
    await expect(get(at("/state"))).rejects.toMatchObject({ status: 0 });
  });

  it("names the version that a judgement is about", async () => {
    const asked = vi.fn().mockResolvedValue(json({ version: "v2" }, { status: 201 }));
    vi.stubGlobal("fetch", asked);
    await judge({ verdict: "note", incident: "i1", claims: [], reason: "r", author: null }, "v1");
    expect(asked.mock.calls[0]?.[1].headers["If-Match"]).toBe('"v1"');
  });

  it("leaves an empty query out of an address", () => {
    expect(at("/map", new URLSearchParams())).toBe("/api/v1/map");
    expect(at("/map", new URLSearchParams({ zoom: "4" }))).toBe("/api/v1/map?zoom=4");
  });
});
