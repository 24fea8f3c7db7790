/**
 * The module that can do everything, in the script itself, where it is every other one too: for the single-file build, and
 * for `reading-room/core` in Node, where bundlers of servers move scripts away from the files beside them.
 */
import makeGlue from 'glue:core';
import bytes from 'bytes:core';
import { every } from './every.js';
import { parsing } from './flatten.js';
import { Instances, cannotRun } from './instances.js';
import { unpacking } from './zip.js';

export { read } from './reading.js';

/** Another one, where the program has it. @type {{ record: string, text: string, tei: string, source: string | WebAssembly.Module }} */
export const module = { record: '', text: '', tei: '', source: '' };

export const cores = every(Instances, makeGlue, () => module.source || compileInside(), () => parsing, () => unpacking);
export const first = cores;
export const full = () => cores;
/** It has told them before it writes. */
export const detection = undefined;

async function compileInside() {
  try {
    return await WebAssembly.compile(bytes);
  } catch (reason) {
    throw cannotRun(reason, '', 'inside');
  }
}
