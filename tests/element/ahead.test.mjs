// What was rendered ahead of time: it stands without a script, and the element adopts it where its script runs.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { bytes, ELEMENT, ENGINE, html, stands, TELEGRAM, test, watched } from './browser.mjs';
import { volume } from './volume.mjs';

const TOOL = process.env.TOOL ?? '';
const DOCUMENT = fileURLToPath(new URL('../../www/documents/telegram.txt', import.meta.url));

/** @param {...string} options */
async function render(...options) {
  const { stdout } = await promisify(execFile)(TOOL, ['render', DOCUMENT, '--src', TELEGRAM, ...options]);
  return stdout;
}

test('the page stands with no script at all', async ({ page, visit, answer }) => {
  answer('/ahead.html', html(await render('--script', ELEMENT)));
  await visit('/ahead.html');
  // The harness has no script there either: this is WebDriver alone.
  const paragraph = await page.driver.findElement({ css: '.rr-flow p' });
  assert.match(await paragraph.getText(), /^Having familiarized himself with our response/);
}, { javaScript: false });

test('the element adopts what stands: no node is replaced, nothing is asked for, nothing moves', async (tools) => {
  const { page, visit, answer, count } = tools;
  page.runFirst(() => {
    const shifts = /** @type {any} */ (globalThis).shifts = /** @type {number[]} */ ([]);
    // Only Chromium measures shifts; elsewhere the nodes have to do.
    if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
      new PerformanceObserver((list) => list.getEntries().forEach((entry) => shifts.push(/** @type {any} */ (entry).value)))
        .observe({ type: 'layout-shift', buffered: true });
    }
    // The nodes as the browser made them of the page.
    document.addEventListener('readystatechange', () => {
      if (document.readyState !== 'interactive') return;
      const article = document.querySelector('article');
      Object.assign(globalThis, { nodes: [article, ...(article?.querySelectorAll('*') ?? [])] });
    });
  });
  answer('/ahead.html', html(await render('--script', ELEMENT)));
  await visit('/ahead.html');
  await stands(page);
  await page.waitForRole('button', { name: 'Details' });
  assert.equal(count(TELEGRAM), 0, 'the document was asked for');
  assert.equal(count('/pkg/dist/reading-room.wasm'), 0, 'the module was asked for');
  const seen = await page.evaluate(() => {
    const { nodes, shifts } = /** @type {any} */ (globalThis);
    const article = /** @type {HTMLElement} */ (document.querySelector('article'));
    const now = [article, ...article.querySelectorAll('*')];
    return { same: now.length === nodes.length && now.every((node, at) => node === nodes[at]), shifts };
  });
  assert.deepEqual(seen, { same: true, shifts: [] });
});

test('a link into a volume that was rendered ahead of time leads to the same place once the script has run', async ({ page, visit, answer }) => {
  const folder = await mkdtemp(join(tmpdir(), 'reading-room-'));
  const file = join(folder, 'volume.xml');
  await writeFile(file, volume(100));
  const { stdout } = await promisify(execFile)(TOOL, ['render', file, '--script', ELEMENT]);
  await rm(folder, { recursive: true });
  answer('/ahead.html', html(stdout));
  await visit('/ahead.html#volume-d80');
  await stands(page);
  await page.waitForRole('button', { name: 'Details' });
  const top = await page.evaluate(() => document.getElementById('volume-d80')?.getBoundingClientRect().top ?? NaN);
  assert.ok(Math.abs(top) <= 2, `it is ${top} px below the upper edge`);
});

test('what an adopted document holds is read when scripts and readers ask, and asked for once', async ({ page, visit, answer, count }) => {
  answer('/ahead.html', html(await render('--script', ELEMENT)));
  await visit('/ahead.html');
  await stands(page);
  const dates = await page.room(async (room) => {
    room.details = true;
    const inspections = await Promise.all([room.inspect(), room.inspect()]);
    return inspections.map((it) => it?.record.date);
  });
  assert.deepEqual(dates, ['1962-11-14', '1962-11-14']);
  await page.waitForText('The record, word for word');
  assert.equal(count(TELEGRAM), 1, 'the document was asked for more than once');
});

test('an adopted document gives way to another one', async ({ page, visit, answer }) => {
  answer('/ahead.html', html(await render('--script', ELEMENT)));
  await visit('/ahead.html');
  await stands(page);
  await page.room((room) => room.open('Another text.').then(() => {}));
  await page.waitForText('Another text.');
  assert.equal(await page.count('reading-room article'), 1);
});

test('a fragment stands in a page of one’s own, twice as well', async ({ page, visit, answer }) => {
  const fragment = await render('--fragment', '--heading-level', '3');
  answer('/fragment.html', html(`<!doctype html><html lang="en"><title>Two</title><script type="module" src="${ELEMENT}"></script>
    <main><h1>Two</h1>${fragment}${fragment}</main></html>`));
  await visit('/fragment.html');
  await page.evaluate(async () => {
    await customElements.whenDefined('reading-room');
    for (const room of document.querySelectorAll('reading-room')) await room.ready;
  });
  const ids = await page.all('reading-room [id]', (elements) => elements.map(({ id }) => id));
  assert.equal(new Set(ids).size, ids.length, 'ids stand twice');
  assert.equal(await page.count('reading-room > article'), 2);
});

test('where WebAssembly is forbidden the text stands, and who asks for more is told what to change', async (tools) => {
  const { page, visit, answer, expectConsole } = tools;
  const policy = "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; connect-src 'self'; img-src 'self'";
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy };
  answer('/ahead.html', bytes(watched(await render('--script', ELEMENT)), headers));
  await visit('/ahead.html');
  await stands(page);
  await page.waitForText('Having familiarized himself with our response');
  // WebKit tells pages nothing of what it refuses to WebAssembly.
  if (ENGINE !== 'webkit') expectConsole('violation: script-src wasm-eval');
  const reason = await page.room((room) => room.inspect().then(() => '', ({ message }) => message));
  assert.match(reason, /forbids WebAssembly.*'wasm-unsafe-eval'/);
});
