/** The module of the full core: its file lies beside the script. */
import makeGlue from 'glue:full';
import { cannotShow } from './failure.js';
import { Instances, compile } from './instances.js';

/** Where the module is: an address, or the module itself. @type {{ source: string | WebAssembly.Module }} */
export const module = { source: new URL('./reading-room-full.wasm', import.meta.url).href };

export const full = new Instances(makeGlue, async () => {
  const { source } = module;
  if (source instanceof WebAssembly.Module) return source;
  return source.startsWith('file:') ? compileFile(source) : compile(source);
});

/**
 * A file beside this script: Node does not fetch files.
 *
 * @param {string} address
 */
async function compileFile(address) {
  // By a name that bundlers for the browser do not follow.
  const name = 'node:fs/promises';
  try {
    const { readFile } = await import(/* webpackIgnore: true */ /* @vite-ignore */ name);
    return await WebAssembly.compile(await readFile(new URL(address)));
  } catch (reason) {
    throw cannotShow('core', `${address} is not there, or not WebAssembly. Install the package anew.`, reason);
  }
}
