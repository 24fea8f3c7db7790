/** What it takes to make the nodes of an article, in each way that there is. */
import { visiting } from './load.mjs';

/**
 * @param {import('./chromium.mjs').Chromium} chromium
 * @param {import('./load.mjs').Site} site
 * @param {import('./peers.mjs').Visit} visit
 * @returns {Promise<import('../report/kept.mjs').Sample>}
 */
export async function nodes(chromium, site, visit) {
  return visiting(chromium, site, visit, {}, (page) => page.evaluate('watched.ended.then(() => made)'));
}
