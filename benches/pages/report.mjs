/** What was measured, as `benches/RESULTS.md`: a table and a plot for each bar. */
import { mkdir, writeFile } from 'node:fs/promises';
import { BARS, BASE, PEERS, TEXTS } from './bars.mjs';
import { figures } from './figures.mjs';
import { plot } from './plot.mjs';

/** @typedef {import('./figures.mjs').Figure} Figure */
/** @typedef {import('./figures.mjs').Spread} Spread */
/** @typedef {import('./main.mjs').Kept} Kept */

const FOLDER = new URL('../', import.meta.url);

const HEAD = `# How the element behaves in a page

Written by \`cargo xtask bench pages\`, which measures it beside static pages of the same text: plain HTML, which is what
ratios are to, and the same with \`content-visibility: auto\` on every block.
All are loaded in turn in one Chromium, in an order that changes every round, from a server on the same machine that
compresses with brotli. A ratio, ÷, is to the static page of the same round; the first screen is compared with the static
page's first contentful paint. Given are medians and, in brackets, quartiles. Lower is better, but where a target says
otherwise.
`;

/** @param {Record<string, Kept>} kept */
export async function write(kept) {
  await mkdir(new URL('plots/', FOLDER), { recursive: true });
  const sections = [];
  for (const bar of BARS.filter(({ name }) => kept[name])) {
    const all = figures(bar, kept[bar.name].samples);
    await writeFile(new URL(`plots/${bar.name}.svg`, FOLDER), plot(bar, all));
    sections.push(section(bar, kept[bar.name], all));
  }
  await writeFile(new URL('RESULTS.md', FOLDER), [HEAD, ...sections].join('\n'));
}

/**
 * @param {import('./bars.mjs').Bar} bar
 * @param {Kept} kept
 * @param {Figure[]} all
 */
function section({ name, title, says, texts, peers, measures }, { date, commit, chromium, processor, rounds, loads }, all) {
  const rows = measures.flatMap((measure) =>
    texts.map((text) => row(all.filter((figure) => figure.measure === measure && figure.text === text))),
  );
  const head = ['', '', ...peers.map((peer) => PEERS[peer]), 'target'];
  const rules = ['---', '---', ...peers.map(() => '---:'), '---'];
  const [least, most] = [Math.min(...loads), Math.max(...loads)].map((load) => load.toFixed(1));
  return `## ${title}

${says}

${[head, rules, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}

![${title}: the same as bars](plots/${name}.svg)

${date}, ${commit}, ${chromium}, ${processor}; ${rounds === 1 ? 'one round' : `${rounds} rounds`}, load of the machine ${least} to ${most} as they began.
`;
}

/**
 * One measure of one text: what it is with everybody.
 *
 * @param {Figure[]} figures
 */
function row(figures) {
  const both = (/** @type {string} */ a, /** @type {string} */ b) => (b ? `${a} (${b})` : a);
  const all = figures.map((figure) => {
    const [, , , median, quartiles, ratio, ofRatio] = cells(figure);
    const times = ratio && figure.peer !== BASE ? `<br>÷ ${both(ratio, ofRatio)}` : '';
    return both(median, quartiles) + times;
  });
  const [what, text] = cells(figures[0]);
  return [what, text, ...all, figures.map((figure) => cells(figure)[7]).filter(Boolean).join('<br>')];
}

/**
 * A figure in words, each in a cell.
 *
 * @param {Figure} figure
 */
export function cells({ measure, text, peer, value, ratio, target, holds }) {
  const { title, unit = '', than, least } = measure;
  const verdict = target === undefined ? '' : `${least ? '≥' : '≤'} ${target}: ${holds ? 'holds' : 'missed'}`;
  return [
    title,
    TEXTS[text],
    peer,
    value ? `${number(value.median, unit)} ${unit}`.trim() : 'never',
    value ? quartiles(value, unit) : '',
    than && ratio ? ratio.median.toFixed(2) : '',
    than && ratio ? quartiles(ratio, 'ratio') : '',
    verdict,
  ];
}

/**
 * @param {Spread} spread
 * @param {string} unit
 */
function quartiles({ low, high }, unit) {
  return low === high ? '' : `${number(low, unit)}–${number(high, unit)}`;
}

/**
 * @param {number} value
 * @param {string} unit
 */
function number(value, unit) {
  if (unit === 'ratio') return value.toFixed(2);
  if (unit === 'MB') return (value / 1e6).toFixed(1);
  return unit || Number.isInteger(value) ? value.toFixed(0) : value.toFixed(3);
}
