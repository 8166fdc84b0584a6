import { describe, expect, it } from "vitest";
import { difference } from "../src/document/difference";

describe("versions", () => {
  it("differ word by word", async () => {
    const changes = await difference("Збито 44 БпЛА над областю.", "Збито 47 БпЛА над областями.");
    expect(changes.filter((one) => one.what !== "kept")).toEqual([
      { text: "44", what: "removed" },
      { text: "47", what: "added" },
      { text: "областю", what: "removed" },
      { text: "областями", what: "added" },
    ]);
  });

  it("are whole again when what was added is left out", async () => {
    const [before, after] = ["one two\n\nthree", "one 2 three four"];
    const changes = await difference(before, after);
    const without = (what: string) => changes.filter((one) => one.what !== what).map((one) => one.text);
    expect(without("added").join("")).toBe(before);
    expect(without("removed").join("")).toBe(after);
  });
});
