// What goes over the line, and what readers see meanwhile.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { bytes, fails, LETTER, stands, TEI_WASM, TELEGRAM, test, WASM } from './browser.mjs';

/**
 * A page that feeds a document to its element piece by piece.
 *
 * @typedef {Window & { stream: Stream }} StreamWindow
 * @typedef {{ controller: ReadableStreamDefaultController, requests: Promise<void>[], opened: Promise<unknown> }} Stream
 */

for (const [name, late, other] of /** @type {const} */ ([
  ['src.html', TELEGRAM, WASM],
  ['src.html', WASM, TELEGRAM],
  ['tei.html', LETTER, TEI_WASM],
  ['tei.html', TEI_WASM, LETTER],
])) {
  test(`nothing waits for ${late} to be asked for`, async ({ page, visit, hold }) => {
    const held = hold(late);
    const asked = hold(other);
    await visit(name);
    // None is answered before both are asked for: this ends only if the page asks for both at once.
    await Promise.all([held.arrived, asked.arrived]);
    asked.release();
    held.release();
    await stands(page);
  });
}

test('one page with two documents loads the module once', async ({ page, visit, count }) => {
  await visit('two.html');
  await stands(page, 'reading-room:first-of-type');
  await stands(page, 'reading-room:last-of-type');
  assert.equal(count(WASM), 1);
});

test('a server that does not know what WebAssembly is will do', async ({ page, visit, answer }) => {
  answer(WASM, bytes(await readFile(new URL(`../..${WASM}`, import.meta.url)), { 'Content-Type': 'application/octet-stream' }));
  await visit('src.html');
  await stands(page);
});

test('after a second readers are told that the document is loading, and how much has come', async ({ page, visit }) => {
  await visit('waiting.html');
  await page.stopClock();
  await page.room((room) => {
    /** @type {{ enqueue: (bytes: Uint8Array) => void, close: () => void }} */
    let controller = { enqueue() {}, close() {} };
    // Nothing is asked for ahead: the second request says that the element has taken what the first one got.
    /** @type {(() => void)[]} */
    const resolvers = [];
    const requests = [0, 1].map((number) => new Promise((resolve) => (resolvers[number] = () => resolve(undefined))));
    const pull = () => void resolvers.shift()?.();
    const start = (/** @type {typeof controller} */ it) => void (controller = it);
    const body = new ReadableStream({ start, pull }, { highWaterMark: 0 });
    const opened = room.open(new Response(body, { headers: { 'Content-Type': 'text/plain' } }));
    Object.assign(window, { stream: { controller, requests, opened } });
  });
  await page.passTime(999);
  assert.equal(await page.textOf('status'), '', 'not yet');
  assert.equal(await page.count('.loading'), 1, 'but there is a line');
  await page.passTime(1);
  assert.equal(await page.textOf('status'), 'Loading the document.');
  await page.evaluate(async () => {
    const { controller, requests } = /** @type {StreamWindow} */ (/** @type {unknown} */ (window)).stream;
    await requests[0];
    controller.enqueue(new TextEncoder().encode('A word. '.repeat(700)));
    await requests[1];
  });
  await page.passTime(5000);
  assert.equal(await page.textOf('status'), 'Loading the document: 6 kB so far.');
  assert.ok(await page.isShown(await page.byText('The page’s own words.')), 'the page has its own words meanwhile');
  await page.evaluate(async () => {
    const { controller, opened } = /** @type {StreamWindow} */ (/** @type {unknown} */ (window)).stream;
    controller.close();
    await opened;
  });
  assert.equal(await page.textOf('status'), '');
  assert.equal(await page.count('.loading'), 0, 'the line is gone as well');
  await page.passTime(10_000);
  assert.equal(await page.textOf('status'), '', 'and says nothing more');
});

for (const [reducedMotion, moves, animation] of /** @type {const} */ ([
  ['no-preference', 'moves', 'loading'],
  ['reduce', 'stands still for readers who asked for less motion', 'none'],
])) {
  test(`the line ${moves}`, async ({ page, visit, hold }) => {
    const held = hold(TELEGRAM);
    await visit('src.html');
    await held.arrived;
    const motion = await page.at('.loading', (line) => getComputedStyle(line, '::before').animationName);
    assert.equal(motion, animation);
    held.release();
    await stands(page);
  }, { reducedMotion });
}

test('a module that breaks down is replaced, and the document is read again from the bytes at hand', async ({
  page,
  visit,
  answer,
}) => {
  page.runFirst(breakDown, 1);
  let requests = 0;
  answer(TELEGRAM, () => void requests++);
  await visit('src.html');
  await stands(page);
  await page.waitForText('Having familiarized himself with our response');
  assert.equal(await countTraps(page), 1);
  assert.equal(requests, 1, 'the bytes were asked for again');
});

test('a document that breaks down a fresh module as well is reported, not tried for ever', async (tools) => {
  const { page, visit, expectConsole, expectLog } = tools;
  page.runFirst(breakDown, 2);
  expectConsole(/^console\.error: reading-room: http.*telegram\.txt broke the reader\./);
  expectLog(/^log: severe: "reading-room: http.*telegram\.txt broke the reader\./);
  await visit('src.html');
  const { code, message } = await fails(page);
  assert.equal(code, 'internal');
  assert.match(message, /broke down/);
  assert.equal(await countTraps(page), 2);
  // The module that broke down is not used again: the third is sound.
  await page.room((room) => {
    return room.open('A text.').then(() => {});
  });
});

/**
 * Runs in the page: has the first so many instances of the module trap over their document, as WebAssembly does.
 *
 * @param {number} times
 */
function breakDown(times) {
  const { Instance, RuntimeError } = WebAssembly;
  const page = Object.assign(window, { traps: 0 });
  const trap = () => {
    page.traps++;
    throw new RuntimeError('unreachable');
  };
  WebAssembly.Instance = /** @type {any} */ (
    class {
      /** @param {ConstructorParameters<typeof Instance>} how */
      constructor(...how) {
        const { exports } = new Instance(...how);
        // The first call with three numbers is the one that hands bytes over; names at the wall say nothing.
        const isIt = (/** @type {unknown} */ it) => typeof it === 'function' && it.length === 3;
        const broken = Object.entries(exports).map(([name, it]) => [name, isIt(it) ? trap : it]);
        this.exports = times-- > 0 ? Object.fromEntries(broken) : exports;
      }
    }
  );
}

/**
 * How often it has trapped.
 *
 * @param {import('./browser.mjs').Page} page
 */
async function countTraps(page) {
  return await page.evaluate(() => /** @type {{ traps: number }} */ (/** @type {unknown} */ (window)).traps);
}
