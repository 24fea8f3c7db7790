/**
 * The full cores, which can do everything that the package can: a page loads them when a reader or a script asks for more
 * than the text. What else that takes is in the script of the element, and is not loaded again.
 */
import makeRecordGlue from 'glue:full';
import makeTeiGlue from 'glue:full-tei';

/** @typedef {import('./instances.js').Instances<ReturnType<typeof makeRecordGlue>>} FullInstances */

/** @type {Record<import('./source.js').Form, FullInstances> | undefined} */
let cores;

/**
 * The full cores, by the form of the document: their files lie beside the script.
 *
 * @param {typeof import('./instances.js').Instances} Instances
 */
export function full(Instances) {
  cores ??= {
    record: new Instances(makeRecordGlue, () => new URL('./reading-room-full.wasm', import.meta.url).href),
    tei: new Instances(makeTeiGlue, () => new URL('./reading-room-full-tei.wasm', import.meta.url).href),
  };
  return cores;
}
