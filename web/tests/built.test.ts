import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";

const BUILT = join(import.meta.dirname, "../../src/purport/server/static");
const MOST = 450_000; // bytes of compressed JavaScript, in all

describe("the built pages", () => {
  const names = readdirSync(BUILT, { recursive: true, encoding: "utf-8" });
  const read = (name: string) => readFileSync(join(BUILT, name));

  it("have little JavaScript", () => {
    const sizes = names.filter((name) => name.endsWith(".js")).map((name) => gzipSync(read(name), { level: 9 }).length);
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST);
  });

  it("have no script or style in their markup, and nothing from elsewhere", () => {
    const html = read("index.html").toString();
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/);
    expect([...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1]?.[0])).not.toContain("h");
  });
});
