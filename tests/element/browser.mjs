/**
 * What the tests of this folder share: a browser, a server whose answers a test can change, and a page that tells
 * everything it wrote to its console.
 *
 * `cargo xtask test element` runs them in every engine; `cargo xtask browsers` says how to run one file in one of them.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, test as nodeTest } from 'node:test';
import { ENGINE, start } from './harness/engines.mjs';
import { Page } from './harness/page.mjs';
import * as server from './harness/server.mjs';

export { ENGINE } from './harness/engines.mjs';
export { Page } from './harness/page.mjs';
export { addressOf, bytes, html, signal, status, watched } from './harness/server.mjs';
export { CORE, CORE_WASM, DETECTION, DETECTION_WASM, ELEMENT, FULL_TEI_WASM, FULL_TEXT_WASM, FULL_WASM, HTML_WASM, LETTER, OFFICE_WASM, PAPERS_WASM, PLAIN_WASM, TEI_WASM, TELEGRAM, TEXT_WASM, WASM } from './harness/server.mjs';

/** @typedef {import('./harness/engines.mjs').Session} Session */
/** @typedef {import('./harness/engines.mjs').Wishes} Wishes */
/** @typedef {import('./harness/server.mjs').Answer} Answer */
/** @typedef {import('./harness/server.mjs').Response} Response */
/** @typedef {import('../../pkg/types/reading-room.d.ts').ReadingRoom} ReadingRoom */

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** How long a test may hang, in milliseconds, before it counts as failed. */
const TIMEOUT = 45_000;

/** @type {Wishes} */
const USUAL = { colorScheme: 'light', reducedMotion: 'no-preference', javaScript: true };

const VIEWPORT = { width: 1280, height: 720 };

/** The browsers that run, by what their reader has set. @type {Map<string, Session>} */
const sessions = new Map();

before(server.start);

after(async () => {
  for (const session of sessions.values()) await session.end();
  await server.stop();
});

/** A line of the console, or what it is like. @typedef {string | RegExp} Line */

/**
 * What a test gets.
 *
 * @typedef {object} Tools
 * @property {Page} page
 * @property {(path: string) => Promise<void>} visit - Goes to a page: a path from the root, or a name in `pages/`.
 * @property {typeof server.answer} answer - Has requests for a path answered by the test.
 * @property {typeof server.hold} hold - Has requests for a path wait for the test.
 * @property {typeof server.count} count - Tells how often a path was asked for.
 * @property {typeof server.asked} asked - Tells which paths were asked for.
 * @property {(line: Line) => void} expectConsole - Says that this line has to be on the console, and nothing but such lines.
 * @property {(line: Line) => void} expectLog - Says so of a line that the browser logs of itself, where it tells them.
 */

/**
 * What a test can ask for.
 *
 * @typedef {object} Options
 * @property {import('./harness/window.mjs').Size} [viewport]
 * @property {Record<string, string>} [notIn] - The engines that cannot run this test, each with the reason.
 */

/**
 * A test in a page of its own, which fails as well if the console of that page has other lines than the test expects.
 *
 * @param {string} name
 * @param {(tools: Tools) => Promise<void>} body
 * @param {Options & Partial<Wishes>} [options]
 */
export function test(name, body, { viewport = VIEWPORT, notIn = {}, ...wishes } = {}) {
  nodeTest(name, { skip: notIn[ENGINE] ?? false }, async (report) => {
    server.reset();
    const session = await sessionFor({ ...USUAL, ...wishes });
    const page = await Page.open(session, viewport);
    const expected = /** @type {Line[]} */ ([]);
    let found = compare([], expected);
    // What a page does behind its text may end, and be told, after all that the test has looked at.
    const isComplete = async () => (found = compare(await page.lines(), expected)).missing.length === 0;
    try {
      await inTime(body(toolsOf(page, session, expected)));
      await page.until(isComplete, `The console of the page has to have: ${expected.join(', ')}`);
    } catch (error) {
      for (const line of await page.lines().catch(() => [])) report.diagnostic(line);
      throw error;
    } finally {
      await page.close();
    }
    assert.deepEqual(found.unexpected, [], 'The console of the page has other lines than it should.');
  });
}

/**
 * @param {Page} page
 * @param {Session} session
 * @param {Line[]} expected
 * @returns {Tools}
 */
function toolsOf(page, { takeLog }, expected) {
  return {
    page,
    visit: (path) => page.visit(path),
    answer: server.answer,
    hold: server.hold,
    count: server.count,
    asked: server.asked,
    expectConsole: (line) => void expected.push(line),
    expectLog: (line) => void (takeLog && expected.push(line)),
  };
}

/**
 * The lines that nobody expected, and the lines that were expected and are not there: each stands for one.
 *
 * @param {string[]} lines
 * @param {Line[]} expected
 */
function compare(lines, expected) {
  const missing = [...expected];
  const unexpected = lines.filter((line) => {
    const at = missing.findIndex((it) => (typeof it === 'string' ? it === line : it.test(line)));
    if (at >= 0) missing.splice(at, 1);
    return at < 0;
  });
  return { unexpected, missing };
}

/** @param {Wishes} wishes */
async function sessionFor(wishes) {
  const key = JSON.stringify(wishes);
  const session = sessions.get(key) ?? (await start(wishes));
  sessions.set(key, session);
  return session;
}

/**
 * What a test does, or an error if it waits for what does not come.
 *
 * @param {Promise<void>} work
 */
async function inTime(work) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The test has not ended in ${TIMEOUT / 1000} seconds.`)), TIMEOUT);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/**
 * Waits until the element's document stands; fails with the element's error if it cannot be shown.
 *
 * @param {Page} page
 * @param {string} [selector]
 */
export async function stands(page, selector = 'reading-room') {
  await page.at(selector, (element) => /** @type {ReadingRoom} */ (element).ready.then(() => {}));
}

/**
 * Waits until the element has given up; gives its error.
 *
 * @param {Page} page
 */
export async function fails(page) {
  return await page.room((room) =>
    room.ready.then(
      () => ({ code: 'none', message: 'The document stands.' }),
      ({ code, message }) => ({ code, message }),
    ),
  );
}

/**
 * Everything that the element understood of its document.
 *
 * @param {Page} page
 * @param {string} [selector]
 * @returns {Promise<any>}
 */
export async function inspect(page, selector = 'reading-room') {
  await stands(page, selector);
  return await page.at(selector, (element) => /** @type {ReadingRoom} */ (element).inspect());
}

/**
 * No rule of axe is broken, those of good practice among them, in the whole page.
 *
 * @param {Page} page
 */
export async function isAccessible(page) {
  await page.driver.executeScript(await readFile(AXE, 'utf8'));
  const violations = await page.evaluate(async () => {
    const { axe } = /** @type {{ axe: typeof import('axe-core') }} */ (/** @type {unknown} */ (window));
    const results = await axe.run(document, { resultTypes: ['violations'] });
    return results.violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(' ')}`);
  });
  assert.deepEqual(violations, [], 'axe found what some readers cannot use.');
}
