// @vitest-environment happy-dom
/** A document's pictures and videos are links: nothing of them is ever asked for by the desk. */

import { render } from "preact";
import { afterEach, describe, expect, it } from "vitest";
import type { MediaView } from "../src/api/types";
import { findingOf } from "../src/document/finding";
import { MediaList } from "../src/document/MediaList";

const JUDGED = { number: 1, id: "j1", claims: [], author: "Olena", reason: "shadows", at: "2024-05-06T08:00:00Z" };

function shown(media: MediaView[]): HTMLElement {
  const root = document.createElement("div");
  document.body.append(root);
  render(<MediaList media={media} />, root);
  return root;
}

afterEach(() => document.body.replaceChildren());

describe("the media of a document", () => {
  it("are links that tell nobody where they were followed from, and no pictures", () => {
    const url = "https://pictures.example.org/a.jpg";
    const root = shown([
      { id: "m1", media: { kind: "photo", url, caption: "A <b>window</b>", credit: "Agency" }, found: [] },
    ]);
    expect(root.querySelectorAll("img, video, source, iframe, [style]")).toHaveLength(0);
    const link = root.querySelector("a");
    expect(link?.getAttribute("href")).toBe(url);
    expect(link?.rel).toContain("noopener");
    expect(root.textContent).toContain("A <b>window</b> · Agency");
  });

  it("are words where they lie in an export, or lead anywhere else than to the web", () => {
    const urls = ["photos/1.jpg", "javascript:alert(1)", "data:text/html,x"];
    const root = shown(urls.map((url, n) => ({ id: `m${n}`, media: { url }, found: [] })));
    expect(root.querySelector("a")).toBeNull();
    for (const url of urls) expect(root.textContent).toContain(url);
  });

  it("say what people have found of them", () => {
    const value = {
      media: "m1",
      genuine: false,
      place: { name: "Okhtyrka" },
      time: { start: "2024-05-06", end: "2024-05-06" },
    };
    const found = [{ ...JUDGED, verdict: "media", value, undone: false }];
    const root = shown([{ id: "m1", media: { kind: "video" }, found }]);
    expect(root.textContent).toContain("→ not genuine, Okhtyrka, ");
    expect(root.textContent).toContain("shadows");
  });

  it("have each a button that names them", () => {
    const media = { kind: "photo" as const, caption: "A crater" };
    const root = shown([{ id: "m1", media, found: [] }]);
    expect([...root.querySelectorAll("button")].map((button) => button.getAttribute("aria-label"))).toEqual([
      "Say what was found: A crater",
    ]);
  });
});

describe("what was found of a picture", () => {
  const nothing = { genuine: "", place: "", start: "", end: "" };

  it("is sent as far as it is told", () => {
    expect(findingOf("m1", { ...nothing, genuine: "not_genuine" })).toEqual({ media: "m1", genuine: false });
    expect(findingOf("m1", { ...nothing, place: " Суми ", start: "2024-05-06" })).toEqual({
      media: "m1",
      place: "Суми",
      time: { start: "2024-05-06", end: "2024-05-06" },
    });
  });

  it("is not sent while it is nothing, or no time", () => {
    expect(findingOf("m1", { ...nothing, place: " " })).toBeUndefined();
    expect(findingOf("m1", { ...nothing, genuine: "genuine", start: "in May" })).toBeUndefined();
    expect(findingOf("m1", { ...nothing, end: "2024-05-06" })).toBeUndefined();
  });
});
