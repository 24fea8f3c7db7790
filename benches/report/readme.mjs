/** The figures that users care about, as the README has them. */
import { readFile, writeFile } from 'node:fs/promises';
import { BARS } from '../pages/bars.mjs';
import { figures } from './figures.mjs';
import { lines } from './table.mjs';

/** @typedef {import('./kept.mjs').Kept} Kept */

const README = new URL('../../README.md', import.meta.url);

/** Between these lines the README has them. */
const PLACE = /(<!-- The figures: written by benches\/report\/readme.mjs -->\n)[^]*(<!-- The end of the figures -->)/;

/** A quick look is no reason to say something else. */
const ROUNDS = 9;

/** @param {Record<string, Kept>} kept */
export async function writeReadme(kept) {
  if (!['open', 'telegram', 'line'].every((name) => kept[name]?.rounds >= ROUNDS)) return;
  const find = (/** @type {string} */ name, /** @type {string} */ what, /** @type {string} */ text, peer = 'element') => {
    const bar = BARS.find((bar) => bar.name === name);
    const all = bar ? figures(bar, kept[name]) : [];
    return all.find((figure) => figure.measure.what === what && figure.text === text && figure.peer === peer);
  };
  /** @param {Parameters<typeof find>} which */
  const times = (...which) => `${find(...which)?.ratio?.median.toFixed(1) ?? '?'} times`;
  /** @param {Parameters<typeof find>} which */
  const weight = (...which) => `${((find(...which)?.value?.median ?? NaN) / 1e3).toFixed(0)} kB`;
  const rows = [
    ['the first screen of a volume of 10 MB', `${times('open', 'screen', 'v10')} what the static page takes`, 'a-volume-opens'],
    ['a telegram', `${times('telegram', 'whole', 'telegram')} what the static page takes`, 'a-telegram'],
    [
      '… at 1.6 Mbit/s with 150 ms to and fro, with the preload lines',
      `${times('line', 'whole', 'telegram', 'preloaded')}; rendered ahead, ${times('line', 'whole', 'telegram', 'rendered')}`,
      'a-telegram-on-a-slow-line',
    ],
    [
      'what is loaded before that, compressed',
      `${weight('telegram', 'bytes', 'telegram')}; for TEI ${weight('open', 'bytes', 'v10')}`,
      'a-telegram',
    ],
  ];
  const linked = rows.map(([what, figure, place]) => [what, `[${figure}](benches/RESULTS.md#${place})`]);
  const readme = await readFile(README, 'utf8');
  await writeFile(README, readme.replace(PLACE, (_, before, after) => `${before}\n${lines([['', ''], ['---', '---'], ...linked])}\n\n${after}`));
}
