/** What samples come to: medians, quartiles, and ratios that are taken round by round. */
import { baseOf } from './bar.mjs';
import { TEXTS } from './names.mjs';

/** @typedef {import('./bar.mjs').Bar} Bar */
/** @typedef {import('./bar.mjs').Measure} Measure */
/** @typedef {import('./kept.mjs').Kept} Kept */
/** @typedef {import('./kept.mjs').Samples} Samples */

/** @typedef {{ low: number, median: number, high: number }} Spread */

/**
 * A measure of one peer with one text.
 *
 * @typedef {object} Figure
 * @property {string} text
 * @property {string} called - the text in a table
 * @property {string} peer
 * @property {Measure} measure
 * @property {Spread | null} value - in the unit of the measure; null if it could not be measured
 * @property {Spread | null} ratio - to whom it is compared with
 * @property {number} [target]
 * @property {boolean} [holds]
 */

/**
 * @param {Bar} bar
 * @param {Pick<Kept, 'samples' | 'texts'>} kept
 * @returns {Figure[]}
 */
export function figures({ measures, texts, peers }, { samples, texts: said = {} }) {
  const named = (texts ?? Object.keys(samples)).map((text) => ({ text, called: said[text] ?? TEXTS[text] ?? text }));
  return measures.flatMap((measure) =>
    named.flatMap((text) => peers.map((peer) => figure(samples[text.text] ?? {}, { ...text, peer, measure }))),
  );
}

/**
 * @param {Samples[string]} ofText
 * @param {Pick<Figure, 'text' | 'called' | 'peer' | 'measure'>} which
 * @returns {Figure}
 */
function figure(ofText, which) {
  const { peer, measure } = which;
  const { what, than, most, least } = measure;
  const values = (ofText[peer] ?? []).map((sample) => sample?.[what] ?? NaN);
  const ratios = values.map((value, round) => value / ((than && ofText[baseOf(measure)]?.[round]?.[than]) || NaN));
  const [value, ratio] = [spread(values), spread(ratios)];
  const target = most?.[peer] ?? least?.[peer];
  const median = (than ? ratio : value)?.median ?? NaN;
  const holds = most?.[peer] === undefined ? median >= Number(target) : median <= Number(target);
  return { ...which, value, ratio, ...(target === undefined ? {} : { target, holds }) };
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
