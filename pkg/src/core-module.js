/** The module of `reading-room/core`, which reads every form: its file lies beside the script. */
import makeGlue from 'glue:core';
import { every } from './every.js';
import { parsing } from './flatten.js';
import { Instances } from './instances.js';
import { unpacking } from './zip.js';

/** Where the module is: an address, or the module itself. @type {{ source: string | WebAssembly.Module }} */
export const module = { source: new URL('./reading-room-core.wasm', import.meta.url).href };

export const cores = every(Instances, makeGlue, () => module.source, () => parsing, () => unpacking);
