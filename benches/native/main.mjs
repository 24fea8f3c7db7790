/**
 * How fast documents are opened and articles are made of them, natively.
 *
 * `cargo xtask bench native [--rounds N]` says in CARGO which cargo has criterion run, and in SITE a folder for what is kept.
 */
import { spawnSync } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { begin, count, read, save } from '../report/kept.mjs';
import { write } from '../report/results.mjs';
import { print } from '../report/table.mjs';
import { asked } from '../rounds.mjs';
import { versionOf } from '../versions.mjs';
import { volumes } from '../volumes.mjs';
import { NATIVE } from './bars.mjs';

/** What criterion writes of a benchmark: how often it was repeated in each sample, and how long that took, in nanoseconds. @typedef {{ iters: number[], times: number[] }} Written */

const { CARGO = 'cargo', SITE = '' } = process.env;

/** How many samples criterion takes for a round of what others measure; and the fewest that it takes. */
const SAMPLES = { aRound: 10, least: 10 };

const { word, rounds } = asked();
if (word) throw new Error(`All is measured natively: ${word} means nothing here.`);
const folder = join(SITE, 'volumes');
const home = join(SITE, 'criterion');
for (const old of [folder, home]) await rm(old, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
for (const { name, tei } of await volumes()) await writeFile(join(folder, `${name}.xml`), tei);

const kept = await read();
const ofBar = begin([versionOf('rustc'), versionOf('criterion')]);
count(ofBar);
measure();
ofBar.samples = await samples();
ofBar.rounds = Math.max(0, ...Object.values(ofBar.samples).flatMap((peers) => Object.values(peers).map(({ length }) => length)));
kept[NATIVE.name] = ofBar;
await save(kept);
print(NATIVE, ofBar);
await write(kept);

function measure() {
  const bench = ['bench', '--profile=fast', '--package=reading-room-benches', '--bench=criterion'];
  const size = String(Math.max(SAMPLES.least, rounds * SAMPLES.aRound));
  const options = ['--noplot', '--sample-size', size, ...(rounds === 1 ? ['--warm-up-time', '1', '--measurement-time', '1'] : [])];
  const env = { ...process.env, VOLUMES: folder, CRITERION_HOME: home };
  const { status } = spawnSync(CARGO, [...bench, '--', ...options], { env, stdio: 'inherit' });
  if (status !== 0) throw new Error('Criterion could not measure.');
}

/** What criterion has written. */
async function samples() {
  /** @type {import('../report/kept.mjs').Samples} */
  const samples = {};
  for (const text of NATIVE.texts ?? []) {
    samples[text] = {};
    for (const peer of NATIVE.peers) samples[text][peer] = await samplesOf(join(home, peer, text, 'new'));
  }
  return samples;
}

/** @param {string} folder - of a benchmark */
async function samplesOf(folder) {
  /** @type {Written} */
  const { iters, times } = JSON.parse(await readFile(join(folder, 'sample.json'), 'utf8'));
  const { throughput } = JSON.parse(await readFile(join(folder, 'benchmark.json'), 'utf8'));
  return times.map((time, index) => {
    const once = time / iters[index];
    return { time: once / 1e6, speed: (throughput.Bytes / once) * 1e3 };
  });
}
