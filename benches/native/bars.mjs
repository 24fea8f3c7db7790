/** What criterion measures, and what is told of it. */

/** @type {import('../report/bar.mjs').Bar} */
export const NATIVE = {
  name: 'native',
  title: 'Opening and writing',
  says: 'From the bytes of a document to the document; to its article as the element has it written, piece by piece while it is read; and to its article as a string.',
  texts: ['telegram', 'v1', 'v5', 'v10'],
  peers: ['open', 'written', 'string'],
  measures: [
    { what: 'time', title: 'time', unit: 'ms', than: 'time', base: 'open' },
    { what: 'speed', title: 'speed', unit: 'MB/s' },
  ],
};
