/**
 * The modules that make texts of HTML, Markdown, and Word and OpenDocument stand, with what they need besides: the browser's
 * parser, what unpacks. They come when a page has a document of such a form.
 */
import makeHtmlGlue from 'glue:html';
import makeMarkdownGlue from 'glue:markdown';
import makeOfficeGlue from 'glue:office';
import { parser } from './flatten.js';

export { parser };

/** @type {ReturnType<typeof made> | undefined} */
let cores;

/**
 * The modules by form: their files lie beside the script.
 *
 * @param {typeof import('./instances.js').Instances} Instances
 * @param {() => Promise<unknown>} loadStructure has the style come that their texts need
 */
export function forms(Instances, loadStructure) {
  void loadStructure();
  cores ??= made(Instances);
  return cores;
}

/** @param {typeof import('./instances.js').Instances} Instances */
function made(Instances) {
  return {
    html: new Instances(
      () => makeHtmlGlue(parser()),
      () => new URL('./reading-room-html.wasm', import.meta.url).href,
    ),
    markdown: new Instances(makeMarkdownGlue, () => new URL('./reading-room-markdown.wasm', import.meta.url).href),
    office: new Instances(
      async () => ({ ...makeOfficeGlue(), ...(await import('./zip.js')) }),
      () => new URL('./reading-room-office.wasm', import.meta.url).href,
    ),
  };
}
