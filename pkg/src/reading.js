/** Documents for those who ask for more than the text: what only comes with the core that can do everything. */

import { check } from './failure.js';

/** @typedef {import('./source.js').Source} Source */

/**
 * Opens a document with the core that can do everything.
 *
 * @param {typeof import('./cores.js').use} use handed in, with the next one: the script that loads this one has them
 * @param {typeof import('./failure.js').asFailure} asFailure
 * @param {import('./cores.js').Cores<typeof import('../wasm/full.js') & import('./cores.js').Unpacking>} cores
 * @param {Source} source
 * @param {{ charset?: string, format?: string, part?: string }} options
 */
export async function read(use, asFailure, cores, source, { charset, format = 'auto', part }) {
  try {
    return await use(cores, source, format, () => source.all(), async (core) => {
      const reader = new core.Reader(charset ?? source.charset, source.told(format), part ?? source.part, 2, '', '');
      const pieces = await source.all();
      for await (const piece of core.unpacked?.(pieces) ?? pieces) check(reader.feed(piece));
      return reader.finish();
    });
  } catch (error) {
    throw await asFailure(error, source.place);
  }
}
