// Should the core panic all the same: the build `trap` does so at a document that holds certain words.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { bytes, fails, stands, test, WASM } from './browser.mjs';

const TRAPPING = await readFile(new URL('../../pkg/wasm/trap.wasm', import.meta.url));
/** It has a label of the commonest records, so that the module for these gets it. */
const MARKED = 'Text: reading-room, break down';

/** The one line that the element writes to the console, as far as it is the same in every engine; Chromium logs it too. */
const LINE = /^console\.error: reading-room: a document broke the reader\./;
const LOGGED = /^log: severe: "reading-room: a document broke the reader\./;

/**
 * The tools of a test in whose page the core breaks down once.
 *
 * @param {import('./browser.mjs').Tools} tools
 */
function trapping(tools) {
  tools.answer(WASM, bytes(TRAPPING, { 'Content-Type': 'application/wasm' }));
  tools.expectConsole(LINE);
  tools.expectLog(LOGGED);
  return tools;
}

test('a document that breaks the core leaves the page’s own words, and the next one opens', async (tools) => {
  const { page, visit } = trapping(tools);
  await visit('waiting.html');
  await page.room((room, words) => room.open(words).catch(() => {}).then(() => {}), MARKED);
  const { code, message } = await fails(page);
  assert.equal(code, 'internal');
  assert.match(message, /broke down/);
  await page.waitForText('The page’s own words.');
  await page.room((room) => room.open('A sound document.').then(() => {}));
  await page.waitForText('A sound document.');
});

test('a document that breaks the core leaves the text that stands', async (tools) => {
  const { page, visit } = trapping(tools);
  await visit('src.html');
  await stands(page);
  const code = await page.room((room, words) => room.open(words).then(() => 'none', ({ code }) => code), MARKED);
  assert.equal(code, 'internal');
  await page.waitForText('Having familiarized himself with our response');
  assert.match((await page.textOf('alert')) ?? '', /broke down/);
});

test('a document that breaks the core leaves what stands in other elements', async (tools) => {
  const { page, visit } = trapping(tools);
  await visit('src.html');
  await stands(page);
  const seen = await page.room(async (room, words) => {
    const other = document.createElement('reading-room');
    room.after(other);
    const failed = await other.open(words).catch(({ code }) => code);
    // A wish that has the article made anew finds a fresh instance.
    room.headingLevel = 4;
    await new Promise((loaded) => room.addEventListener('load', loaded, { once: true }));
    return [failed, room.querySelectorAll('h4.rr-title').length];
  }, MARKED);
  assert.deepEqual(seen, ['internal', 1]);
});
