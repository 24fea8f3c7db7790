/** Whether all of a text can be found, copied and printed. */
import { visiting, watched } from './load.mjs';
import { LAST_WORDS } from '../volumes.mjs';

/** @typedef {import('./chromium.mjs').Chromium} Chromium */
/** @typedef {import('./chromium.mjs').Page} Page */
/** @typedef {import('./load.mjs').Sample} Sample */
/** @typedef {import('./load.mjs').Site} Site */
/** @typedef {import('./peers.mjs').Visit} Visit */

/**
 * Looks for the last words right after the text is there, then copies everything.
 *
 * @param {Chromium} chromium
 * @param {Site} site
 * @param {Visit} visit
 * @returns {Promise<Sample>}
 */
export async function take(chromium, site, visit) {
  return visiting(chromium, site, visit, {}, async (page) => {
    await page.evaluate('watched.ended.then(() => {})');
    const found = await page.call(find, LAST_WORDS);
    await page.press('a', ['selectAll']);
    await page.press('c', ['copy']);
    return { found: Number(found), ...(await page.call(compare)) };
  });
}

/**
 * Runs in the page.
 *
 * @param {string} words
 */
function find(words) {
  const isFound = /** @type {any} */ (window).find(words);
  const at = getSelection()?.anchorNode?.parentElement;
  return isFound && at?.closest('[id$="doc-end"]') !== null;
}

/** Runs in the page: how many of its paragraphs are not in what was copied, in their order. */
async function compare() {
  const bare = (/** @type {string} */ words) => words.replace(/\s+/g, '');
  const copied = bare(await navigator.clipboard.readText());
  let at = 0;
  let missing = 0;
  for (const paragraph of document.querySelectorAll('p')) {
    const own = /** @type {Element} */ (paragraph.cloneNode(true));
    // What is not the text's, such as the numbers of notes, may be copied or not.
    for (const said of own.querySelectorAll('[data-generated]')) said.remove();
    const starts = [own, paragraph].map(({ textContent }) => bare(textContent ?? '').slice(0, 40));
    const places = starts.map((start) => copied.indexOf(start, at)).filter((place) => place >= 0);
    if (places.length === 0) missing++;
    else at = Math.min(...places);
  }
  return { 'not copied': missing, 'characters copied': copied.length };
}

/**
 * Prints the page twice: as it stands, and with nothing in it left to be laid out later.
 *
 * @param {Chromium} chromium
 * @param {Site} site
 * @param {Visit} visit
 * @returns {Promise<Sample>}
 */
export async function print(chromium, site, visit) {
  return visiting(chromium, site, visit, {}, async (page) => {
    await watched(page);
    const printed = await pages(page);
    await page.call(layOutAll);
    return { printed, 'not printed': (await pages(page)) - printed };
  });
}

/** Runs in the page. */
function layOutAll() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { content-visibility: visible !important; contain-intrinsic-size: none !important }');
  document.adoptedStyleSheets.push(sheet);
}

/**
 * How many pages are printed.
 *
 * @param {Page} page
 */
async function pages(page) {
  const { stream: handle } = await page.send('Page.printToPDF', { transferMode: 'ReturnAsStream', generateTaggedPDF: false });
  let [count, rest] = [0, ''];
  for (let isLast = false; !isLast; ) {
    const { data, base64Encoded, eof } = await page.send('IO.read', { handle, size: 1 << 20 });
    const text = rest + (base64Encoded ? Buffer.from(data, 'base64').toString('latin1') : data);
    // What two pieces share is counted in the second.
    const end = eof ? text.length : text.lastIndexOf('\n') + 1;
    count += text.slice(0, end).match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
    rest = text.slice(end);
    isLast = eof;
  }
  await page.send('IO.close', { handle });
  return count;
}
