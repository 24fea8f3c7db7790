// The demonstration page, as its visitors use it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { addressOf, fails, inspect, isAccessible, stands, TELEGRAM, test } from './browser.mjs';

/** @typedef {import('./browser.mjs').Page} Page */

const PAGE = '/www/';
const LETTER = '**March 3, 1953**\n**Letter from A. Reader to B. Writer**\n\n**Contents:**\n\nDear Sir,\n\nNo.\n';

/** @param {Page} page */
async function showsLetter(page) {
  const letter = page.getByRole('heading', { name: 'Letter from A. Reader to B. Writer' });
  await letter.waitFor();
  await page.getByText('Dear Sir,').first().waitFor();
  assert.equal(await page.getByRole('article').count(), 1);
}

for (const width of [360, 1400]) {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    test(`the page shows the telegram to everyone, ${width} pixels wide in ${colorScheme} colours`, async ({ page, visit }) => {
      await visit(PAGE);
      const { record } = await inspect(page);
      await page.getByRole('heading', { name: record.title }).waitFor();
      await page.getByText('Having familiarized himself with our response').waitFor();
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
  const file = { name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from(LETTER) };
  await page.getByLabel('Drop a file anywhere on this page, or choose one').setInputFiles(file);
  await showsLetter(page);
  await page.getByText('On the desk: letter.txt.').waitFor();
  await isAccessible(page);
  await page.getByRole('button', { name: 'Back to the telegram' }).click();
  await page.getByText('Having familiarized himself with our response').waitFor();
  await page.getByText('On the desk: telegram.txt').waitFor();
});

test('a text that a visitor pastes is shown', async ({ page, visit }) => {
  await visit(PAGE);
  await stands(page);
  await page.getByLabel('Or paste a text').fill(LETTER);
  await page.getByRole('button', { name: 'Open the text' }).click();
  await showsLetter(page);
});

test('a file that a visitor drops on the page is shown', async ({ page, visit }) => {
  await visit(PAGE);
  await stands(page);
  const dataTransfer = await page.evaluateHandle((letter) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([letter], 'letter.txt', { type: 'text/plain' }));
    return transfer;
  }, LETTER);
  await page.dispatchEvent('main', 'dragover', { dataTransfer });
  await page.dispatchEvent('main', 'drop', { dataTransfer });
  await showsLetter(page);
});

test('a file that is no text is answered with a sentence', async ({ page, visit }) => {
  await visit(PAGE);
  await stands(page);
  const buffer = Buffer.from([0x89, ...Buffer.from('PNG\r\n\x1a\n'), 0, 0, 0, 13]);
  await page.locator('input[type=file]').setInputFiles({ name: 'scan.png', mimeType: 'image/png', buffer });
  await page.getByRole('alert').filter({ hasText: 'PNG' }).waitFor();
  const error = await fails(page);
  assert.equal(error.code, 'not-text');
  assert.match(error.message, /scan\.png/);
  await isAccessible(page);
});

test('the lines that embed the telegram can be copied, and they work', async ({ page, visit, answer }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await visit(PAGE);
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await page.getByText('Copied.').waitFor();
  const lines = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(lines, await page.locator('#lines').textContent());

  const frame = await readFile(new URL('pages/waiting.html', import.meta.url), 'utf8');
  const start = frame.slice(0, frame.indexOf('<script'));
  answer('/site/', (_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(start + lines);
    return true;
  });
  const moved = (/** @type {string} */ to) => (/** @type {unknown} */ _, /** @type {import('./browser.mjs').Response} */ response) => {
    response.writeHead(302, { Location: addressOf(to) }).end();
    return true;
  };
  answer('/site/reading-room/reading-room.js', moved('/pkg/dist/reading-room.js'));
  answer('/site/telegram.txt', moved(TELEGRAM));
  await visit('/site/');
  assert.equal((await inspect(page)).record.date, '1962-11-14');
});

test('a visitor who has no script finds the telegram all the same', async ({ page, visit }) => {
  await visit(PAGE);
  await page.getByRole('link', { name: 'plain text' }).waitFor();
}, { javaScriptEnabled: false });
