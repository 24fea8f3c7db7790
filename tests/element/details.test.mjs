// The bar of controls and the details panel.
import assert from 'node:assert/strict';
import { Key } from 'selenium-webdriver';
import { isAccessible, stands, test } from './browser.mjs';

const CITATION = /^"Telegram from Soviet Ambassador to the USA A\.F\. Dobrynin to USSR Foreign Ministry", November 14, 1962, /;

/** @param {import('./browser.mjs').Page} page */
const panel = (page) => page.all('[part~=details]', (found) => found.map((it) => !it.hidden));

test('the details panel opens and closes by keyboard, and the focus goes in and comes back', async ({ page, visit }) => {
  await visit('src.html');
  await stands(page);
  const button = await page.waitForRole('button', { name: 'Details' });
  assert.deepEqual(await panel(page), [false]);
  await button.sendKeys(Key.ENTER);
  await page.waitForText('The record, word for word');
  assert.deepEqual(await panel(page), [true]);
  assert.equal(await page.room((room) => room.details), true);
  assert.equal(await page.room((room) => room.shadowRoot?.activeElement?.getAttribute('part')), 'details');
  await page.driver.actions().sendKeys(Key.ESCAPE).perform();
  assert.deepEqual(await panel(page), [false]);
  assert.equal(await page.room((room) => room.shadowRoot?.activeElement?.textContent), 'Details');
});

test('the panel has the record in full, in plain words', async ({ page, visit }) => {
  await visit('src.html');
  await page.room((room) => void (room.details = true));
  await page.waitForText('The record, word for word');
  const words = await page.at('.rr-details', (details) => details.textContent);
  for (const part of ['14 November 1962', 'A.F. Dobrynin, Soviet Ambassador to the USA', 'Russian', 'John Henriksen', 'AVP RF']) {
    assert.ok(words?.includes(part), `the panel does not say ${part}`);
  }
  const chain = await page.all('.rr-details .rr-chain li', (links) => links.length);
  assert.ok(chain >= 4, 'the chain of custody has its hands');
});

test('the archive’s own citation is copied, word for word, unless the page prevents it', async ({ page, visit }) => {
  await visit('src.html');
  await stands(page);
  await page.waitForRole('button', { name: 'Details' });
  const copied = await page.room(async (room) => {
    const texts = /** @type {string[]} */ ([]);
    room.addEventListener('rr-copy', (event) => {
      texts.push(event.detail.text);
      event.preventDefault();
    });
    /** @type {HTMLElement} */ (room.shadowRoot?.querySelector('[part~=copy]')).click();
    return texts;
  });
  assert.equal(copied.length, 1);
  assert.match(copied[0], CITATION);
});

test('a page can keep the panel as it is', async ({ page, visit }) => {
  await visit('src.html');
  await stands(page);
  const button = await page.waitForRole('button', { name: 'Details' });
  await page.room((room) => room.addEventListener('rr-toggle', (event) => event.preventDefault()));
  await button.click();
  assert.deepEqual(await panel(page), [false]);
});

test('bar and panel work under the strictest policy', async ({ page, visit, answer }) => {
  const policy = [
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src data:",
    "require-trusted-types-for 'script'; trusted-types 'none'",
  ];
  answer('/tests/element/pages/src.html', (_, response) => void response.setHeader('Content-Security-Policy', policy.join('; ')));
  await visit('src.html');
  await stands(page);
  await (await page.waitForRole('button', { name: 'Details' })).click();
  await page.waitForText('The record, word for word');
});

test('bar and open panel have no barriers', async ({ page, visit }) => {
  await visit('src.html');
  await page.room((room) => void (room.details = true));
  await page.waitForText('The record, word for word');
  await isAccessible(page);
});
