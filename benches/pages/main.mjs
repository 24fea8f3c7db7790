/**
 * How the element behaves in a page, beside static pages of the same text.
 *
 * `cargo xtask bench pages [WORD] [--rounds N]` says in BROWSER where Chromium is, in PROGRAM where the command line tool,
 * and in SITE a folder for what is kept. With a word, the bars whose names begin so are measured anew, and the others keep the
 * figures that they have.
 */
import { join } from 'node:path';
import { add, begin, count, read, save } from '../report/kept.mjs';
import { write } from '../report/results.mjs';
import { print } from '../report/table.mjs';
import { asked } from '../rounds.mjs';
import { telegram, volumes } from '../volumes.mjs';
import { BARS, measureOf } from './bars.mjs';
import { Chromium } from './chromium.mjs';
import { site as makeSite } from './peers.mjs';
import { serve } from './server.mjs';

/** @typedef {import('./bars.mjs').Bar} Bar */
/** @typedef {import('../report/kept.mjs').Kept} Kept */

const { BROWSER = '', PROGRAM = '', SITE = '' } = process.env;

const { rounds, word } = asked();
const chosen = BARS.filter(({ name }) => name.startsWith(word));
if (chosen.length === 0) throw new Error(`No bar begins with ${word}: there are ${BARS.map(({ name }) => name).join(', ')}.`);

const { files, visits } = await makeSite(await volumes(), await telegram(), PROGRAM, join(SITE, 'builds'));
console.log('Compressing what the pages are made of …');
const site = await serve(files, join(SITE, 'compressed'));

const kept = await read();
for (const { name } of chosen) delete kept[name];

for (let round = 0; round < rounds; round++) {
  const chromium = await Chromium.start(BROWSER);
  for (const bar of chosen.filter(({ rounds = Infinity }) => round < rounds)) {
    const ofBar = (kept[bar.name] ??= begin([await chromium.version()]));
    count(ofBar);
    const start = performance.now();
    await measureAll(chromium, bar, round, ofBar);
    await save(kept);
    console.log(`Round ${round + 1} of ${rounds}, ${bar.name}: ${((performance.now() - start) / 1000).toFixed(0)} s.`);
  }
  await chromium.end();
}
site.close();

for (const bar of chosen) print(bar, kept[bar.name]);
await write(kept);

/**
 * A round of a bar: everybody with every text. Whoever comes first finds another machine than whoever comes last, and so the
 * order changes.
 *
 * @param {Chromium} chromium
 * @param {Bar} bar
 * @param {number} round
 * @param {Kept} kept
 */
async function measureAll(chromium, bar, round, kept) {
  const measure = measureOf(bar);
  for (const text of bar.texts) {
    for (const peer of round % 2 ? bar.peers.toReversed() : bar.peers) {
      const sample = await measure(chromium, site, visits[text][peer]).catch((/** @type {Error} */ { message }) => {
        console.log(`${bar.name}, ${text}, ${peer}: ${message}`);
        return null;
      });
      add(kept, text, peer, sample);
    }
  }
}
