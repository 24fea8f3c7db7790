// What goes over the line, and what readers see meanwhile.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { bytes, fails, GLUE, stands, TELEGRAM, test, WASM } from './browser.mjs';

for (const [late, others] of /** @type {const} */ ([
  [TELEGRAM, [GLUE, WASM]],
  [GLUE, [TELEGRAM, WASM]],
  [WASM, [TELEGRAM, GLUE]],
])) {
  test(`nothing waits for ${late} to be asked for`, async ({ page, visit, hold }) => {
    const held = hold(late);
    const asked = others.map(hold);
    await visit('src.html');
    // None is answered before all are asked for: this ends only if the page asks for all three at once.
    await Promise.all([held.arrived, ...asked.map(({ arrived }) => arrived)]);
    for (const { release } of asked) release();
    held.release();
    await stands(page);
  });
}

test('one page with two documents loads the module once', async ({ page, visit }) => {
  /** @type {string[]} */
  const paths = [];
  page.on('request', (request) => paths.push(new URL(request.url()).pathname));
  await visit('two.html');
  await stands(page, 'reading-room >> nth=0');
  await stands(page, 'reading-room >> nth=1');
  assert.equal(paths.filter((path) => path === WASM).length, 1);
  assert.equal(paths.filter((path) => path === GLUE).length, 1);
});

test('a server that does not know what WebAssembly is will do', async ({ page, visit, answer }) => {
  answer(WASM, bytes(await readFile(new URL(`../..${WASM}`, import.meta.url)), { 'Content-Type': 'application/octet-stream' }));
  await visit('src.html');
  await stands(page);
});

test('after a second readers are told that the document is loading, and how much has come', async ({ page, visit }) => {
  await page.clock.install({ time: 0 });
  await visit('waiting.html');
  await page.clock.pauseAt(60_000);
  const stream = await page.locator('reading-room').evaluateHandle((element) => {
    const room = /** @type {import('./browser.mjs').ReadingRoom} */ (element);
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
    return { controller, requests, opened };
  });
  const status = page.getByRole('status');
  await page.clock.runFor(999);
  assert.equal(await status.textContent(), '', 'not yet');
  assert.equal(await page.locator('.loading').count(), 1, 'but there is a line');
  await page.clock.runFor(1);
  assert.equal(await status.textContent(), 'Loading the document.');
  await stream.evaluate(async ({ controller, requests }) => {
    await requests[0];
    controller.enqueue(new TextEncoder().encode('A word. '.repeat(700)));
    await requests[1];
  });
  await page.clock.runFor(5000);
  assert.equal(await status.textContent(), 'Loading the document: 6 kB so far.');
  assert.ok(await page.getByText('The page’s own words.').isVisible(), 'the page has its own words meanwhile');
  await stream.evaluate(async ({ controller, opened }) => {
    controller.close();
    await opened;
  });
  assert.equal(await status.textContent(), '');
  assert.equal(await page.locator('.loading').count(), 0, 'the line is gone as well');
  await page.clock.runFor(10_000);
  assert.equal(await status.textContent(), '', 'and says nothing more');
});

test('the line stands still for readers who asked for less motion', async ({ page, visit, hold }) => {
  const held = hold(TELEGRAM);
  await visit('src.html');
  await held.arrived;
  const motion = () =>
    page.locator('.loading').evaluate((line) => getComputedStyle(line, '::before').animationName);
  assert.equal(await motion(), 'loading');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  assert.equal(await motion(), 'none');
  held.release();
  await stands(page);
});

test('a module that breaks down is replaced, and the document is read again from the bytes at hand', async ({
  page,
  visit,
  answer,
}) => {
  answer(GLUE, breakingDown(1));
  let requests = 0;
  answer(TELEGRAM, () => void requests++);
  await visit('src.html');
  await stands(page);
  await page.getByText('Having familiarized himself with our response').waitFor();
  assert.equal(requests, 1, 'the bytes were asked for again');
});

test('a document that breaks down a fresh module as well is reported, not tried for ever', async ({ page, visit, answer }) => {
  answer(GLUE, breakingDown(2));
  await visit('src.html');
  const { code, message } = await fails(page);
  assert.equal(code, 'internal');
  assert.match(message, /broke down/);
  // The module that broke down is not used again: the third is sound.
  await page.locator('reading-room').evaluate((element) => {
    const room = /** @type {import('./browser.mjs').ReadingRoom} */ (element);
    return room.open('A text.').then(() => {});
  });
});

/**
 * The module's glue, in which the first so many readers of a document trap as WebAssembly does.
 *
 * @param {number} times
 * @returns {import('./browser.mjs').Answer}
 */
function breakingDown(times) {
  return async (request, response) => {
    if (request.url?.includes('?')) return false;
    response.writeHead(200, { 'Content-Type': 'text/javascript' });
    // Each import of this runs it anew, as the element wants it to.
    response.end(`
      import init, * as glue from '${GLUE}?real';
      export * from '${GLUE}?real';
      globalThis.instances = (globalThis.instances ?? 0) + 1;
      const isBroken = globalThis.instances <= ${times};
      export default init;
      export class Reader extends glue.Reader {
        feed(bytes) {
          if (isBroken) throw new WebAssembly.RuntimeError('unreachable');
          super.feed(bytes);
        }
      }
    `);
    return true;
  };
}
