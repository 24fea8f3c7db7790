/** What a bar is: something that is measured, in one table and one plot. */

/**
 * Something that is measured: by its name in the sample; in which unit; where a ratio counts, what of whom it is compared
 * with (the static page, if nothing else is said); what it is to be at most, or at least, for each who has to.
 *
 * @typedef {object} Measure
 * @property {string} what
 * @property {string} title
 * @property {'ms' | 'MB' | 'kB' | 'MB/s' | 'px' | '%' | ''} [unit]
 * @property {string} [than]
 * @property {string} [base]
 * @property {Record<string, number>} [most]
 * @property {Record<string, number>} [least]
 */

/**
 * @typedef {object} Bar
 * @property {string} name
 * @property {string} title
 * @property {string} says
 * @property {string[]} [texts] - if not those that there are samples of
 * @property {string[]} peers
 * @property {Measure[]} measures
 */

/** @param {Measure} measure */
export function baseOf({ base = 'static' }) {
  return base;
}
