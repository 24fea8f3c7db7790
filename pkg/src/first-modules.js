/** The modules that a page loads first, by the form of its document: they make the text stand. */
import makeGlue from 'glue:first';
import { Instances } from './instances.js';
import { loadStructure } from './sheets.js';

/** Where they are: beside the script; a page that keeps them elsewhere says so (`ReadingRoom.module`, `teiModule`). */
export const module = {
  record: new URL('./reading-room.wasm', import.meta.url).href,
  papers: new URL('./reading-room-papers.wasm', import.meta.url).href,
  plain: new URL('./reading-room-plain.wasm', import.meta.url).href,
  text: new URL('./reading-room-text.wasm', import.meta.url).href,
  tei: new URL('./reading-room-tei.wasm', import.meta.url).href,
};

/** What tells encodings and languages that nothing declares. */
export const detection = async () => (await import('./detection.js')).detection(Instances);

const forms = async () => (await import('./forms.js')).forms(Instances, makeGlue);
const full = async () => (await import('./full.js')).full(Instances);

export const first = {
  record: new Instances(makeGlue, () => module.record),
  papers: new Instances(makeGlue, () => module.papers),
  plain: new Instances(makeGlue, () => module.plain),
  text: new Instances(makeGlue, () => module.text),
  tei: new Instances(makeGlue, () => {
    // It is needed as soon as the module is.
    void loadStructure();
    return module.tei;
  }),
  html: later(forms, 'html'),
  markdown: later(forms, 'markdown'),
  office: later(forms, 'office'),
  // Few documents need what these have besides.
  xml: later(full, 'xml'),
  every: later(full, 'every'),
  detection,
};

/**
 * A core whose script comes when it is asked for.
 *
 * @param {() => Promise<any>} load
 * @param {string} form
 * @returns {Pick<Instances<any>, 'get' | 'use'>}
 */
function later(load, form) {
  return {
    get: async () => (await load())[form].get(),
    use: async (task) => (await load())[form].use(task),
  };
}
