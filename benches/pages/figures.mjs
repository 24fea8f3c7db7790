/** What samples come to: medians, quartiles, and ratios that are taken round by round. */
import { BASE } from './bars.mjs';

/** @typedef {import('./bars.mjs').Bar} Bar */
/** @typedef {import('./bars.mjs').Measure} Measure */
/** @typedef {import('./load.mjs').Sample} Sample */

/** The samples of a bar, by text and peer, a round after another; null where there was none. @typedef {Record<string, Record<string, (Sample | null)[]>>} Samples */

/** @typedef {{ low: number, median: number, high: number }} Spread */

/**
 * A measure of one peer with one text.
 *
 * @typedef {object} Figure
 * @property {string} text
 * @property {string} peer
 * @property {Measure} measure
 * @property {Spread | null} value - in the unit of the measure; null if it could not be measured
 * @property {Spread | null} ratio - to the static page
 * @property {number} [target]
 * @property {boolean} [holds]
 */

/**
 * @param {Bar} bar
 * @param {Samples} samples
 * @returns {Figure[]}
 */
export function figures(bar, samples) {
  return bar.measures.flatMap((measure) =>
    bar.texts.flatMap((text) => bar.peers.map((peer) => figure(samples[text] ?? {}, { text, peer, measure }))),
  );
}

/**
 * @param {Samples[string]} ofText
 * @param {Pick<Figure, 'text' | 'peer' | 'measure'>} which
 * @returns {Figure}
 */
function figure(ofText, { text, peer, measure }) {
  const { what, than, most, least } = measure;
  const values = (ofText[peer] ?? []).map((sample) => sample?.[what] ?? NaN);
  const ratios = values.map((value, round) => value / ((than && ofText[BASE]?.[round]?.[than]) || NaN));
  const [value, ratio] = [spread(values), spread(ratios)];
  const target = most?.[peer] ?? least?.[peer];
  const median = (than ? ratio : value)?.median ?? NaN;
  const holds = most?.[peer] === undefined ? median >= Number(target) : median <= Number(target);
  return { text, peer, measure, value, ratio, ...(target === undefined ? {} : { target, holds }) };
}

/**
 * The median and the quartiles; null if there are no values.
 *
 * @param {number[]} values
 * @returns {Spread | null}
 */
function spread(values) {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  // What failed in most rounds has no median.
  if (sorted.length === 0 || sorted.length * 2 < values.length) return null;
  const [low, median, high] = [0.25, 0.5, 0.75].map((part) => {
    const at = (sorted.length - 1) * part;
    const [below, above] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
    return below + (above - below) * (at % 1);
  });
  return { low, median, high };
}
