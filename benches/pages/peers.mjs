/** Who is measured: the element, in the ways in which a page can have it, beside static pages of the same text. */
import { spawnSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builds } from './builds.mjs';
import { UNSEEN, ofRecord, ofTei, pageOf } from './plain.mjs';

/** @typedef {import('../volumes.mjs').Volume} Volume */

/**
 * A page with a text: its address, and an expression that is true in it once all of the text is there.
 *
 * @typedef {object} Visit
 * @property {string} path
 * @property {string} whole
 * @property {string} [target] - the id of the last document of a volume, in this page
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Where the package is, as it is shipped. */
const PACKAGE = 'reading-room';

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
 * @param {string} folder - for what is made here
 */
export async function site(volumes, record, program, folder) {
  /** @type {Map<string, string | Buffer>} */
  const files = new Map();
  const addAll = async (/** @type {string} */ from, /** @type {string} */ to) => {
    const names = (await readdir(from)).filter((name) => /\.(js|wasm)$/.test(name));
    for (const name of names) files.set(`/${to}/${name}`, await readFile(`${from}/${name}`));
  };
  const packages = { [PACKAGE]: `${ROOT}pkg/dist`, ...(await builds(folder)) };
  for (const [name, built] of Object.entries(packages)) await addAll(built, name);
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
    const [whole, target] = [has(`${name}-doc-end`), `${name}-${last}`];
    add('element', name, elementPage(`/${name}.xml`), { whole: `watched.loaded && ${whole}`, target });
    add('rendered', name, await renderedPage(program, folder, `${name}.xml`, tei), { whole, target });
    for (const way of ['instructions', 'inner', 'unsafe']) {
      visits[name][way] = { path: `/nodes.html?${way},${name}`, whole: 'globalThis.made !== undefined' };
    }
  }
  files.set('/nodes.html', '<!doctype html><title>Nodes</title><script type="module" src="/nodes/nodes.js"></script>');
  files.set('/nodes/nodes.js', await readFile(`${ROOT}benches/pages/nodes.js`));
  await addAll(`${ROOT}pkg/src`, 'nodes/src');
  await addAll(`${ROOT}pkg/wasm`, 'nodes/wasm');

  files.set('/telegram.txt', record);
  const stands = endsWith(record.trim().slice(-40));
  const whole = `watched.loaded && ${stands}`;
  add('static', 'telegram', pageOf(ofRecord(record)), { whole: stands });
  add('element', 'telegram', elementPage('/telegram.txt'), { whole });
  add('preloaded', 'telegram', elementPage('/telegram.txt', { lines: PRELOAD }), { whole });
  add('inside', 'telegram', elementPage('/telegram.txt', { from: 'inside' }), { whole });
  add('one', 'telegram', elementPage('/telegram.txt', { from: 'one' }), { whole });
  const rendered = (await renderedPage(program, folder, 'telegram.txt', record)).replace('</body>', `${KEEP}</body>`);
  add('rendered', 'telegram', rendered, { whole: stands });
  return { files, visits };
}

/**
 * @param {string} src
 * @param {{ lines?: string, from?: string }} [head] - lines in the page's head, and the folder of the package
 */
function elementPage(src, { lines = '', from = PACKAGE } = {}) {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A text</title>
${BARE}${lines}<script type="module" src="/${from}/reading-room.js"></script></head>
<body><reading-room loading="eager" src="${src}"></reading-room></body></html>
`;
}

/**
 * The page that the command line tool makes of a document, of whose file it takes the name for ids, as the element does.
 *
 * @param {string} program
 * @param {string} folder
 * @param {string} name
 * @param {string} source
 */
async function renderedPage(program, folder, name, source) {
  const file = join(folder, name);
  await writeFile(file, source);
  const options = ['--src', `/${name}`, '--script', `/${PACKAGE}/reading-room.js`];
  const { status, stdout, stderr } = spawnSync(program, ['render', file, ...options], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${name} could not be rendered:\n${stderr}`);
  return stdout;
}

/** @param {string} id */
function has(id) {
  return `document.getElementById('${id}') !== null`;
}

/** @param {string} words */
function endsWith(words) {
  return `document.querySelector('article')?.textContent.includes(${JSON.stringify(words)})`;
}
