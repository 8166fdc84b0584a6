import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import en from "../src/i18n/en.json";
import uk from "../src/i18n/uk.json";

const FORM = /_(one|few|many|other)$/;
const SOURCE = join(import.meta.dirname, "../src");

/** Keys, with the forms of a counted thing taken for one: languages do not have the same. */
const things = (file: object) => [...new Set(Object.keys(file).map((key) => key.replace(FORM, "_")))].sort();
const places = (message: string) => [...message.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

function code(folder: string): string {
  const found = readdirSync(folder, { recursive: true, encoding: "utf-8" });
  return found
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(folder, name), "utf-8"))
    .join("\n");
}

describe("messages", () => {
  it("have the same keys in both languages", () => {
    expect(things(uk)).toEqual(things(en));
  });

  it("have all forms that a number asks for", () => {
    const counted = (file: object, form: string) => Object.keys(file).filter((key) => key.endsWith(form)).length;
    for (const [file, forms] of [
      [en, ["_one", "_other"]],
      [uk, ["_one", "_few", "_many", "_other"]],
    ] as const) {
      const base = counted(en, "_other");
      for (const form of forms) expect([form, counted(file, form)]).toEqual([form, base]);
    }
  });

  it("name the same values", () => {
    for (const [key, message] of Object.entries(en)) {
      const other = (uk as Record<string, string>)[key];
      if (other !== undefined) expect([key, places(other)]).toEqual([key, places(message)]);
    }
  });

  it("are all used", () => {
    const text = code(SOURCE);
    const prefixes = [...text.matchAll(/term\(\s*"([\w.]+)"|`([\w.]+\.)\$\{|\bof="(\w+)"/g)].map(
      (m) => m[1] ?? m[2] ?? m[3] ?? "",
    );
    const unused = things(en).filter((key) => {
      const name = key.replace(/_$/, "");
      return !text.includes(`"${name}"`) && !prefixes.some((prefix) => name.startsWith(prefix.replace(/\.?$/, ".")));
    });
    expect(unused).toEqual([]);
  });

  it("are all there: nothing is asked for that the files do not have", () => {
    const known = new Set(things(en).map((key) => key.replace(/_$/, "")));
    const asked = [...code(SOURCE).matchAll(/\b(?:t|counted)\("([\w.]+)"/g)].map((match) => match[1] ?? "");
    expect(asked.filter((key) => !known.has(key))).toEqual([]);
  });
});
