/** The style sheet that only some articles need, so that no other page loads it. */
import { cannotLoad } from './failure.js';

/** It, as soon as it has come: empty if it cannot be had. @type {{ style?: string }} */
export const structure = {};

/** Has it loaded. An article stands without it as well, if it must. */
export async function loadStructure() {
  if (structure.style) return;
  try {
    structure.style = (await import('./structure.js')).style;
  } catch (reason) {
    structure.style = '';
    cannotLoad('a style sheet')(reason);
  }
}
