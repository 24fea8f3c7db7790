/**
 * How the element behaves in a page, beside static pages of the same text.
 *
 * `cargo xtask bench pages [WORD] [--rounds N]` says in BROWSER where Chromium is, in PROGRAM where the command line tool,
 * and in SITE a folder for what is kept. With a word, the bars whose names begin so are measured anew, and the others keep the
 * figures that they have. All are written to `benches/RESULTS.md`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { aligned } from '../table.mjs';
import { BARS, measureOf } from './bars.mjs';
import { Chromium } from './chromium.mjs';
import { figures } from './figures.mjs';
import { site as makeSite } from './peers.mjs';
import { cells, write } from './report.mjs';
import { serve } from './server.mjs';
import { telegram, volumes } from './volumes.mjs';

/** @typedef {import('./bars.mjs').Bar} Bar */

/**
 * What is kept of a bar: when and with what it was measured (the commit is the last one that changed the core or the package),
 * and the samples.
 *
 * @typedef {{ date: string, commit: string, chromium: string, processor: string, loads: number[], rounds: number, samples: import('./figures.mjs').Samples }} Kept
 */

const { BROWSER = '', PROGRAM = '', SITE = '' } = process.env;

const { values, positionals } = parseArgs({ options: { rounds: { type: 'string', default: '9' } }, allowPositionals: true });
const rounds = Number(values.rounds);
const [word = ''] = positionals;
if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`--rounds takes a number from 1 on, and not ${values.rounds}.`);

const chosen = BARS.filter(({ name }) => name.startsWith(word));
if (chosen.length === 0) throw new Error(`No bar begins with ${word}: there are ${BARS.map(({ name }) => name).join(', ')}.`);

const { files, visits } = await makeSite(await volumes(), await telegram(), PROGRAM);
console.log('Compressing what the pages are made of …');
const site = await serve(files, join(SITE, 'compressed'));

const file = join(SITE, 'pages.json');
/** @type {Record<string, Kept>} */
const kept = existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : {};
for (const { name } of chosen) delete kept[name];

for (let round = 0; round < rounds; round++) {
  const chromium = await Chromium.start(BROWSER);
  for (const bar of chosen.filter(({ rounds = Infinity }) => round < rounds)) {
    const ofBar = (kept[bar.name] ??= await begin(chromium));
    ofBar.rounds = round + 1;
    ofBar.loads.push(loadavg()[0]);
    const start = performance.now();
    await measureAll(chromium, bar, round, ofBar.samples);
    await writeFile(file, JSON.stringify(kept));
    console.log(`Round ${round + 1} of ${rounds}, ${bar.name}: ${((performance.now() - start) / 1000).toFixed(0)} s.`);
  }
  await chromium.end();
}
site.close();

for (const bar of chosen) {
  const rows = figures(bar, kept[bar.name].samples).map(cells);
  console.log(`\n${bar.title}\n\n${aligned([['', '', '', 'median', 'quartiles', '÷ static', 'quartiles', 'target'], ...rows])}`);
}
await write(kept);

/**
 * @param {Chromium} chromium
 * @returns {Promise<Kept>}
 */
async function begin(chromium) {
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: execFileSync('git', ['log', '-1', '--format=%h', '--', 'src', 'pkg'], { encoding: 'utf8' }).trim(),
    chromium: await chromium.version(),
    processor: `${cpus()[0].model}, ${cpus().length} cores`,
    loads: [],
    rounds: 0,
    samples: {},
  };
}

/**
 * A round of a bar: everybody with every text. Whoever comes first finds another machine than whoever comes last, and so the
 * order changes.
 *
 * @param {Chromium} chromium
 * @param {Bar} bar
 * @param {number} round
 * @param {Kept['samples']} samples
 */
async function measureAll(chromium, bar, round, samples) {
  const measure = measureOf(bar);
  for (const text of bar.texts) {
    for (const peer of round % 2 ? bar.peers.toReversed() : bar.peers) {
      const sample = await measure(chromium, site, visits[text][peer]).catch((/** @type {Error} */ { message }) => {
        console.log(`${bar.name}, ${text}, ${peer}: ${message}`);
        return null;
      });
      ((samples[text] ??= {})[peer] ??= [])[round] = sample;
    }
  }
}
