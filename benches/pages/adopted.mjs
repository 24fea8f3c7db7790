/** A page that was rendered ahead of time: what the element changes in it, and what it asks for before the text is painted. */
import { visiting, watched } from './load.mjs';
import { idle } from './watch.mjs';

/**
 * @param {import('./chromium.mjs').Chromium} chromium
 * @param {import('./load.mjs').Site} site
 * @param {import('./peers.mjs').Visit} visit
 * @returns {Promise<import('./load.mjs').Sample>}
 */
export async function adopted(chromium, site, visit) {
  return visiting(chromium, site, visit, {}, async (page) => {
    const { paint, whole, shift } = await watched(page);
    await page.call(idle);
    return { paint, whole, shift, ...(await page.call(compare, paint)) };
  });
}

/**
 * Runs in the page.
 *
 * @param {number} paint - when text was painted first
 */
function compare(paint) {
  /** @type {{ before: Element[] }} */
  const { before } = /** @type {any} */ (globalThis);
  const after = [...document.querySelectorAll('reading-room article, reading-room article *')];
  // The script is asked for by the page itself.
  const asked = performance.getEntriesByType('resource').filter(({ name }) => !name.endsWith('/reading-room.js'));
  return {
    nodes: before.length,
    replaced: before.filter((node, index) => after[index] !== node).length + Math.abs(after.length - before.length),
    early: asked.filter(({ startTime }) => startTime < paint).length,
    later: asked.length,
  };
}
