/**
 * What the tests of this folder share: a browser, a server whose answers a test can change, and a page that tells
 * everything it wrote to its console.
 *
 * The browser is the one named by the environment variable CHROMIUM, else a Chromium or Chrome of the system.
 */
import assert from 'node:assert/strict';
import { accessSync, constants } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { after, before, test as nodeTest } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from '../../xtask/serve.mjs';

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('../../pkg/types/reading-room.d.ts').ReadingRoom} ReadingRoom */
/** @typedef {(request: Request, response: Response) => boolean | void | Promise<boolean | void>} Answer */

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The paths that tests have answered otherwise. */
export const TELEGRAM = '/www/documents/telegram.txt';
export const GLUE = '/pkg/wasm/reading_room.js';
export const WASM = '/pkg/dist/reading-room.wasm';

/** How long a test may hang, in milliseconds, before it counts as failed. */
const TIMEOUT = 30_000;

/** No proxy, no updates, no reports: a browser that talks to this machine only. */
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
/** The answers of the test that runs: tests of one file run one after another. @type {Map<string, Answer>} */
let answers = new Map();

before(async () => {
  server = await serve({ root: ROOT, port: 0, intercept });
  // Chromium's sandbox does not work for root, in containers above all.
  const args = process.getuid?.() === 0 ? ['--no-sandbox', ...FLAGS] : FLAGS;
  browser = await chromium.launch({ executablePath: findBrowser(), args });
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/**
 * What a test gets.
 *
 * @typedef {object} Tools
 * @property {Page} page
 * @property {(path: string) => Promise<void>} visit - Goes to a page: a path from the root, or a name in `pages/`.
 * @property {(path: string, answer: Answer) => void} answer - Has requests for a path answered by the test.
 * @property {typeof hold} hold - Has requests for a path wait for the test.
 * @property {(line: string) => void} expectConsole - Says that this line has to be on the console, and nothing but such lines.
 */

/**
 * A test in a page of its own, which fails as well if the console of that page has other lines than the test expects.
 *
 * @param {string} name
 * @param {(tools: Tools) => Promise<void>} body
 * @param {import('playwright-core').BrowserContextOptions} [options]
 */
export function test(name, body, options) {
  nodeTest(name, { timeout: TIMEOUT }, async (report) => {
    answers = new Map();
    const context = await browser.newContext(options);
    /** @type {string[]} */
    const expected = [];
    /** @type {string[]} */
    let lines = [];
    try {
      const page = await context.newPage();
      lines = listen(page);
      await body({
        page,
        visit: async (path) => void (await page.goto(addressOf(path))),
        answer: (path, answer) => void answers.set(path, answer),
        hold,
        expectConsole: (line) => void expected.push(line),
      });
      if (options?.javaScriptEnabled !== false) await page.evaluate(finishTask);
    } catch (error) {
      for (const line of lines) report.diagnostic(`console: ${line}`);
      throw error;
    } finally {
      await context.close();
    }
    assert.deepEqual(lines.sort(), expected.sort(), 'The console of the page has other lines than it should.');
  });
}

/** Runs in the page: what the page did until now has been reported when it has answered this, even with its clock stopped. */
async function finishTask() {
  const { port1, port2 } = new MessageChannel();
  const done = new Promise((resolve) => (port1.onmessage = resolve));
  port2.postMessage('');
  await done;
}

/**
 * The address of a path from the root, or of a name in `pages/`.
 *
 * @param {string} path
 */
export function addressOf(path) {
  return new URL(path.startsWith('/') ? path.slice(1) : `tests/element/pages/${path}`, server.url).href;
}

/**
 * Waits until the element's document stands; fails with the element's error if it cannot be shown.
 *
 * @param {Page} page
 * @param {string} [selector]
 */
export async function stands(page, selector = 'reading-room') {
  await page.locator(selector).evaluate((element) => /** @type {ReadingRoom} */ (element).ready.then(() => {}));
}

/**
 * Waits until the element has given up; gives its error.
 *
 * @param {Page} page
 */
export async function fails(page) {
  const element = page.locator('reading-room');
  return await element.evaluate((element) =>
    /** @type {ReadingRoom} */ (element).ready.then(
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
  return await page.locator(selector).evaluate((element) => /** @type {ReadingRoom} */ (element).inspect());
}

/**
 * No rule of axe is broken, those of good practice among them, in the whole page.
 *
 * @param {Page} page
 */
export async function isAccessible(page) {
  await page.evaluate(await readFile(AXE, 'utf8'));
  const violations = await page.evaluate(async () => {
    const { axe } = /** @type {{ axe: typeof import('axe-core') }} */ (/** @type {unknown} */ (globalThis));
    const results = await axe.run(document, { resultTypes: ['violations'] });
    return results.violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(' ')}`);
  });
  assert.deepEqual(violations, [], 'axe found what some readers cannot use.');
}

/**
 * Answers with these bytes, in pieces of this size.
 *
 * @param {Uint8Array | string} body
 * @param {Record<string, string>} [headers]
 * @param {number} [size]
 * @returns {Answer}
 */
export function bytes(body, headers = {}, size = Infinity) {
  return async (_, response) => {
    const buffer = Buffer.from(body);
    response.writeHead(200, headers);
    for (let at = 0; at < buffer.length; at += size) {
      await new Promise((sent) => response.write(buffer.subarray(at, at + size), sent));
    }
    response.end();
    return true;
  };
}

/**
 * Answers with a status and a word.
 *
 * @param {number} status
 * @returns {Answer}
 */
export function status(status) {
  return (_, response) => {
    response.writeHead(status, { 'Content-Type': 'text/plain' }).end('No.');
    return true;
  };
}

/**
 * A promise and what settles it.
 *
 * @returns {{ promise: Promise<void>, resolve: () => void }}
 */
export function signal() {
  let resolve = () => {};
  const promise = /** @type {Promise<void>} */ (new Promise((done) => (resolve = () => done())));
  return { promise, resolve };
}

/**
 * Everything that a page says on its console and every error that nobody caught, as `kind: text (path of the source)`.
 *
 * @param {Page} page
 */
function listen(page) {
  /** @type {string[]} */
  const lines = [];
  page.on('console', (message) => {
    const { url } = message.location();
    lines.push(`${message.type()}: ${message.text()} (${url && new URL(url).pathname})`);
  });
  page.on('pageerror', (error) => lines.push(`uncaught: ${error.message}`));
  return lines;
}

/**
 * @param {Request} request
 * @param {Response} response
 */
function intercept(request, response) {
  return answers.get(new URL(request.url ?? '', server.url).pathname)?.(request, response) ?? false;
}

/**
 * Has requests for a path wait until `release` is called; `arrived` settles with the first.
 *
 * @param {string} path
 */
function hold(path) {
  const [arrived, released] = [signal(), signal()];
  answers.set(path, async () => {
    arrived.resolve();
    await released.promise;
    return false;
  });
  return { arrived: arrived.promise, release: released.resolve };
}

function findBrowser() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = candidates.find(isProgram);
  if (!found) throw new Error('There is no Chromium or Chrome here: name one in the environment variable CHROMIUM.');
  return found;
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
