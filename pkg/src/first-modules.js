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

/**
 * Finds the module of a form whose texts need the style sheet for structure: as soon as the module, so it comes along.
 *
 * @param {'tei' | 'html' | 'markdown' | 'office'} form
 */
const structured = (form) => () => {
  void loadStructure();
  return module[form];
};

export const first = {
  record: new Instances(makeRecordGlue, () => module.record),
  text: new Instances(makeTextGlue, () => module.text),
  tei: new Instances(makeTeiGlue, structured('tei')),
  markdown: new Instances(makeMarkdownGlue, structured('markdown')),
  // What these take besides comes with them.
  html: new Instances(async () => (await import('./html.js')).makeHtmlGlue(), structured('html')),
  office: new Instances(async () => ({ ...makeOfficeGlue(), ...(await import('./zip.js')) }), structured('office')),
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
