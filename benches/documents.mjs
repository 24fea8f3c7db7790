/**
 * The documents that are measured: volumes, sparse and dense.
 *
 * Those of the larger corpora, which are no part of this repository, where they are there; and two that are made here, so
 * that something can be measured anywhere.
 */
import { isUtf8 } from 'node:buffer';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { makeVolume } from './made.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CORPUS = process.env.READING_ROOM_CORPUS ?? join(ROOT, '../shared/corpus');
const BENCH = process.env.READING_ROOM_BENCH ?? join(ROOT, '../shared/bench');

/** The least size of a volume, in bytes; below it, what an opening costs by itself is a part of what is measured. */
const VOLUME = 1e6;

/** Sizes that volumes are cut to, in millions of bytes. */
const CUTS = [1, 5, 9.9];

/** What the cases of a form are put behind, so that all of them are one document of that form. */
const FORMS = { record: '**A Note**\n\n**Contents:**\n\n', plain: '', markdown: '---\ntitle: A Note\n---\n\n', html: '<!doctype html>\n' };

/** The least size of such a document, in bytes. */
const LONG = 2e5;

/** @typedef {{ name: string, source: string }} Source */
/** A document, and one that is twice as long. @typedef {Source & { again: string }} Doubled */

/**
 * All of them, or those whose names begin so.
 *
 * @param {string} [word]
 * @returns {Promise<Source[]>}
 */
export async function documents(word = '') {
  const made = [
    { name: 'made-sparse', source: makeVolume(2e6, 'sparse') },
    { name: 'made-dense', source: makeVolume(2e6, 'dense') },
  ];
  const all = [...(await sparse()), ...(await dense()), ...made];
  const chosen = all.filter(({ name }) => name.startsWith(word));
  if (chosen.length === 0) throw new Error(`No volume begins with ${word}: there are ${all.map(({ name }) => name).join(', ')}.`);
  return chosen;
}

/**
 * Volumes of real documents, of three sizes, where these are there.
 *
 * @returns {Promise<Source[]>}
 */
export async function sparse() {
  const file = join(BENCH, 'fixtures/volume-parts.xml.br');
  if (!isThere(file)) return [];
  const parts = brotliDecompressSync(await readFile(file)).toString().split(/<!--DOC \d+-->\n/).filter(Boolean);
  return CUTS.map((size) => ({ name: `sparse-${size}`, source: cut(parts, size * 1e6) }));
}

/**
 * The parts that go into that many bytes, as a volume.
 *
 * @param {string[]} parts
 * @param {number} size
 */
function cut(parts, size) {
  let body = '';
  let length = 0;
  for (const part of parts) {
    if (length > 0 && length + Buffer.byteLength(part) > size) continue;
    body += part;
    length += Buffer.byteLength(part);
  }
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>A volume</title></titleStmt>
<publicationStmt><p>Made to be measured.</p></publicationStmt><sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader>
<text><body>
${body}</body></text></TEI>
`;
}

/** The volumes of the Foreign Relations of the United States. */
async function dense() {
  const folder = join(CORPUS, 'frus-tei');
  if (!isThere(folder)) return [];
  const names = (await readdir(folder)).filter((name) => name.endsWith('.xml')).sort();
  const read = names.map(async (name) => ({
    name: name.replace('.xml', ''),
    source: await readFile(join(folder, name), 'utf8'),
  }));
  return (await Promise.all(read)).filter(({ source }) => source.length > VOLUME);
}

/**
 * Volumes, twice; all of them, or those whose names begin so.
 *
 * @param {string} word
 * @returns {Promise<Doubled[]>}
 */
export async function doubledVolumes(word) {
  const chosen = await documents(word);
  return chosen.map(({ name, source }) => ({ name, source, again: twice(source) }));
}

/**
 * What the tests have of the forms that are no XML, each as one long document, and twice.
 *
 * @returns {Promise<Doubled[]>}
 */
export async function doubledForms() {
  const made = Object.entries(FORMS).map(async ([name, beginning]) => {
    const folder = join(ROOT, 'tests/corpus', name);
    const files = (await readdir(folder)).filter((file) => /\.(txt|md)$/.test(file)).sort();
    const read = await Promise.all(files.map((file) => readFile(join(folder, file))));
    const all = read.filter((bytes) => isUtf8(bytes)).join('\n\n');
    const words = `${all}\n\n`.repeat(Math.ceil(LONG / all.length));
    return { name, source: beginning + words, again: beginning + words + words };
  });
  return Promise.all(made);
}

/** @param {string} path */
function isThere(path) {
  if (existsSync(path)) return true;
  console.log(`Not measured, because it is not there: ${path}`);
  return false;
}

/**
 * The document with all that its body holds a second time, under other names.
 *
 * @param {string} source
 */
function twice(source) {
  const start = source.indexOf('>', source.indexOf('<body')) + 1;
  const end = source.lastIndexOf('</body>');
  if (start <= 0 || end < start) throw new Error('A document without a body cannot be had twice.');
  const again = source.slice(start, end).replace(/(xml:id="|target="#|corresp="#)/g, '$1again-');
  return source.slice(0, end) + again + source.slice(end);
}

/**
 * What is said of volumes in tables: how large they are, and how dense.
 *
 * @param {Source[]} sources
 */
export function labels(sources) {
  const said = sources.map(({ name, source }) => {
    const size = Buffer.byteLength(source) / 1e6;
    const elements = source.match(/<[A-Za-z]/g)?.length ?? 0;
    return [name, `${name}: ${size.toFixed(1)} MB, ${(elements / size).toFixed(0)} elements/MB`];
  });
  return Object.fromEntries(said);
}
