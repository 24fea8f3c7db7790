/**
 * Homes for the packed package: folders with a small site each, into which the tarball is installed as it would be from
 * the registry. HOMES is the folder in which they are made, and in which the tools of package.json are installed.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const PACKAGE = fileURLToPath(new URL('../../pkg', import.meta.url));
const SITES = fileURLToPath(new URL('homes', import.meta.url));
const SHELL = process.platform === 'win32';

assert.ok(process.env.HOMES, 'Where? `cargo xtask test package` says it in HOMES.');
export const HOMES = process.env.HOMES;

/** Loads a tool from where it is installed. */
export const load = createRequire(join(HOMES, 'package.json'));

/** The document that every home shows. */
export const TELEGRAM = fileURLToPath(new URL('../../www/documents/telegram.txt', import.meta.url));
export const TITLE = 'Telegram from Soviet Ambassador to the USA A.F. Dobrynin to USSR Foreign Ministry';

/** @type {Promise<{ path: string, files: string[] }> | undefined} */
let packed;
/** @type {string[]} */
const tarballs = [];

after(async () => {
  for (const folder of tarballs) await rm(folder, { recursive: true });
});

/** The tarball: where it is, and what is in it. */
export function pack() {
  return (packed ??= packIt());
}

async function packIt() {
  const folder = await mkdtemp(join(HOMES, 'tarball-'));
  tarballs.push(folder);
  const said = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], PACKAGE);
  // npm 12 names the packages, those before have a list of them.
  const [{ filename, files }] = Object.values(JSON.parse(said));
  return { path: join(folder, filename), files: files.map((/** @type {{ path: string }} */ { path }) => path).sort() };
}

/**
 * A fresh copy of a home, with the package installed in it; gives its folder.
 *
 * @param {string} name
 * @param {string} document - Where in the home the document lies.
 */
export async function move(name, document = 'telegram.txt') {
  const folder = join(HOMES, name);
  await rm(folder, { recursive: true, force: true });
  await cp(join(SITES, name), folder, { recursive: true });
  await cp(TELEGRAM, join(folder, document));
  const { path } = await pack();
  await run('npm', ['install', '--offline', '--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts', path], folder);
  return folder;
}

/**
 * Runs a program to its end, and gives what it printed; fails with everything that it said.
 *
 * @param {string} program
 * @param {string[]} words
 * @param {string} folder
 * @param {Record<string, string>} [environment]
 */
export async function run(program, words, folder, environment = {}) {
  const options = { cwd: folder, shell: SHELL, env: { ...process.env, ...environment }, maxBuffer: 1 << 24 };
  try {
    const { stdout } = await promisify(execFile)(program, words, options);
    return stdout;
  } catch (error) {
    const { stdout, stderr } = /** @type {{ stdout: string, stderr: string }} */ (error);
    throw new Error(`${program} ${words.join(' ')} failed.\n${stdout}\n${stderr}`);
  }
}

/**
 * Runs a tool of package.json, by the path of its script.
 *
 * @param {string} script
 * @param {string[]} words
 * @param {string} folder
 * @param {Record<string, string>} [environment]
 */
export function tool(script, words, folder, environment) {
  return run(process.execPath, [join(HOMES, 'node_modules', script), ...words], folder, environment);
}
