/**
 * The full cores, which can do everything that the package can: a page loads them when a reader or a script asks for more
 * than the text. What else that takes is in the script of the element, and is not loaded again.
 */
import makeCoreGlue from 'glue:core';
import makeRecordGlue from 'glue:full';
import makeTextGlue from 'glue:full-text';
import makeTeiGlue from 'glue:full-tei';
import { every } from './every.js';

export { read } from './reading.js';

/**
 * @template {(...given: any[]) => any} MakeGlue
 * @typedef {import('./instances.js').Instances<ReturnType<MakeGlue>>} Of
 */
/** @typedef {Of<typeof makeTeiGlue>} FullInstances */

/** @typedef {Pick<Of<typeof makeCoreGlue>, 'get' | 'use'>} EveryInstances */

/**
 * @type {{ record: Of<typeof makeRecordGlue>, papers: Of<typeof makeTextGlue>, plain: Of<typeof makeTextGlue>,
 *   text: Of<typeof makeTextGlue>, tei: FullInstances, xml: FullInstances, html: EveryInstances,
 *   markdown: EveryInstances, office: EveryInstances, every: EveryInstances } | undefined}
 */
let cores;

/**
 * The full cores, by the form of the document: their files lie beside the script.
 *
 * @param {typeof import('./instances.js').Instances} Instances
 */
export function full(Instances) {
  if (!cores) {
    const record = new Instances(makeRecordGlue, () => new URL('./reading-room-full.wasm', import.meta.url).href);
    const text = new Instances(makeTextGlue, () => new URL('./reading-room-full-text.wasm', import.meta.url).href);
    const xml = new Instances(makeTeiGlue, () => new URL('./reading-room-full-tei.wasm', import.meta.url).href);
    const core = () => new URL('./reading-room-core.wasm', import.meta.url).href;
    const loadParser = async () => (await import('./forms.js')).parsing;
    const loadZip = async () => (await import('./zip.js')).unpacking;
    cores = { ...every(Instances, makeCoreGlue, core, loadParser, loadZip), record, papers: text, plain: text, text, tei: xml, xml };
  }
  return cores;
}
