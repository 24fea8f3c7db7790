/** The modules that a page loads first, by the form of its document: they make the text stand. */
import makeRecordGlue from 'glue:first';
import makeMarkdownGlue from 'glue:markdown';
import makeOfficeGlue from 'glue:office';
import makeTeiGlue from 'glue:tei';
import makeTextGlue from 'glue:text';
import { Instances } from './instances.js';
import { loadStructure } from './sheets.js';

/** @typedef {import('./full.js').FullInstances} Full */

/** Where they are: beside the script; a page that keeps them elsewhere says so (`ReadingRoom.module`, `teiModule`). */
export const module = {
  record: new URL('./reading-room.wasm', import.meta.url).href,
  text: new URL('./reading-room-text.wasm', import.meta.url).href,
  tei: new URL('./reading-room-tei.wasm', import.meta.url).href,
  html: new URL('./reading-room-html.wasm', import.meta.url).href,
  markdown: new URL('./reading-room-markdown.wasm', import.meta.url).href,
  office: new URL('./reading-room-office.wasm', import.meta.url).href,
};

export const first = {
  record: new Instances(makeRecordGlue, () => module.record),
  text: new Instances(makeTextGlue, () => module.text),
  tei: new Instances(makeTeiGlue, () => {
    // It is needed as soon as the module is.
    void loadStructure();
    return module.tei;
  }),
  markdown: new Instances(makeMarkdownGlue, () => {
    void loadStructure();
    return module.markdown;
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
  office: new Instances(
    async () => ({ ...makeOfficeGlue(), ...(await import('./zip.js')) }),
    () => {
      void loadStructure();
      return module.office;
    },
  ),
  // Few documents need what they have besides.
  xml: fullCore('xml'),
  every: fullCore('every'),
};

/** @param {'xml' | 'every'} form */
function fullCore(form) {
  const core = async () => (await import('./full.js')).full(Instances)[form];
  return {
    get: async () => (await core()).get(),
    /** @type {Full['use']} */
    use: async (task) => (await core()).use(task),
  };
}
