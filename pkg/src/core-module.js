/** The module of `reading-room/core`, which reads every form: its file lies beside the script. */
import makeGlue from 'glue:full-tei';
import { Instances } from './instances.js';

/** Where the module is: an address, or the module itself. @type {{ source: string | WebAssembly.Module }} */
export const module = { source: new URL('./reading-room-full-tei.wasm', import.meta.url).href };

const every = new Instances(makeGlue, () => module.source);

export const cores = { record: every, tei: every, xml: every };
