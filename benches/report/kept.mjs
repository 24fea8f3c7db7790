/** What is kept of the measurements, so that a part can be measured anew and the others stay in the report. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';

/** What was measured at once, by what it is. @typedef {Record<string, number>} Sample */

/** The samples of a bar, by text and peer, a round after another; null where there was none. @typedef {Record<string, Record<string, (Sample | null)[]>>} Samples */

/**
 * What is kept of a bar: when, where and with what it was measured (the commit is the last one that changed the core or the
 * package), how busy the machine was as each round began, and the samples; and what is said of texts besides their names.
 *
 * @typedef {object} Kept
 * @property {string} date
 * @property {string} commit
 * @property {string[]} versions
 * @property {string} machine
 * @property {number[]} loads
 * @property {number} rounds
 * @property {Samples} samples
 * @property {Record<string, string>} [texts]
 */

const file = join(process.env.SITE ?? '', 'figures.json');

/** By the names of the bars. @returns {Promise<Record<string, Kept>>} */
export async function read() {
  return existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : {};
}

/** @param {Record<string, Kept>} kept */
export async function save(kept) {
  await writeFile(file, JSON.stringify(kept));
}

/**
 * A bar of which nothing has been measured yet.
 *
 * @param {string[]} versions - of what takes part
 * @returns {Kept}
 */
export function begin(versions) {
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: execFileSync('git', ['log', '-1', '--format=%h', '--', 'src', 'pkg'], { encoding: 'utf8' }).trim(),
    versions,
    machine: `${cpus()[0].model}, ${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, ${system()}`,
    loads: [],
    rounds: 0,
    samples: {},
  };
}

/** The system with the first two numbers of its version. */
function system() {
  return `${type()} ${release().split('.').slice(0, 2).join('.')}`;
}

/**
 * Another round begins.
 *
 * @param {Kept} kept
 */
export function count(kept) {
  kept.rounds++;
  kept.loads.push(loadavg()[0]);
}

/**
 * Adds what was measured in the round that is under way.
 *
 * @param {Kept} kept
 * @param {string} text
 * @param {string} peer
 * @param {Sample | null} sample
 */
export function add({ samples, rounds }, text, peer, sample) {
  ((samples[text] ??= {})[peer] ??= [])[rounds - 1] = sample;
}
