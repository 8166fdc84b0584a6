import assert from "node:assert/strict";
import { after, before, beforeEach, afterEach, test } from "node:test";
import { AXE, browser, desk, pixel } from "./server.mjs";

const HOSTILE = `On 26 February 2025 <img src=x onerror="window.broken=1"><script>window.broken=1</script> Russian forces
launched 7 drones at Sumy, said javascript:alert(1) of the regional administration. Five of them were shot down.`;

let served;
let chromium;
let page;

before(async () => {
  served = await desk({ "hostile.txt": HOSTILE });
  chromium = await browser();
});
after(async () => {
  await chromium?.close();
  await served?.close();
});
beforeEach(async () => {
  page = await chromium.newPage({ viewport: { width: 1440, height: 900 } });
});
afterEach(() => page.close());

async function open(path) {
  await page.goto(served.url + path);
  await page.locator(".slot-table tbody tr").first().waitFor();
}

test("an incident is found on the map, and its number followed to its words", async () => {
  const view = [9, 48.32, 40.27];
  await open(`/#${view.join("/")}`);
  const first = (await (await page.request.get(`${served.url}/api/v1/map`)).json()).incidents;
  const at = first.precision.findIndex((one, i) => one === "settlement" && Math.abs(first.lon[i] - 40.27) < 0.5);
  const [x, y] = await pixel(page, view, [first.lon[at], first.lat[at]]);
  const listed = page.locator(".map-spot a").first();
  for (let tries = 0; tries < 20 && !(await listed.isVisible()); tries++) {
    await page.waitForTimeout(1000); // the points are drawn when they are
    await page.mouse.click(x, y);
  }
  await listed.click();
  await page.waitForURL(/sel=i[0-9a-f]{16}/);
  await page.locator(".slot-panel mark, .slot-panel blockquote").first().waitFor();
});

test("a map that is dragged moves its last picture along, and is painted where it comes to rest", async () => {
  await open("/#6/48.5/37");
  const canvas = page.locator(".map-holder canvas");
  await canvas.waitFor();
  const box = await canvas.boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + 40];
  await page.mouse.move(x, y);
  await page.mouse.down();
  let moved = "";
  for (let step = 1; step <= 100 && !moved.startsWith("translate("); step++) {
    await page.mouse.move(x + step, y + step / 2);
    moved = await canvas.evaluate(({ style }) => style.transform);
  }
  assert.match(moved, /^translate\(\d.*px, \d.*px\) scale\(1\)$/);
  await page.mouse.up();
  await page.waitForFunction(() => document.querySelector(".map-holder canvas").style.transform === "");
  await page.waitForFunction(() => !location.hash.endsWith("/48.5/37"));
});

test("regions have their Ukrainian names on Ukrainian pages", async () => {
  await open("/?lang=uk");
  const where = await page.locator(".slot-table tbody td.place").allTextContents();
  assert.ok(where.some((name) => / область$/.test(name)));
  assert.deepEqual(where.filter((name) => / Oblast$/.test(name)), []);
});

test("nights are brushed with the mouse, with keys, and let go", async () => {
  await open("/");
  const box = await page.locator(".timeline-pad").boundingBox();
  await page.mouse.click(box.x + box.width / 2, box.y + 30);
  await page.waitForURL(/night=2025-02-26|since=/);
  await page.locator(".timeline-end").first().focus();
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => !/night=|since=/.test(location.search));
});

test("a document that would be a page is only words", async () => {
  await open("/?q=onerror");
  assert.equal(await page.evaluate(() => window.broken), undefined);
  assert.equal(await page.locator("img[src=x]").count(), 0);
});

for (const theme of ["light", "dark"]) {
  for (const path of ["/", "/review"]) {
    test(`${path} can be used by all, ${theme}`, async () => {
      await page.goto(`${served.url}${path}?theme=${theme}`);
      await page.waitForTimeout(2500);
      await page.evaluate(await (await import("node:fs/promises")).readFile(AXE, "utf-8"));
      const { violations } = await page.evaluate(() => window.axe.run());
      assert.deepEqual(
        violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 120))]),
        [],
      );
    });
  }
}
