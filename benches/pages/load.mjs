/** One load of one page, watched. */
import { readFile } from 'node:fs/promises';
import { WINDOW } from './chromium.mjs';
import { idle, watch } from './watch.mjs';

/** @typedef {import('./chromium.mjs').Chromium} Chromium */
/** @typedef {import('./chromium.mjs').Page} Page */
/** @typedef {import('./peers.mjs').Visit} Visit */
/** @typedef {Awaited<ReturnType<typeof import('./server.mjs').serve>>} Site */

/**
 * Under what a page is loaded: how many times as slow the processor is, the line, whether the address leads to the last
 * document, whether memory is asked for.
 *
 * @typedef {{ slower?: number, line?: import('./server.mjs').Line, link?: boolean, memory?: boolean }} Conditions
 */

/** @typedef {import('../report/kept.mjs').Sample} Sample */

/** How long after the end a page is watched for tasks and shifts, in milliseconds. */
const AFTER = 500;

/** How long all of it may take, in milliseconds. */
const PATIENCE = 120_000;

/**
 * Loads a page and gives what was seen.
 *
 * @param {Chromium} chromium
 * @param {Site} site
 * @param {Visit} visit
 * @param {Conditions} conditions
 * @returns {Promise<Sample>}
 */
export async function load(chromium, site, visit, conditions) {
  return visiting(chromium, site, visit, conditions, async (page) => {
    const sample = await watched(page, conditions);
    if (conditions.memory) sample.memory = await memory(chromium, page);
    return { ...sample, requests: site.asked.length, bytes: await page.call(loaded, sample.whole) };
  });
}

/**
 * Opens a page, does something with it, and closes it.
 *
 * @template T
 * @param {Chromium} chromium
 * @param {Site} site
 * @param {Visit} visit
 * @param {Conditions} conditions
 * @param {(page: Page) => Promise<T>} then
 * @param {(what: string) => void} [told] - hears what the page tells while it loads
 */
export async function visiting(chromium, site, visit, conditions, then, told) {
  const page = await chromium.page();
  try {
    await page.send('Page.enable');
    await page.send('Emulation.setDeviceMetricsOverride', { ...WINDOW, deviceScaleFactor: 1, mobile: false });
    await page.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    await page.send('Network.setCacheDisabled', { cacheDisabled: true });
    // The page's process is there before the clock starts.
    await page.send('Page.navigate', { url: `${site.origin}/blank.html` });
    await idleAt(page, '/blank.html');
    if (told) {
      page.on('Runtime.bindingCalled', ({ payload }) => told(payload));
      await page.send('Runtime.enable');
      await page.send('Runtime.addBinding', { name: 'tell' });
    }
    const target = (conditions.link && visit.target) || '';
    const source = `(${watch})(${JSON.stringify(visit.whole)}, ${JSON.stringify(target)})`;
    await page.send('Page.addScriptToEvaluateOnNewDocument', { source });
    if (conditions.slower) await page.send('Emulation.setCPUThrottlingRate', { rate: conditions.slower });
    site.line = conditions.line ?? null;
    site.asked.length = 0;
    await page.send('Page.navigate', { url: `${site.origin}${visit.path}${target && `#${target}`}` });
    return await then(page);
  } finally {
    site.line = null;
    await page.close();
  }
}

/**
 * @param {Page} page
 * @param {string} path
 */
async function idleAt(page, path) {
  const there = `location.pathname === '${path}' && document.readyState === 'complete'`;
  while (!(await page.evaluate(there))) await new Promise((then) => setTimeout(then, 10));
  await page.call(idle);
}

/**
 * Waits for the whole text, and for what the address leads to if it comes within that time again.
 *
 * @param {Page} page
 * @param {Conditions} conditions
 * @returns {Promise<Sample>}
 */
export async function watched(page, { link } = {}) {
  await page.call(until, PATIENCE, AFTER, link ?? false);
  if (link) await page.call(idle);
  /** @type {import('./watch.mjs').Seen} */
  const seen = await page.evaluate('watched');
  if (!seen.whole) throw new Error(`The text was not there in time. ${seen.errors.join(' ')}`);
  if (seen.errors.length > 0) throw new Error(seen.errors.join(' '));
  const { paint, whole, shift, tasks, arrived, strayed } = seen;
  return {
    paint,
    // What is on the screen first may be a line that says that the text will come.
    screen: Math.max(paint, seen.screen),
    whole,
    shift,
    longest: Math.max(0, ...tasks),
    blocked: tasks.reduce((sum, task) => sum + Math.max(0, task - 50), 0),
    ...(link ? { arrived: arrived || NaN, strayed: arrived ? strayed : NaN } : {}),
  };
}

/**
 * Runs in the page.
 *
 * @param {number} patience
 * @param {number} after
 * @param {boolean} link
 */
async function until(patience, after, link) {
  const { watched } = /** @type {any} */ (globalThis);
  const wait = (/** @type {number} */ time) => new Promise((then) => setTimeout(then, time));
  await Promise.race([watched.ended, wait(patience)]);
  for (let tries = 0; link && !watched.arrived && tries < 20; tries++) await wait(100);
  await wait(after);
}

/**
 * Runs in the page: how many bytes of scripts and modules were asked for before then, as they came over the line.
 *
 * @param {number} time
 */
function loaded(time) {
  const all = /** @type {PerformanceResourceTiming[]} */ (performance.getEntriesByType('resource'));
  const early = all.filter(({ name, startTime }) => /\.(js|wasm)$/.test(name) && startTime < time);
  return early.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
}

/**
 * The private memory of the page's process in bytes, once the page has nothing left to do; where the system tells it.
 *
 * @param {Chromium} chromium
 * @param {Page} page
 */
export async function memory(chromium, page) {
  await page.call(idle);
  const { processInfo } = await chromium.send('SystemInfo.getProcessInfo');
  const pages = processInfo.filter((/** @type {any} */ { type }) => type === 'renderer');
  const sizes = await Promise.all(pages.map((/** @type {any} */ { id }) => privateBytes(id)));
  return Math.max(...sizes);
}

/** @param {number} id - of a process */
async function privateBytes(id) {
  const told = await readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => '');
  const sizes = [...told.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB/gm)];
  return sizes.length > 0 ? sizes.reduce((sum, [, size]) => sum + Number(size) * 1024, 0) : NaN;
}
