/** The module of the full core: its file lies beside the script. */
import makeGlue from 'glue:full';
import { Instances, compile } from './instances.js';

/** Where the module is: an address, or the module itself. @type {{ source: string | WebAssembly.Module }} */
export const module = { source: new URL('./reading-room-full.wasm', import.meta.url).href };

export const full = new Instances(makeGlue, async () => {
  const { source } = module;
  return typeof source === 'string' ? compile(source) : source;
});
