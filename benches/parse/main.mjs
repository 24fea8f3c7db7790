/**
 * How fast documents are opened, beside what others have for XML: natively, and in a page.
 *
 * `cargo xtask bench parse [WORD] [--rounds N]` says in the environment where things are: BROWSER and DRIVER, NATIVE, the program
 * of this folder, and SITE, the folder with the modules, which the documents are put into and the page is served from. With a
 * word, the volumes whose names begin so are measured, and no others.
 */
import { spawn } from 'node:child_process';
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import chrome from 'selenium-webdriver/chrome.js';
import { CHROMIUM_FLAGS } from '../../xtask/chromium.mjs';
import { serve } from '../../xtask/serve.mjs';
import { documents, labels } from '../documents.mjs';
import { add, begin, count, read, save } from '../report/kept.mjs';
import { write } from '../report/results.mjs';
import { print } from '../report/table.mjs';
import { asked } from '../rounds.mjs';
import { versionOf } from '../versions.mjs';
import { IN_PAGE, NATIVELY } from './bars.mjs';

/** @typedef {import('../documents.mjs').Source} Source */
/** @typedef {import('../report/kept.mjs').Kept} Kept */

const { BROWSER = '', DRIVER = '', NATIVE = '', SITE = '' } = process.env;

const { word, rounds } = asked();
const chosen = await documents(word);
for (const { name, source } of chosen) await writeFile(fileOf(name), source);

const kept = await read();
for (const [bar, measure] of /** @type {const} */ ([[NATIVELY, natively], [IN_PAGE, inPage]])) {
  const ofBar = { ...(await measure(chosen)), texts: labels(chosen) };
  kept[bar.name] = ofBar;
  await save(kept);
  print(bar, ofBar);
}
await write(kept);

/** @param {string} name */
function fileOf(name) {
  return join(SITE, `${name}.xml`);
}

/**
 * @param {Source[]} sources
 * @returns {Promise<Kept>}
 */
async function natively(sources) {
  const kept = begin([versionOf('rustc'), versionOf('roxmltree'), versionOf('xmllint')]);
  const files = sources.map(({ name }) => fileOf(name));
  const program = spawn(NATIVE, ['time', String(rounds), ...files], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((end) => program.once('close', end));
  for await (const line of createInterface(program.stdout)) {
    const [round, file, way, speed] = line.split(' ');
    while (kept.rounds < Number(round)) count(kept);
    add(kept, sources[Number(file)].name, way, speed === '-' ? null : { speed: Number(speed) });
  }
  if ((await ended) !== 0) throw new Error('The native half of the benchmark failed.');
  return kept;
}

/**
 * @param {Source[]} sources
 * @returns {Promise<Kept>}
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
    const version = (await driver.getCapabilities()).getBrowserVersion();
    const kept = begin([`Chrome/${version}`, versionOf('roxmltree')]);
    await inRounds(kept, sources, ways, (way, name) => driver.executeScript('return sample(...arguments)', way, name));
    return kept;
  } finally {
    await driver.quit();
    await server.close();
  }
}

/**
 * @param {Kept} kept
 * @param {Source[]} sources
 * @param {string[]} ways
 * @param {(way: string, name: string) => Promise<number>} sample
 */
async function inRounds(kept, sources, ways, sample) {
  // One round more, which warms up and is not told: the browser compiles modules a second time as they run.
  for (let round = 0; round <= rounds; round++) {
    if (round > 0) count(kept);
    for (const { name } of sources) {
      // Whoever comes second finds another machine than whoever comes first.
      for (const way of round % 2 ? ways : ways.toReversed()) {
        const speed = await sample(way, name);
        if (round > 0) add(kept, name, way, { speed });
      }
    }
  }
}
