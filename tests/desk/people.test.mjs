/** What people do at the desk all day: they judge by keyboard, two at once; look at the past; take the data with them. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, beforeEach, afterEach, test } from "node:test";
import { AXE, browser, desk } from "./server.mjs";

const PICTURED = {
  ...{ id: "pictured", source: "Example Wire", kind: "article", url: "https://example.org/pictured", language: "en" },
  ...{ published: "2025-02-26T09:00:00Z", title: "A street after the night", text: "Nothing more is known." },
  x_media: [{ kind: "photo", url: "https://pictures.example.org/street.jpg", caption: "A street" }],
};

let served;
let chromium;
let page;

before(async () => {
  served = await desk({ "pictured.jsonl": JSON.stringify(PICTURED) });
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

const told = async (path) => (await page.request.get(`${served.url}/api/v1${path}`)).json();

/** The queue with one of its incidents opened. */
async function queue(opened, id) {
  await opened.goto(`${served.url}/review?sel=${id}`);
  await opened.locator(".judging-bar button").first().waitFor();
}

test("an incident is accepted by one key, and leaves the queue", async () => {
  const { items, total } = await told("/review");
  const { id } = items[0].incident;
  await queue(page, id);
  await page.keyboard.press("a");
  await page.locator(".kept").waitFor();
  const left = await told("/review");
  assert.equal(left.total, total - 1);
  assert.ok(!left.items.some((item) => item.incident.id === id));
  const kept = (await told("/judgements")).items.at(-1);
  assert.equal(kept.verdict, "accepted");
});

test("of two people at one incident the second is told what the first has decided, and nothing is lost", async () => {
  const other = await chromium.newPage();
  const { items } = await told("/review");
  const { id } = items[0].incident;
  await queue(page, id);
  await queue(other, id);
  const number = (await told("/judgements")).items.length;
  await Promise.all([page.keyboard.press("a"), other.keyboard.press("a")]);
  await page.locator(".kept, .conflict").first().waitFor();
  await other.locator(".kept, .conflict").first().waitFor();
  const conflicts = (await page.locator(".conflict").count()) + (await other.locator(".conflict").count());
  assert.equal(conflicts, 1);
  assert.equal((await told("/judgements")).items.length, number + 1);
  await other.close();
});

test("what was found of a picture is said and taken back by keyboard", async () => {
  const { key } = (await told("/documents")).items.find(({ title }) => title === PICTURED.title);
  const path = `/documents/${key}`;
  await page.goto(`${served.url}/document/${key}`);
  await page.getByRole("button", { name: "Say what was found: A street" }).focus();
  await page.keyboard.press("Enter");
  await page.locator("dialog select").waitFor();
  await page.evaluate(await readFile(AXE, "utf-8"));
  assert.deepEqual((await page.evaluate(() => window.axe.run())).violations.map(({ id }) => id), []);
  await page.keyboard.type("not"); // of the choices the one that begins so
  await page.keyboard.press("Tab");
  await page.keyboard.type("Sumy");
  for (let field = 0; field < 3; field++) await page.keyboard.press("Tab");
  await page.keyboard.type("shadows fall from the north");
  await page.keyboard.press("Control+Enter");
  await page.locator(".captions .judged li").waitFor();
  const [{ found }] = (await told(path)).media;
  assert.deepEqual([found[0].value.genuine, found[0].value.place.name], [false, "Sumy"]);
  await page.getByRole("button", { name: "Undo: A street" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("of another street");
  await page.keyboard.press("Control+Enter");
  await page.locator(".captions .judged").waitFor({ state: "detached" });
  assert.deepEqual((await told(path)).media[0].found, []);
});

test("the desk goes back to a moment before anything was read, where nothing can be judged", async () => {
  await page.goto(`${served.url}/?as_of=2001-01-01T00:00Z`);
  await page.locator(".past").waitFor();
  assert.equal(await page.locator(".slot-table tbody tr").count(), 0);
  const { incidents } = await told("/state");
  assert.ok(incidents > 0);
  await page.goto(served.url);
  await page.locator(".slot-table tbody tr").first().waitFor();
  assert.equal(await page.locator(".past").count(), 0);
});

for (const form of ["jsonl", "csv", "geojson"]) {
  test(`what is listed is downloaded as ${form}`, async () => {
    await page.goto(`${served.url}/?kind=interception`);
    await page.locator(".slot-table tbody tr").first().waitFor();
    await page.getByRole("button", { name: /Download/ }).click();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(`a[download="incidents.${form}"]`).click(),
    ]);
    const text = await readFile(await file.path(), "utf-8");
    assert.match(text, /interception/);
    assert.doesNotMatch(text, /"kind":"damage"/);
  });
}

for (const theme of ["light", "dark"]) {
  test(`the pages of an incident, a document and an episode can be used by all, ${theme}`, async () => {
    const { items } = await told("/incidents?kind=interception&sort=-count");
    const detail = await told(`/incidents/${items[0].id}`);
    const { key } = detail.claims[0].document;
    for (const path of [`/incident/${items[0].id}`, `/document/${key}`, `/episode/${items[0].episode}`]) {
      await page.goto(`${served.url}${path}?theme=${theme}`);
      await page.locator("main h1").first().waitFor();
      await page.waitForTimeout(1500);
      await page.evaluate(await readFile(AXE, "utf-8"));
      const { violations } = await page.evaluate(() => window.axe.run());
      assert.deepEqual([path, violations.map(({ id }) => id)], [path, []]);
    }
  });
}

test("a number of an incident leads to its words, and these to the document", async () => {
  const { items } = await told("/incidents?kind=interception&sort=-count");
  await page.goto(`${served.url}/incident/${items[0].id}`);
  await page.locator("main mark").first().waitFor();
  const link = page.locator('main a[href*="/document/"]').first();
  await link.click();
  await page.waitForURL(/\/document\//);
  await page.locator("main mark").first().waitFor();
});
