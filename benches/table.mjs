/** What was measured, in a table: the speeds, and what opening comes to beside what it is to come to. */
import { elements } from './documents.mjs';

/** @typedef {{ than: string, times: number }} Target */

/**
 * @param {import('./documents.mjs').Source[]} sources
 * @param {import('./time.mjs').Speeds} speeds
 * @param {Target[]} targets
 */
export function table(sources, speeds, targets) {
  const ways = [...new Set([...speeds.values()].flatMap((speeds) => Object.keys(speeds)))];
  const head = ['document', 'MB', 'elements/MB', ...ways.map((way) => `${way} MB/s`)];
  for (const { than } of targets) head.push(`open ÷ ${than} (quartiles)`, 'target');
  const rows = sources.map(({ name, source }) => {
    const size = Buffer.byteLength(source) / 1e6;
    const ofDocument = speeds.get(name) ?? {};
    return [
      name,
      size.toFixed(1),
      (elements(source) / size).toFixed(0),
      ...ways.map((way) => quantile(ofDocument[way], 0.5)?.toFixed(0) ?? 'not there'),
      ...targets.flatMap((target) => judged(ofDocument, target)),
    ];
  });
  return aligned([head, ...rows]);
}

/**
 * The ratio to another way, taken round by round: what slows the machine down for longer than a round slows both.
 *
 * @param {Record<string, number[]>} speeds
 * @param {Target} target
 */
function judged(speeds, { than, times }) {
  const ratios = speeds.open.map((speed, round) => speed / speeds[than][round]).filter(Number.isFinite);
  const [low, median, high] = [0.25, 0.5, 0.75].map((part) => quantile(ratios, part));
  if (median === undefined) return ['not measured', ''];
  const short = `falls short by ${((1 - median / times) * 100).toFixed(0)} %`;
  return [
    `${median.toFixed(2)} (${low?.toFixed(2)}–${high?.toFixed(2)})`,
    `≥ ${times} ${median >= times ? 'holds' : short}`,
  ];
}

/**
 * @param {number[]} values
 * @param {number} part
 */
function quantile(values, part) {
  return values.toSorted((a, b) => a - b)[Math.round((values.length - 1) * part)];
}

/**
 * Columns as wide as what stands in them; names begin where the others begin, and numbers end where they end.
 *
 * @param {string[][]} rows
 */
export function aligned(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const align = (/** @type {string} */ cell, /** @type {number} */ column) =>
    column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]);
  return rows.map((row) => row.map(align).join('  ')).join('\n');
}
