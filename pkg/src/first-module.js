/** The module that a page loads first: it makes the text stand. */
import makeGlue from 'glue:first';
import { Instances, compile } from './instances.js';

/** The first core. Its file lies beside the script; a page that keeps it elsewhere says where (`ReadingRoom.module`). */
export const module = { address: new URL('./reading-room.wasm', import.meta.url).href };

export const first = new Instances(makeGlue, () => compile(module.address));
