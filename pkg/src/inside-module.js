/** The module of the single-file build: the full one, inside the script, is the first one too. */
import makeGlue from 'glue:full';
import bytes from 'bytes:full';
import { Instances, cannotRun } from './instances.js';

/** There is no address to set. */
export const module = { address: '', source: '' };

export const full = new Instances(makeGlue, async () => {
  try {
    return await WebAssembly.compile(bytes);
  } catch (reason) {
    throw cannotRun('the module in the script is damaged. Copy the script anew.', reason);
  }
});

export const first = full;
