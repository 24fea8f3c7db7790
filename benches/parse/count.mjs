/**
 * How many instructions it takes to open a document, and to show it, as a page does while it comes; and how many for one
 * that is twice as long. With the word `forms`, only for what is no XML.
 *
 * Instructions, and not time, because they are the same on a busy machine. `cargo xtask bench count` says in VALGRIND
 * where callgrind is, in NATIVE the program of this folder, in SITE a folder for the documents.
 */
import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { doubledForms, doubledVolumes, labels } from '../documents.mjs';
import { add, begin, count as countRound, read, save } from '../report/kept.mjs';
import { write } from '../report/results.mjs';
import { print } from '../report/table.mjs';
import { asked } from '../rounds.mjs';
import { versionOf } from '../versions.mjs';
import { COUNTED } from './bars.mjs';

const { VALGRIND = '', NATIVE = '', SITE = '' } = process.env;

const { word } = asked();
const kept = await read();
const [ofVolumes, ofForms] = COUNTED;
if (word !== 'forms') {
  const volumes = await doubledVolumes(word);
  await measure(ofVolumes, volumes, labels(volumes));
}
if (!word || word === 'forms') await measure(ofForms, await doubledForms());
await write(kept);
console.log(`\nFunction by function: callgrind_annotate ${join(SITE, '<document>-<way>.callgrind')}`);

/**
 * @param {import('../report/bar.mjs').Bar} bar
 * @param {import('../documents.mjs').Doubled[]} chosen
 * @param {Record<string, string>} [texts] - what is said of them besides their names
 */
async function measure(bar, chosen, texts) {
  const ofBar = { ...begin([versionOf('rustc'), versionOf('valgrind')]), texts };
  countRound(ofBar);
  for (const { name, source, again } of chosen) {
    for (const way of bar.peers) {
      const [instructions, grown] = [await count(way, name, source), await count(way, `${name}-twice`, again)];
      add(ofBar, name, way, { instructions, growth: grown / instructions });
    }
  }
  kept[bar.name] = ofBar;
  await save(kept);
  print(bar, ofBar);
}

/**
 * How many instructions a byte takes.
 *
 * @param {string} way
 * @param {string} name
 * @param {string} source
 */
async function count(way, name, source) {
  const file = join(SITE, `${name}.document`);
  await writeFile(file, source);
  const options = ['--tool=callgrind', `--callgrind-out-file=${join(SITE, `${name}-${way}.callgrind`)}`];
  const { status, stderr } = spawnSync(VALGRIND, [...options, NATIVE, way, file], { encoding: 'utf8' });
  const instructions = Number(/Collected : (\d+)/.exec(stderr)?.[1]);
  if (status !== 0 || !instructions) throw new Error(`Callgrind could not count ${name} (${way}):\n${stderr}`);
  return instructions / Buffer.byteLength(source);
}
