/**
 * The full module in the script itself, where it is the first one too: for the single-file build, and for
 * `reading-room/core` in Node, where bundlers of servers move scripts away from the files beside them.
 */
import makeGlue from 'glue:full';
import bytes from 'bytes:full';
import { Instances, cannotRun, compile } from './instances.js';

/** Another one, where the program has it. @type {{ address: string, source: string | WebAssembly.Module }} */
export const module = { address: '', source: '' };

export const full = new Instances(makeGlue, async () => {
  const { source } = module;
  if (source) return typeof source === 'string' ? compile(source) : source;
  try {
    return await WebAssembly.compile(bytes);
  } catch (reason) {
    throw cannotRun('the module in the script is damaged. Copy the script anew.', reason);
  }
});

export const first = full;
