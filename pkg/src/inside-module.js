/** The module of the single-file build: the full one, inside the script, is the first one too. */
import makeGlue from 'glue:full';
import bytes from 'bytes:full';
import { cannotShow } from './failure.js';
import { Instances } from './instances.js';

/** There is no address to set. */
export const module = { address: '', source: '' };

export const full = new Instances(makeGlue, async () => {
  try {
    return await WebAssembly.compile(bytes);
  } catch (reason) {
    const advice = "this page's Content-Security-Policy forbids WebAssembly. Add 'wasm-unsafe-eval' to its script-src.";
    throw cannotShow('policy', advice, reason);
  }
});

export const first = full;
