/** A real desk on a ledger of the example documents, and a browser that looks at it. */

import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const installed = createRequire(join(ROOT, "web/package.json"));
const { chromium } = installed("playwright-core");
const PURPORT = (process.env.PURPORT ?? join(ROOT, ".venv/bin/purport")).split(" ");
const DRAWN = ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"];

export const AXE = installed.resolve("axe-core/axe.min.js");

/** The desk on the examples and on documents given as file name and text; its address, and what closes it. */
export async function desk(more = {}) {
  const folder = mkdtempSync(join(tmpdir(), "desk-"));
  const documents = join(folder, "documents");
  cpSync(join(ROOT, "examples/one-night"), documents, { recursive: true });
  for (const [name, text] of Object.entries(more)) writeFileSync(join(documents, name), text);
  const ledger = ["--ledger", join(folder, "ledger.db")];
  const [command, ...words] = PURPORT;
  execFileSync(command, [...words, "read", documents, ...ledger], { stdio: "pipe" });
  const server = spawn(command, [...words, "serve", "--port", "0", ...ledger], { stdio: ["ignore", "pipe", "inherit"] });
  const url = await new Promise((found, failed) => {
    server.stdout.once("data", (told) => found(String(told).trim()));
    server.once("exit", (code) => failed(new Error(`the desk ended with ${code}`)));
  });
  const close = async () => {
    server.removeAllListeners("exit");
    const ended = new Promise((done) => server.once("exit", done));
    server.kill("SIGINT");
    await ended;
    rmSync(folder, { recursive: true });
  };
  return { url: url.replace(/\/$/, ""), close };
}

export function browser() {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-background-networking", ...DRAWN] });
}

/** Where a point of the earth is in the window, of a map that stands at `zoom/lat/lon`. */
export async function pixel(page, [zoom, lat, lon], [x, y]) {
  const box = await page.locator(".map-holder").boundingBox();
  const world = 512 * 2 ** zoom;
  const along = (degrees) => ((degrees + 180) / 360) * world;
  const down = (degrees) => ((1 - Math.asinh(Math.tan((degrees * Math.PI) / 180)) / Math.PI) / 2) * world;
  return [box.x + box.width / 2 + along(x) - along(lon), box.y + box.height / 2 + down(y) - down(lat)];
}
