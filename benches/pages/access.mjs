/** What assistive technology is told of a page: at once, and when all of it is there. */
import { visiting, watched } from './load.mjs';
import { idle } from './watch.mjs';

/**
 * How many headings and paragraphs of the text are missing in the tree that Chromium makes of the page.
 *
 * @param {import('./chromium.mjs').Chromium} chromium
 * @param {import('./load.mjs').Site} site
 * @param {import('./peers.mjs').Visit} visit
 * @returns {Promise<import('./load.mjs').Sample>}
 */
export async function access(chromium, site, visit) {
  let screen = () => {};
  const isThere = new Promise((then) => (screen = () => then(undefined)));
  return visiting(chromium, site, visit, {}, async (page) => {
    await isThere;
    const early = await told(page);
    await watched(page);
    await page.call(idle);
    const late = await told(page);
    const { headings, paragraphs } = await page.call(stands);
    return {
      headings,
      'headings at once': missing(headings, early.headings),
      'headings in the end': missing(headings, late.headings),
      paragraphs,
      'paragraphs in the end': missing(paragraphs, late.paragraphs),
    };
  }, screen);
}

/**
 * @param {number} all
 * @param {number} told
 */
function missing(all, told) {
  return Math.max(0, all - told);
}

/** @param {import('./chromium.mjs').Page} page */
async function told(page) {
  const { nodes } = await page.send('Accessibility.getFullAXTree');
  const count = (/** @type {string} */ name) =>
    nodes.filter((/** @type {any} */ { ignored, role }) => !ignored && role.value === name).length;
  return { headings: count('heading'), paragraphs: count('paragraph') };
}

/** Runs in the page: what has words. */
function stands() {
  const count = (/** @type {string} */ names) =>
    [...document.querySelectorAll(names)].filter((element) => element.textContent?.trim()).length;
  return { headings: count('h1, h2, h3, h4, h5, h6'), paragraphs: count('p') };
}
