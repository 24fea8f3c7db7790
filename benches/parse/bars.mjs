/** Opening beside what others have for XML: what is measured, and how many times as fast opening has to be. */

/** @typedef {import('../report/bar.mjs').Bar} Bar */

/** A speed beside that of another. @param {string} base @param {number} times @returns {import('../report/bar.mjs').Measure} */
function speed(base, times) {
  return { what: 'speed', title: `speed, ÷ ${base}`, unit: 'MB/s', than: 'speed', base, least: { open: times } };
}

/** @type {Bar} */
export const NATIVELY = {
  name: 'parse',
  title: 'Opening volumes, natively',
  says: 'A volume becomes a document, or a tree.',
  peers: ['open', 'roxmltree', 'xmllint'],
  measures: [speed('roxmltree', 1)],
};

/** @type {Bar} */
export const IN_PAGE = {
  name: 'parse-page',
  title: 'Opening volumes, in Chromium',
  says: 'The same in a page. The module for TEI is built to be small, as it is shipped, and roxmltree to be fast.',
  peers: ['open', 'roxmltree', 'DOMParser'],
  measures: [speed('DOMParser', 12), speed('roxmltree', 1)],
};

export const PARSED = [NATIVELY, IN_PAGE];

/** @type {Pick<Bar, 'peers' | 'measures'>} */
const INSTRUCTIONS = {
  peers: ['open', 'show'],
  measures: [
    { what: 'instructions', title: 'instructions for a byte' },
    // Twice as long, and 2.1 times as many at most.
    { what: 'growth', title: 'the same for twice as much, ÷ once', most: { open: 1.05, show: 1.05 } },
  ],
};

/** @type {Bar} */
const OF_VOLUMES = {
  name: 'count',
  title: 'Instructions: volumes',
  says: 'What opening a volume takes natively, and opening and showing it, counted by callgrind and the same on a busy machine; and how that grows with a volume that is twice as long.',
  ...INSTRUCTIONS,
};

/** @type {Bar} */
const OF_FORMS = {
  name: 'count-forms',
  title: 'Instructions: other forms',
  says: 'The same for records, plain text, Markdown and HTML: all cases of the tests as one document, over and over up to 0.2 MB, and twice that.',
  ...INSTRUCTIONS,
};

export const COUNTED = [OF_VOLUMES, OF_FORMS];
