/**
 * The package built otherwise than it is shipped, to see what that would be worth: a copy of its sources in which one file says
 * something else, bundled as they are.
 */
import { spawnSync } from 'node:child_process';
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What bundling reads. */
const SOURCES = ['pkg/src', 'pkg/wasm', 'pkg/types', 'src/render', 'xtask', 'LICENSE-APACHE', 'LICENSE-MIT'];

/** What says where the first modules are. */
const FILE = 'pkg/src/first-modules.js';

/** Words of that file, and what stands in their place. @typedef {[string, string][]} Changes */

/** @type {Record<string, () => Promise<Changes>>} */
const BUILDS = {
  /** The module for records inside the script. */
  inside: async () => {
    const bytes = await readFile(join(ROOT, 'pkg/wasm/first.wasm'), 'base64');
    return [['() => module.record', `() => WebAssembly.compile(Uint8Array.fromBase64('${bytes}'))`]];
  },
  /** One module, which can do everything. */
  one: async () => [
    ["'glue:first'", "'glue:full-tei'"],
    ["'glue:tei'", "'glue:full-tei'"],
    ["'./reading-room.wasm'", "'./reading-room-full-tei.wasm'"],
    ["'./reading-room-tei.wasm'", "'./reading-room-full-tei.wasm'"],
  ],
};

/**
 * Builds all of them below a folder; gives the folders, by their names.
 *
 * @param {string} folder
 * @returns {Promise<Record<string, string>>}
 */
export async function builds(folder) {
  const made = Object.entries(BUILDS).map(async ([name, changes]) => [name, await build(join(folder, name), await changes())]);
  return Object.fromEntries(await Promise.all(made));
}

/**
 * @param {string} copy
 * @param {Changes} changes
 */
async function build(copy, changes) {
  await rm(copy, { recursive: true, force: true });
  await mkdir(copy, { recursive: true });
  for (const source of SOURCES) await cp(join(ROOT, source), join(copy, source), { recursive: true });
  await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
  let words = await readFile(join(copy, FILE), 'utf8');
  for (const [old, other] of changes) {
    if (!words.includes(old)) throw new Error(`${FILE} does not say ${old} any more: what stands in its place is to be said in benches/pages/builds.mjs.`);
    words = words.replace(old, () => other);
  }
  await writeFile(join(copy, FILE), words);
  const { status } = spawnSync(process.execPath, [join(copy, 'xtask/bundle.mjs')], { cwd: copy, stdio: 'inherit' });
  if (status !== 0) throw new Error(`The build in ${copy} failed.`);
  return join(copy, 'pkg/dist');
}
