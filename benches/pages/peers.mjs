/** Who is measured: the element, in the ways in which a page can have it, beside static pages of the same text. */
import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { UNSEEN, ofRecord, ofTei, pageOf } from './plain.mjs';

/** @typedef {import('./volumes.mjs').Volume} Volume */

/**
 * A page with a text: its address, and an expression that is true in it once all of the text is there.
 *
 * @typedef {object} Visit
 * @property {string} path
 * @property {string} whole
 * @property {string} [target] - the id of the last document of a volume, in this page
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const SCRIPT = '<script type="module" src="/reading-room/reading-room.js"></script>';

/** Like the element of a page that has nothing else in it. */
const BARE = '<style>html, body { margin: 0; height: 100% }</style>';

/** The lines that README gives for slow lines. */
const PRELOAD = `<link rel="preload" href="/reading-room/reading-room.wasm" as="fetch" type="application/wasm" crossorigin>
<link rel="modulepreload" href="/reading-room/reading-room.js">
<link rel="preload" href="/telegram.txt" as="fetch" crossorigin>`;

/** Keeps the nodes that stand before the element is there. */
const KEEP = `<script>globalThis.before = [...document.querySelectorAll('reading-room article, reading-room article *')]</script>`;

/**
 * The files of a site with all pages, and the pages by who is measured and the name of the text.
 *
 * @param {Volume[]} volumes
 * @param {string} record
 * @param {string} program - the command line tool
 */
export async function site(volumes, record, program) {
  /** @type {Map<string, string | Buffer>} */
  const files = await builtPackage();
  /** @type {Record<string, Record<string, Visit>>} */
  const visits = {};
  const add = (/** @type {string} */ peer, /** @type {string} */ text, /** @type {string} */ page, /** @type {Omit<Visit, 'path'>} */ rest) => {
    const path = `/${peer}/${text}.html`;
    files.set(path, page);
    (visits[text] ??= {})[peer] = { path, ...rest };
  };

  files.set('/blank.html', '<!doctype html><title>Blank</title>');
  for (const { name, tei, last } of volumes) {
    const plain = ofTei(tei);
    files.set(`/${name}.xml`, tei);
    add('static', name, pageOf(plain), { whole: has('doc-end'), target: last });
    add('unseen', name, pageOf(plain, UNSEEN), { whole: has('doc-end'), target: last });
    const whole = `watched.loaded && ${has(`${name}-doc-end`)}`;
    add('element', name, elementPage(`/${name}.xml`), { whole, target: `${name}-${last}` });
  }

  files.set('/telegram.txt', record);
  const whole = endsWith(record.trim().slice(-40));
  add('static', 'telegram', pageOf(ofRecord(record)), { whole });
  add('element', 'telegram', elementPage('/telegram.txt'), { whole: `watched.loaded && ${whole}` });
  add('preloaded', 'telegram', elementPage('/telegram.txt', PRELOAD), { whole: `watched.loaded && ${whole}` });
  add('rendered', 'telegram', renderedPage(program), { whole });
  return { files, visits };
}

async function builtPackage() {
  const folder = `${ROOT}pkg/dist/`;
  const names = (await readdir(folder)).filter((name) => /\.(js|wasm)$/.test(name));
  const read = names.map(async (name) => /** @type {const} */ ([`/reading-room/${name}`, await readFile(folder + name)]));
  return new Map(await Promise.all(read));
}

/**
 * @param {string} src
 * @param {string} [lines]
 */
function elementPage(src, lines = '') {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A text</title>
${BARE}${lines}${SCRIPT}</head>
<body><reading-room loading="eager" src="${src}"></reading-room></body></html>
`;
}

/**
 * The page that the command line tool makes of the telegram.
 *
 * @param {string} program
 */
function renderedPage(program) {
  const options = ['--src', '/telegram.txt', '--script', '/reading-room/reading-room.js'];
  const file = `${ROOT}www/documents/telegram.txt`;
  const { status, stdout, stderr } = spawnSync(program, ['render', file, ...options], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The telegram could not be rendered:\n${stderr}`);
  return stdout.replace('</body>', `${KEEP}</body>`);
}

/** @param {string} id */
function has(id) {
  return `document.getElementById('${id}') !== null`;
}

/** @param {string} words */
function endsWith(words) {
  return `document.querySelector('article')?.textContent.includes(${JSON.stringify(words)})`;
}
