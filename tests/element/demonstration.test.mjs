// The demonstration page, as its visitors use it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { addressOf, ELEMENT, fails, html, inspect, isAccessible, stands, TELEGRAM, test } from './browser.mjs';

/** @typedef {import('./browser.mjs').Page} Page */

const PAGE = '/www/';
const LETTER = '**March 3, 1953**\n**Letter from A. Reader to B. Writer**\n\n**Contents:**\n\nDear Sir,\n\nNo.\n';

/** @param {Page} page */
async function showsLetter(page) {
  await page.waitForRole('heading', { name: 'Letter from A. Reader to B. Writer' });
  await page.waitForText('Dear Sir,');
  assert.equal((await page.byRole('article')).length, 1);
}

for (const width of [360, 1400]) {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    test(`the page shows the telegram to everyone, ${width} pixels wide in ${colorScheme} colours`, async ({ page, visit }) => {
      await visit(PAGE);
      const { record } = await inspect(page);
      await page.waitForRole('heading', { name: record.title });
      await page.waitForText('Having familiarized himself with our response');
      await isAccessible(page);
      const [scrollWidth, clientWidth] = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return [scrollWidth, clientWidth];
      });
      assert.ok(scrollWidth <= clientWidth, `the page is ${scrollWidth} wide in a window of ${clientWidth}`);
      const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const lightness = Math.max(...(background.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number));
      assert.ok(colorScheme === 'dark' ? lightness < 100 : lightness > 200, `the page is ${background}`);
    }, { viewport: { width, height: 800 }, colorScheme });
  }
}

test('a file that a visitor chooses is shown, and the telegram again', async ({ page, visit }) => {
  await visit(PAGE);
  await stands(page);
  const field = await page.byLabel('Drop a file anywhere on this page, or choose one');
  await page.chooseFile(field, 'letter.txt', LETTER);
  await showsLetter(page);
  await page.waitForText('On the desk: letter.txt.');
  await isAccessible(page);
  await (await page.waitForRole('button', { name: 'Back to the telegram' })).click();
  await page.waitForText('Having familiarized himself with our response');
  await page.waitForText('On the desk: telegram.txt');
});

test('a text that a visitor pastes is shown', async ({ page, visit }) => {
  await visit(PAGE);
  await stands(page);
  await page.fill(await page.byLabel('Or paste a text'), LETTER);
  await (await page.waitForRole('button', { name: 'Open the text' })).click();
  await showsLetter(page);
});

test('a file that a visitor drops on the page is shown', async ({ page, visit }) => {
  await visit(PAGE);
  await stands(page);
  await page.at('main', (main, letter) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([letter], 'letter.txt', { type: 'text/plain' }));
    const how = { bubbles: true, cancelable: true, composed: true, dataTransfer };
    for (const type of ['dragover', 'drop']) main.dispatchEvent(new DragEvent(type, how));
  }, LETTER);
  await showsLetter(page);
});

test('a file that is no text is answered with a sentence', async ({ page, visit }) => {
  await visit(PAGE);
  await stands(page);
  const scan = Buffer.from([0x89, ...Buffer.from('PNG\r\n\x1a\n'), 0, 0, 0, 13]);
  await page.chooseFile(await page.driver.findElement({ css: 'input[type=file]' }), 'scan.png', scan);
  await page.waitForRole('alert', { text: 'PNG' });
  const error = await fails(page);
  assert.equal(error.code, 'not-text');
  assert.match(error.message, /scan\.png/);
  await isAccessible(page);
});

test('the lines that embed the telegram can be copied, and they work', async ({ page, visit, answer }) => {
  await visit(PAGE);
  await (await page.waitForRole('button', { name: 'Copy' })).click();
  await page.waitForText('Copied.');
  const lines = await page.paste();
  assert.equal(lines, await page.at('#lines', (lines) => lines.textContent));

  const frame = await readFile(new URL('pages/waiting.html', import.meta.url), 'utf8');
  const start = frame.slice(0, frame.indexOf('<script'));
  answer('/site/', html(start + lines));
  const moved = (/** @type {string} */ to) => (/** @type {unknown} */ _, /** @type {import('./browser.mjs').Response} */ response) => {
    response.writeHead(302, { Location: addressOf(to) }).end();
    return true;
  };
  answer('/site/reading-room/reading-room.js', moved(ELEMENT));
  answer('/site/telegram.txt', moved(TELEGRAM));
  await visit('/site/');
  assert.equal((await inspect(page)).record.date, '1962-11-14');
});

test('a visitor who has no script finds the telegram all the same', async ({ page, visit }) => {
  await visit(PAGE);
  // The harness has no script there either: this is WebDriver alone.
  const link = await page.driver.findElement({ linkText: 'plain text' });
  assert.equal(await link.getAriaRole(), 'link');
  assert.ok(await link.isDisplayed());
}, { javaScript: false });
