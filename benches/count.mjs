/**
 * How many instructions it takes to open a document, and how many for one that is twice as long: at most 2.1 times as many.
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

const rows = [['document', 'MB', 'instructions/byte', 'twice: bytes', 'instructions', 'target']];
for (const { name, source } of await documents(process.argv[2])) {
  const [once, again] = [await count(name, source), await count(`${name}-twice`, twice(source))];
  const bytes = again.bytes / once.bytes;
  const instructions = again.instructions / once.instructions;
  // What stands around the body is there once only.
  const limit = (TARGET / 2) * bytes;
  rows.push([
    name,
    (once.bytes / 1e6).toFixed(1),
    (once.instructions / once.bytes).toFixed(1),
    `× ${bytes.toFixed(2)}`,
    `× ${instructions.toFixed(2)}`,
    `≤ ${limit.toFixed(2)} ${instructions <= limit ? 'holds' : 'does not hold'}`,
  ]);
}
console.log(`\n${aligned(rows)}`);
console.log(`\nFunction by function: callgrind_annotate ${join(SITE, '<document>.callgrind')}`);

/**
 * @param {string} name
 * @param {string} source
 */
async function count(name, source) {
  const file = join(SITE, `${name}.xml`);
  await writeFile(file, source);
  const options = ['--tool=callgrind', `--callgrind-out-file=${join(SITE, `${name}.callgrind`)}`];
  const { status, stderr } = spawnSync(VALGRIND, [...options, NATIVE, 'open', file], { encoding: 'utf8' });
  const instructions = Number(/Collected : (\d+)/.exec(stderr)?.[1]);
  if (status !== 0 || !instructions) throw new Error(`Callgrind could not count ${name}:\n${stderr}`);
  return { bytes: Buffer.byteLength(source), instructions };
}
