/** Which versions of other people's programs take part. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const LOCK = new URL('../Cargo.lock', import.meta.url);

/** How programs that are no crates of ours say their version. @type {Record<string, string>} */
const ASKED = { rustc: '--version', xmllint: '--version', valgrind: '--version' };

/**
 * A program or a crate with its version.
 *
 * @param {string} name
 */
export function versionOf(name) {
  const version = name in ASKED ? told(name) : locked(name);
  return version ? `${name} ${version}` : `no ${name}`;
}

/** @param {string} program */
function told(program) {
  const { stdout, stderr } = spawnSync(program, [ASKED[program]], { encoding: 'utf8' });
  return /\d[\d.]+/.exec(`${stdout ?? ''}${stderr ?? ''}`)?.[0];
}

/** @param {string} crate */
function locked(crate) {
  return new RegExp(`name = "${crate}"\nversion = "([^"]+)"`).exec(readFileSync(LOCK, 'utf8'))?.[1];
}
