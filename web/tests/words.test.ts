import { describe, expect, it } from "vitest";
import { points, segments } from "../src/words/marks";
import { reveal } from "../src/words/reveal";

const shown = (text: string) => reveal(text).map((piece) => piece.control ?? piece.text);

describe("hidden characters", () => {
  it("are named where they stand", () => {
    expect(shown("a\u202eb\u200bc\u0000")).toEqual(["a", "RLO", "b", "ZWSP", "c", "U+0000"]);
    expect(shown("\u{e0041}")).toEqual(["U+E0041"]);
  });

  it("are left alone where they belong to the text", () => {
    expect(shown("one\r\n\ttwo")).toEqual(["one\r\n\ttwo"]);
    expect(shown("👨‍👩‍👧")).toEqual(["👨‍👩‍👧"]);
    expect(shown("a\u200db")).toEqual(["a", "ZWJ", "b"]);
  });

  it("leave no character out", () => {
    const text = "x\u200b\u202e<script>\ufeffy";
    expect(
      reveal(text)
        .map((piece) => piece.text)
        .join(""),
    ).toBe(text);
  });
});

describe("marks", () => {
  const marked = (text: string, ...marks: [string, number, number][]) =>
    segments(
      text,
      marks.map(([id, start, length]) => ({ id, start, length })),
    ).map((one) => [one.text, one.marks.join("+")]);

  it("count code points, of which an emoji is one", () => {
    expect(marked("🔥🔥 збито 44", ["a", 3, 5])).toEqual([
      ["🔥🔥 ", ""],
      ["збито", "a"],
      [" 44", ""],
    ]);
    expect(points("🔥a")).toBe(2);
  });

  it("may overlap and hold one another", () => {
    expect(marked("abcdefgh", ["a", 1, 4], ["b", 3, 4], ["c", 4, 1])).toEqual([
      ["a", ""],
      ["bc", "a"],
      ["d", "a+b"],
      ["e", "a+b+c"],
      ["fg", "b"],
      ["h", ""],
    ]);
  });

  it("say where each begins, and are cut at the text's end", () => {
    const cut = segments("abc", [{ id: "a", start: 2, length: 9 }]);
    expect(cut.map((one) => [one.text, one.begins])).toEqual([
      ["ab", []],
      ["c", ["a"]],
    ]);
    expect(segments("", [])).toEqual([]);
  });
});
