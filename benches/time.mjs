/**
 * How fast documents are opened, beside what others have for XML: natively, and in a page.
 *
 * `cargo xtask bench` says in the environment where things are: BROWSER and DRIVER, NATIVE, the program of this folder,
 * and SITE, the folder with the modules, which the documents are put into and the page is served from.
 */
import { spawn } from 'node:child_process';
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import chrome from 'selenium-webdriver/chrome.js';
import { CHROMIUM_FLAGS } from '../xtask/chromium.mjs';
import { serve } from '../xtask/serve.mjs';
import { documents } from './documents.mjs';
import { table } from './table.mjs';

/** @typedef {import('./documents.mjs').Source} Source */

/**
 * What was measured: the speeds of each way to read each document, in the order of the rounds; none where it could not.
 *
 * @typedef {Map<string, Record<string, number[]>>} Speeds
 */

const { BROWSER = '', DRIVER = '', NATIVE = '', SITE = '' } = process.env;

const ROUNDS = 9;

/** The targets: how many times as fast as another way opening has to be. */
const TREE = { than: 'roxmltree', times: 1 };
const DOM = { than: 'DOMParser', times: 12 };

const chosen = await documents(process.argv[2]);
for (const { name, source } of chosen) await writeFile(fileOf(name), source);

console.log(`\nNatively. xmllint --noout is a process, and its start part of the time.\n`);
console.log(table(chosen, await natively(chosen), [TREE]));

console.log(`\nIn Chromium. DOMParser is given a string, the modules are given bytes, which are copied into their memory.\n`);
console.log(table(chosen, await inPage(chosen), [DOM, TREE]));

/** @param {string} name */
function fileOf(name) {
  return join(SITE, `${name}.xml`);
}

/**
 * @param {Source[]} sources
 * @returns {Promise<Speeds>}
 */
async function natively(sources) {
  /** @type {Speeds} */
  const speeds = new Map(sources.map(({ name }) => [name, {}]));
  const files = sources.map(({ name }) => fileOf(name));
  const program = spawn(NATIVE, ['time', String(ROUNDS), ...files], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((end) => program.once('close', end));
  for await (const line of createInterface(program.stdout)) {
    const [file, way, speed] = line.split(' ');
    const ofDocument = speeds.get(sources[Number(file)].name) ?? {};
    (ofDocument[way] ??= []).push(...(speed === '-' ? [] : [Number(speed)]));
  }
  if ((await ended) !== 0) throw new Error('The native half of the benchmark failed.');
  return speeds;
}

/**
 * @param {Source[]} sources
 * @returns {Promise<Speeds>}
 */
async function inPage(sources) {
  await copyFile(fileURLToPath(new URL('page.js', import.meta.url)), join(SITE, 'page.js'));
  await writeFile(join(SITE, 'index.html'), '<!doctype html><title>Benchmark</title><script type="module" src="page.js"></script>\n');
  const server = await serve({ root: SITE, port: 0 });
  const options = new chrome.Options();
  options.setChromeBinaryPath(BROWSER).addArguments(...CHROMIUM_FLAGS, '--js-flags=--expose-gc');
  const driver = chrome.Driver.createSession(options, new chrome.ServiceBuilder(DRIVER).build());
  try {
    await driver.manage().setTimeouts({ script: 120_000 });
    await driver.get(`${server.url}index.html`);
    /** @type {string[]} */
    const ways = await driver.wait(() => driver.executeScript('return globalThis.ways'), 60_000, 'The page did not load.');
    return await rounds(sources, ways, (way, name) => driver.executeScript('return sample(...arguments)', way, name));
  } finally {
    await driver.quit();
    await server.close();
  }
}

/**
 * @param {Source[]} sources
 * @param {string[]} ways
 * @param {(way: string, name: string) => Promise<number>} sample
 */
async function rounds(sources, ways, sample) {
  /** @type {Speeds} */
  const speeds = new Map(sources.map(({ name }) => [name, Object.fromEntries(ways.map((way) => [way, []]))]));
  // One round more, which warms up and is not told: the browser compiles modules a second time as they run.
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { name } of sources) {
      // Whoever comes second finds another machine than whoever comes first.
      for (const way of round % 2 ? ways : ways.toReversed()) {
        const speed = await sample(way, name);
        if (round > 0) speeds.get(name)?.[way].push(speed);
      }
    }
  }
  return speeds;
}
