/**
 * How fluently ten thousand incidents move on the desk's map where no graphics processor helps.
 *
 *     node bench/map.mjs LEDGER [PICTURE.png]
 *
 * Serves a ledger (`python bench/million.py LEDGER --nights 1000` makes one in half a minute), opens the desk on as many
 * nights of it as have 10,000 points, and drags the map to and fro with the mouse for some seconds, at the zoom at which
 * all of them are in view and at one where a part is, each by itself. Prints the frames a second, in how many of them the
 * map was painted anew, and how long the frames took, as the page itself is told of them. `PURPORT` names the command, `CHROMIUM` the browser.
 */

import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { loadavg } from "node:os";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const { chromium } = createRequire(`${ROOT}web/package.json`)("playwright-core");
const [COMMAND, ...WORDS] = (process.env.PURPORT ?? `${ROOT}.venv/bin/purport`).split(" ");
const DRAWN = ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"];
const WANTED = 10_000;
const VIEWS = { "all in view": "5/49.8/37.6", nearer: "7/50.5/37", "near by": "9/50.6/36.6" };
const SECONDS = 6;

async function served(ledger) {
  const server = spawn(COMMAND, [...WORDS, "serve", "--port", "0", "--ledger", ledger], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise((found, failed) => {
    server.stdout.once("data", (told) => found(String(told).trim()));
    server.once("exit", (code) => failed(new Error(`the desk ended with ${code}`)));
  });
  return { url: url.replace(/\/$/, ""), close: () => server.kill("SIGINT") };
}

/** The nights, and how many points the map shows of them: as many as are still told one by one. */
async function nights(url) {
  const { bins } = await (await fetch(`${url}/api/v1/timeline?by=month`)).json();
  let shown = null;
  for (const { end } of bins) {
    const { mode, incidents } = await (await fetch(`${url}/api/v1/map?until=${end}`)).json();
    if (mode === "clusters" || incidents.id.length > WANTED) break;
    shown = { end, points: incidents.id.length };
  }
  return shown;
}

/** Drag to and fro; the milliseconds of each frame meanwhile, and how many were painted and not the last picture moved. */
async function dragged(page) {
  const box = await page.locator(".map-holder").boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.evaluate(() => {
    const frames = [];
    const { style } = document.querySelector(".map-holder canvas");
    const count = (now) => {
      frames.push({ now, painted: style.transform === "" });
      window.counting = requestAnimationFrame(count);
    };
    window.frames_ = frames;
    window.counting = requestAnimationFrame(count);
  });
  const until = Date.now() + SECONDS * 1000;
  for (let step = 0; Date.now() < until; step++) {
    await page.mouse.move(x + 150 * Math.sin(step / 25), y + 60 * Math.cos(step / 40) - 60);
  }
  const frames = await page.evaluate(() => {
    cancelAnimationFrame(window.counting);
    return window.frames_;
  });
  await page.mouse.up();
  const spans = frames.slice(1).map(({ now }, at) => now - frames[at].now);
  return { spans, painted: frames.slice(1).filter(({ painted }) => painted).length };
}

/** Seconds of processor that the processes of the browser have taken, which others on the machine disturb less. */
async function spent(session) {
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

/** Wait until what was asked for is drawn and nothing is left to do. */
async function settled(page, session) {
  for (let quiet = 0, before = 0; quiet < 3; ) {
    await page.waitForTimeout(500);
    const now = await spent(session);
    quiet = now - before < 0.05 ? quiet + 1 : 0;
    before = now;
  }
}

function told(name, points, { spans, painted }, seconds) {
  const sorted = spans.toSorted((one, other) => one - other);
  const at = (part) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);
  const aSecond = (frames) => ((1000 * frames) / spans.reduce((sum, span) => sum + span, 0)).toFixed(1);
  const whole = Math.round((1000 * seconds) / spans.length);
  console.log(
    `${name.padEnd(12)} ${points} points: ${aSecond(spans.length)} frames a second, ${aSecond(painted)} painted; ` +
      `ms a frame: ${at(0.5)} p50, ${at(0.95)} p95, ${whole} of processor`,
  );
}

const [ledger, picture] = process.argv.slice(2);
const desk = await served(ledger);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-background-networking", ...DRAWN],
});
const session = await browser.newBrowserCDPSession();
try {
  const { end, points } = await nights(desk.url);
  for (const [name, view] of Object.entries(VIEWS)) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${desk.url}/?until=${end}#${view}`);
    await page.locator(".map-holder canvas").waitFor();
    await page.waitForLoadState("networkidle");
    await settled(page, session);
    if (picture) await page.screenshot({ path: picture.replace(/(\.png)?$/, `-${name.replaceAll(" ", "-")}.png`) });
    const before = await spent(session);
    const frames = await dragged(page);
    told(name, points, frames, (await spent(session)) - before);
    await page.close();
  }
  console.log(`load of the machine: ${loadavg()[0].toFixed(1)}`);
} finally {
  await browser.close();
  desk.close();
}
