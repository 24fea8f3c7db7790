/** Figures as tables: in Markdown, and on a terminal. */
import { baseOf } from './bar.mjs';
import { figures } from './figures.mjs';
import { PEERS } from './names.mjs';

/** @typedef {import('./bar.mjs').Bar} Bar */
/** @typedef {import('./figures.mjs').Figure} Figure */
/** @typedef {import('./figures.mjs').Spread} Spread */

/**
 * A bar in Markdown: a row for each measure and text, a column for everybody.
 *
 * @param {Bar} bar
 * @param {Figure[]} all
 */
export function markdown({ peers, measures }, all) {
  const texts = [...new Set(all.map(({ text }) => text))];
  const rows = measures.flatMap((measure) =>
    texts.map((text) => row(all.filter((figure) => figure.measure === measure && figure.text === text))),
  );
  const head = ['', '', ...peers.map((peer) => PEERS[peer])];
  const rules = ['---', '---', ...peers.map(() => '---:')];
  const isJudged = measures.some(({ most, least }) => most ?? least);
  if (isJudged) [head, rules].forEach((cells, index) => cells.push(['target', '---'][index]));
  return lines([head, rules, ...rows.map((cells) => cells.slice(0, head.length))]);
}

/** @param {string[][]} rows */
export function lines(rows) {
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
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
    const times = ratio && figure.peer !== baseOf(figure.measure) ? `<br>÷ ${both(ratio, ofRatio)}` : '';
    return both(median, quartiles) + times;
  });
  const [what, text] = cells(figures[0]);
  return [what, text, ...all, figures.map((figure) => cells(figure)[7]).filter(Boolean).join('<br>')];
}

/**
 * Prints a bar: a line for each figure.
 *
 * @param {Bar} bar
 * @param {import('./kept.mjs').Kept} kept
 */
export function print(bar, kept) {
  const rows = figures(bar, kept).map(cells);
  console.log(`\n${bar.title}\n\n${aligned([['', '', '', 'median', 'quartiles', '÷', 'quartiles', 'target'], ...rows])}`);
}

/**
 * A figure in words, each in a cell.
 *
 * @param {Figure} figure
 */
function cells({ measure, called, peer, value, ratio, target, holds }) {
  const { title, unit = '', than, least } = measure;
  const verdict = target === undefined ? '' : `${least ? '≥' : '≤'} ${target}: ${holds ? 'holds' : 'missed'}`;
  return [
    title,
    called,
    PEERS[peer],
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
  if (unit === 'kB') return (value / 1e3).toFixed(1);
  if (unit === 'ms' && value > 0 && value < 10) return value.toPrecision(2);
  return unit || Number.isInteger(value) ? value.toFixed(0) : value.toFixed(3);
}

/**
 * Columns as wide as what stands in them; names begin where the others begin, and numbers end where they end.
 *
 * @param {string[][]} rows
 */
function aligned(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const align = (/** @type {string} */ cell, /** @type {number} */ column) =>
    column < 3 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]);
  return rows.map((row) => row.map(align).join('  ').trimEnd()).join('\n');
}
