/**
 * `reading-room/core`: documents to HTML and data, with no page around: in Node, Deno, Bun, workers and browsers.
 */
import articleStyle from 'style:article';
import structureStyle from 'style:structure';
import { cores, module } from './core-module.js';
import { use } from './cores.js';
import { asFailure, because } from './failure.js';
import { read } from './reading.js';
import { Source } from './source.js';

/** @typedef {import('../types/reading-room.d.ts').Openable} Openable */
/** @typedef {import('../types/reading-room.d.ts').Inspection} Inspection */
/** @typedef {import('../types/core.d.ts').OpenOptions} OpenOptions */
/** @typedef {import('../types/core.d.ts').RenderOptions} RenderOptions */
/** @typedef {import('../wasm/core.js').Reading} Reading */

export { module };

/** The style sheet of the article. */
export const style = articleStyle + structureStyle;

/**
 * Opens a document.
 *
 * @param {Openable} document
 * @param {OpenOptions} [options]
 */
export async function open(document, options = {}) {
  const source = Source.of(document);
  if (!source) throw await asFailure(because('not-openable'), '');
  // Both cores here are the one that can do everything.
  return new OpenedDocument(/** @type {Reading} */ (await read(use, asFailure, cores, source, options)));
}

/** A document that was opened. It holds memory of the WebAssembly module until it is freed, or nobody has it any more. */
export class OpenedDocument {
  #reading;

  /** @param {Reading} reading */
  constructor(reading) {
    this.#reading = reading;
  }

  inspect() {
    return /** @type {Inspection} */ (/** @type {unknown} */ (this.#reading.inspect()));
  }

  /** @param {RenderOptions} [options] */
  article({ headingLevel = 2, prefix = 'document', language } = {}) {
    return this.#reading.html(headingLevel, prefix, language);
  }

  /** @param {RenderOptions & { src?: string }} [options] */
  fragment({ headingLevel = 2, prefix = 'document', language, src } = {}) {
    return this.#reading.fragment(headingLevel, prefix, language, src);
  }

  /** @param {RenderOptions & { src?: string, script?: string }} [options] */
  page({ prefix = 'document', language, src, script } = {}) {
    return this.#reading.page(articleStyle, prefix, language, src, script);
  }

  free() {
    this.#reading.free();
  }
}
