/**
 * How many instructions it takes to open a document, and to show it, as a page does while it comes; and how many for one
 * that is twice as long: at most 2.1 times as many.
 *
 * Instructions, and not time, because they are the same on a busy machine. `cargo xtask bench count` says in VALGRIND
 * where callgrind is, in NATIVE the program of this folder, in SITE a folder for the documents.
 */
import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { documents, twice } from './documents.mjs';
import { aligned } from './table.mjs';

const { VALGRIND = '', NATIVE = '', SITE = '' } = process.env;

const TARGET = 2.1;

const rows = [['document', '', 'MB', 'instructions/byte', 'twice: bytes', 'instructions', 'target']];
for (const { name, source, way } of await all()) {
  const [once, again] = [await count(way, name, source), await count(way, `${name}-twice`, twice(source))];
  const bytes = again.bytes / once.bytes;
  const instructions = again.instructions / once.instructions;
  // What stands around the body is there once only.
  const limit = (TARGET / 2) * bytes;
  rows.push([
    name,
    way,
    (once.bytes / 1e6).toFixed(1),
    (once.instructions / once.bytes).toFixed(1),
    `× ${bytes.toFixed(2)}`,
    `× ${instructions.toFixed(2)}`,
    `≤ ${limit.toFixed(2)} ${instructions <= limit ? 'holds' : 'does not hold'}`,
  ]);
}
console.log(`\n${aligned(rows)}`);
console.log(`\nFunction by function: callgrind_annotate ${join(SITE, '<document>-<way>.callgrind')}`);

/** Every document, in both ways. */
async function all() {
  const found = await documents(process.argv[2]);
  return found.flatMap(({ name, source }) => ['open', 'show'].map((way) => ({ name, source, way })));
}

/**
 * @param {string} way
 * @param {string} name
 * @param {string} source
 */
async function count(way, name, source) {
  const file = join(SITE, `${name}.xml`);
  await writeFile(file, source);
  const options = ['--tool=callgrind', `--callgrind-out-file=${join(SITE, `${name}-${way}.callgrind`)}`];
  const { status, stderr } = spawnSync(VALGRIND, [...options, NATIVE, way, file], { encoding: 'utf8' });
  const instructions = Number(/Collected : (\d+)/.exec(stderr)?.[1]);
  if (status !== 0 || !instructions) throw new Error(`Callgrind could not count ${name} (${way}):\n${stderr}`);
  return { bytes: Buffer.byteLength(source), instructions };
}
