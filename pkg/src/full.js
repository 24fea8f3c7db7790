/** The full core: everything that the package can do. A page loads it when a reader or a script asks for more than the text. */
import { asFailure } from './failure.js';
import { full, module } from './full-module.js';
import { isTrap } from './instances.js';

/** @typedef {import('./source.js').Source} Source */

export { module };

/**
 * Opens a document with the full core.
 *
 * @param {Source} source
 * @param {{ charset?: string, format?: string }} options
 */
export async function read(source, { charset, format }) {
  const loading = full.get();
  const [core, chunks] = await Promise.all([loading, source.all()]);
  try {
    const reader = new core.Reader(charset ?? source.charset, format);
    for (const chunk of chunks) reader.feed(chunk);
    return reader.finish();
  } catch (error) {
    if (isTrap(error)) full.drop(loading);
    throw asFailure(error, source.place);
  }
}
