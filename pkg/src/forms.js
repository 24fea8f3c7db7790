/**
 * The modules that make texts of HTML, Markdown, and Word and OpenDocument stand, with what they need besides: the style of
 * such texts, the browser's parser, what unpacks. They come when a page has a document of such a form, and are handed what
 * the element's script has.
 */
import style from 'style:forms';
import { parsing } from './flatten.js';

export { parsing };

/** @typedef {typeof import('glue:first').default} MakeGlue the glue, which is that of all modules that make texts stand */

/** @type {ReturnType<typeof made> | undefined} */
let cores;

/**
 * The modules by form: their files lie beside the script.
 *
 * @param {typeof import('./instances.js').Instances} Instances
 * @param {MakeGlue} makeGlue
 */
export function forms(Instances, makeGlue) {
  cores ??= made(Instances, () => ({ ...makeGlue(), style }));
  return cores;
}

/**
 * @param {typeof import('./instances.js').Instances} Instances
 * @param {() => ReturnType<MakeGlue> & { style: string }} makeGlue
 */
function made(Instances, makeGlue) {
  return {
    html: new Instances(
      () => parsing(makeGlue()),
      () => new URL('./reading-room-html.wasm', import.meta.url).href,
    ),
    markdown: new Instances(makeGlue, () => new URL('./reading-room-markdown.wasm', import.meta.url).href),
    office: new Instances(
      async () => (await import('./zip.js')).unpacking(makeGlue()),
      () => new URL('./reading-room-office.wasm', import.meta.url).href,
    ),
  };
}
