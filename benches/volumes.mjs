/** The texts that the pages show: volumes of three sizes, and a telegram. */
import { readFile } from 'node:fs/promises';
import { sparse } from './documents.mjs';
import { makeVolume } from './made.mjs';

/** The words that a volume ends with here. */
export const LAST_WORDS = 'These are the last words of all.';

/** What ends a volume: its id tells that the text is there, and its words can be looked for. */
const END = `<p xml:id="doc-end">${LAST_WORDS}</p></body>`;

/**
 * A volume: the address of its file without the ending, which is what ids in the page begin with; its source; the id of the
 * last document in it.
 *
 * @typedef {{ name: string, tei: string, last: string }} Volume
 */

/**
 * Volumes of 1, 5 and 10 MB: of real documents where there are such, and else made up.
 *
 * @returns {Promise<Volume[]>}
 */
export async function volumes() {
  const sizes = [1, 5, 10];
  const real = await sparse();
  return sizes.map((size, index) => {
    const source = real[index]?.source ?? makeVolume(size * 1e6, 'sparse');
    // Images that are not there would be counted as requests.
    const tei = source.replace(/<graphic\b[^>]*(\/>|>\s*<\/graphic>)/g, '').replace(/<\/body>/, END);
    return { name: `v${size}`, tei, last: [...tei.matchAll(/xml:id="(d\d+)"/g)].at(-1)?.[1] ?? '' };
  });
}

/** A record with its text, of some kilobytes. */
export function telegram() {
  return readFile(new URL('../www/documents/telegram.txt', import.meta.url), 'utf8');
}
