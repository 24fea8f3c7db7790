/**
 * The server of the browser suite: the repository's files, answers that a test gives itself, and in every page, before
 * all other scripts, the one that watches its console; where no script runs, the page tells of itself otherwise.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { serve } from '../../../xtask/serve.mjs';
import { bringClock, watch } from './inpage.mjs';

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {(request: Request, response: Response) => boolean | void | Promise<boolean | void>} Answer */

const ROOT = new URL('../../../', import.meta.url);

/** Where the tests find what they load, and what they have answered otherwise. */
export const ELEMENT = '/pkg/dist/reading-room.js';
export const WASM = '/pkg/dist/reading-room.wasm';
export const PAPERS_WASM = '/pkg/dist/reading-room-papers.wasm';
export const PLAIN_WASM = '/pkg/dist/reading-room-plain.wasm';
export const TEXT_WASM = '/pkg/dist/reading-room-text.wasm';
export const TEI_WASM = '/pkg/dist/reading-room-tei.wasm';
export const HTML_WASM = '/pkg/dist/reading-room-html.wasm';
export const DETECTION = '/pkg/dist/detection.js';
export const DETECTION_WASM = '/pkg/dist/reading-room-detection.wasm';
export const CORE = '/pkg/dist/core.js';
export const OFFICE_WASM = '/pkg/dist/reading-room-office.wasm';
export const FULL_WASM = '/pkg/dist/reading-room-full.wasm';
export const FULL_TEXT_WASM = '/pkg/dist/reading-room-full-text.wasm';
export const FULL_TEI_WASM = '/pkg/dist/reading-room-full-tei.wasm';
export const CORE_WASM = '/pkg/dist/reading-room-core.wasm';
export const TELEGRAM = '/www/documents/telegram.txt';
export const LETTER = '/tests/element/pages/letter.xml';

const WATCH = '/suite.js';

/** What pages ask for in which no script runs: by then, they have taken the place of the page before. */
export const ARRIVAL = '/suite.css';

/** @type {Awaited<ReturnType<typeof serve>>} */
let server;

/** What the test that runs has changed, and what was asked for: tests of one file run one after another. */
let answers = /** @type {Map<string, Answer>} */ (new Map());
let requests = /** @type {string[]} */ ([]);
let scripts = /** @type {string[]} */ ([]);

export async function start() {
  server = await serve({ root: fileURLToPath(ROOT), port: 0, intercept });
}

export async function stop() {
  await server?.close();
}

/** Forgets what the last test has changed. */
export function reset() {
  [answers, requests, scripts] = [new Map(), [], []];
  for (const script of [watch, bringClock]) runFirst(script);
}

/**
 * Has requests for a path answered by the test.
 *
 * @param {string} path
 * @param {Answer} how
 */
export function answer(path, how) {
  answers.set(path, how);
}

/**
 * Has a function run in every page that is visited from now on, before the page's own scripts. It is sent as text, with
 * its arguments.
 *
 * @template {any[]} A
 * @param {(...values: A) => void} script
 * @param {A} values
 */
export function runFirst(script, ...values) {
  scripts.push(`(${script})(...${JSON.stringify(values)});`);
}

/**
 * How many times this test has asked for a path.
 *
 * @param {string} path
 */
export function count(path) {
  return requests.filter((request) => request === path).length;
}

/**
 * The address of a path from the root, or of a name in `pages/`.
 *
 * @param {string} path
 */
export function addressOf(path) {
  return new URL(path.startsWith('/') ? path.slice(1) : `tests/element/pages/${path}`, server.url).href;
}

/** The paths that this test has asked for, in alphabetical order, but for what belongs to the suite. */
export function asked() {
  const own = [WATCH, ARRIVAL, '/favicon.ico'];
  return requests.filter((path) => !own.includes(path)).sort();
}

/**
 * Has requests for a path wait until `release` is called. `arrived` settles with the first; `dropped` settles when the
 * browser has given one up.
 *
 * @param {string} path
 */
export function hold(path) {
  const [arrived, released, dropped] = [signal(), signal(), signal()];
  answer(path, async (_, response) => {
    response.once('close', () => response.writableFinished || dropped.resolve());
    arrived.resolve();
    await released.promise;
    return false;
  });
  return { arrived: arrived.promise, release: released.resolve, dropped: dropped.promise };
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
 * Answers with a page of the test's own.
 *
 * @param {string} markup
 * @returns {Answer}
 */
export function html(markup) {
  return bytes(watched(markup), { 'Content-Type': 'text/html; charset=utf-8' });
}

/**
 * A page, or the beginning of one, with the script of the harness first, or what stands for it where none runs.
 *
 * @param {string} markup
 */
export function watched(markup) {
  const first = `<script src="${WATCH}"></script><noscript><link rel="stylesheet" href="${ARRIVAL}"></noscript>`;
  return markup.replace(/<html[^>]*>\s*(<head>)?/, `$&${first}`);
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
 * @param {Request} request
 * @param {Response} response
 */
async function intercept(request, response) {
  const path = new URL(request.url ?? '', server.url).pathname;
  requests.push(path);
  // Each test, and each element, asks anew: what is counted here is what the page asked for.
  response.setHeader('Cache-Control', 'no-store');
  if (path === WATCH) return send('text/javascript', scripts.join('\n'), response);
  if (path === ARRIVAL) return send('text/css', '', response);
  // Browsers ask for one where a page names none.
  if (path === '/favicon.ico') return status(204)(request, response);
  if (await answers.get(path)?.(request, response)) return true;
  return isVisit(request) && sendPage(path, response);
}

/**
 * @param {string} type
 * @param {string} text
 * @param {Response} response
 */
function send(type, text, response) {
  response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8` }).end(text);
  return true;
}

/**
 * Only a browser that goes to a page asks for HTML by name; a document that the element fetches stays as it is.
 *
 * @param {Request} request
 */
function isVisit({ headers }) {
  return Boolean(headers.accept?.includes('text/html'));
}

/**
 * @param {string} path
 * @param {Response} response
 */
async function sendPage(path, response) {
  const file = path.endsWith('/') ? `${path}index.html` : path;
  if (!file.endsWith('.html')) return false;
  const markup = await readFile(new URL(`.${file}`, ROOT), 'utf8');
  return send('text/html', watched(markup), response);
}
