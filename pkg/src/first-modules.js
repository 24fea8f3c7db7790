/** The modules that a page loads first, by the form of its document: they make the text stand. */
import makeRecordGlue from 'glue:first';
import makeTeiGlue from 'glue:tei';
import { Instances } from './instances.js';
import { loadStructure } from './sheets.js';

/** @typedef {import('./full.js').FullInstances} Full */

/** Where they are: beside the script; a page that keeps them elsewhere says so (`ReadingRoom.module`, `teiModule`). */
export const module = {
  record: new URL('./reading-room.wasm', import.meta.url).href,
  tei: new URL('./reading-room-tei.wasm', import.meta.url).href,
  html: new URL('./reading-room-html.wasm', import.meta.url).href,
};

export const first = {
  record: new Instances(makeRecordGlue, () => module.record),
  tei: new Instances(makeTeiGlue, () => {
    // It is needed as soon as the module is.
    void loadStructure();
    return module.tei;
  }),
  // What it takes besides comes with it.
  html: new Instances(
    async () => {
      const { makeGlue, parser } = await import('./html.js');
      return makeGlue(parser());
    },
    () => {
      void loadStructure();
      return module.html;
    },
  ),
  // Few documents need what it has besides.
  xml: {
    get: async () => (await fullCore()).get(),
    /** @type {Full['use']} */
    use: async (task) => (await fullCore()).use(task),
  },
};

async function fullCore() {
  return (await import('./full.js')).full(Instances).xml;
}
