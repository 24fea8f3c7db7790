// What a long document costs a page, counted and not timed: how much comes at once, how much is laid out at once, and that
// nobody has to wait for what is laid out last.
import assert from 'node:assert/strict';
import { inflateSync } from 'node:zlib';
import { bytes, LETTER, stands, test } from './browser.mjs';
import { accessibleRoles } from './harness/accessibility.mjs';
import { holdIdle } from './harness/inpage.mjs';
import { volume, XML } from './volume.mjs';

/** @typedef {import('./browser.mjs').Page} Page */
/** @typedef {import('./browser.mjs').Tools} Tools */
/** @typedef {Window & { turns: number[] }} CountedWindow */
/** @typedef {import('./harness/inpage.mjs').SuiteWindow} SuiteWindow */

/** How long an element takes to stand in the page, in milliseconds, on a slow machine. */
const COST = 0.02;

/** How many documents come. */
const COUNT = 1000;

/** What keeps a page from its reader for longer, readers notice. */
const LONG_TASK = 50;

/**
 * Runs in the page, first. Its clock goes by what stands in the page, so that every machine and every engine is as slow as
 * each other; how much has come is written down for every turn that the page has.
 *
 * @param {number} cost
 */
function countTurns(cost) {
  const all = document.getElementsByTagName('*');
  const turns = /** @type {number[]} */ ([]);
  Object.assign(window, { turns });
  let [before, now] = [0, 0];
  let isAwaited = false;
  const pass = () => {
    if (all.length > before) turns.push(all.length - before);
    before = all.length;
  };
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    isAwaited = false;
    pass();
  };
  // Comes when the page has its turn: before whatever else waits for that and has asked later.
  const awaitTurn = () => {
    if (!isAwaited) port2.postMessage(null);
    isAwaited = true;
  };
  new MutationObserver(awaitTurn).observe(document, { childList: true, subtree: true });
  performance.now = () => {
    awaitTurn();
    return (now = Math.max(now, all.length * cost));
  };
  // What goes on after this does so before any message.
  const { scheduler } = /** @type {any} */ (globalThis);
  const goOn = scheduler?.yield;
  if (!goOn) return;
  scheduler.yield = () => {
    pass();
    return goOn.call(scheduler);
  };
}

test('of a volume comes as much at once as a slow machine shows in 50 ms, and no more', async ({ page, visit, answer }) => {
  answer(LETTER, bytes(volume(COUNT), XML));
  page.runFirst(countTurns, COST);
  await visit('tei.html');
  await stands(page);
  const counts = await page.evaluate(() => /** @type {CountedWindow} */ (/** @type {unknown} */ (window)).turns);
  const all = counts.reduce((sum, count) => sum + count, 0);
  assert.ok(all > 10 * COUNT, `only ${all} elements came`);
  assert.ok(Math.max(...counts) <= LONG_TASK / COST, `so many elements came in turn: ${counts.join(', ')}`);
});

/**
 * Goes to a page whose volume is all there, and of which only what is in view is laid out: the page has not been idle.
 *
 * @param {Tools} tools
 * @param {number} count
 */
async function visitVolume({ page, visit, answer }, count) {
  answer(LETTER, bytes(volume(count), XML));
  page.runFirst(holdIdle);
  await visit('tei.html');
  await stands(page);
  assert.ok((await page.count('.rr-lazy')) > count / 10, 'not all of it is laid out before the page is idle');
}

/**
 * How many chunks are laid out when the page is idle for so long, and each takes 5 ms.
 *
 * @param {Page} page
 * @param {number} milliseconds
 */
async function layOutIn(page, milliseconds) {
  return await page.evaluate((milliseconds) => {
    const left = () => document.querySelectorAll('.rr-lazy').length;
    const before = left();
    performance.now = () => 5 * (before - left());
    /** @type {SuiteWindow} */ (/** @type {unknown} */ (window)).idle(milliseconds);
    return before - left();
  }, milliseconds);
}

/**
 * Has all of it laid out.
 *
 * @param {Page} page
 */
async function layOut(page) {
  const isLaidOut = async () => {
    await layOutIn(page, 50);
    return (await page.count('.rr-lazy')) === 0;
  };
  await page.until(isLaidOut, 'All of it has to be laid out in the end.');
}

for (const [milliseconds, least, most] of [[0, 1, 1], [50, 2, 11]]) {
  test(`in ${milliseconds} ms that a page is idle, no more than one chunk is laid out beyond them`, async (tools) => {
    const { page } = tools;
    await visitVolume(tools, 200);
    // First the page has to be idle at all.
    let count = 0;
    await page.until(async () => (count = await layOutIn(page, milliseconds)) > 0, 'Something has to be laid out.');
    const counts = [count];
    while (counts.length < 4) counts.push(await layOutIn(page, milliseconds));
    for (const count of counts) assert.ok(count >= least && count <= most, `so many were laid out in turn: ${counts.join(', ')}`);
    await layOut(page);
  });
}

test('where a browser does not tell when it is idle, chunks are laid out one by one', async ({ page, visit, answer }) => {
  answer(LETTER, bytes(volume(50), XML));
  page.runFirst(() => {
    Reflect.deleteProperty(window, 'requestIdleCallback');
    const laidOut = /** @type {number[]} */ ([]);
    Object.assign(window, { laidOut });
    const { setTimeout } = window;
    const left = () => document.querySelectorAll('.rr-lazy').length;
    Object.assign(window, {
      setTimeout: (/** @type {Function} */ call, /** @type {number} */ delay) =>
        setTimeout.call(window, () => {
          const before = left();
          call();
          if (left() < before) laidOut.push(before - left());
        }, delay),
    });
  });
  await visit('tei.html');
  await stands(page);
  await page.until(async () => (await page.count('.rr-lazy')) === 0, 'All of it has to be laid out in the end.');
  const laidOut = await page.evaluate(() => /** @type {{ laidOut: number[] }} */ (/** @type {unknown} */ (window)).laidOut);
  assert.ok(laidOut.length > 5 && laidOut.every((count) => count === 1), `so many were laid out in turn: ${laidOut.join(', ')}`);
});

/** In which engines nobody else can ask for it. */
const notIn = {
  firefox: 'It takes its tree from what is laid out by then, and is asked in a way of its own.',
  webkit: 'It gives its tree to nobody but the system.',
};

test('screen readers have every heading as soon as a volume stands, and every paragraph once the page was idle', async (tools) => {
  const { page } = tools;
  await visitVolume(tools, 300);
  const standing = {
    heading: await page.count('h1, h2, h3, h4, h5, h6'),
    paragraph: await page.count('article p'),
  };
  assert.ok(standing.heading > 300 && standing.paragraph > 900);
  const count = async (/** @type {string} */ role) => {
    const roles = await accessibleRoles(page);
    return roles.filter((it) => it === role).length;
  };
  assert.equal(await count('heading'), standing.heading, 'of the headings, at once');
  await layOut(page);
  const isAll = async () => (await count('paragraph')) >= standing.paragraph;
  await page.until(isAll, 'Every paragraph has to be in the accessibility tree in the end.');
}, { notIn });

test('a volume that is printed as soon as it stands is printed as one that is laid out', async (tools) => {
  const { page } = tools;
  await visitVolume(tools, 100);
  const atOnce = await print(page);
  await layOut(page);
  assert.ok(atOnce.pages > 20 && atOnce.runs > 1000, `it has ${atOnce.runs} runs of letters on ${atOnce.pages} pages`);
  assert.deepEqual(atOnce, await print(page));
}, { notIn: { firefox: 'Its driver has no window to print from.', webkit: 'Its driver does not print.' } });

/**
 * How many pages the page has when it is printed, and how often letters are put on them.
 *
 * @param {Page} page
 */
async function print({ driver }) {
  const chrome = /** @type {import('selenium-webdriver/chrome.js').Driver} */ (driver);
  const { data } = /** @type {any} */ (await chrome.sendAndGetDevToolsCommand('Page.printToPDF', {}));
  const pdf = Buffer.from(data, 'base64');
  const letters = pdf.toString('latin1');
  const streams = [...letters.matchAll(/\/FlateDecode[^]*?>>\s*stream\r?\n/g)].map(({ 0: before, index }) => {
    const start = index + before.length;
    return inflateSync(pdf.subarray(start, letters.indexOf('endstream', start))).toString('latin1');
  });
  const runs = streams.map((stream) => stream.match(/\bT[jJ]\b/g)?.length ?? 0);
  return { pages: letters.split('/Type /Page\n').length - 1, runs: runs.reduce((sum, count) => sum + count, 0) };
}
