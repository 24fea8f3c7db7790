import type { DocumentText, DocumentRecord, Failure, Inspection, Openable } from './reading-room.js';
export type * from './reading-room.js';

export interface OpenOptions {
  /** The form of the document, where it is not to be found out: `record`, `plain`, `tei`, `html` or `markdown`; `word` and `opendocument` are told by their bytes. */
  format?: string;
  /** The id of the document that is wanted, where there are several: one of a volume. All of it by default. */
  part?: string;
  /** The encoding that was declared, where the bytes alone don't tell: `windows-1251`. */
  charset?: string;
}

export interface RenderOptions {
  /** The level of the title among the page's headings, 1 to 6. 2 by default. */
  headingLevel?: number;
  /** What ids begin with, so that two documents in one page don't collide. `document` by default. */
  prefix?: string;
  /** The language of texts that don't say theirs, as a BCP 47 tag. Unknown by default. */
  language?: string;
}

/**
 * Opens a document.
 *
 * HTML is read by the parser of a browser. Where there is none, in Node, Deno, Bun and workers, a document of HTML is refused
 * with the code `no-parser`, unless the program has set `globalThis.DOMParser`, to that of linkedom or jsdom, say.
 *
 * @throws {Failure} where there is nothing to show
 * @example
 * import { readFile } from 'node:fs/promises';
 * import { open } from 'reading-room/core';
 * const document = await open(await readFile('telegram.txt'));
 * console.log(document.inspect().record.title);
 */
export function open(document: Openable, options?: OpenOptions): Promise<OpenedDocument>;

/** A document that was opened. It holds memory of the WebAssembly module until it is freed, or nobody has it any more. */
export class OpenedDocument {
  private constructor();
  /** Everything that was understood; positions in texts are UTF-16 units. */
  inspect(): Inspection;
  /** The `<article>`, as HTML. */
  article(options?: RenderOptions): string;
  /** The tag `<reading-room>` with the article in it, which the element adopts where its script runs. */
  fragment(options?: RenderOptions & { src?: string }): string;
  /** A complete page, which needs no script; with one, the element adopts the article. */
  page(options?: RenderOptions & { src?: string; script?: string }): string;
  /** Gives back its memory. */
  free(): void;
}

/** The style sheet of the article. */
export const style: string;

/**
 * Where the WebAssembly module is: an address, or the module itself. By default it is the file beside the script; in Node,
 * Deno and Bun it is in the script, and this is empty.
 */
export const module: { source: string | WebAssembly.Module };
