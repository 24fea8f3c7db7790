/**
 * A Chromium for the tests of this folder, with the console of every page that they open.
 *
 * BROWSER and DRIVER say where Chromium and its driver are. Nothing is looked for, and nothing downloaded.
 */
import assert from 'node:assert/strict';
import { after, before, test as nodeTest } from 'node:test';
import { load } from './homes.mjs';
import { CHROMIUM_FLAGS } from '../../xtask/chromium.mjs';

const { logging } = load('selenium-webdriver');
const chrome = load('selenium-webdriver/chrome');

/** How long a page may take, in milliseconds, to come to what a test waits for. */
const PATIENCE = 20_000;

/** How long a test may hang, in milliseconds, before it counts as failed: a site takes minutes to build where all is new. */
const HANG = 300_000;

/** @type {any} */
let driver;

before(async () => {
  const { BROWSER, DRIVER } = process.env;
  assert.ok(BROWSER && DRIVER, 'Which browser? `cargo xtask test package` says it in BROWSER and DRIVER.');
  const options = new chrome.Options();
  options.setChromeBinaryPath(BROWSER).addArguments(...CHROMIUM_FLAGS);
  const wanted = new logging.Preferences();
  wanted.setLevel(logging.Type.BROWSER, logging.Level.WARNING);
  options.setLoggingPrefs(wanted);
  driver = chrome.Driver.createSession(options, new chrome.ServiceBuilder(DRIVER).build());
  await driver.manage().setTimeouts({ script: PATIENCE, pageLoad: PATIENCE });
});

after(() => driver?.quit());

/**
 * What a test gets.
 *
 * @typedef {object} Tools
 * @property {(address: string) => Promise<void>} visit
 * @property {<T>(body: (...given: any[]) => T, ...given: unknown[]) => Promise<Awaited<T>>} run - Runs a function in the page.
 * @property {(what: string, condition: (...given: any[]) => unknown, ...given: unknown[]) => Promise<void>} wait - Waits
 *   until a function in the page says yes.
 * @property {() => Promise<string[]>} takeConsole - The warnings and errors on the console since it was asked last: they
 *   are expected.
 */

/**
 * A test that fails as well if the console has warnings or errors that the test has not taken.
 *
 * @param {string} name
 * @param {(tools: Tools) => Promise<void>} body
 */
export function test(name, body) {
  nodeTest(name, { timeout: HANG }, async (report) => {
    try {
      await body({ visit, run, wait, takeConsole });
    } catch (error) {
      for (const line of await takeConsole()) report.diagnostic(`console: ${line}`);
      throw error;
    }
    assert.deepEqual(await takeConsole(), [], 'the console of the page has lines that it should not have');
    await leave();
  });
}

/** @type {Tools['visit']} */
async function visit(address) {
  await takeConsole();
  await driver.get(address);
}

/** Leaves the page: what it may still ask for, its controls when it is idle, is not asked of a server that has gone. */
export async function leave() {
  await driver.get('about:blank');
}

/** @type {Tools['run']} */
function run(body, ...given) {
  return driver.executeScript(`return (${body})(...arguments)`, ...given);
}

/** @type {Tools['wait']} */
async function wait(what, condition, ...given) {
  await driver.wait(() => run(condition, ...given), PATIENCE, what, 20);
}

/** @type {Tools['takeConsole']} */
async function takeConsole() {
  const entries = await driver.manage().logs().get('browser');
  return entries.map((/** @type {any} */ { level, message }) => `${level.name.toLowerCase()}: ${message}`);
}

/** Runs in the page: waits for the document of the first element, and says the title that stands there. */
export async function standing() {
  const room = /** @type {any} */ (document.querySelector('reading-room'));
  await customElements.whenDefined('reading-room');
  await room.ready;
  return room.article.querySelector('.rr-title').textContent;
}
