/** The style sheet that only some articles need, so that no other page loads it. */

/** It, as soon as it is there. */
export const structure = { style: '' };

/** Has it loaded. An article stands without it as well, if it must. */
export async function loadStructure() {
  if (structure.style) return;
  try {
    structure.style = (await import('./structure.js')).style;
  } catch (reason) {
    console.error('reading-room: a style sheet cannot be loaded.', reason);
  }
}
