// Documents in TEI, as readers of the page that shows them find them.
import assert from 'node:assert/strict';
import { isAccessible, test } from './browser.mjs';

/** @typedef {import('./browser.mjs').Page} Page */
/** @typedef {import('../../pkg/types/reading-room.d.ts').ReadingRoom} ReadingRoom */

const PAGE = '/www/tei.html';

/**
 * All documents stand.
 *
 * @param {Page} page
 */
async function allStand(page) {
  return await page.evaluate(async () => {
    const rooms = /** @type {ReadingRoom[]} */ ([...document.querySelectorAll('reading-room')]);
    await Promise.all(rooms.map((room) => room.ready));
    return rooms.length;
  });
}

for (const width of [360, 1400]) {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    test(`documents in TEI are there for everyone, ${width} pixels wide in ${colorScheme} colours`, async ({ page, visit }) => {
      await visit(PAGE);
      assert.equal(await allStand(page), 7);
      await isAccessible(page);
      const [scrollWidth, clientWidth] = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return [scrollWidth, clientWidth];
      });
      assert.ok(scrollWidth <= clientWidth, `the page is ${scrollWidth} wide in a window of ${clientWidth}`);
    }, { viewport: { width, height: 800 }, colorScheme });
  }
}

test('texts in TEI have their style as soon as they stand', async ({ page, visit }) => {
  await visit(PAGE);
  await allStand(page);
  const styles = await page.evaluate(() => {
    const style = (/** @type {string} */ selector) => {
      const found = document.querySelector(selector);
      return found ? getComputedStyle(found) : null;
    };
    return {
      dateline: style('.rr-opener .rr-dateline')?.textAlign,
      choice: style('a.rr-choice')?.textDecorationStyle,
      hebrew: style('[lang=he] p')?.direction,
      latinInHebrew: style('[lang=he] [lang=en]')?.direction,
    };
  });
  assert.deepEqual(styles, { dateline: 'end', choice: 'dotted', hebrew: 'rtl', latinInHebrew: 'ltr' });
});

test('what a text refers to is reached by a link, and no link leads nowhere', async ({ page, visit }) => {
  await visit(PAGE);
  await allStand(page);
  const { count, astray } = await page.evaluate(() => {
    const links = [...document.querySelectorAll('reading-room a[href^="#"]')];
    const leadsNowhere = (/** @type {Element} */ link) => !document.getElementById(link.getAttribute('href')?.slice(1) ?? '');
    return { count: links.length, astray: links.filter(leadsNowhere).map((link) => link.outerHTML) };
  });
  assert.ok(count > 30, `there are ${count} links`);
  assert.deepEqual(astray, []);
});
